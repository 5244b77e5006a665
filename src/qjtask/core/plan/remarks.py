"""The comments of a plan's file, and where they stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from qjtask.core.named_tuple import NamedTuple

UNITS_REMARK = "冒号前是显示用的名称，方括号里是文件中的其他写法"

KeyPath = tuple[str, ...]
"""What stands in the file: a key of the head, a group or an item by its id, and what is inside of these.

() is the file itself, ("units", "审批科") a name under units, ("9.2", "deadline") a key of an item,
("9.2", "milestones", "0") its first milestone.
"""


class Remarks(NamedTuple):
    """Comments over a place, beside it on its line, and below the last line of what is inside it.

    `written` are the keys that a hand wrote out although they say no more than their absence.
    """

    above: Mapping[KeyPath, Sequence[str]] = {("units",): (UNITS_REMARK,)}
    beside: Mapping[KeyPath, str] = {}
    below: Mapping[KeyPath, Sequence[str]] = {}
    written: Collection[KeyPath] = frozenset()


def holders(place: KeyPath) -> list[KeyPath]:
    """The places that a place is inside of, the nearest first; the file is the last."""
    found: list[KeyPath] = []
    while place:
        if len(place) > 1:
            place = place[:-1]
        elif "." in place[0]:
            place = (place[0].partition(".")[0],)  # an item's group
        else:
            place = ("groups",) if place[0].isdecimal() else ()
        found.append(place)
    return found

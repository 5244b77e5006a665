"""The ids of a new print's groups and items, and what is printed where an id does not say it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from qjtask.core.plan.ids import ref_of
from qjtask.core.plan.likeness import Match
from qjtask.core.plan.plan import Group, Plan
from qjtask.core.time.numerals import to_chinese

_ID = re.compile(r"[1-9][0-9]{0,3}\.[1-9][0-9]{0,3}")
_USUAL = "（[一二三四五六七八九十百零]+）"
_TOO_MANY = 1000


def new_ids(old: Plan, new: Plan, known: Match, reported: Collection[str]) -> dict[str, str]:
    """The id of each new group and item: the old one where it goes on, else the printed one, else a free one.

    An id that ever was is not given to another work: the log may speak of it, though the old plan
    no longer does.
    """
    ids: dict[str, str] = dict(known.groups)
    spoken_of = {one for one in reported if _ID.fullmatch(one)}  # a hand may have written anything
    taken = {group.id for group in old.groups} | {one.partition(".")[0] for one in spoken_of}
    for group in new.groups:
        if group.id not in ids:
            ids[group.id] = _free(group.id, taken)
            taken.add(ids[group.id])
    used = {item.id for item in old.items()} | spoken_of
    for group in new.groups:
        own = ids[group.id]
        for item in group.items:
            before = known.items.get(item.id, "")
            if before.startswith(f"{own}."):
                ids[item.id] = before
                continue
            wanted = f"{own}.{item.id.partition('.')[2]}"
            ids[item.id] = wanted if wanted not in used else _next_item(own, used)
            used.add(ids[item.id])
    return ids


def _free(wanted: str, taken: Collection[str]) -> str:
    return wanted if wanted not in taken else str(max(map(int, taken)) + 1)


def _next_item(group: str, used: Collection[str]) -> str:
    numbers = [ref_of(one)[1] for one in used if one.startswith(f"{group}.")]
    return f"{group}.{max(numbers, default=0) + 1}"


def printed_nos(new: Plan, ids: Mapping[str, str], unnumbered: Collection[str] = ()) -> dict[str, str]:
    """What the new print prints of each item that its id does not say, by its number there.

    That is its 序号, as far as the print has them; else the number that its place gives it (9.2). Of works
    that are `unnumbered` in a print with numbers it is nothing.
    """
    has_numbers = any(item.no for item in new.items())
    said = {one for one, after in ids.items() if one == after}.union(unnumbered)
    by_place = {
        item.id: item.id.rpartition(".")[2] if has_numbers else item.id
        for item in new.items()
        if item.id not in said
    }
    return {item.id: item.no or by_place.get(item.id, "") for item in new.items()}


def printed_heading(group: Group, group_id: str, old: Plan) -> str:
    """How a heading's number is printed: as in the new print, else as a hand wrote it in the plan."""
    if group.printed:
        return group.printed
    if group.id != group_id:
        number = int(group.id)
        return f"（{to_chinese(number) if number < _TOO_MANY else number}）"
    written = next((one.printed for one in old.groups if one.id == group_id), "")
    return "" if re.fullmatch(_USUAL, written) else written

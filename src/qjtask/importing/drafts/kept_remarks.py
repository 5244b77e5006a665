"""The comments of an updated plan: what a hand wrote goes on standing at what it stood at."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.remarks import UNITS_REMARK, KeyPath, Remarks
from qjtask.importing.drafts.draft import Draft
from qjtask.importing.drafts.report import UNITS, remarks

if TYPE_CHECKING:
    from qjtask.core.plan.reissue import Update

_MADE = re.compile(
    r"疑\d*：|由 qjtask import|编号随原表，办结后也不改号。单位和时限照原表所印。“疑”字|"
    + re.escape(UNITS_REMARK)
)


def update_remarks(kept: Remarks, source: str, draft: Draft, found: Update) -> Remarks:
    """The comments of an updated plan: those that a hand wrote into the old one, then this import's doubts.

    The draft is the one under the plan's own ids. A comment goes on standing at what it stood at, as long
    as that is there; those of a work that was joined to another stand over this one.
    """
    settled = {name for shown, others in found.plan.units.items() for name in (shown, *others)}
    open_slips = {slip: name for slip, name in draft.slips.items() if slip not in settled}
    made = {**remarks(source, draft._replace(slips=open_slips)).above}
    own = _by_hand(kept, found)
    above = {**own.above}
    head, made_head = above.get((), ()), made.pop(())
    above[()] = (*(head if any(head) else ("",)), *made_head[1:])
    units, made_units = above.get(UNITS, ()), made.pop(UNITS)
    units = [line for line in units if line not in made_units] or made_units[:1]
    above[UNITS] = (*units, *made_units[1:])
    for place, lines in made.items():
        above[place] = (*above.get(place, ()), *lines)
    return own._replace(above=above)


class _NewPlaces(NamedTuple):
    """Where what stood in the old plan stands in the updated one.

    `ids` are the works' ids by those they had, `joined` those of the works to which others were joined,
    `shown` the units' names by those that they are also known by, `groups` the groups that are there, and
    for others those into which their works went.
    """

    ids: Mapping[str, str]
    joined: Mapping[str, str]
    shown: Mapping[str, str]
    groups: Mapping[str, str]

    def of(self, place: KeyPath) -> KeyPath | None:
        """The place that an old one became, None where it is gone; several old ones may become one."""
        if not place:
            return place
        first, *inside = place
        if place[:1] == UNITS and inside:
            name, *below = inside
            return (*UNITS, self.shown.get(name, name), *below)
        if first in self.joined:
            return (self.joined[first],)
        if "." in first:
            return (self.ids[first], *inside) if first in self.ids else None
        if first.isdecimal():
            return (self.groups[first], *inside) if first in self.groups else None
        return place


def _new_places(found: Update) -> _NewPlaces:
    printed = frozenset(found.ids.values())
    stays = {item.id: item.id for item in found.plan.items() if item.id not in printed}
    ids = {**stays, **{before: after for after, before in found.origins.items()}}
    there = {group.id: group.id for group in found.plan.groups}
    went = {_group(before): _group(after) for before, after in reversed(ids.items())}
    shown = {name: shown for shown, others in found.plan.units.items() for name in others}
    return _NewPlaces(ids, found.shifts.joined, shown, {**went, **there})


def _group(item: str) -> str:
    return item.partition(".")[0]


def _by_hand(kept: Remarks, found: Update) -> Remarks:
    """The comments of the old plan that no import made, at the places of the updated one.

    Of several that stood beside what is one now, the first stands beside it, the others over it.
    """
    places = _new_places(found)
    above, below = _own_lines(kept.above, places), _own_lines(kept.below, places)
    beside: dict[KeyPath, str] = {}
    for before, line in kept.beside.items():
        place = places.of(before)
        if place in beside:
            above.setdefault(place, []).append(line)
        elif place is not None:
            beside[place] = line
    return Remarks(above, beside, below, frozenset(filter(None, map(places.of, kept.written))))


def _own_lines(comments: Mapping[KeyPath, Sequence[str]], places: _NewPlaces) -> dict[KeyPath, list[str]]:
    """The lines that no import made, by their new places: of several places that are one now, all."""
    found: dict[KeyPath, list[str]] = {}
    for before, said in comments.items():
        place, own = places.of(before), [line for line in said if not _MADE.match(line)]
        if place is not None and any(own):
            found.setdefault(place, []).extend(own)
    return found

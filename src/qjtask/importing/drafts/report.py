"""What an import tells: how much was read, and the doubts as comments of the plan."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qjtask.core.plan.plan import Plan
from qjtask.core.plan.remarks import UNITS_REMARK, KeyPath, Remarks
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.draft import Draft

if TYPE_CHECKING:
    from qjtask.core.plan.reissue import Update

_UNITS: KeyPath = ("units",)
_MADE = re.compile(
    r"疑\d*：|由 qjtask import|编号随原表，办结后也不改号。单位和时限照原表所印。“疑”字|"
    + re.escape(UNITS_REMARK)
)


def summary(source: str, draft: Draft) -> str:
    """One line: groups, items, dates, milestones, targets, doubts."""
    items = list(draft.plan.items())
    dated = sum(item.deadline.date is not None for item in items)
    steps, targets = sum(len(item.milestones) for item in items), sum(len(item.targets) for item in items)
    doubts = f"{len(draft.doubts)}处疑点" if draft.doubts else "没有疑点"
    return (
        f"{source}：读到{len(draft.plan.groups)}组{len(items)}项，其中{dated}项有日期，"
        f"{steps}个时间节点，{targets}个指标；{doubts}"
    )


def remarks(source: str, draft: Draft) -> Remarks:
    """The doubts as comments: those of an item over it, the rest at the head, slips over the units.

    What is of many items has a number at the head, to which a mark over each of them points. All stand on
    lines of their own, so that the file keeps the form that is read the short way.
    """
    known = {item.id for item in draft.plan.items()}
    marked = known | {group.id for group in draft.plan.groups}
    of_many = [doubt for doubt in draft.doubts if doubt.is_of_many]
    numbers = {id(doubt): number for number, doubt in enumerate(of_many, 1)}
    head = [
        "",
        f"由 qjtask import 从“{source}”读出，共{len(draft.plan.groups)}组{len(known)}项。",
        "编号随原表，办结后也不改号。单位和时限照原表所印。“疑”字开头的注释请逐条核对，核对后可删去。",
    ]
    head += [
        f"疑{numbers.get(id(doubt), '')}：{doubt.line}"
        for doubt in draft.doubts
        if doubt.is_of_many or marked.isdisjoint(doubt.items)
    ]
    above: dict[KeyPath, Sequence[str]] = {(): head, _UNITS: [UNITS_REMARK, *_slips(draft.slips)]}
    for about, doubts in doubts_by_item(draft.doubts).items():
        if about in marked:
            above[about,] = [*_marks(doubts, numbers)]
    return Remarks(above)


def _marks(doubts: Sequence[Doubt], numbers: Mapping[int, int]) -> Iterator[str]:
    """What stands over an item: its own doubts, and where those are said that it has with many others."""
    of_many = [doubt for doubt in doubts if doubt.is_of_many]
    if of_many:
        said = (f"疑{numbers[id(doubt)]}" + (f"“{doubt.column}”" * bool(doubt.column)) for doubt in of_many)
        yield f"疑：见文首{'、'.join(said)}"
    yield from (f"疑：{doubt.read}；{doubt.assumed}" for doubt in doubts if not doubt.is_of_many)


def _slips(slips: Mapping[str, str]) -> list[str]:
    meant: dict[str, list[str]] = {}
    for slip, name in slips.items():
        meant.setdefault(name, []).append(slip)
    return [
        f"疑：若{'、'.join(ones)}就是{name}，请写成 {name}: [{', '.join(ones)}]"
        for name, ones in meant.items()
    ]


def doubts_by_item(doubts: Iterable[Doubt]) -> dict[str, list[Doubt]]:
    """The doubts that concern each item or group, by its id."""
    found: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        for item in dict.fromkeys(doubt.items):
            found.setdefault(item, []).append(doubt)
    return found


def update_remarks(kept: Remarks, source: str, draft: Draft, found: Update) -> Remarks:
    """The comments of an updated plan: those that a hand wrote into the old one, then this import's doubts.

    The draft is the one under the plan's own ids. A comment goes on standing at what it stood at, as long
    as that is there.
    """
    settled = {name for shown, others in found.plan.units.items() for name in (shown, *others)}
    open_slips = {slip: name for slip, name in draft.slips.items() if slip not in settled}
    made = {**remarks(source, draft._replace(slips=open_slips)).above}
    own = _by_hand(kept, found)
    above = {**own.above}
    head, made_head = above.get((), ()), made.pop(())
    above[()] = (*(head if any(head) else ("",)), *made_head[1:])
    units, made_units = above.get(_UNITS, ()), made.pop(_UNITS)
    units = [line for line in units if line not in made_units] or made_units[:1]
    above[_UNITS] = (*units, *made_units[1:])
    for place, lines in made.items():
        above[place] = (*above.get(place, ()), *lines)
    return own._replace(above=above)


class _NewPlaces(NamedTuple):
    """Where what stood in the old plan stands in the updated one.

    `ids` are the works' ids by those they had, `shown` the units' names by those that they are also known
    by, `groups` the groups that are there.
    """

    ids: Mapping[str, str]
    shown: Mapping[str, str]
    groups: Collection[str]

    def of(self, place: KeyPath) -> KeyPath | None:
        """The place that an old one became, None where it is gone."""
        if not place:
            return place
        first, *inside = place
        if place[:1] == _UNITS and inside:
            name, *below = inside
            return (*_UNITS, self.shown.get(name, name), *below)
        if "." in first:
            return (self.ids[first], *inside) if first in self.ids else None
        return None if first.isdecimal() and first not in self.groups else place


def _new_places(found: Update) -> _NewPlaces:
    printed = frozenset(found.ids.values())
    stays = {item.id: item.id for item in found.plan.items() if item.id not in printed}
    return _NewPlaces(
        {**stays, **{before: after for after, before in found.origins.items()}},
        {name: shown for shown, others in found.plan.units.items() for name in others},
        {group.id for group in found.plan.groups},
    )


def _by_hand(kept: Remarks, found: Update) -> Remarks:
    """The comments of the old plan that no import made, at the places of the updated one."""
    places = _new_places(found)
    beside = {places.of(place): line for place, line in kept.beside.items()}
    written = map(places.of, kept.written)
    return Remarks(
        _own_lines(kept.above, places),
        {place: line for place, line in beside.items() if place is not None},
        _own_lines(kept.below, places),
        {place for place in written if place is not None},
    )


def _own_lines(comments: Mapping[KeyPath, Sequence[str]], places: _NewPlaces) -> dict[KeyPath, Sequence[str]]:
    """The lines that no import made, by their new places."""
    lines = {
        places.of(place): [line for line in said if not _MADE.match(line)] for place, said in comments.items()
    }
    return {place: own for place, own in lines.items() if place is not None and any(own)}


def unchanged(plan: Plan) -> Plan:
    """The plan without the places its items had in a file, for comparing."""
    return plan._replace(
        groups=tuple(
            group._replace(items=tuple(item._replace(line=0, column=0) for item in group.items))
            for group in plan.groups
        )
    )

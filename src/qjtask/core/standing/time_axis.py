"""The year as a timeline: what falls due when, by group or by unit, and which side of today it is on."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from qjtask.core.log.fold import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.owners import OWNER_WORDS
from qjtask.core.plan.plan import Item, Owner, Plan
from qjtask.core.plan.unit_names import owner_names
from qjtask.core.standing.dues import Due, DueState
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, by_unit, shares
from qjtask.core.standing.words import NOBODY, heading, owners_word


class LinesBy(StrEnum):
    """What a timeline has a line for."""

    GROUP = "group"
    UNIT = "unit"


class Slot(NamedTuple):
    """A month, or the part of the current one before or from today; both days are included."""

    first: date
    last: date


class AxisLine(NamedTuple):
    """A group's or a unit's marks, earliest first, and how many of its items have no date at all."""

    name: str
    marks: tuple[Due, ...]
    undated: int

    def counts(self, slot: Slot) -> Counter[DueState]:
        """How the marks of a slot stand."""
        return Counter(mark.state for mark in self.marks if slot.first <= mark.by <= slot.last)


class Timeline(NamedTuple):
    """A plan's year as of `today`; `whole` has every mark once, `dropped` counts the items left out.

    `owners` is what the units are called that have lines; `items` are the items of the marks by id.
    """

    year: int
    today: date
    by: LinesBy
    lines: tuple[AxisLine, ...]
    whole: AxisLine
    dropped: int
    items: Mapping[str, Item]
    owners: str = OWNER_WORDS[Owner.UNITS]

    def item(self, mark: Due) -> Item:
        """The item that a mark is of."""
        return self.items[item_id_of(mark.id)]

    def shown(self, mark: Due) -> str:
        """A mark's number, with its item's 序号 where that is another: 9.4（27）."""
        return shown_id(mark.id, self.item(mark))

    @property
    def months(self) -> tuple[Slot, ...]:
        """The twelve months."""
        return tuple(
            Slot(date(self.year, month, 1), date(self.year, month, monthrange(self.year, month)[1]))
            for month in range(1, 13)
        )

    @property
    def states(self) -> tuple[DueState, ...]:
        """What a mark may be here, to be explained: claims only where there are any."""
        found = {mark.state for mark in self.whole.marks} | {DueState.OVERDUE, DueState.OPEN, DueState.DONE}
        return tuple(state for state in DueState if state in found and state is not DueState.DROPPED)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The months, the current one parted by today: what is past, and what is still to come."""
        return tuple(part for month in self.months for part in _parted(month, self.today))


def timeline(
    plan: Plan, rows: Sequence[Row], today: date, by: LinesBy, only: Collection[str] = ()
) -> Timeline:
    """The year of the rows as of `today`, in the plan's order; of the units in `only`, if any are named.

    For these a thing is done as soon as the share of every one of them is, and on a unit's line as soon
    as its own is.
    """
    whole = shares(rows, only)
    if by is LinesBy.UNIT:
        found = list(by_unit(rows, (*owner_names(plan), NOBODY), only).items())
    else:
        found = _by_group(whole)
    return Timeline(
        plan.year,
        today,
        by,
        tuple(_line(name, mine) for name, mine in found if mine),
        _line("合计", whole),
        sum(share.row.status is Status.DROPPED for share in whole),
        {share.row.item.id: share.row.item for share in whole},
        owners_word(share.row for share in whole),
    )


def _by_group(whole: Sequence[Share]) -> list[tuple[str, list[Share]]]:
    """The shares of each group, under its heading."""
    found: dict[str, list[Share]] = {}
    for share in whole:
        found.setdefault(share.row.group.id, []).append(share)
    return [(heading(mine[0].row.group), mine) for mine in found.values()]


def _line(name: str, mine: Sequence[Share]) -> AxisLine:
    """The line of some shares; what was dropped has no mark on it, and is not undated either."""
    kept = [share.dues for share in mine if share.row.status is not Status.DROPPED]
    marks = sorted((due for dues in kept for due in dues), key=lambda due: due.by)
    return AxisLine(name, tuple(marks), kept.count(()))


def _parted(month: Slot, today: date) -> tuple[Slot, ...]:
    if month.first < today <= month.last:
        return Slot(month.first, today - timedelta(days=1)), Slot(today, month.last)
    return (month,)

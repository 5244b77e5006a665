"""The year as a timeline: what falls due when, by group or by unit, and which side of today it is on."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from qjtask.core.log.fold import Status
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.standing.row import DueState, Row
from qjtask.core.standing.shares import are_shares_done
from qjtask.core.standing.words import NOBODY, heading


class LinesBy(StrEnum):
    """What a timeline has a line for."""

    GROUP = "group"
    UNIT = "unit"


class AxisMark(NamedTuple):
    """Something wanted by a day: an item, one occurrence of a recurring one, or a milestone (9.4.1)."""

    id: str
    by: date
    what: str
    standing: DueState

    @property
    def is_milestone(self) -> bool:
        """Whether it is a milestone of an item."""
        return milestone_number(self.id) is not None


class Slot(NamedTuple):
    """A month, or the part of the current one before or from today; both days are included."""

    first: date
    last: date


class AxisLine(NamedTuple):
    """A group's or a unit's marks, earliest first, and how many of its items have no date at all."""

    name: str
    marks: tuple[AxisMark, ...]
    undated: int

    def counts(self, slot: Slot) -> Counter[DueState]:
        """How the marks of a slot stand."""
        return Counter(mark.standing for mark in self.marks if slot.first <= mark.by <= slot.last)


class Timeline(NamedTuple):
    """A plan's year as of `today`; `whole` has every mark once, `dropped` counts the items left out."""

    year: int
    today: date
    by: LinesBy
    lines: tuple[AxisLine, ...]
    whole: AxisLine
    dropped: int

    @property
    def months(self) -> tuple[Slot, ...]:
        """The twelve months."""
        return tuple(
            Slot(date(self.year, month, 1), date(self.year, month, monthrange(self.year, month)[1]))
            for month in range(1, 13)
        )

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
    kept = [row for row in rows if not only or not set(only).isdisjoint(row.units)]
    found: dict[str, list[tuple[Row, tuple[AxisMark, ...]]]] = {}
    if by is LinesBy.UNIT:
        found = {name: [] for name in (*unit_names(plan).shown(), NOBODY) if not only or name in only}
    whole = [(row, _marks(row, today, only)) for row in kept]
    for row, marks in whole:
        if by is LinesBy.GROUP:
            found.setdefault(heading(row.group), []).append((row, marks))
            continue
        for unit in row.units or (NOBODY,):
            if unit in found:
                found[unit].append((row, _marks(row, today, (unit,))))
    return Timeline(
        plan.year,
        today,
        by,
        tuple(_line(name, of_line) for name, of_line in found.items() if of_line),
        _line("合计", whole),
        sum(row.status is Status.DROPPED for row in kept),
    )


def _line(name: str, found: Sequence[tuple[Row, tuple[AxisMark, ...]]]) -> AxisLine:
    marks = sorted((mark for _, marks in found for mark in marks), key=lambda mark: mark.by)
    undated = sum(not marks and row.status is not Status.DROPPED for row, marks in found)
    return AxisLine(name, tuple(marks), undated)


def _marks(row: Row, today: date, only: Collection[str]) -> tuple[AxisMark, ...]:
    """What a row wants by which days, of the units in `only` if there are any; nothing of a dropped one."""
    if row.status is Status.DROPPED:
        return ()
    item = row.item
    is_done = row.status is Status.DONE or are_shares_done(row, only)
    wanted: list[tuple[str, date, str, bool]] = []
    if item.deadline.recurrence:
        settled = {*row.state.closed_on, *((row.state.next_period,) if is_done else ())}
        wanted = [(item.id, by, item.work, by in settled) for by in row.state.periods]
    elif row.deadline:
        wanted = [(item.id, row.deadline, item.work, is_done)]
    wanted += [(one.id, one.by, one.work, is_done or one.done_on is not None) for one in row.milestones]
    return tuple(
        AxisMark(mark_id, by, what, _standing(by, today, is_done=done)) for mark_id, by, what, done in wanted
    )


def _standing(by: date, today: date, *, is_done: bool) -> DueState:
    if is_done:
        return DueState.DONE
    return DueState.OVERDUE if by < today else DueState.OPEN


def _parted(month: Slot, today: date) -> tuple[Slot, ...]:
    if month.first < today <= month.last:
        return Slot(month.first, today - timedelta(days=1)), Slot(today, month.last)
    return (month,)

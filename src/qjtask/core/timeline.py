"""The year as a timeline: what falls due when, by group or by unit, and which side of today it is on."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from qjtask.core.fold import Status, occurrences
from qjtask.core.ids import milestone_number
from qjtask.core.letter import NOBODY
from qjtask.core.listing import heading
from qjtask.core.plan import Plan
from qjtask.core.row import Row
from qjtask.core.sheet import Cell, Column, Sheet, Tone
from qjtask.core.status import unit_names


class Standing(StrEnum):
    """How something stands that is wanted by a day. Due today is not overdue."""

    OVERDUE = "overdue"
    OPEN = "open"
    DONE = "done"


STANDING_WORDS = {Standing.OVERDUE: "逾期", Standing.OPEN: "未到期", Standing.DONE: "已完成"}
STANDING_SIGNS = {Standing.OVERDUE: "▲", Standing.OPEN: "○", Standing.DONE: "●"}
"""Signs that a GBK terminal has too."""

STANDING_TONES = {Standing.OVERDUE: Tone.RED, Standing.OPEN: Tone.PLAIN, Standing.DONE: Tone.GREEN}


class LinesBy(StrEnum):
    """What a timeline has a line for."""

    GROUP = "group"
    UNIT = "unit"


_NAMES = {LinesBy.GROUP: "重点任务", LinesBy.UNIT: "责任单位"}


class Mark(NamedTuple):
    """Something wanted by a day: an item, one occurrence of a recurring one, or a milestone (9.4.1)."""

    id: str
    by: date
    what: str
    standing: Standing

    @property
    def is_milestone(self) -> bool:
        """Whether it is a milestone of an item."""
        return milestone_number(self.id) is not None


class Slot(NamedTuple):
    """A month, or the part of the current one before or from today; both days are included."""

    first: date
    last: date


class Line(NamedTuple):
    """A group's or a unit's marks, earliest first, and how many of its items have no date at all."""

    name: str
    marks: tuple[Mark, ...]
    undated: int

    def counts(self, slot: Slot) -> Counter[Standing]:
        """How the marks of a slot stand."""
        return Counter(mark.standing for mark in self.marks if slot.first <= mark.by <= slot.last)


class Timeline(NamedTuple):
    """A plan's year as of `today`; `whole` has every mark once, `dropped` counts the items left out."""

    year: int
    today: date
    by: LinesBy
    lines: tuple[Line, ...]
    whole: Line
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

    A unit's line has its own shares: what the unit has finished is done there, though others have not.
    """
    kept = [row for row in rows if not only or not set(only).isdisjoint(row.units)]
    found: dict[str, list[tuple[Row, tuple[Mark, ...]]]] = {}
    if by is LinesBy.UNIT:
        found = {name: [] for name in (*unit_names(plan).shown(), NOBODY) if not only or name in only}
    whole = [(row, _marks(plan, row, today)) for row in kept]
    for row, marks in whole:
        if by is LinesBy.GROUP:
            found.setdefault(heading(row.group), []).append((row, marks))
            continue
        for unit in row.units or (NOBODY,):
            if unit in found:
                found[unit].append((row, _marks(plan, row, today, unit)))
    return Timeline(
        plan.year,
        today,
        by,
        tuple(_line(name, of_line) for name, of_line in found.items() if of_line),
        _line("合计", whole),
        sum(row.status is Status.DROPPED for row in kept),
    )


def _line(name: str, found: Sequence[tuple[Row, tuple[Mark, ...]]]) -> Line:
    marks = sorted((mark for _, marks in found for mark in marks), key=lambda mark: mark.by)
    undated = sum(not marks and row.status is not Status.DROPPED for row, marks in found)
    return Line(name, tuple(marks), undated)


def _marks(plan: Plan, row: Row, today: date, unit: str | None = None) -> tuple[Mark, ...]:
    """What a row wants by which days; nothing of a dropped one. `unit` has its share looked at alone."""
    if row.status is Status.DROPPED:
        return ()
    item = row.item
    has_share_done = unit is not None and unit in row.state.shares
    if item.deadline.recurrence:
        closed = row.state.closed + has_share_done
        periods = occurrences(item.deadline.recurrence, plan.year, plan.issued)
        wanted = [(item.id, by, item.work, number < closed) for number, by in enumerate(periods)]
    else:
        wanted = [(item.id, row.deadline, item.work, has_share_done)] if row.deadline else []
    wanted += [(one.id, one.by, one.work, one.done_on is not None) for one in row.milestones]
    return tuple(
        Mark(mark_id, by, what, _standing(by, today, is_done=is_done or row.status is Status.DONE))
        for mark_id, by, what, is_done in wanted
    )


def _standing(by: date, today: date, *, is_done: bool) -> Standing:
    if is_done:
        return Standing.DONE
    return Standing.OVERDUE if by < today else Standing.OPEN


def _parted(month: Slot, today: date) -> tuple[Slot, ...]:
    if month.first < today <= month.last:
        return Slot(month.first, today - timedelta(days=1)), Slot(today, month.last)
    return (month,)


def timeline_title(chart: Timeline) -> str:
    """What the timeline is of, and as of when."""
    return f"{chart.year}年时间线，今天 {chart.today}"


def line_heading(chart: Timeline) -> str:
    """What the lines are."""
    return _NAMES[chart.by]


def timeline_notes(chart: Timeline) -> tuple[str, ...]:
    """The fullest month, and what stands on no month: undated, dropped, and other years' things."""
    return tuple(_notes(chart))


def _notes(chart: Timeline) -> Iterator[str]:
    counts = [chart.whole.counts(month).total() for month in chart.months]
    total, most = sum(counts), max(counts)
    month = counts.index(most) + 1
    if most < total:
        yield f"全年{total}个时间点，最集中的是{month}月：{most}个，占{round(100 * most / total)}%"
    elif total:
        yield f"全年{total}个时间点，都在{month}月"
    elif not chart.lines:
        yield "没有符合条件的工作"
    earlier = sum(mark.by.year < chart.year for mark in chart.whole.marks)
    later = len(chart.whole.marks) - total - earlier
    left_out = (
        (f"{chart.year}年以前的时间点", earlier, "个"),
        (f"{chart.year}年以后的时间点", later, "个"),
        ("没有任何日期的工作", chart.whole.undated, "项"),
        ("已取消的工作", chart.dropped, "项"),
    )
    told = [f"{what}{count}{measure}" for what, count, measure in left_out if count]
    if told:
        yield f"不在图上：{'，'.join(told)}"
    if chart.by is LinesBy.UNIT and sum(len(line.marks) for line in chart.lines) > len(chart.whole.marks):
        yield "一项工作有几个责任单位时各行都计，合计只计一次；单位已完成自己的部分的，在该行算已完成"


def timeline_sheet(chart: Timeline) -> Sheet:
    """The timeline in words: a line a group or unit, a column a month."""
    columns = (
        Column(line_heading(chart), weight=2),
        *(Column(_month_heading(month, chart.today), weight=1) for month in chart.months),
        Column("没有日期", is_number=True),
    )
    lines = (*chart.lines, chart.whole) if chart.lines else ()
    rows = tuple(
        (
            Cell(line.name, Tone.STRONG),
            *(_words(line.counts(month)) for month in chart.months),
            Cell(line.undated),
        )
        for line in lines
    )
    return Sheet(timeline_title(chart), columns, rows, timeline_notes(chart))


def _month_heading(month: Slot, today: date) -> str:
    is_now = month.first <= today <= month.last
    return f"{month.first.month}月{'（今天）' if is_now else ''}"


def _words(counts: Counter[Standing]) -> Cell:
    told = "、".join(f"{STANDING_WORDS[one]}{counts[one]}" for one in Standing if counts[one])
    return Cell(told, Tone.RED if counts[Standing.OVERDUE] else Tone.PLAIN)

"""Totals that add up, and the shape of the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.log.fold import Status
from qjtask.core.sheets.list_sheets import heading
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import are_shares_done
from qjtask.core.time.deadline import DeadlineClass


class Category(StrEnum):
    """Where an item is counted: exactly one category each, so that the counts add up.

    Overdue goes before all else that is open; an open item whose deadline is 持续推进 is counted
    there whether or not somebody has begun it.
    """

    DONE = "已完成"
    DOING = "推进中"
    TODO = "未启动"
    OVERDUE = "逾期"
    ONGOING = "持续推进"
    HELD = "暂停"
    DROPPED = "取消"


_ALWAYS = (Category.DONE, Category.DOING, Category.TODO, Category.OVERDUE, Category.ONGOING)
_TONES = {Category.DONE: Tone.GREEN, Category.OVERDUE: Tone.RED, Category.DROPPED: Tone.DIM}
_BY_STATUS = {
    Status.DONE: Category.DONE,
    Status.DOING: Category.DOING,
    Status.TODO: Category.TODO,
    Status.HELD: Category.HELD,
    Status.DROPPED: Category.DROPPED,
}
_BAR = 20


class StatsBy(StrEnum):
    """What `stats --by` can count by."""

    UNIT = "unit"
    LEAD = "lead"
    GROUP = "group"
    MONTH = "month"


class Tally(NamedTuple):
    """The counts of one line."""

    name: str
    counts: Counter[Category]

    @property
    def total(self) -> int:
        """All items of the line."""
        return self.counts.total()


def category(row: Row, unit: str = "") -> Category:
    """The one category that a row is counted in; for a `unit` that has done its share, 已完成."""
    if unit and are_shares_done(row, (unit,)):
        return Category.DONE
    if row.is_overdue:
        return Category.OVERDUE
    open_category = _BY_STATUS[row.status]
    if open_category in (Category.DOING, Category.TODO) and row.item.deadline.kind is DeadlineClass.ONGOING:
        return Category.ONGOING
    return open_category


def tally(name: str, rows: Iterable[Row], unit: str = "") -> Tally:
    """Count rows by category; as the `unit` stands, if one is named."""
    return Tally(name, Counter(category(row, unit) for row in rows))


def percentages(counts: Sequence[int]) -> list[int]:
    """Whole per cents that sum to 100 (largest remainders; all 0 for a total of 0)."""
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    shares = [divmod(100 * count, total) for count in counts]
    short = 100 - sum(whole for whole, _ in shares)
    by_remainder = sorted(range(len(counts)), key=lambda at: (-shares[at][1], at))
    raised = set(by_remainder[:short])
    return [whole + (at in raised) for at, (whole, _) in enumerate(shares)]


_KEYS: dict[StatsBy, Callable[[Row], Sequence[str]]] = {
    StatsBy.UNIT: lambda row: row.units or ("（未写）",),
    StatsBy.LEAD: lambda row: row.lead or ("（未写）",),
    StatsBy.GROUP: lambda row: (heading(row.group),),
    StatsBy.MONTH: lambda row: (_month(row),),
}
_NAMES = {
    StatsBy.UNIT: "责任单位",
    StatsBy.LEAD: "牵头单位",
    StatsBy.GROUP: "重点任务",
    StatsBy.MONTH: "月份",
}
_UNDATED = "无期限"


def tallies(rows: Sequence[Row], by: StatsBy, names: Iterable[str] = ()) -> list[Tally]:
    """A line a unit, lead agency, group or month; months in order, the rest as the table has them.

    `names` are to stand first, in their order. A unit's line counts its own share.
    """
    kept: dict[str, list[Row]] = {name: [] for name in (_months(rows) if by is StatsBy.MONTH else names)}
    for row in rows:
        for name in dict.fromkeys(_KEYS[by](row)):
            kept.setdefault(name, []).append(row)
    return [
        tally(name, found, name if by is StatsBy.UNIT else "")
        for name, found in kept.items()
        if found or by is StatsBy.MONTH
    ]


def _month(row: Row) -> str:
    day = row.deadline or row.item.deadline.date
    return f"{day:%Y-%m}" if day else _UNDATED


def _months(rows: Sequence[Row]) -> list[str]:
    """Every month from the first to the last that something is due in, empty ones too."""
    met = sorted({_month(row) for row in rows} - {_UNDATED})
    if not met:
        return []
    (first_year, first), (last_year, last) = (map(int, month.split("-")) for month in (met[0], met[-1]))
    span = range(first_year * 12 + first - 1, last_year * 12 + last)
    if len(span) > 1200:
        return met
    return [f"{month // 12}-{month % 12 + 1:02d}" for month in span]


class Figure(NamedTuple):
    """How many items are in a category, and their whole per cents of all."""

    category: Category
    items: int
    percent: int


def figures(rows: Iterable[Row]) -> list[Figure]:
    """Every category, percentages summing to 100; 暂停 and 取消 only where there are any."""
    counts = tally("", rows).counts
    shown = [kind for kind in Category if kind in _ALWAYS or counts[kind]]
    percents = percentages([counts[kind] for kind in shown])
    return [Figure(kind, counts[kind], percent) for kind, percent in zip(shown, percents, strict=True)]


def total_sheet(rows: Sequence[Row]) -> Sheet:
    """The whole plan: a line a category, percentages that sum to 100, a bar each."""
    lines = [
        (
            Cell(kind.value, _TONES.get(kind, Tone.PLAIN)),
            Cell(count),
            Cell(f"{percent}%"),
            Cell(_bar(count, len(rows)), _TONES.get(kind, Tone.PLAIN)),
        )
        for kind, count, percent in figures(rows)
    ]
    lines.append((Cell("合计", Tone.STRONG), Cell(len(rows)), Cell("100%" if rows else "0%"), Cell("")))
    columns = (Column("状态"), Column("项数", is_number=True), Column("占比", is_number=True), Column(""))
    return Sheet("总体情况", columns, tuple(lines))


def by_sheet(rows: Sequence[Row], by: StatsBy, names: Iterable[str] = ()) -> Sheet:
    """A line a name (`names` first), its counts, and how much of it is done."""
    lines = tallies(rows, by, names)
    used = [kind for kind in Category if kind in _ALWAYS or any(line.counts[kind] for line in lines)]
    columns = (
        Column(_NAMES[by], weight=1),
        Column("共", is_number=True),
        *(Column(kind.value, is_number=True) for kind in used),
        Column("完成率", is_number=True),
    )
    cells = tuple(_by_cells(line, used) for line in lines)
    several = by in (StatsBy.UNIT, StatsBy.LEAD) and sum(line.total for line in lines) > len(rows)
    notes = [f"一项工作有几个{_NAMES[by]}时各计一次，所以各行之和大于{len(rows)}项"] if several else []
    if by is StatsBy.UNIT and any(row.is_open and row.state.shares for row in rows):
        notes.append("单位已完成自己的部分的，在该单位一行算已完成")
    return Sheet(f"按{_NAMES[by]}", columns, cells, tuple(notes))


def _by_cells(line: Tally, used: Sequence[Category]) -> tuple[Cell, ...]:
    counts = line.counts
    late = Tone.RED if counts[Category.OVERDUE] else Tone.PLAIN
    return (
        Cell(line.name),
        Cell(line.total),
        *(Cell(counts[kind], late if kind is Category.OVERDUE else Tone.PLAIN) for kind in used),
        Cell(f"{percentages([counts[Category.DONE], line.total - counts[Category.DONE]])[0]}%"),
    )


def year_sheet(rows: Sequence[Row]) -> Sheet:
    """The shape of the year: how much falls due in each month, and how much of that is done."""
    lines = [line for line in tallies(rows, StatsBy.MONTH) if line.name != _UNDATED]
    most = max((line.total for line in lines), default=0)
    columns = (
        Column("月份"),
        Column("到期", is_number=True),
        Column("已完成", is_number=True),
        Column("逾期", is_number=True),
        Column(""),
    )
    cells = tuple(
        (
            Cell(line.name),
            Cell(line.total),
            Cell(line.counts[Category.DONE]),
            Cell(line.counts[Category.OVERDUE]),
            Cell(_bar(line.total, most)),
        )
        for line in lines
    )
    undated = sum(_month(row) == _UNDATED for row in rows)
    return Sheet("全年分布", columns, cells, (f"另有{undated}项没有期限",) if undated else ())


def _bar(count: int, most: int) -> str:
    """A bar of up to 20 cells; anything at all shows."""
    return "█" * max(round(_BAR * count / most), 1) if count else ""

"""The sheets of stats: totals, by name, and the shape of the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.standing.asides import Aside
from qjtask.core.standing.counts import (
    ALWAYS,
    NO_MONTH,
    UNDATED,
    UNREAD,
    Category,
    StatsBy,
    Tally,
    figures,
    month_of,
    percentages,
    tallies,
    tally,
)
from qjtask.core.standing.row import Row
from qjtask.core.standing.tally_changes import TallyChange, tally_changes
from qjtask.core.standing.words import owners_word

_TONES = {Category.DONE: Tone.GREEN, Category.OVERDUE: Tone.RED, Category.DROPPED: Tone.DIM}


_BAR = 20

NOT_READ = "读不了"
"""Stands for the counts of a plan that could not be read."""


_NO_MONTH_WORDS = {UNDATED: "没有期限", UNREAD: UNREAD}


_NAMES = {
    StatsBy.LEAD: "牵头单位",
    StatsBy.GROUP: "重点任务",
    StatsBy.OFFICE: "计划的单位",
    StatsBy.MONTH: "月份",
}


def total_sheet(rows: Sequence[Row], only: Collection[str] = (), then: Sequence[Row] | None = None) -> Sheet:
    """All rows: one line and one bar per category, percentages that sum to 100.

    Here and below, rows count as they stand for the units in `only`, if any are named, and `then` are the
    rows of an earlier day, from which each figure's change is told.
    """
    change = _change(rows, only, then)
    always = [kind for kind in Category if kind in ALWAYS or change.then.counts[kind]]
    lines = [
        (
            Cell(kind.value, _TONES.get(kind, Tone.PLAIN)),
            Cell(count),
            *([Cell(_signed(change.count(kind)))] if then is not None else []),
            Cell(f"{percent}%"),
            Cell(_bar(count, len(rows)), _TONES.get(kind, Tone.PLAIN)),
        )
        for kind, count, percent in figures(rows, only, always)
    ]
    total = [Cell(_signed(change.total))] if then is not None else []
    lines.append(
        (Cell("合计", Tone.STRONG), Cell(len(rows)), *total, Cell("100%" if rows else "0%"), Cell(""))
    )
    grown = [Column("增减", is_number=True)] if then is not None else []
    columns = (
        *(Column("状态"), Column("项数", is_number=True), *grown),
        *(Column("占比", is_number=True), Column("")),
    )
    beside = "，".join(_besides(change))
    return Sheet("总体情况", columns, tuple(lines), (f"其中{beside}",) if beside else ())


def _change(rows: Sequence[Row], only: Collection[str], then: Sequence[Row] | None) -> TallyChange:
    """All rows as they were and are; with nothing to compare with, unchanged."""
    now = tally("", rows, only)
    return TallyChange(now if then is None else tally("", then, only), now)


def _changes(then: Sequence[Tally] | None, now: Sequence[Tally]) -> list[TallyChange]:
    return tally_changes(now if then is None else then, now)


def _besides(change: TallyChange) -> Iterator[str]:
    for kind in Aside:
        if change.now.beside[kind] or change.then.beside[kind]:
            grown = f"（{_signed(change.aside(kind))}）" if change.aside(kind) else ""
            yield f"{kind}{change.now.beside[kind]}项{grown}"


def _signed(change: int) -> str:
    """+3, -2; "" of none."""
    return f"{change:+d}" if change else ""


def _counted(count: int, change: int, tone: Tone = Tone.PLAIN) -> Cell:
    """A number, with its change where there is one: 12（+3）."""
    return Cell(f"{count}（{change:+d}）" if change else count, tone)


def by_sheet(
    rows: Sequence[Row],
    by: StatsBy,
    names: Iterable[str] = (),
    only: Collection[str] = (),
    then: Sequence[Row] | None = None,
    unread: Iterable[str] = (),
) -> Sheet:
    """One line per name (`names` first), its counts, and how much of it is done.

    Of the names in `unread` nothing is known: that is told in their lines, and counted nowhere.
    """
    names = tuple(names)
    now = tallies(rows, by, names, only)
    lines = _changes(None if then is None else tallies(then, by, names, only), now)
    if by is StatsBy.MONTH:
        lines.sort(key=lambda line: line.now.name)
    used = [kind for kind in Category if kind in ALWAYS or any(_has(line, kind) for line in lines)]
    columns = (
        Column(_name(rows, by), weight=1),
        Column("共", is_number=True),
        *(Column(kind.value, is_number=True) for kind in used),
        Column("完成率", is_number=True),
    )
    blank = (Cell(""),) * (len(columns) - 2)
    cells = (
        *(_by_cells(line, used) for line in lines),
        *((Cell(name), Cell(NOT_READ, Tone.RED), *blank) for name in unread),
    )
    return Sheet(f"按{_name(rows, by)}", columns, cells, tuple(_by_notes(rows, now, by)))


def _has(line: TallyChange, kind: Category) -> bool:
    return bool(line.now.counts[kind] or line.then.counts[kind])


def _by_notes(rows: Sequence[Row], lines: Sequence[Tally], by: StatsBy) -> Iterator[str]:
    """Why the lines add up to more than the rows, and what a unit's line counts as done."""
    if by in (StatsBy.UNIT, StatsBy.LEAD) and sum(line.total for line in lines) > len(rows):
        yield f"一项工作有几个{_name(rows, by)}时各计一次，所以各行之和大于{len(rows)}项"
    if by is StatsBy.UNIT and any(row.is_open and row.state.shares for row in rows):
        yield "单位已完成自己的部分的，在该单位一行算已完成"


def _name(rows: Sequence[Row], by: StatsBy) -> str:
    return owners_word(rows) if by is StatsBy.UNIT else _NAMES[by]


def _by_cells(line: TallyChange, used: Sequence[Category]) -> tuple[Cell, ...]:
    counts, total = line.now.counts, line.now.total
    late = Tone.RED if counts[Category.OVERDUE] else Tone.PLAIN
    return (
        Cell(line.now.name),
        _counted(total, line.total),
        *(
            _counted(counts[kind], line.count(kind), late if kind is Category.OVERDUE else Tone.PLAIN)
            for kind in used
        ),
        Cell(f"{percentages([counts[Category.DONE], total - counts[Category.DONE]])[0]}%"),
    )


def year_sheet(rows: Sequence[Row], only: Collection[str] = (), then: Sequence[Row] | None = None) -> Sheet:
    """The shape of the year: how much falls due in each month, and how much of that is done."""
    now = tallies(rows, StatsBy.MONTH, only=only)
    before = None if then is None else tallies(then, StatsBy.MONTH, only=only)
    lines = [line for line in _changes(before, now) if line.now.name not in NO_MONTH]
    lines.sort(key=lambda line: line.now.name)
    most = max((line.now.total for line in lines), default=0)
    columns = (
        Column("月份"),
        Column("到期", is_number=True),
        Column("已完成", is_number=True),
        Column("逾期", is_number=True),
        Column(""),
    )
    cells = tuple(
        (
            Cell(line.now.name),
            _counted(line.now.total, line.total),
            *(
                _counted(line.now.counts[kind], line.count(kind))
                for kind in (Category.DONE, Category.OVERDUE)
            ),
            Cell(_bar(line.now.total, most)),
        )
        for line in lines
    )
    return Sheet("全年分布", columns, cells, tuple(_year_notes(rows)))


def _year_notes(rows: Sequence[Row]) -> Iterator[str]:
    """另有2项没有期限，1项时限读不懂: what stands in no month."""
    found = Counter(map(month_of, rows))
    told = [f"{found[name]}项{word}" for name, word in _NO_MONTH_WORDS.items() if found[name]]
    if told:
        yield f"另有{'，'.join(told)}"


def _bar(count: int, most: int) -> str:
    """A bar of up to 20 cells; anything at all shows."""
    return "█" * max(round(_BAR * count / most), 1) if count else ""

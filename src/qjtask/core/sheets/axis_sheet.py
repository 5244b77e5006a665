"""A year's timeline in words: its title, what it cannot show, and the whole as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.standing.dues import DueState
from qjtask.core.standing.time_axis import LinesBy, Slot, Timeline
from qjtask.core.standing.words import DUE_WORDS, SHARES_NOTE

MARKS_NOTE = "数字是个数，时间节点和周期性工作的每一期都算"
"""What is counted."""


def timeline_title(chart: Timeline) -> str:
    """What the timeline is of, and as of when."""
    return f"{chart.year}年时间线，今天 {chart.today}"


def line_heading(chart: Timeline) -> str:
    """What the lines are."""
    return chart.owners if chart.by is LinesBy.UNIT else "重点任务"


def timeline_notes(chart: Timeline) -> tuple[str, ...]:
    """The fullest month, and what stands on no month: undated, dropped, and other years' things."""
    return tuple(_notes(chart))


def _notes(chart: Timeline) -> Iterator[str]:
    counts = [chart.whole.counts(month).total() for month in chart.months]
    if any(counts):
        yield _fullest(counts)
    elif not chart.lines:
        yield "没有符合条件的工作"
    if told := list(_left_out(chart)):
        yield f"不在图上：{'，'.join(told)}"
    if chart.by is LinesBy.UNIT and sum(len(line.marks) for line in chart.lines) > len(chart.whole.marks):
        yield SHARES_NOTE


def _fullest(counts: Sequence[int]) -> str:
    """How much the months hold together, and which of them holds the most, if one does."""
    total, most = sum(counts), max(counts)
    month = counts.index(most) + 1
    if most == total:
        return f"全年{total}个时间点，都在{month}月"
    if counts.count(most) == 1:
        return f"全年{total}个时间点，最集中的是{month}月：{most}个，占{round(100 * most / total)}%"
    return f"全年{total}个时间点"


def _left_out(chart: Timeline) -> Iterator[str]:
    years = [mark.by.year for mark in chart.whole.marks]
    earlier = sum(year < chart.year for year in years)
    later = sum(year > chart.year for year in years)
    for what, count, measure in (
        (f"{chart.year}年以前的时间点", earlier, "个"),
        (f"{chart.year}年以后的时间点", later, "个"),
        ("没有任何日期的工作", chart.whole.undated, "项"),
        ("已取消的工作", chart.dropped, "项"),
    ):
        if count:
            yield f"{what}{count}{measure}"


def timeline_sheet(chart: Timeline) -> Sheet:
    """The timeline in words: one line per group or unit, one column per month."""
    columns = (
        Column(line_heading(chart), weight=2),
        *(Column(_month_heading(month, chart.today), weight=1) for month in chart.months),
        Column("没有日期", is_number=True),
    )
    lines = (*chart.lines, chart.whole) if chart.lines else ()
    rows = tuple(
        (
            Cell(line.name, Tone.STRONG),
            *(_count_cell(line.counts(month)) for month in chart.months),
            Cell(line.undated),
        )
        for line in lines
    )
    return Sheet(timeline_title(chart), columns, rows, timeline_notes(chart))


def _month_heading(month: Slot, today: date) -> str:
    is_now = month.first <= today <= month.last
    return f"{month.first.month}月{'（今天）' if is_now else ''}"


def count_words(counts: Counter[DueState]) -> str:
    """How so many marks stand: 逾期1、未到期2."""
    return "、".join(f"{word}{counts[one]}" for one, word in DUE_WORDS.items() if counts[one])


def _count_cell(counts: Counter[DueState]) -> Cell:
    return Cell(count_words(counts), Tone.RED if counts[DueState.OVERDUE] else Tone.PLAIN)

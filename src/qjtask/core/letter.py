"""The weekly reminder: one letter, a section a responsible unit, its own open share only."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from qjtask.core.listing import days_words, joined
from qjtask.core.plan import Plan
from qjtask.core.query import DueLine, due_lines
from qjtask.core.row import Row
from qjtask.core.sheet import Cell, Column, Sheet, Tone
from qjtask.core.span import Span
from qjtask.core.status import unit_names
from qjtask.core.text import wrap
from qjtask.core.workdays import Calendar

WIDTH = 72
"""Cells. A letter's line: mail allows 998 octets and readers like fewer than 80 columns."""


NOBODY = "（未写责任单位）"


class Line(NamedTuple):
    """One thing asked: its id, the day (None if undated), how late or how soon, what, and who leads."""

    id: str
    by: date | None
    days: str
    what: str
    lead: str


class Section(NamedTuple):
    """What one unit is asked: lines under 已逾期, 本周到期 and so on; empty parts left out."""

    unit: str
    parts: tuple[tuple[str, tuple[Line, ...]], ...]


class Letter(NamedTuple):
    """A whole reminder as of `today`; `late`, `soon`, `later` and `silent` count things, each once."""

    title: str
    today: date
    until: date
    sections: tuple[Section, ...]
    late: int
    soon: int
    later: int
    silent: int

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to remind of."""
        return not self.sections

    @property
    def total(self) -> str:
        """The closing sentence."""
        if self.is_quiet:
            return "本周没有逾期、到期和久无进展的工作，请各单位按计划继续推进。"
        return (
            f"合计：逾期{self.late}项，{_week_words(self.today, self.until)}到期{self.soon}项，"
            f"之后到期{self.later}项，久无进展{self.silent}项（同一项工作涉及几个单位的只计一次）。"
        )


def reminder(
    plan: Plan,
    rows: Sequence[Row],
    today: date,
    within: Span,
    only: Collection[str] = (),
    workdays: Calendar | None = None,
) -> Letter:
    """The letter for the responsible units, in the plan's order; for those in `only` if any are named.

    Due this week means within `within` of today, both ends included; later means within the plan's
    warning window. With `workdays`, this week reaches on to the next letter that a working day
    allows, and what is due on a day off is told with the last working day before it.
    """
    until = workdays.reach(today, within) if workdays else within.after(today)
    horizon = max(plan.rules.warn.after(today), until)
    units = [unit for unit in (*unit_names(plan).shown(), NOBODY) if not only or unit in only]
    asked = {row.item.id: set(_asked(row)).intersection(units) for row in rows}
    dues = [line for line in due_lines(rows, horizon) if asked[line.row.item.id]]
    silent = [row for row in rows if row.is_silent and asked[row.item.id]]
    sections = []
    for unit in units:
        parts = _parts(
            [line for line in dues if unit in asked[line.row.item.id]],
            [row for row in silent if unit in asked[row.item.id]],
            _Days(today, until, horizon, workdays),
            plan.rules.review,
        )
        if parts:
            sections.append(Section(unit, parts))
    return Letter(
        title=f"{plan.title}：工作提醒",
        today=today,
        until=until,
        sections=tuple(sections),
        late=sum(line.due.by < today for line in dues),
        soon=sum(today <= line.due.by <= until for line in dues),
        later=sum(line.due.by > until for line in dues),
        silent=len(silent),
    )


class _Days(NamedTuple):
    """What the days of a letter are measured by."""

    today: date
    until: date
    horizon: date
    workdays: Calendar | None


def _parts(
    dues: Sequence[DueLine], silent: Sequence[Row], days: _Days, review: Span
) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """What one unit is asked, under headings; those with nothing under them left out."""
    today, until, horizon, _ = days
    parts = (
        ("已逾期", [_due_line(line, days) for line in dues if line.due.by < today]),
        (
            f"{_week_words(today, until)}到期",
            [_due_line(line, days) for line in dues if today <= line.due.by <= until],
        ),
        (f"{_day_words(horizon)}前到期", [_due_line(line, days) for line in dues if line.due.by > until]),
        (f"没有期限，超过{review}没有进展记录", [_silent_line(row) for row in silent]),
    )
    return tuple((name, tuple(lines)) for name, lines in parts if lines)


def _asked(row: Row) -> tuple[str, ...]:
    return row.open_units or ((NOBODY,) if row.is_open and not row.units else ())


def _due_line(line: DueLine, days: _Days) -> Line:
    row, due = line
    left = days_words((due.by - days.today).days)
    return Line(due.id, due.by, f"{left}{_day_off_words(due.by, days)}", due.what, joined(row.lead))


def _day_off_words(by: date, days: _Days) -> str:
    """That a day to come is off, and which working day is the last before it."""
    if days.workdays is None or by < days.today or days.workdays.is_workday(by):
        return ""
    return f"（休息日，之前最后一个工作日是{_day_words(days.workdays.last_until(by))}）"


def _silent_line(row: Row) -> Line:
    return Line(row.item.id, None, f"静默{row.silent_days}天", row.item.work, joined(row.lead))


def _week_words(today: date, until: date) -> str:
    return "本周" if until - today == timedelta(days=7) else f"{_day_words(until)}前"


def _day_words(day: date) -> str:
    return f"{day.month}月{day.day}日"


def unknown_years(letter: Letter, workdays: Calendar) -> list[int]:
    """The years on which the letter had to guess, their holidays being unknown."""
    told = (line.by for section in letter.sections for _, lines in section.parts for line in lines)
    days = {letter.today, letter.until, *(by for by in told if by and by >= letter.today)}
    return sorted({day.year for day in days if not workdays.is_known(day)})


def letter_text(letter: Letter) -> Iterator[str]:
    """The letter's lines, at most WIDTH cells each, nothing cut: fit for a mail."""
    yield from wrap(letter.title, WIDTH)
    year, week, _ = letter.today.isocalendar()
    yield f"{letter.today}（{year}年第{week}周），提醒范围至 {letter.until}"
    yield ""
    for section in letter.sections:
        yield from wrap(f"【{section.unit}】", WIDTH)
        for name, lines in section.parts:
            yield f"  {name}（{len(lines)}项）"
            for line in lines:
                yield from _line_text(line)
        yield ""
    yield from wrap(letter.total, WIDTH)


def _line_text(line: Line) -> Iterator[str]:
    by = f"{line.by}  " if line.by else ""
    for number, folded in enumerate(wrap(f"{line.id}  {by}{line.days}", WIDTH - 4)):
        yield f"  {' ' if number else '-'} {folded}"
    lead = f"（牵头：{line.lead}）" if line.lead else ""
    for folded in wrap(f"{line.what}{lead}", WIDTH - 6):
        yield f"      {folded}"


def letter_sheet(letter: Letter) -> Sheet:
    """The letter as a table: a line a unit and thing."""
    columns = (
        Column("责任单位"),
        Column("类别", weight=1),
        Column("编号"),
        Column("期限"),
        Column("时间"),
        Column("要做的事", weight=4),
        Column("牵头单位", weight=1),
    )
    lines = tuple(
        (
            Cell(section.unit, Tone.STRONG),
            Cell(name),
            Cell(line.id),
            Cell(line.by),
            Cell(line.days),
            Cell(line.what),
            Cell(line.lead),
        )
        for section in letter.sections
        for name, lines in section.parts
        for line in lines
    )
    return Sheet(letter.title, columns, lines, (letter.total,))

"""专报: one page on one work for a leader: what it is, who owes it, whether it is late, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import Document, Part, date_words
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.brief_lines import (
    BriefLine,
    extension_lines,
    milestone_lines,
    report_lines,
    target_lines,
)
from qjtask.core.letters.next_step import next_step
from qjtask.core.letters.progress_words import problem_words, state_words
from qjtask.core.log.entry import Entry
from qjtask.core.log.history import History
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.owners import OWNER_WORDS
from qjtask.core.plan.plan import Owner, Plan
from qjtask.core.sheets.digest_words import digest_line
from qjtask.core.sheets.tones import LIGHT_TONES
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import (
    LIGHT_WORDS,
    SUPPORT,
    UNWRITTEN,
    heading,
    joined,
    printed_words,
    row_light_words,
)
from qjtask.core.text.width import shorten

_LONGEST, _PROBLEMS = 400, 200
"""Terminal cells of a text: what is longer is not for one page, and `show` has it."""

_TITLE = "重点工作专报"
_COLUMNS = (Column("项目", merged=True), Column("内容", weight=1), Column("日期", on_paper=False))


def brief(plan: Plan, rows: Sequence[Row], past: History, today: date, sign: str = "") -> Document:
    """A page for each of the rows as of `today`; `sign` is that of the log's digest.

    All stands in one table, which is what keeps it on one page.
    """
    parts = tuple(_part(plan, row, past, today, sign) for row in rows)
    return Document(f"{plan.title}{_TITLE}", parts)


def _part(plan: Plan, row: Row, past: History, today: date, sign: str) -> Part:
    check = [BriefLine("核对", digest_line(sign), Tone.DIM)] if sign else []
    lines = (*_facts(plan, row), *_course(plan, row, past, today), *check)
    cells = tuple((Cell(one.name, Tone.STRONG), Cell(one.told, one.tone), Cell(one.day)) for one in lines)
    number = f"{shown_id(row.item.id, row.item)}　{heading(row.group)}"
    made = "　".join(filter(None, (plan.issuer, f"截至{date_words(today)}")))
    return Part(_TITLE, (Sheet("", _COLUMNS, cells),), (number, f"（{made}）"))


def _facts(plan: Plan, row: Row) -> Iterator[BriefLine]:
    """What the work is, where it comes from, who owes it, by when."""
    yield BriefLine("具体工作", _short(row.item.work))
    yield BriefLine("来源", _source(plan, row))
    for role, names in (("牵头单位", row.lead), ("责任单位", row.units), (SUPPORT, row.support)):
        if names or role != SUPPORT:
            yield BriefLine(role, joined(names) or UNWRITTEN)
    if row.owner is not Owner.UNITS and row.units:
        yield BriefLine("承办", OWNER_WORDS[row.owner] if row.owner is Owner.LEAD else "牵头单位和责任单位")
    yield BriefLine("完成时限", _deadline(row), day=row.deadline)
    if row.item.note:
        yield BriefLine("备注", _short(row.item.note))


def _course(plan: Plan, row: Row, past: History, today: date) -> Iterator[BriefLine]:
    """How it goes, what stands in its way, what is next."""
    entries = past.by_item.get(row.item.id, ())
    yield BriefLine("状态", state_words(row), day=row.state.done_on)
    yield BriefLine("序时", _pace(row))
    if row.light:
        yield BriefLine("灯", f"{LIGHT_WORDS[row.light]}：{_short(row.why)}", LIGHT_TONES[row.light])
    elif told := row_light_words(row):
        yield BriefLine("完成情况", told, Tone.RED if row.finished_late else Tone.PLAIN)
    yield from milestone_lines(row, today)
    yield from target_lines(row)
    yield from report_lines(row, entries)
    yield BriefLine("存在问题", _problems(plan, row, entries, today))
    yield from extension_lines(row)
    yield BriefLine("下一步", next_step(row, today), day=row.next_due)


def _problems(plan: Plan, row: Row, entries: Sequence[Entry], today: date) -> str:
    """What is late, missed or silent; extensions have lines of their own."""
    without = row._replace(state=row.state._replace(extensions=()))
    problems = problem_words(without, entries, today, plan.year)
    return f"{_short(problems, _PROBLEMS)}。" if problems else "没有逾期、未达标和久无进展的情况。"


def _short(text: str, cells: int = _LONGEST) -> str:
    return shorten(text, cells, 1)[0]


def _source(plan: Plan, row: Row) -> str:
    """Where the work comes from: its own source, else the notice."""
    return row.item.source or f"《{plan.title}》{f'（{plan.document}）' if plan.document else ''}"


def _says(printed: str, day: date) -> bool:
    return printed in (day.isoformat(), date_words(day))


def _deadline(row: Row) -> str:
    """The deadline as printed, with the day that it means where it does not say one, or was put off to."""
    printed, day = printed_words(row.item), row.deadline
    if row.extended_from and day:
        first = "" if _says(printed, row.extended_from) else f"原定{date_words(row.extended_from)}，"
        return f"{printed}（{first}延至{date_words(day)}）"
    if day is None or _says(printed, day):
        return printed
    return f"{printed}（{'下一期' if row.periods and row.is_open else '即'}{date_words(day)}）"


def _pace(row: Row) -> str:
    if row.pace:
        return row.pace.words
    if not row.is_open:
        return "已办结，不再对照"
    if row.deadline is None:
        return "没有期限，无法对照"
    return "周期性工作，按期对照" if row.periods else "没有报过数字，无法对照"

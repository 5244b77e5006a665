"""通报: a draft in the usual order: overall, by unit, finished, late, next, and what no date brings up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from qjtask.core.document import Block, Document, Heading, Paragraph, Part, date_words
from qjtask.core.entry import History, history
from qjtask.core.fold import Status
from qjtask.core.listing import joined
from qjtask.core.numerals import to_chinese
from qjtask.core.plan import Plan
from qjtask.core.query import DueLine, due_lines
from qjtask.core.row import Row
from qjtask.core.sheet import Cell, Column, Sheet, Tone
from qjtask.core.span import Span
from qjtask.core.stats import Category, StatsBy, by_sheet, percentages, tally
from qjtask.core.status import rows_of

_ID, _WORK, _UNITS = Column("编号"), Column("工作", weight=6), Column("责任单位", weight=2)


class _Finished(NamedTuple):
    """Something finished in the time reported on: an item, a milestone, or a period of a recurring item."""

    id: str
    what: str
    row: Row
    on: date
    by: date | None


def bulletin(
    plan: Plan, rows: Sequence[Row], past: History, today: date, since: date, within: Span
) -> Document:
    """The draft as of `today`: finished since `since` (that day included), next due within `within`."""
    until = within.after(today)
    dues = due_lines(rows, until)
    late = [line for line in dues if line.due.by < today]
    coming = [line for line in dues if line.due.by >= today]
    silent = [row for row in rows if row.is_silent]
    finished = _finished(plan, rows, past, since)
    sections: list[tuple[str, list[Block]]] = [
        ("总体情况", [Paragraph(overall_words(rows, today))]),
        ("各责任单位进度", [by_sheet(rows, StatsBy.UNIT)._replace(title="")]),
        (f"{date_words(since)}以来完成的工作", _done_blocks(finished)),
        ("逾期未完成的工作", _late_blocks(late, today)),
        (f"下一步：{date_words(until)}前到期的工作", _coming_blocks(coming, today)),
        ("没有时限、久无进展的工作", _silent_blocks(silent, plan.rules.review)),
    ]
    blocks = tuple(_numbered(sections))
    title = f"关于{plan.title}进展情况的通报"
    sign = (*((plan.issuer,) if plan.issuer else ()), date_words(today))
    return Document(title, (Part(title, blocks, ("（代拟稿）",), sign),))


def _numbered(sections: Sequence[tuple[str, list[Block]]]) -> Iterator[Block]:
    for number, (name, blocks) in enumerate(sections, 1):
        yield Heading(f"{to_chinese(number)}、{name}")
        yield from blocks


def overall_words(rows: Sequence[Row], today: date) -> str:
    """截至……，共45项：已完成12项，占27%；…… The items add up to the total, the percentages to 100."""
    whole = tally("", rows)
    kinds = [kind for kind in Category if whole.counts[kind]]
    shares = percentages([whole.counts[kind] for kind in kinds])
    parts = [f"{kind}{whole.counts[kind]}项，占{share}%" for kind, share in zip(kinds, shares, strict=True)]
    late = sum(row.finished_late for row in rows)
    told = f"已完成的工作中，{late}项是逾期完成的。" if late else ""
    counts = "；".join(parts) + "。" if parts else ""
    return f"截至{date_words(today)}，任务分解表共{len(rows)}项工作{'：' if counts else '。'}{counts}{told}"


def _finished(plan: Plan, rows: Sequence[Row], past: History, since: date) -> list[_Finished]:
    closed_before = _closed_before(plan, rows, past, since)
    found: list[_Finished] = []
    for row in rows:
        state = row.state
        found.extend(
            _Finished(one.id, one.work, row, one.done_on, one.by)
            for one in row.milestones
            if one.done_on and one.done_on >= since
        )
        if row.item.deadline.recurrence:
            periods = state.closed - closed_before[row.item.id]
            if periods > 0 and state.last:
                found.append(
                    _Finished(row.item.id, f"{row.item.work}（{periods}期）", row, state.last.on, None)
                )
        elif row.status is Status.DONE and state.done_on and state.done_on >= since:
            found.append(_Finished(row.item.id, row.item.work, row, state.done_on, row.deadline))
    return found


def _closed_before(plan: Plan, rows: Sequence[Row], past: History, since: date) -> dict[str, int]:
    """How many periods of each recurring item were closed when the time reported on began."""
    if not any(row.item.deadline.recurrence for row in rows):
        return {}
    day = since - timedelta(days=1)
    return {row.item.id: row.state.closed for row in rows_of(plan, history(past.ordered, day), day)}


def _done_blocks(finished: Sequence[_Finished]) -> list[Block]:
    if not finished:
        return [Paragraph("这段时间没有新完成的工作。")]
    columns = (_ID, _WORK, _UNITS, Column("完成日期"), Column("是否按期"))
    lines = tuple(
        (Cell(one.id), Cell(one.what), Cell(joined(one.row.units)), Cell(one.on), _in_time(one))
        for one in finished
    )
    return [Paragraph(f"共{len(finished)}项："), Sheet("", columns, lines)]


def _in_time(one: _Finished) -> Cell:
    if one.by is None:
        return Cell("")
    late = (one.on - one.by).days
    return Cell(f"逾期{late}天", Tone.RED) if late > 0 else Cell("按期")


def _due_blocks(
    lines: Sequence[DueLine], days: tuple[str, Sequence[Cell]], none: str, asked: str
) -> list[Block]:
    """Things due, with the units whose share is open and a column of days."""
    if not lines:
        return [Paragraph(none)]
    columns = (_ID, _WORK, _UNITS, Column("期限"), Column(days[0]))
    told = tuple(
        (Cell(due.id), Cell(due.what), Cell(joined(row.open_units)), Cell(due.by), left)
        for (row, due), left in zip(lines, days[1], strict=True)
    )
    return [Paragraph(f"共{len(lines)}项，{asked}："), Sheet("", columns, told)]


def _late_blocks(lines: Sequence[DueLine], today: date) -> list[Block]:
    days = [Cell(f"{(today - line.due.by).days}天", Tone.RED) for line in lines]
    return _due_blocks(lines, ("逾期", days), "没有逾期的工作。", "请有关单位抓紧办理并说明原因")


def _coming_blocks(lines: Sequence[DueLine], today: date) -> list[Block]:
    days = [Cell(f"{(line.due.by - today).days}天") for line in lines]
    return _due_blocks(lines, ("还剩", days), "没有即将到期的工作。", "请有关单位提前安排")


def _silent_blocks(rows: Sequence[Row], review: Span) -> list[Block]:
    if not rows:
        return [Paragraph(f"没有时限的工作在{review}内都有进展记录。")]
    columns = (_ID, _WORK, _UNITS, Column("时限要求"), Column("无记录"))
    lines = tuple(
        (
            Cell(row.item.id),
            Cell(row.item.work),
            Cell(joined(row.open_units)),
            Cell(row.item.deadline.text),
            Cell(f"{row.silent_days}天", Tone.YELLOW),
        )
        for row in rows
    )
    return [Paragraph(f"共{len(rows)}项，超过{review}没有进展记录，请报送进展："), Sheet("", columns, lines)]

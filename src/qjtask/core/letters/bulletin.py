"""通报: a draft in the usual order: overall, by unit, finished, late, next, and what no date brings up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import Block, Document, Heading, Paragraph, Part, date_words, signature
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.log.fold import Status
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.sheets.digest_words import digest_line
from qjtask.core.sheets.stats_sheets import by_sheet
from qjtask.core.standing.asides import aside_words, asides
from qjtask.core.standing.counts import StatsBy, figures
from qjtask.core.standing.dues import Due, DueKind
from qjtask.core.standing.late import works_count
from qjtask.core.standing.query import DueLine, due_lines
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import joined
from qjtask.core.text.width import shorten
from qjtask.core.time.numerals import to_chinese
from qjtask.core.time.span import Span

_PARENT = 40
"""Cells of a work's text beside a milestone of it."""

_ID, _WORK, _UNITS = Column("编号"), Column("工作", weight=6), Column("责任单位", weight=2)


def bulletin(
    plan: Plan, rows: Sequence[Row], today: date, since: date, within: Span, sign: str = ""
) -> Document:
    """The draft as of `today`: finished since `since` (that day included), next due within `within`.

    `sign` is that of the log's digest.
    """
    until = within.after(today)
    dues = due_lines(rows, until)
    late = [line for line in dues if line.due.by < today]
    coming = [line for line in dues if line.due.by >= today]
    sections: list[tuple[str, list[Block]]] = [
        ("总体情况", [Paragraph(overall_words(rows, today))]),
        ("各责任单位进度", [_by_unit(plan, rows)]),
        (f"{date_words(since)}以来完成的工作", _done_blocks(rows, since)),
        ("逾期未完成的工作", [*_late_blocks(late, today), *_put_off_blocks(rows)]),
        (f"下一步：{date_words(until)}前到期的工作", _coming_blocks(coming, today)),
        ("久无进展的工作", _silent_blocks(rows, plan.rules.report_every or plan.rules.review)),
    ]
    if unread := [row for row in rows if row.is_unread]:
        sections.append(("时限读不懂的工作", _unread_blocks(unread)))
    end = (Paragraph(digest_line(sign), Tone.DIM),) if sign else ()
    blocks = (Paragraph("各责任单位：", is_flush=True), *_numbered(sections), *end)
    title = f"关于{plan.title}进展情况的通报"
    return Document(title, (Part(title, blocks, ("（代拟稿）",), signature(plan.issuer, today)),))


def _numbered(sections: Sequence[tuple[str, list[Block]]]) -> Iterator[Block]:
    for number, (name, blocks) in enumerate(sections, 1):
        yield Heading(f"{to_chinese(number)}、{name}")
        yield from blocks


def _by_unit(plan: Plan, rows: Sequence[Row]) -> Sheet:
    sheet = by_sheet(rows, StatsBy.UNIT, unit_names(plan).shown())
    return sheet._replace(title="", notes=tuple(f"{note}。" for note in sheet.notes))


def overall_words(rows: Sequence[Row], today: date) -> str:
    """截至……，共45项：已完成12项，占27%；…… The items add up to the total, the percentages to 100."""
    parts = [f"{kind}{count}项，占{percent}%" for kind, count, percent in figures(rows) if count]
    counts = "；".join(parts) + "。" if parts else ""
    begin = f"截至{date_words(today)}，任务分解表共{len(rows)}项工作{'：' if counts else '。'}{counts}"
    return "".join((begin, *_finished_words(rows), *_beside_words(rows)))


def _finished_words(rows: Sequence[Row]) -> Iterator[str]:
    """How many were finished late, and how many in time only by virtue of an extension."""
    late = sum(row.finished_late for row in rows)
    by_extension = sum(row.finished_by_extension for row in rows)
    told = [f"{late}项是逾期完成的"] if late else []
    told += [f"{by_extension}项是延期后按期完成的"] if by_extension else []
    if told:
        yield f"已完成的工作中，{'，'.join(told)}。"


def _beside_words(rows: Sequence[Row]) -> Iterator[str]:
    if beside := aside_words(asides(rows)):
        yield f"其中{beside}。"


def _done_blocks(rows: Sequence[Row], since: date) -> list[Block]:
    finished = tuple(cells for row in rows for cells in _finished(row, since))
    if not finished:
        return [Paragraph("这段时间没有新完成的工作。")]
    columns = (_ID, _WORK, _UNITS, Column("完成日期"), Column("是否按期"))
    count = works_count(cells[0].text for cells in finished)
    return [Paragraph(f"共{count.words}："), Sheet("", columns, finished)]


def _finished(row: Row, since: date) -> Iterator[tuple[Cell, ...]]:
    """One line for each thing of a row finished since then: its milestones, then its periods or the whole."""
    for due in (*row.milestones, *row.periods):
        if due.done_on and due.done_on >= since:
            period = f"（{date_words(due.by)}一期）" if due.kind is DueKind.PERIOD else ""
            yield _finished_cells(
                row, due.id, f"{_what(row, due)}{period}", due.done_on, (due.by, due.printed)
            )
    done_on = row.state.done_on if row.status is Status.DONE else None
    if done_on and done_on >= since and not row.periods:
        yield _finished_cells(row, row.item.id, row.item.work, done_on, (row.deadline, row.extended_from))


_Days = tuple[date | None, date | None]
"""The day that something is held to, and the printed one."""


def _finished_cells(row: Row, marked: str, what: str, on: date, days: _Days) -> tuple[Cell, ...]:
    return Cell(marked), Cell(what), Cell(joined(row.units)), Cell(on), _in_time(on, *days)


def _in_time(on: date, by: date | None, printed: date | None) -> Cell:
    """按期, or by how many days late; never plain 按期 where that is so by virtue of an extension."""
    if by is None:
        return Cell("")
    late = (on - by).days
    if late > 0:
        return Cell(f"逾期{late}天", Tone.RED)
    return Cell(f"延期后按期（原定{date_words(printed)}）") if printed and on > printed else Cell("按期")


def _what(row: Row, due: Due) -> str:
    """What is wanted; of a milestone with the beginning of its work."""
    if due.kind is DueKind.MILESTONE:
        return f"{due.what}（{shorten(row.item.work, _PARENT, 1)[0]}）"
    return due.what


def _due_blocks(
    lines: Sequence[DueLine], days: tuple[str, Sequence[Cell]], none: str, asked: str
) -> list[Block]:
    """Things due, with the units whose share is open and a column of days."""
    if not lines:
        return [Paragraph(none)]
    columns = (_ID, _WORK, _UNITS, Column("期限"), Column(days[0]))
    told = tuple(
        (Cell(due.id), Cell(_what(row, due)), Cell(joined(row.open_units)), _by(due), left)
        for (row, due), left in zip(lines, days[1], strict=True)
    )
    count = works_count(line.due.id for line in lines)
    return [Paragraph(f"共{count.words}，{asked}："), Sheet("", columns, told)]


def _by(due: Due) -> Cell:
    """The day; where it was moved, so that nobody takes it for a slip beside the work's own text."""
    if due.printed is None or due.by == due.printed:
        return Cell(due.by)
    return Cell(f"{date_words(due.by)}（{'已延期' if due.by > due.printed else '已提前'}）")


def _late_blocks(lines: Sequence[DueLine], today: date) -> list[Block]:
    days = [Cell(f"{(today - line.due.by).days}天", Tone.RED) for line in lines]
    return _due_blocks(lines, ("逾期", days), "没有逾期的工作。", "请有关单位抓紧办理并说明原因")


def _coming_blocks(lines: Sequence[DueLine], today: date) -> list[Block]:
    days = [Cell(f"{(line.due.by - today).days}天") for line in lines]
    return _due_blocks(lines, ("还剩", days), "没有即将到期的工作。", "请有关单位提前安排")


def _put_off_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """What is late by the notice and not by its extension: put off is not in time."""
    late = [row for row in rows if row.is_overdue_as_printed and not row.is_overdue]
    if late:
        yield Paragraph(f"另有{len(late)}项延过期，按原时限已逾期：")
        columns = (_ID, _WORK, _UNITS, Column("原定"), Column("延至"), Column("原因", weight=2))
        lines = tuple(
            (
                Cell(one.item),
                Cell(_first_words(row)),
                Cell(joined(row.open_units)),
                Cell(one.before),
                Cell(one.to),
            )
            + (Cell(one.text),)
            for row in late
            for one in row.state.extensions
        )
        yield Sheet("", columns, lines)


def _silent_blocks(rows: Sequence[Row], review: Span) -> list[Block]:
    silent = [row for row in rows if row.is_silent and not row.is_overdue]
    if not silent:
        return [Paragraph(f"未完成的工作在{review}内都有进展记录。")]
    columns = (_ID, _WORK, _UNITS, Column("时限"), Column("无记录"))
    lines = tuple(
        (
            Cell(row.item.id),
            Cell(_first_words(row)),
            Cell(joined(row.open_units)),
            Cell(row.deadline) if row.deadline else Cell(row.item.deadline.text),
            Cell(f"{row.silent_days}天", Tone.YELLOW),
        )
        for row in silent
    )
    return [
        Paragraph(f"共{len(silent)}项，超过{review}没有进展记录，请报送进展："),
        Sheet("", columns, lines),
    ]


def _unread_blocks(unread: Sequence[Row]) -> list[Block]:
    columns = (_ID, _WORK, _UNITS, Column("时限（原文）", weight=2))
    lines = tuple(
        (
            Cell(row.item.id),
            Cell(_first_words(row)),
            Cell(joined(row.open_units)),
            Cell(row.item.deadline.text),
        )
        for row in unread
    )
    return [Paragraph(f"共{len(unread)}项，请有关单位报来确切日期："), Sheet("", columns, lines)]


def _first_words(row: Row) -> str:
    return shorten(row.item.work, _PARENT, 1)[0]

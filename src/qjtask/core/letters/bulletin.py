"""通报: a draft in the usual order: overall, by unit, finished, late, next, and what no date brings up."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from qjtask.core.layout.document import Block, Document, Heading, Paragraph, Part, date_words, signature
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.log.fold import Status
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import owner_names
from qjtask.core.sheets.digest_words import digest_line
from qjtask.core.sheets.stats_sheets import by_sheet
from qjtask.core.standing.counts import StatsBy, figures
from qjtask.core.standing.dues import Due, DueKind
from qjtask.core.standing.late import works_count
from qjtask.core.standing.query import DueLine, due_lines
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, open_rows, shares
from qjtask.core.standing.words import open_owner_words, owner_words, owners_word, progress_part
from qjtask.core.text.width import shorten
from qjtask.core.time.numerals import to_chinese
from qjtask.core.time.span import Span

_PARENT = 40
"""Cells of a work's text beside a milestone of it."""

_ID, _WORK = Column("编号"), Column("工作", weight=6)


class _Works(NamedTuple):
    """The rows that the bulletin is about, the units for which they count, and the words for these."""

    rows: Sequence[Row]
    only: Collection[str] = ()
    about: str = ""

    @property
    def owners(self) -> str:
        """What those are called who owe them."""
        return owners_word(self.rows)


def bulletin(
    plan: Plan,
    rows: Sequence[Row],
    today: date,
    since: date,
    within: Span,
    sign: str = "",
    only: Collection[str] = (),
    about: str = "",
) -> Document:
    """The draft as of `today`: finished since `since` (that day included), next due within `within`.

    `sign` is that of the log's digest. The rows count as they stand for the units in `only`, if any are
    named. `about` stands after the title: whose works these are, where they are not all.
    """
    works = _Works(rows, only, about)
    until = within.after(today)
    dues = due_lines(open_rows(rows, works.only), until)
    late = [line for line in dues if line.due.by < today]
    coming = [line for line in dues if line.due.by >= today]
    sections: list[tuple[str, list[Block]]] = [
        ("总体情况", [Paragraph(overall_words(rows, today, only, about))]),
        (f"各{works.owners}进度", [_by_unit(plan, works)]),
        (f"{date_words(since)}以来完成的工作", _done_blocks(works, since)),
        ("逾期未完成的工作", _late_blocks(late, today)),
        (f"下一步：{date_words(until)}前到期的工作", _coming_blocks(coming, today)),
        ("没有时限、久无进展的工作", _silent_blocks(open_rows(rows, works.only), plan.rules.review)),
    ]
    end = (Paragraph(digest_line(sign), Tone.DIM),) if sign else ()
    blocks = (Paragraph(f"各{works.owners}：", is_flush=True), *_numbered(sections), *end)
    title = f"关于{plan.title}{works.about}进展情况的通报"
    return Document(title, (Part(title, blocks, ("（代拟稿）",), signature(plan.issuer, today)),))


def _numbered(sections: Sequence[tuple[str, list[Block]]]) -> Iterator[Block]:
    for number, (name, blocks) in enumerate(sections, 1):
        yield Heading(f"{to_chinese(number)}、{name}")
        yield from blocks


def _by_unit(plan: Plan, works: _Works) -> Sheet:
    sheet = by_sheet(works.rows, StatsBy.UNIT, owner_names(plan), works.only)
    return sheet._replace(title="", notes=tuple(f"{note}。" for note in sheet.notes))


def overall_words(rows: Sequence[Row], today: date, only: Collection[str] = (), about: str = "") -> str:
    """截至……，共45项：已完成12项，占27%；…… The items add up to the total, the percentages to 100."""
    parts = [f"{kind}{count}项，占{percent}%" for kind, count, percent in figures(rows, only) if count]
    late = sum(row.finished_late for row in rows)
    told = f"已完成的工作中，{late}项是逾期完成的。" if late else ""
    counts = "；".join(parts) + "。" if parts else ""
    whole = f"任务分解表{about}共{len(rows)}项工作{'：' if counts else '。'}"
    return f"截至{date_words(today)}，{whole}{counts}{told}"


def _done_blocks(works: _Works, since: date) -> list[Block]:
    ids, finished = [], []
    for one in shares(works.rows, works.only):
        for marked, cells in _finished(one, since):
            ids.append(marked)
            finished.append(cells)
    if not finished:
        return [Paragraph("这段时间没有新完成的工作。")]
    columns = (_ID, _WORK, Column(works.owners, weight=2), Column("完成日期"), Column("是否按期"))
    return [Paragraph(f"共{works_count(ids).words}："), Sheet("", columns, tuple(finished))]


_Finished = tuple[str, tuple[Cell, ...]]
"""A line under its id."""


def _finished(one: Share, since: date) -> Iterator[_Finished]:
    """One line for each thing of a row finished since then: its milestones, then its periods or the whole.

    Of a row that is not finished, the share of those who have done theirs.
    """
    row = one.row
    for due in (*row.milestones, *row.periods):
        if due.done_on and due.done_on >= since:
            period = f"（{date_words(due.by)}一期）" if due.kind is DueKind.PERIOD else ""
            yield _finished_cells(row, due.id, f"{_what(row, due)}{period}", due.done_on, due.by)
    done_on = one.done_on if row.status is Status.DONE or one.is_ahead else None
    if done_on and done_on >= since and not row.periods:
        yield _finished_cells(row, row.item.id, row.item.work, done_on, row.deadline)


def _finished_cells(row: Row, marked: str, what: str, on: date, by: date | None) -> _Finished:
    told = Cell(shown_id(marked, row.item)), Cell(what), Cell(owner_words(row)), Cell(on), _in_time(on, by)
    return marked, told


def _in_time(on: date, by: date | None) -> Cell:
    if by is None:
        return Cell("")
    late = (on - by).days
    return Cell(f"逾期{late}天", Tone.RED) if late > 0 else Cell("按期")


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
    rows = [line.row for line in lines]
    columns = (_ID, _WORK, Column(owners_word(rows), weight=2), Column("期限"), Column(days[0]))
    told = tuple(
        (Cell(shown_id(due.id, row.item)), Cell(_what(row, due)), Cell(open_owner_words(row)), _by(due), left)
        for (row, due), left in zip(lines, days[1], strict=True)
    )
    count = works_count(line.due.id for line in lines)
    return [Paragraph(f"共{count.words}，{asked}："), _with_progress(Sheet("", columns, told), rows)]


def _with_progress(sheet: Sheet, rows: Sequence[Row]) -> Sheet:
    """The sheet with how far its rows are, where that is known of any."""
    parts = list(map(progress_part, rows))
    if not any(parts):
        return sheet
    lines = tuple((*cells, Cell(part)) for cells, part in zip(sheet.rows, parts, strict=True))
    return sheet._replace(columns=(*sheet.columns, Column("进度")), rows=lines)


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


def _silent_blocks(rows: Sequence[Row], review: Span) -> list[Block]:
    silent = [row for row in rows if row.is_silent]
    if not silent:
        undated = any(row.silent_days is not None for row in rows)
        told = f"没有时限的工作在{review}内都有进展记录。" if undated else "目前没有未完成而没有时限的工作。"
        return [Paragraph(told)]
    columns = (_ID, _WORK, Column(owners_word(silent), weight=2), Column("时限要求"), Column("无记录"))
    lines = tuple(
        (
            Cell(shown_id(row.item.id, row.item)),
            Cell(row.item.work),
            Cell(open_owner_words(row)),
            Cell(row.item.deadline.text),
            Cell(f"{row.silent_days}天", Tone.YELLOW),
        )
        for row in silent
    )
    return [
        Paragraph(f"共{len(silent)}项，超过{review}没有进展记录，请报送进展："),
        _with_progress(Sheet("", columns, lines), silent),
    ]

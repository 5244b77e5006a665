"""What is not finished, as the bulletin tells it: late, next, put off, silent, unread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import Block, Paragraph, date_words
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.bulletin_cells import ID, WORK, begin, office_words, owner_column, what_words
from qjtask.core.plan.numbers import shown_id
from qjtask.core.standing.dues import Due
from qjtask.core.standing.late import works_count
from qjtask.core.standing.query import DueLine
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import open_owner_words, owners_word, printed_words, progress_part
from qjtask.core.time.span import Span


def late_blocks(lines: Sequence[DueLine], rows: Sequence[Row], today: date) -> list[Block]:
    """What is late, and those of the rows that are late by the notice only: put off is not in time."""
    days = [Cell(f"{(today - line.due.by).days}天", Tone.RED) for line in lines]
    count = f"共{works_count(line.due.id for line in lines).words}"
    late = _due_blocks(lines, ("逾期", days), count, "没有逾期的工作。", "请有关单位抓紧办理并说明原因")
    return [*late, *_put_off_blocks(rows)]


def coming_blocks(lines: Sequence[DueLine], today: date) -> list[Block]:
    """What is due next."""
    days = [Cell(f"{(line.due.by - today).days}天") for line in lines]
    count = _coming_words(lines)
    return _due_blocks(lines, ("还剩", days), count, "没有即将到期的工作。", "请有关单位提前安排")


def _coming_words(lines: Sequence[DueLine]) -> str:
    """The works that come next; one that is late is counted there, and only its further days here."""
    late = [line for line in lines if line.row.is_overdue]
    others = works_count(line.due.id for line in lines if not line.row.is_overdue)
    again = f"逾期工作的后续时间点{len(late)}个" if late else ""
    counted = f"共{others.words}" if others.works else "没有其他工作即将到期"
    return f"{counted}，另有{again}" if again else counted


def silent_blocks(rows: Sequence[Row], rhythm: Span) -> list[Block]:
    """The open rows without a report for longer than their rhythm; late ones are told as such."""
    silent = [row for row in rows if row.is_silent and not row.is_overdue]
    if not silent:
        return [Paragraph(f"未完成、未逾期的工作在{rhythm}内都有进展记录。")]
    columns = (ID, WORK, Column(owners_word(silent), weight=2), Column("时限"), Column("无记录"))
    lines = tuple(
        (
            *begin(row),
            Cell(open_owner_words(row)),
            Cell(row.deadline or printed_words(row.item)),
            Cell(f"{row.silent_days}天", Tone.YELLOW),
        )
        for row in silent
    )
    return [
        Paragraph(f"共{len(silent)}项（已逾期的不再列），超过{rhythm}没有进展记录，请报送进展："),
        _with_progress(Sheet("", columns, lines), silent),
    ]


def unread_blocks(unread: Sequence[Row]) -> list[Block]:
    """The rows whose deadline nobody has understood; nothing where there are none."""
    if not unread:
        return []
    columns = (ID, WORK, owner_column(unread), Column("时限（原文）", weight=2))
    lines = tuple(
        (*begin(row), Cell(office_words(row, open_owner_words(row))), Cell(row.item.deadline.text))
        for row in unread
    )
    return [Paragraph(f"共{len(unread)}项，请有关单位报来确切日期："), Sheet("", columns, lines)]


def _due_blocks(
    lines: Sequence[DueLine], days: tuple[str, Sequence[Cell]], count: str, none: str, asked: str
) -> list[Block]:
    """Things due, with the units whose share is open and a column of days."""
    if not lines:
        return [Paragraph(none)]
    rows = [line.row for line in lines]
    columns = (ID, WORK, owner_column(rows), Column("期限"), Column(days[0]))
    told = tuple(
        (
            Cell(shown_id(due.id, row.item)),
            Cell(what_words(row, due)),
            Cell(office_words(row, open_owner_words(row))),
            _by(due),
            left,
        )
        for (row, due), left in zip(lines, days[1], strict=True)
    )
    return [Paragraph(f"{count}，{asked}："), _with_progress(Sheet("", columns, told), rows)]


def _put_off_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    late = sum(row.is_overdue_as_printed and not row.is_overdue for row in rows)
    if late:
        yield Paragraph(f"另有{late}项延过期，按原时限已逾期，见“延期的工作”。")


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

"""What was put off, and what was sent back, as the bulletin tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.layout.document import Block, Paragraph, date_words
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.bulletin_cells import ID, WORK, begin
from qjtask.core.log.entry import Entry
from qjtask.core.log.fold import Status
from qjtask.core.log.state import Extension
from qjtask.core.plan.numbers import shown_id
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import owner_words, owners_word


def extended_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """Each extension of works that are not dropped: from when to when, why, who agreed, by which document."""
    standing = [row for row in rows if row.status is not Status.DROPPED]
    found = [(row, one) for row in standing for one in row.state.extensions if one.is_later]
    if not found:
        return
    works = len({row.item.id for row, _ in found})
    late = sum(one.is_late for _, one in found)
    after = f"，其中逾期后延期{late}次" if late else ""
    yield Paragraph(f"共{works}项工作延期{len(found)}次{after}：")
    columns = (
        *(ID, WORK, Column(owners_word([row for row, _ in found]), weight=2)),
        *(Column("原定和延至", weight=7), Column("原因和依据", weight=5)),
    )
    yield Sheet("", columns, tuple(_extended_cells(row, one) for row, one in found))


def _extended_cells(row: Row, one: Extension) -> tuple[Cell, ...]:
    marked, (_, work) = Cell(shown_id(one.item, row.item)), begin(row)
    return (marked, work, Cell(owner_words(row)), _days(one), Cell(_grounds(one)))


def _days(one: Extension) -> Cell:
    """From when to when; that the day had gone by is told with it."""
    if one.before is None:
        return Cell(f"定为{date_words(one.to)}")
    late = "（逾期后延期）" if one.is_late else ""
    told = f"{date_words(one.before)}延至{date_words(one.to)}{late}"
    return Cell(told, Tone.RED if late else Tone.PLAIN)


def _grounds(one: Extension) -> str:
    agreed = f"{one.approved_by}同意" if one.approved_by else ""
    return "；".join(filter(None, (one.text.strip().rstrip("。；"), agreed, one.doc))) or "没有写明"


def returned_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """Each completion of works that are not dropped that was sent back, why, and by whom."""
    found = [(row, entry) for row in rows if row.status is not Status.DROPPED for entry in row.state.returns]
    if not found:
        return
    works = len({row.item.id for row, _ in found})
    yield Paragraph(f"共{works}项工作报完成后被退回{len(found)}次：")
    columns = (
        *(ID, WORK, Column(owners_word([row for row, _ in found]), weight=2)),
        *(Column("退回日期"), Column("退回原因", weight=5), Column("退回人")),
    )
    yield Sheet("", columns, tuple(_returned_cells(row, entry) for row, entry in found))


def _returned_cells(row: Row, entry: Entry) -> tuple[Cell, ...]:
    whose = entry.unit or owner_words(row)
    return (*begin(row), Cell(whose), Cell(entry.on), Cell(entry.text), Cell(entry.by))

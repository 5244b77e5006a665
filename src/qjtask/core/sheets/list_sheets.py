"""The sheet of `list`, and the columns that `due` shares with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.plan.numbers import shown_id
from qjtask.core.sheets.office_columns import office_columns
from qjtask.core.sheets.tones import row_light_cell
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import deadline_words, heading, owners_told, short_status_words

ID = Column("编号")
WORK = Column("具体工作", weight=5, short=True)
LIGHT = Column("灯", under=True)
_HELD_TO = Column("期限", on_screen=False, on_paper=False)
_GROUP = Column("重点任务", on_screen=False)


def list_sheet(
    rows: Sequence[Row],
    total: int,
    asked: Collection[str] = (),
    notes: Sequence[str] = (),
    *,
    in_sections: bool,
) -> Sheet:
    """One line per item; `in_sections` puts each group's heading over its items (the table's own order).

    Of the offices `asked` for those are told that do not owe the item, with their role. `notes` stand
    under the count.
    """
    sections: dict[int, str] = {}
    if in_sections:
        for index, row in enumerate(rows):
            if index == 0 or rows[index - 1].group.id != row.group.id:
                sections[index] = heading(row.group)
    shown = f"{len(rows)}项" if len(rows) == total else f"{len(rows)}项（共{total}项）"
    note = shown if rows else f"没有符合条件的工作（共{total}项）"
    offices = office_columns(rows, lambda row: owners_told(row, asked))
    columns = (ID, _GROUP, WORK, *offices.columns, Column("完成时限"), LIGHT, Column("状态"), _HELD_TO)
    lines = tuple(_list_cells(row, offices.cells(row)) for row in rows)
    return Sheet("", columns, lines, (note, *notes), sections)


def _list_cells(row: Row, offices: Sequence[Cell]) -> tuple[Cell, ...]:
    return (
        Cell(shown_id(row.item.id, row.item), Tone.STRONG),
        Cell(heading(row.group)),
        Cell(row.item.work, Tone.PLAIN if row.is_open else Tone.DIM),
        *offices,
        Cell(deadline_words(row)),
        row_light_cell(row),
        Cell(short_status_words(row), Tone.PLAIN if row.is_open else Tone.DIM),
        Cell(row.deadline),
    )

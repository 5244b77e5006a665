"""The sheet of `list`, and the columns that `due` shares with it."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.sheets.tones import row_light_cell
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import deadline_words, heading, joined, status_words

ID = Column("编号")
WORK = Column("具体工作", weight=5, short=True)
UNITS = Column("责任单位", weight=3)
LEAD = Column("牵头单位", on_screen=False)
LIGHT = Column("灯", under=True)
_GROUP = Column("重点任务", on_screen=False)
_LIST = (ID, _GROUP, WORK, UNITS, LEAD, Column("完成时限"), LIGHT, Column("状态"))


def list_sheet(rows: Sequence[Row], total: int, *, in_sections: bool) -> Sheet:
    """One line per item; `in_sections` puts each group's heading over its items (the table's own order)."""
    sections: dict[int, str] = {}
    if in_sections:
        for index, row in enumerate(rows):
            if index == 0 or rows[index - 1].group.id != row.group.id:
                sections[index] = heading(row.group)
    shown = f"{len(rows)}项" if len(rows) == total else f"{len(rows)}项（共{total}项）"
    note = shown if rows else f"没有符合条件的工作（共{total}项）"
    return Sheet("", _LIST, tuple(map(_list_cells, rows)), (note,), sections)


def _list_cells(row: Row) -> tuple[Cell, ...]:
    return (
        Cell(row.item.id, Tone.STRONG),
        Cell(heading(row.group)),
        Cell(row.item.work, Tone.PLAIN if row.is_open else Tone.DIM),
        Cell(joined(row.units)),
        Cell(joined(row.lead)),
        Cell(deadline_words(row)),
        row_light_cell(row),
        Cell(status_words(row), Tone.PLAIN if row.is_open else Tone.DIM),
    )

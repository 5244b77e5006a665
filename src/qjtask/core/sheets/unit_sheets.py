"""The sheet of units: what each has to carry."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.standing.unit_loads import UnitLoad
from qjtask.core.standing.words import joined


def units_sheet(loads: Sequence[UnitLoad]) -> Sheet:
    """One line per unit."""
    columns = (
        Column("责任单位", weight=1),
        Column("别名", weight=1),
        Column("任务", is_number=True),
        Column("未完成", is_number=True),
        Column("逾期", is_number=True),
    )
    lines = tuple(
        (
            Cell(load.name, Tone.STRONG),
            Cell(joined(load.aliases)),
            Cell(load.items),
            Cell(load.open),
            Cell(load.overdue, Tone.RED if load.overdue else Tone.PLAIN),
        )
        for load in loads
    )
    return Sheet("", columns, lines)

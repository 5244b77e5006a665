"""The sheet of units: what each office has to carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.standing.unit_loads import UnitLoad
from qjtask.core.standing.words import joined


def units_sheet(loads: Sequence[UnitLoad], members: Mapping[str, Sequence[str]] = {}) -> Sheet:
    """One line per office; the columns of roles only where an office has one without owing the work.

    `members` are the collective names, with the offices that each stands for.
    """
    beside = [
        (name, counts)
        for name, counts in (
            ("牵头", [load.leads for load in loads]),
            ("责任", [load.responsible for load in loads]),
            ("配合", [load.supports for load in loads]),
        )
        if any(counts)
    ]
    columns = (
        Column("单位", weight=1),
        Column("别名", weight=1),
        Column("任务", is_number=True),
        Column("未完成", is_number=True),
        Column("逾期", is_number=True),
        *(Column(name, is_number=True) for name, _ in beside),
    )
    lines = tuple(
        (
            Cell(load.name, Tone.STRONG),
            Cell(joined(load.aliases)),
            Cell(load.items),
            Cell(load.open),
            Cell(load.overdue, Tone.RED if load.overdue else Tone.PLAIN),
            *(Cell(counts[place]) for _, counts in beside),
        )
        for place, load in enumerate(loads)
    )
    notes = tuple(f"{name}：{joined(tuple(offices))}" for name, offices in members.items())
    return Sheet("", columns, lines, notes)

"""The differences between a plan and a new print of its table, for the person who has to agree."""

from __future__ import annotations

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.plan.differences import DifferenceKind
from qjtask.core.plan.reissue import Update

_TONES = {DifferenceKind.NEW: Tone.GREEN, DifferenceKind.GONE: Tone.RED, DifferenceKind.NUMBER: Tone.DIM}


def changes_sheet(found: Update) -> Sheet:
    """One line per difference."""
    columns = (Column("变化"), Column("编号"), Column("原来", weight=1), Column("现在", weight=1))
    rows = tuple(
        (
            Cell(one.kind.value, _TONES.get(one.kind, Tone.YELLOW)),
            Cell(one.item, Tone.STRONG),
            Cell(one.before),
            Cell(one.after),
        )
        for one in found.changes
    )
    counts = {kind: sum(one.kind is kind for one in found.changes) for kind in DifferenceKind}
    note = "，".join(f"{kind.value}{count}处" for kind, count in counts.items() if count) or "没有变化"
    return Sheet("与现有计划的差别" if rows else "", columns, rows, (note,))

"""The differences between a plan and a new print of its table, for the person who has to agree."""

from __future__ import annotations

from collections import Counter

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.plan.difference_kinds import DifferenceKind
from qjtask.core.plan.reissue import Update

_TONES = {
    DifferenceKind.GONE: Tone.RED,
    DifferenceKind.RESTORED: Tone.GREEN,
    DifferenceKind.NEW: Tone.GREEN,
    DifferenceKind.NUMBER: Tone.DIM,
}


def changes_sheet(found: Update) -> Sheet:
    """One line per difference, what matters most first."""
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
    return Sheet("与现有计划的差别" if rows else "", columns, rows, (counts_words(found),))


def counts_words(found: Update) -> str:
    """How many differences of each kind there are."""
    counts = Counter(one.kind for one in found.changes)
    return "，".join(f"{kind.value}{counts[kind]}处" for kind in DifferenceKind if counts[kind]) or "没有变化"

"""What the tables of the bulletin have in common."""

from __future__ import annotations

from qjtask.core.layout.sheet import Column
from qjtask.core.letters.first_words import first_words
from qjtask.core.standing.dues import Due, DueKind
from qjtask.core.standing.row import Row

ID, WORK = Column("编号"), Column("工作", weight=6)


def what_words(row: Row, due: Due) -> str:
    """What is wanted; of a milestone with the beginning of its work."""
    return f"{due.what}（{first_words(row.item.work)}）" if due.kind is DueKind.MILESTONE else due.what

"""What the tables of the bulletin have in common."""

from __future__ import annotations

from qjtask.core.layout.sheet import Column
from qjtask.core.standing.dues import Due, DueKind
from qjtask.core.standing.row import Row
from qjtask.core.text.width import shorten

_FIRST_WORDS = 40
"""Cells of a work's text beside a milestone of it, and where its number and days say the rest."""

ID, WORK = Column("编号"), Column("工作", weight=6)


def what_words(row: Row, due: Due) -> str:
    """What is wanted; of a milestone with the beginning of its work."""
    return f"{due.what}（{first_words(row)}）" if due.kind is DueKind.MILESTONE else due.what


def first_words(row: Row) -> str:
    """The beginning of a work's text."""
    return shorten(row.item.work, _FIRST_WORDS, 1)[0]

"""What the tables of the bulletin have in common."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.layout.sheet import Cell, Column
from qjtask.core.letters.first_words import first_words
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.plan import Owner
from qjtask.core.standing.dues import Due, DueKind
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import joined, owners_word

ID, WORK = Column("编号"), Column("工作", weight=6)


def what_words(row: Row, due: Due) -> str:
    """What is wanted; of a milestone with the beginning of its work."""
    return f"{due.what}（{first_words(row.item.work)}）" if due.kind is DueKind.MILESTONE else due.what


def begin(row: Row) -> tuple[Cell, Cell]:
    """A row's number and first words."""
    return Cell(shown_id(row.item.id, row.item)), Cell(first_words(row.item.work))


def owner_column(rows: Sequence[Row]) -> Column:
    """The column of those who owe the rows, and of who leads them, where that is another."""
    has_lead = any(map(_lead, rows))
    return Column(f"{owners_word(rows)}{'（牵头单位）' if has_lead else ''}", weight=4 if has_lead else 2)


def office_words(row: Row, owners: str) -> str:
    """A row's cell under it: those of the owners that are to be named, and who leads."""
    return f"{owners}（牵头：{_lead(row)}）" if _lead(row) else owners


def _lead(row: Row) -> str:
    """Who leads a row; "" where they are its owners, and named as such."""
    return joined(row.lead) if row.owner is Owner.UNITS else ""

"""Sheets: what people read, laid out but not yet drawn. Every renderer draws these; none knows a rule."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from qjtask.core.named_tuple import NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal  # few sheets have one: the others need not pay for it


class Tone(StrEnum):
    """What a cell's colour says; the words say it too."""

    PLAIN = "plain"
    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    DIM = "dim"
    STRONG = "strong"


class Cell(NamedTuple):
    """A typed value and its tone. Text is data: no renderer may read markup or a formula in it."""

    value: "str | int | Decimal | date | None"
    tone: Tone = Tone.PLAIN

    @property
    def text(self) -> str:
        """The value as people read it."""
        return "" if self.value is None else str(self.value)


class Column(NamedTuple):
    """A heading and how its cells may be fitted on a narrow screen.

    `weight` 0 keeps the cells on one line; a positive one shares the room that is left and folds.
    `short` cells may be shortened on a terminal. An `under` column may stand beneath the one before
    it where room is short. Columns not `on_screen` are left out there, since a section's heading or
    another cell says the same. Those not `on_paper` are in workbooks and CSV alone: a date to sort and
    filter by, which another cell prints in words. Equal cells of a `merged` column that stand beneath one
    another are drawn as one where a format can: the table's own first column.
    """

    heading: str
    weight: int = 0
    short: bool = False
    under: bool = False
    on_screen: bool = True
    on_paper: bool = True
    is_number: bool = False
    merged: bool = False


class Sheet(NamedTuple):
    """A titled table with notes under it. `sections` are headings to stand before a row, by its index."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    sections: Mapping[int, str] = {}

    @property
    def on_paper(self) -> Self:
        """The sheet as a page has it: without the columns that are for workbooks alone."""
        kept = [at for at, column in enumerate(self.columns) if column.on_paper]
        if len(kept) == len(self.columns):
            return self
        columns = tuple(self.columns[at] for at in kept)
        return self._replace(columns=columns, rows=tuple(tuple(row[at] for at in kept) for row in self.rows))

"""The columns of offices in a list: who owes the work on the screen, and the other roles beside it."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from qjtask.core.layout.sheet import Cell, Column
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.owners import OWNER_WORDS
from qjtask.core.plan.plan import Owner
from qjtask.core.standing.row import Row
from qjtask.core.standing.words import SUPPORT, joined, owners_word

OfficeNames = Callable[[Row], tuple[str, ...]]
"""Gives the names of offices that a column holds of a row."""


class OfficeColumns(NamedTuple):
    """The columns, and what each holds of a row."""

    columns: tuple[Column, ...]
    names: tuple[OfficeNames, ...]

    def cells(self, row: Row) -> tuple[Cell, ...]:
        """A row's cells under the columns."""
        return tuple(_cell(names(row)) for names in self.names)


@lru_cache(maxsize=4096)
def _cell(names: tuple[str, ...]) -> Cell:
    """The cell of some names: many rows have the same."""
    return Cell(joined(names))


def office_columns(rows: Sequence[Row], owners: OfficeNames) -> OfficeColumns:
    """The column of the `owners`, named by their role, then the other roles, off the screen.

    That of the supporting offices is there only where there are any.
    """
    first = owners_word(rows)
    roles: list[tuple[str, OfficeNames]] = [
        (OWNER_WORDS[Owner.UNITS], lambda row: row.units),
        (OWNER_WORDS[Owner.LEAD], lambda row: row.lead),
        (SUPPORT, lambda row: row.support),
    ]
    kept = [one for one in roles if one[0] != first and (one[0] != SUPPORT or any(map(one[1], rows)))]
    columns = (Column(first, weight=3), *(Column(name, on_screen=False) for name, _ in kept))
    return OfficeColumns(columns, (owners, *(names for _, names in kept)))

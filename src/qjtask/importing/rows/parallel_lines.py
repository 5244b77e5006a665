"""A row whose cells hold several works line by line: as many dates beside as many numbered works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.columns.column_content import is_deadline
from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.tables.tables import Table
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.numbering import count_on, read_number


class _NumberedLines(NamedTuple):
    """The lines of a cell of works: the one that heads them, and the works."""

    heading: str
    works: Sequence[str]


class WorkLines(NamedTuple):
    """The columns of a table that may hold a line for each of several works: of works, and of deadlines."""

    work: int
    deadline: int


def columns_of_lines(table: Table) -> WorkLines | None:
    """The only column of works and the only one of deadlines; None for a table that has others."""
    roles = table.roles
    if roles.count(Role.WORK) != 1 or roles.count(Role.DEADLINE) != 1:
        return None
    return WorkLines(roles.index(Role.WORK), roles.index(Role.DEADLINE))


def rows_apart(row: GridRow, columns: WorkLines | None) -> Sequence[GridRow]:
    """The row, or one row for each of its works where another cell has a line for each of them.

    Works count on from line to line, and each has a deadline: fewer lines are the lines of one work. What
    is printed once is that of all of them, as a merged cell is.
    """
    if columns is None or "\n" not in row.cells[columns.work].text:
        return (row,)
    return tuple(_apart(row, columns))


def _apart(row: GridRow, columns: WorkLines) -> Iterator[GridRow]:
    at, until = columns
    found = None if row.cells[at].up else _numbered(row.cells[at].text.split("\n"))
    dates = row.cells[until].text.split("\n")
    if found is None or not _are_of(dates, found.works):
        yield row
        return
    if found.heading:
        heads = (GridCell(found.heading if here == at else "") for here in range(len(row.cells)))
        yield row._replace(cells=tuple(heads))
    for number, (work, day) in enumerate(zip(found.works, dates, strict=True)):
        own = {at: work, until: day}
        cells = (
            cell._replace(text=own[here]) if here in own else cell._replace(up=cell.up or number > 0)
            for here, cell in enumerate(row.cells)
        )
        yield row._replace(cells=tuple(cells))


def _are_of(dates: Sequence[str], works: Sequence[str]) -> bool:
    """Whether there is a date for each work."""
    return len(dates) == len(works) and all(map(is_deadline, dates))


def _numbered(lines: Sequence[str]) -> _NumberedLines | None:
    """Lines that count on, a heading over them apart; None for others."""
    for first in (0, 1):
        works = lines[first:]
        printed = [one for line in works if (one := read_number(line))]
        if len(printed) == len(works) and count_on(printed):
            return _NumberedLines(lines[0] if first else "", works)
    return None

"""Tables with a column for each office, in whose cells a sign or a word says who leads and who helps."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.signs import is_blank
from qjtask.importing.document.grid import Grid, GridCell, GridRow, SourceDocument
from qjtask.importing.tables.matrix_signs import Meanings, is_known, meanings_of
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.words.office_words import ends_as_body, is_office
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_FEWEST = 2  # offices
_HEADS = 4  # rows in which the offices may be named


class _Matrix(NamedTuple):
    """Where the offices stand: their columns with their names, and the row that names them."""

    width: int
    names: dict[int, str]
    row: int


def with_offices_named(document: SourceDocument) -> SourceDocument:
    """The document with such columns made into 牵头单位, 责任单位 and 配合单位; any other as it is.

    A sign is what the document says of it (▲牵头). Where it says nothing a solid one leads and a hollow one
    helps, and the heading keeps the sign, so that it is told; signs that are no such pair stay unread.
    """
    matrix = next(filter(None, map(_matrix_of, document.grids)), None)
    if matrix is None:
        return document
    own = [grid for grid in document.grids if grid.width == matrix.width and _is_part(grid, matrix)]
    said = {text for grid in own for text in _said(grid, matrix)}
    meanings = meanings_of(said, document)
    if meanings is None:
        return document
    laid = {id(grid): _laid(grid, matrix, meanings) for grid in own}
    return document._replace(blocks=tuple(laid.get(id(block), block) for block in document.blocks))


def _matrix_of(grid: Grid) -> _Matrix | None:
    """Where a table names offices over signs, several of them signed; None for any other table."""
    for at, row in enumerate(grid.rows[:_HEADS]):
        matrix = _Matrix(grid.width, _offices_of(row), at)
        if _are_offices(matrix.names.values()) and _is_part(grid, matrix):
            signed = {column for _, column in _cells(grid, matrix)}
            if len(signed) >= _FEWEST:
                return matrix
    return None


def _offices_of(row: GridRow) -> dict[int, str]:
    """The offices that a row's own cells name, by column."""
    own = ((at, flow(cell.text)) for at, cell in enumerate(row.cells) if not (cell.up or cell.left))
    return {at: text for at, text in own if _is_name(text)}


def _are_offices(names: Collection[str]) -> bool:
    """Whether several names are headings, half of them for certain: 发改局."""
    return len(names) >= _FEWEST and sum(map(ends_as_body, names)) * 2 >= len(names)


def _is_name(text: str) -> bool:
    """Whether a heading is one office's name, and says no duty: 发改局, but not 责任单位."""
    if len(text) <= 1 or not is_office(text) or text in words().offices.generic:
        return False
    duties = words().duties
    return not any(word in text for word in (*duties.lead, *duties.units, *duties.support))


def _is_part(grid: Grid, matrix: _Matrix) -> bool:
    """Whether all that stands under the offices is a sign or a word for what they do."""
    return all(is_known(text) for text in _said(grid, matrix))


def _said(grid: Grid, matrix: _Matrix) -> Iterator[str]:
    """What the filled cells under the offices say."""
    return (flow(row.cells[at].text) for row, at in _cells(grid, matrix))


def _cells(grid: Grid, matrix: _Matrix) -> Iterator[tuple[GridRow, int]]:
    """The filled cells under the offices; a cell over several columns is a heading among the works."""
    for row in _rows_below(grid, matrix):
        for at in matrix.names:
            if not is_blank(row.cells[at].text) and not _is_heading(row, matrix):
                yield row, at


def _rows_below(grid: Grid, matrix: _Matrix) -> Sequence[GridRow]:
    """The rows under the offices' names; a further page may go on without them."""
    return grid.rows[matrix.row + 1 :] if _names_them(grid, matrix) else grid.rows


def _names_them(grid: Grid, matrix: _Matrix) -> bool:
    """Whether a table prints the same offices in the same row."""
    row = grid.rows[matrix.row] if len(grid.rows) > matrix.row else None
    return row is not None and all(flow(row.cells[at].text) == name for at, name in matrix.names.items())


def _is_heading(row: GridRow, matrix: _Matrix) -> bool:
    """Whether a cell reaches over the offices' columns: a heading among the works."""
    return any(row.cells[at].left for at in matrix.names)


# The new columns --------------------------------------------------------------------------------------


def _laid(grid: Grid, matrix: _Matrix, meanings: Meanings) -> Grid:
    """The table with a column for each role in place of the offices' own."""
    roles = [role for role in OFFICES if role in meanings.roles.values()]
    begins = matrix.row if _names_them(grid, matrix) else -1
    rows = []
    for at, row in enumerate(grid.rows):
        if at == begins:
            made = [GridCell(_heading(role, meanings)) for role in roles]
        elif at < begins or _is_heading(row, matrix):
            made = _of_heading(row, matrix, len(roles))
        else:
            made = [GridCell("、".join(_named(row, role, matrix, meanings))) for role in roles]
        rows.append(_with_cells(row, matrix, made))
    return grid._replace(rows=tuple(rows))


def _with_cells(row: GridRow, matrix: _Matrix, made: Sequence[GridCell]) -> GridRow:
    """The row with these cells where the offices began, in place of theirs."""
    kept = [cell for column, cell in enumerate(row.cells) if column not in matrix.names]
    first = min(matrix.names)
    return row._replace(cells=(*kept[:first], *made, *kept[first:]))


def _of_heading(row: GridRow, matrix: _Matrix, count: int) -> list[GridCell]:
    """So many cells of a row that heads works or the table: its own, and more that go on from these."""
    held = [row.cells[column] for column in matrix.names]
    return [*held, *[GridCell("", left=True)] * count][:count]


def _named(row: GridRow, role: Role, matrix: _Matrix, meanings: Meanings) -> Iterable[str]:
    """The offices whose signs in a row give them this role."""
    held = ((name, flow(row.cells[at].text)) for at, name in matrix.names.items())
    return (name for name, text in held if meanings.roles.get(text) is role)


def _heading(role: Role, meanings: Meanings) -> str:
    """A role's heading, under the signs that were taken for it without a word."""
    signs = sorted(sign for sign in meanings.guessed if meanings.roles[sign] is role)
    return "".join((*signs, role.value))

"""Tables whose first column holds the headings and each further column a work, turned upright."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.heading_words import role_of
from qjtask.importing.document.grid import Grid, GridCell, GridRow
from qjtask.importing.tables.table_header import heading_score, may_head, texts_of
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role
from qjtask.importing.words.tidy_text import flow

_FEWEST_WORKS, _FEWEST_LABELS = 2, 3
_NAMES = frozenset((*TEXTS, Role.NAME))
_SAYS_WHEN_OR_WHO = frozenset((*OFFICES, Role.DEADLINE))
_A_FEW = 0.25
_A_LABEL_MAY_BE_UNKNOWN = 4  # labels, of which one may be


def turned(grid: Grid) -> Grid:
    """The table with its first column as its heading and a row for each other column; any other as it is.

    It is certain when the first column holds headings and nothing else, of works and of offices or times, and
    hardly another cell is one.
    """
    titles = list(takewhile(lambda row: len(texts_of(row)) < _FEWEST_WORKS, grid.rows))
    rows = grid.rows[len(titles) :]
    if grid.width <= _FEWEST_WORKS or len(rows) < _FEWEST_LABELS or not _are_labels(rows):
        return grid
    heading, *works = (_column_as_row(rows, at) for at in range(grid.width))
    filled = (row for row in works if any(cell.text and not cell.up for cell in row.cells))
    return Grid(grid.name, (*(_title(row, len(rows)) for row in titles), heading, *filled))


def _are_labels(rows: Sequence[GridRow]) -> bool:
    """Whether the first cells of rows are headings, all but one of many, and no other cells are."""
    labels = [row.cells[0] for row in rows]
    return (
        _may_be_labels(labels)
        and _are_of_works([role_of(flow(label.text)) for label in labels])
        and all(heading_score(row) <= 1 for row in rows)
        and _hardly_heads(cell for row in rows for cell in row.cells[1:])
    )


def _may_be_labels(cells: Sequence[GridCell]) -> bool:
    """Whether cells one under the other could each head a row, none merged and none like another."""
    if any(cell.up for cell in cells):
        return False
    texts = [flow(cell.text) for cell in cells]
    return all(map(may_head, texts)) and len({*texts}) == len(texts)


def _are_of_works(roles: Sequence[Role | None]) -> bool:
    """Whether labels name works, and by whom or by when; one of many may be unknown (None)."""
    unknown = 1 if len(roles) >= _A_LABEL_MAY_BE_UNKNOWN else 0
    is_said = not _NAMES.isdisjoint(roles) and not _SAYS_WHEN_OR_WHO.isdisjoint(roles)
    return is_said and roles.count(None) <= unknown


def _hardly_heads(cells: Iterable[GridCell]) -> bool:
    """Whether but a few cells could head a column, as 婚俗改革 could."""
    texts = [flow(cell.text) for cell in cells if cell.text and not cell.left]
    return sum(map(_heads, texts)) <= len(texts) * _A_FEW


def _heads(text: str) -> bool:
    """Whether a text heads a column by its words, and not by a day or a number only."""
    return may_head(text) and role_of(text) not in {None, Role.STEP, Role.TARGET}


def _column_as_row(rows: Sequence[GridRow], at: int) -> GridRow:
    """A column as a row, its place told as that of the column: 表1第2列."""
    cells = (row.cells[at] for row in rows)
    place = compiled(r"第\d+行$").sub(f"第{at + 1}列", rows[0].place)
    return GridRow(tuple(GridCell(cell.text, up=cell.left, left=cell.up) for cell in cells), place)


def _title(row: GridRow, width: int) -> GridRow:
    """A row over the labels as one over the turned table, its text merged over all of it."""
    text = next(iter(texts_of(row)), "")
    return GridRow(tuple(GridCell(text, left=at > 0) for at in range(width)), row.place)

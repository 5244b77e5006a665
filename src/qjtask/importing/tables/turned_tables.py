"""Tables whose first column holds the headings and each further column a work, turned upright."""

from __future__ import annotations

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
    width = len(rows)
    made = [_title(row, width) for row in titles]
    for at in range(grid.width):
        cells = tuple(_turned(row.cells[at]) for row in rows)
        if at == 0 or any(cell.text and not cell.up for cell in cells):
            place = compiled(r"第\d+行$").sub(f"第{at + 1}列", rows[0].place)
            made.append(GridRow(cells, place))
    return Grid(grid.name, tuple(made))


def _are_labels(rows: tuple[GridRow, ...]) -> bool:
    """Whether the first cells of rows are headings, all but one of many, and no other cells are."""
    firsts = [flow(row.cells[0].text) for row in rows]
    if not all(map(may_head, firsts)) or len({*firsts}) < len(firsts) or any(row.cells[0].up for row in rows):
        return False
    roles = [role_of(text) for text in firsts]
    if roles.count(None) > (len(roles) >= _A_LABEL_MAY_BE_UNKNOWN):
        return False
    is_of_works = not _NAMES.isdisjoint(roles) and not _SAYS_WHEN_OR_WHO.isdisjoint(roles)
    if not is_of_works or any(heading_score(row) > 1 for row in rows):
        return False
    others = [flow(cell.text) for row in rows for cell in row.cells[1:] if cell.text and not cell.left]
    return sum(map(_heads, others)) <= len(others) * _A_FEW  # 婚俗改革 could head a column


def _heads(text: str) -> bool:
    return may_head(text) and role_of(text) not in {None, Role.STEP, Role.TARGET}


def _turned(cell: GridCell) -> GridCell:
    return GridCell(cell.text, up=cell.left, left=cell.up)


def _title(row: GridRow, width: int) -> GridRow:
    text = next(iter(texts_of(row)), "")
    return GridRow(tuple(GridCell(text, left=at > 0) for at in range(width)), row.place)

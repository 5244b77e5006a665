"""Tables printed in two halves side by side, each under the same headings: 序号 工作 单位 序号 工作 单位."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from qjtask.importing.document.grid import Grid, GridRow
from qjtask.importing.words.numbering import read_ordinal
from qjtask.importing.words.tidy_text import flow


def unfolded(grid: Grid, heading: int) -> Grid:
    """The table with the right half of its rows under the left one; `heading` is the row that says both.

    A row over both halves stands before the halves of those under it.
    """
    half = grid.width // 2
    above = [_half(row, 0, half) for row in grid.rows[: heading + 1]]
    made: list[GridRow] = []
    for is_over, rows in groupby(grid.rows[heading + 1 :], lambda row: row.cells[half].left):
        band = list(rows)
        made.extend((_half(row, 0, half) for row in band) if is_over else _below_each_other(band, half))
    return grid._replace(rows=(*above, *made))


def _below_each_other(rows: Sequence[GridRow], half: int) -> Iterator[GridRow]:
    """The halves of rows in the order of their numbers: across, 1 beside 2, or down."""
    pairs = [(_half(row, 0, half), _half(row, half, 2 * half)) for row in rows]
    ordered = pairs if _are_across(pairs) else zip(*pairs, strict=True)
    yield from (row for rows in ordered for row in rows if any(cell.text.strip() for cell in row.cells))


def _are_across(pairs: Sequence[tuple[GridRow, GridRow]]) -> bool:
    """Whether the right half of each row is numbered next to its left one, in several rows."""
    numbers = [[read_ordinal(flow(one.cells[0].text)) for one in pair] for pair in pairs]
    are_next = [second[-1] == first[-1] + 1 for first, second in numbers if first and second]
    return len(are_next) > 1 and all(are_next)


def _half(row: GridRow, first: int, last: int) -> GridRow:
    cells = row.cells[first:last]
    return row._replace(cells=(cells[0]._replace(left=False), *cells[1:]))

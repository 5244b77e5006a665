"""A sheet's cells laid on a grid: rows by their numbers, merged ranges, what the sheet does not show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import Budget, Grid, GridCell, GridRow
from qjtask.importing.document.unshown import ShownText, UnshownRows, hidden_column, without_columns

Lines = Mapping[int, Mapping[int, ShownText]]
"""A sheet's cells by row (from 1) and column (from 0); blank ones are not there."""


class MergedRange(NamedTuple):
    """A merged cell: rows from 1, columns from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


class SheetCells(NamedTuple):
    """One sheet as it was read."""

    name: str
    lines: Lines
    merges: Sequence[MergedRange] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def laid(sheet: SheetCells, budget: Budget) -> tuple[Grid, tuple[Doubt, ...]]:
    """The sheet as a table, without blank rows and blank columns on the right; what it does not show."""
    lines = sheet.lines
    width = max((max(line) + 1 for line in lines.values()), default=0)
    budget.take(width * len(lines))
    blank = ShownText("")
    cells = {
        number: [GridCell(line.get(at, blank).text) for at in range(width)] for number, line in lines.items()
    }
    order = sorted(cells)
    for merge in sheet.merges:
        _merge(cells, order, merge, budget)
    rows = tuple(GridRow(tuple(cells[number]), f"“{sheet.name}”第{number}行") for number in order)
    grid, doubts = _unshown_rows(sheet, order, rows).taken_out(Grid(sheet.name, rows))
    return _without_columns(grid, sheet.hidden_columns, doubts)


def _unshown_rows(sheet: SheetCells, order: Sequence[int], rows: Sequence[GridRow]) -> UnshownRows:
    unshown = UnshownRows()
    hidden = sheet.hidden_columns
    for at, number in enumerate(order):
        seen = {column: cell for column, cell in sheet.lines[number].items() if column not in hidden}
        if any(cell.unshown for cell in seen.values()):
            unshown.add(at, (run for cell in seen.values() for run in cell.unshown))
            own = (cell.text for column, cell in seen.items() if not _goes_on_below(rows, at, column))
            unshown.judge(at, own)
        if number in sheet.hidden_rows:
            unshown.hide(at)
    return unshown


def _goes_on_below(rows: Sequence[GridRow], at: int, column: int) -> bool:
    return at + 1 < len(rows) and rows[at + 1].cells[column].up


def _merge(
    cells: dict[int, list[GridCell]], order: Sequence[int], merge: MergedRange, budget: Budget
) -> None:
    """A merged cell's text in all its places. It may begin in a blank row, or run on past the last one."""
    width = len(next(iter(cells.values()), []))
    right = min(merge.right + 1, width)
    if merge.left >= right:
        return
    covered = order[bisect_left(order, merge.top) : bisect_right(order, merge.bottom)]
    budget.take(len(covered) * (right - merge.left))
    first = cells[merge.top][merge.left] if merge.top in cells else GridCell("")
    for row in covered:
        for at in range(merge.left, right):
            cells[row][at] = GridCell(first.text, up=row > merge.top, left=at > merge.left)


def _without_columns(
    grid: Grid, hidden: frozenset[int], doubts: tuple[Doubt, ...]
) -> tuple[Grid, tuple[Doubt, ...]]:
    gone = hidden & frozenset(range(grid.width))
    if not gone:
        return grid, doubts
    columns = (hidden_column(grid, at) for at in sorted(gone))
    left_out = tuple(doubt for doubt in columns if doubt is not None)
    return grid._replace(rows=without_columns(grid.rows, gone)), (*left_out, *doubts)

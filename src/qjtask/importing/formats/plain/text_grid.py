"""Rows of a text laid on a grid: made equally wide, a row cut in two put together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.grid import Budget, Grid, GridCell, GridRow


class TextRow(NamedTuple):
    """A row as it stands in the file: its cells, and the number of its first line.

    `up` are the columns whose cell goes on from the row above.
    """

    cells: tuple[str, ...]
    number: int
    up: frozenset[int] = frozenset()


def grid_of_rows(rows: Sequence[TextRow], budget: Budget, before: int = 0) -> Grid:
    """Rows made equally wide. A row cut in two by a blank line is put together again.

    Rows with a column less than the table `before` them go on with it: their last one is blank.
    """
    widths = [len(row.cells) for row in rows]
    counts = Counter(widths)
    # The widest that is no accident: many rows may lack their group's cell, few have a stray comma.
    width = max((one for one, count in counts.items() if count * 20 >= len(widths)), default=0)
    width += width == before - 1
    budget.columns(max(widths, default=0))
    budget.take(width * len(rows))
    made: list[GridRow] = []
    waiting: TextRow | None = None
    for row in rows:
        if waiting is not None and len(waiting.cells) + len(row.cells) == width:
            made.append(_row(TextRow(waiting.cells + row.cells, waiting.number), width))
            waiting = None
            continue
        if waiting is not None:
            made.append(_row(waiting, width))
            waiting = None
        if len(row.cells) < width:
            waiting = row
        else:
            made.append(_row(row, width))
    if waiting is not None:
        made.append(_row(waiting, width))
    return Grid("表", tuple(made))


def _row(row: TextRow, width: int) -> GridRow:
    """A row of the table's width: a single cell is a heading over all columns; others are ragged."""
    cells = row.cells
    place = f"第{row.number}行"
    if len(cells) == 1:
        return GridRow(tuple(GridCell(cells[0], left=at > 0) for at in range(width)), place)
    extra = "\n".join(filter(None, cells[width:]))
    kept = [*cells[:width], *[""] * (width - len(cells))]
    if extra:
        kept[-1] = f"{kept[-1]}\n{extra}".strip()
    blank_tail = len(cells) > width and not extra
    laid = tuple(GridCell(text, up=at in row.up) for at, text in enumerate(kept))
    return GridRow(laid, place, ragged=len(cells) != width and not blank_tail)

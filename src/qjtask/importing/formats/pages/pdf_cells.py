"""A table of a page put on a grid: its boxes, the texts in them, and lines that ran out of their box."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from qjtask.importing.document.grid import Budget, GridCell, squared
from qjtask.importing.formats.pages.overrun_texts import give_back_overrun
from qjtask.importing.formats.pages.pdf_lines import cell_texts, ink_middle
from qjtask.importing.formats.pages.pdf_rulings import edges_of
from qjtask.importing.formats.pages.pdf_spills import Box, Spilled, give_back_spilled

EDGE = 1
"""Points from a table's edge, within which a line still stands in it."""

_NEAR = 3  # points; ruled lines of one edge rarely stand further apart


def columns_of(table: Any) -> list[float]:
    """Where the columns of a table begin and end, from left to right."""
    return edges_of([x for box in table.cells if box for x in (box[0], box[2])])


def rows_of(table: Any) -> list[float]:
    """Where the rows of a table begin and end, from above."""
    return edges_of([y for box in table.cells if box for y in (box[1], box[3])])


def table_cells(page: Any, table: Any, budget: Budget, under: Spilled) -> list[tuple[GridCell, ...]]:
    """The table's boxes put on a grid of all their edges: a box over several places is a merged cell.

    What stands `under` the table, and ran out of one of them, is that one's.
    """
    boxes = [box for box in table.cells if box]
    across, down = columns_of(table), rows_of(table)
    budget.columns(len(across))
    budget.take(len(across) * len(down))
    lines: list[dict[int, GridCell]] = [{} for _ in down[1:]]
    inside = _characters(page, boxes)
    give_back_overrun(inside, page.chars)
    for box in inside.keys() & under.keys():
        inside[box].extend(under[box])
    give_back_spilled(inside)
    texts = cell_texts(inside)
    for x0, top, x1, bottom in boxes:
        text, is_full = texts[x0, top, x1, bottom]
        columns = range(_index(across, x0), _index(across, x1))
        rows = range(_index(down, top), _index(down, bottom))
        for row in rows:
            for column in columns:
                lines[row][column] = GridCell(text, row > rows.start, column > columns.start, is_full)
    return squared(lines, budget)


def _characters(page: Any, boxes: Sequence[Box]) -> dict[Box, list[Any]]:
    """The characters in each box, by their middles; a line on a table's edge stands in the row there."""
    characters = sorted(page.chars, key=lambda char: (char["top"] + char["bottom"]) / 2)
    middles = [(char["top"] + char["bottom"]) / 2 for char in characters]
    found: dict[Box, list[Any]] = {}
    first, last = (min(box[1] for box in boxes), max(box[3] for box in boxes)) if boxes else (0, 0)
    for x0, top, x1, bottom in boxes:
        begin = top - EDGE if top < first + EDGE else top
        end = bottom + EDGE if bottom > last - EDGE else bottom
        within = characters[bisect_left(middles, begin) : bisect_left(middles, end)]
        found[x0, top, x1, bottom] = [char for char in within if x0 <= ink_middle(char) < x1]
    return found


def _index(edges: list[float], value: float) -> int:
    return max(0, bisect_left(edges, value + _NEAR) - 1)

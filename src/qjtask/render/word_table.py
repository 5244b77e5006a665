"""A sheet as a Word table: widths that no program works out anew, a heading on every page, whole rows.

Tested in the whole file: tests/render/test_word.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qjtask.core.layout.document import cell_words
from qjtask.core.layout.sheet import Cell, Column, Sheet
from qjtask.render.table_shape import column_widths, printed_width, row_spans
from qjtask.render.word_styles import CELL, CENTRED, COLUMN, SECTION
from qjtask.render.word_xml import add, element, paragraph

_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGIN = 60  # twips on either side of a cell's text, about 1 mm
_ABOVE = 30  # twips over and under it
_EDGE = 2 * _MARGIN + 20  # and what the lines and a program's rounding take
_LONGEST_WHOLE = 18  # lines; a row that fills a page must be allowed to split, or its end is lost


def table(sheet: Sheet, total: int, size: float) -> Any:
    """The w:tbl of a sheet, `total` twips wide, its text `size` points high."""
    cell = round(size * 10)  # twips of a terminal cell: half a Han character
    texts = column_widths(sheet, (total - _EDGE * len(sheet.columns)) // cell)
    widths = [cells * cell + _EDGE for cells in texts]
    widths[-1] += total - sum(widths)
    made = element("tbl")
    _properties(add(made, "tblPr"), total)
    grid = add(made, "tblGrid")
    for twips in widths:
        add(grid, "gridCol", w=twips)
    _heading(made, sheet.columns, widths)
    for at, (row, spans) in enumerate(zip(sheet.rows, row_spans(sheet), strict=True)):
        if at in sheet.sections:
            _section(made, sheet.sections[at], widths)
        _row(made, sheet.columns, row, spans, widths, is_whole=_lines(row, texts) <= _LONGEST_WHOLE)
    return made


def _properties(properties: Any, total: int) -> None:
    add(properties, "tblW", w=total, type="dxa")
    add(properties, "jc", val="center")
    borders = add(properties, "tblBorders")
    for side in _BORDERS:
        add(borders, side, val="single", sz=4, space=0, color="auto")
    add(properties, "tblLayout", type="fixed")
    margins = add(properties, "tblCellMar")
    for side, twips in (("top", _ABOVE), ("left", _MARGIN), ("bottom", _ABOVE), ("right", _MARGIN)):
        add(margins, side, w=twips, type="dxa")


def _heading(parent: Any, columns: Sequence[Column], widths: Sequence[int]) -> None:
    row = add(parent, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    add(properties, "tblHeader")
    for column, twips in zip(columns, widths, strict=True):
        _cell(row, twips).append(paragraph(COLUMN, column.heading))


def _section(parent: Any, heading: str, widths: Sequence[int]) -> None:
    row = add(parent, "tr")
    add(add(row, "trPr"), "cantSplit")
    _cell(row, sum(widths), columns=len(widths)).append(paragraph(SECTION, heading))


def _row(
    parent: Any,
    columns: Sequence[Column],
    cells: Sequence[Cell],
    spans: Sequence[int],
    widths: Sequence[int],
    *,
    is_whole: bool,
) -> None:
    row = add(parent, "tr")
    if is_whole:
        add(add(row, "trPr"), "cantSplit")
    for column, cell, rows, twips in zip(columns, cells, spans, widths, strict=True):
        text = cell_words(cell) if rows else ""  # a merged cell's text stands in its first row only
        style = CELL if column.weight else CENTRED
        _cell(row, twips, rows=rows).append(paragraph(style, text, cell.tone))


def _cell(row: Any, twips: int, *, columns: int = 1, rows: int = 1) -> Any:
    """A cell over `columns` columns; `rows` 0 goes on from the one above, more than 1 goes on below."""
    made = add(row, "tc")
    properties = add(made, "tcPr")
    add(properties, "tcW", w=twips, type="dxa")
    if columns > 1:
        add(properties, "gridSpan", val=columns)
    if rows != 1:
        add(properties, "vMerge", val="restart" if rows else "continue")
    add(properties, "vAlign", val="center")
    return made


def _lines(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    """About how many lines the highest cell has."""
    return (
        max(printed_width(cell.text) // cells_wide for cell, cells_wide in zip(cells, widths, strict=True))
        + 1
    )

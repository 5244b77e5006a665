"""A part of a document drawn on a worksheet, from its title down.

Tested in the whole file: tests/render/test_excel.py.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Any

from qjtask.core.layout.document import Block, Heading, Paragraph, Part, cell_words
from qjtask.core.layout.sheet import Cell, Sheet, Tone
from qjtask.core.text.width import width
from qjtask.render.excel_formats import Formats, Look, size
from qjtask.render.one_line import one_line
from qjtask.render.table_shape import column_widths, printed_width, row_spans

_LONGEST_TEXT = 32_767  # UTF-16 units of a cell
_HIGHEST = 409.0  # points of a row
_LINE = 1.4  # from line to line, in the letters' height; fonts differ, and a line too few hides words
_LEAST = 20.0  # points of a row without a text of its own
_CHARACTER = 22 / 21  # half a Han character of 11 points in Excel's unit, a figure of its default font
_EDGE = 1.5  # what a column's padding takes, in that unit
_SAFE_INTEGER = 10**15  # Excel keeps 15 figures
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was
_INDENT = "　　"


class Drawing:
    """A worksheet being filled from the top.

    Tables of different columns share one worksheet as they share a page: its columns are the spaces
    between all their edges, and a table's cell covers as many of them as it needs.
    """

    def __init__(self, worksheet: Any, formats: Formats, part: Part, page: int) -> None:
        """`page` is how many halves of a Han character fit between the margins."""
        blocks = (*part.blocks, *part.below)
        sheets = [block for block in blocks if isinstance(block, Sheet) and block.rows]
        self._room = page - 2 * max((len(sheet.columns) for sheet in sheets), default=0)
        widths = [column_widths(sheet, self._room) for sheet in sheets]
        edges = {edge for one in widths for edge in accumulate(one)} or {self._room}
        self._edges = sorted({0, *edges})
        self._widths = iter(widths)
        self._sheet = worksheet
        self._formats = formats
        self._only = sheets[0] if len(sheets) == 1 else None
        self._row = 0
        for at, (left, right) in enumerate(pairwise(self._edges)):
            worksheet.set_column(at, at, (right - left) * _CHARACTER + _EDGE)

    def draw(self, part: Part) -> None:
        """The whole part; what is printed is what was drawn."""
        self._line(part.title, Look.TITLE)
        for text in part.head:
            self._line(text, Look.HEAD)
        for at, block in enumerate(part.blocks):
            self._block(block, is_first=at == 0)
        for text in part.sign:
            self._line(text, Look.SIGN)
        for block in part.below:
            self._block(block, is_first=False)
        self._sheet.print_area(0, 0, self._row - 1, len(self._edges) - 2)

    def _block(self, block: Block, *, is_first: bool) -> None:
        match block:
            case Heading(text):
                self._line(text, Look.HEADING)
            case Paragraph(text, tone, is_flush):
                self._line(text if is_flush else _INDENT + text, Look.BODY, tone)
            case Sheet():
                self._table(block, is_first=is_first)

    def _line(self, text: str, look: Look, tone: Tone = Tone.PLAIN) -> None:
        """A line over all columns, as high as its text asks."""
        height = _height(text, self._room, look)
        self._sheet.set_row(self._row, min(height, _HIGHEST))
        self._put((0, self._edges[-1]), Cell(text, tone), look)
        self._row += 1

    def _table(self, sheet: Sheet, *, is_first: bool) -> None:
        if sheet.title:
            self._line(sheet.title, Look.CAPTION)
        if sheet.rows:
            self._rows(sheet, list(next(self._widths)), can_freeze=is_first)
        for note in sheet.notes:
            self._line(note, Look.NOTE)

    def _rows(self, sheet: Sheet, widths: list[int], *, can_freeze: bool) -> None:
        places = list(pairwise((0, *accumulate(widths))))
        heading = self._row
        for column, place in zip(sheet.columns, places, strict=True):
            self._put(place, Cell(column.heading), Look.COLUMN)
        headings = zip(sheet.columns, widths, strict=True)
        height = max(_height(column.heading, cells, Look.COLUMN) for column, cells in headings)
        self._sheet.set_row(heading, min(height, _HIGHEST))
        self._row += 1
        spans = row_spans(sheet)
        heights = _heights(sheet, spans, widths)
        for at, row in enumerate(sheet.rows):
            if at in sheet.sections:
                self._line(sheet.sections[at], Look.SECTION)
            self._sheet.set_row(self._row, min(heights[at], _HIGHEST))
            for column, cell, rows, place in zip(sheet.columns, row, spans[at], places, strict=True):
                self._put(place, cell, Look.CELL if column.weight else Look.CENTRED, rows)
            self._row += 1
        if sheet is self._only:
            self._sheet.autofilter(heading, 0, self._row - 1, len(places) - 1)
            self._sheet.repeat_rows(heading)
            if can_freeze:
                self._sheet.freeze_panes(heading + 1, 0)

    def _put(self, place: tuple[int, int], cell: Cell, look: Look, rows: int = 1) -> None:
        """Write a cell that lies between two edges and over `rows` rows; 0 is one already merged.

        That one gets its value too, unseen under the merged cell: a filter looks at each row by itself,
        and would find nothing where a group goes on.
        """
        left, right = (bisect_left(self._edges, edge) for edge in place)
        if isinstance(cell.value, date) and cell.value >= _FIRST_DAY:
            look = Look.DAY
        form = self._formats.of(look, cell.tone, rows != 1)
        if rows and (rows > 1 or right - left > 1):
            self._sheet.merge_range(self._row, left, self._row + rows - 1, right - 1, "", form)
        self._write(left, cell, form, is_day=look is Look.DAY)

    def _write(self, left: int, cell: Cell, form: Any, *, is_day: bool) -> None:
        """A value as what it is: a day, a number that Excel keeps whole, nothing, or a text."""
        if is_day:
            self._sheet.write_datetime(self._row, left, cell.value, form)
        elif isinstance(cell.value, int | Decimal) and -_SAFE_INTEGER < cell.value < _SAFE_INTEGER:
            self._sheet.write_number(self._row, left, float(cell.value), form)
        elif cell.value is None or cell.value == "":
            self._sheet.write_blank(self._row, left, None, form)
        else:
            self._sheet.write_string(self._row, left, _fitting(one_line(cell_words(cell))), form)


def _heights(sheet: Sheet, spans: Sequence[Sequence[int]], widths: Sequence[int]) -> list[float]:
    """Each row's height in points: no program works it out where cells are merged."""
    texts = [
        [_height(cell_words(cell), cells, Look.CELL) for cell, cells in zip(row, widths, strict=True)]
        for row in sheet.rows
    ]
    heights = [
        max((height for height, span in zip(row, rows, strict=True) if span == 1), default=_LEAST)
        for row, rows in zip(texts, spans, strict=True)
    ]
    for at, rows in enumerate(spans):
        for height, span in zip(texts[at], rows, strict=True):
            lacking = height - sum(heights[at : at + span])
            if span > 1 and lacking > 0:
                heights[at : at + span] = [one + lacking / span for one in heights[at : at + span]]
    return heights


def _height(text: str, cells: int, look: Look) -> float:
    """How high a text is in so wide a cell; a sign that may not begin a line leaves a cell free."""
    lines = 1 if printed_width(text) <= cells else -(-width(text) // max(2, cells - 1))
    return (lines + 0.4) * size(look) * _LINE


def _fitting(text: str) -> str:
    """The text, cut where Excel would refuse the cell, and saying so."""
    if len(text) <= _LONGEST_TEXT // 2 or len(text.encode("utf-16-le")) <= 2 * _LONGEST_TEXT:
        return text
    said = "……（超出Excel单元格的容量，以下从略）"
    kept = text.encode("utf-16-le")[: 2 * (_LONGEST_TEXT - len(said))]
    return kept.decode("utf-16-le", errors="ignore") + said

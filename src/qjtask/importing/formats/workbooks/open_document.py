"""OpenDocument spreadsheets (.ods, and .fods, which is one XML file): what LibreOffice and old WPS save."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import MOST_COLUMNS, Budget, Grid, SourceDocument
from qjtask.importing.document.unshown import Run, ShownText, Unshown, text_shown
from qjtask.importing.formats.packed.container import Container
from qjtask.importing.formats.packed.safe_xml import broken, parsed_file
from qjtask.importing.formats.workbooks.number_formats import EPOCH
from qjtask.importing.formats.workbooks.open_styles import OFFICE, OpenStyles
from qjtask.importing.formats.workbooks.sheet_grid import MergedRange, SheetCells, laid
from qjtask.importing.formats.workbooks.sheet_styles import to_int

Progress = Callable[[int], None]

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CELLS = frozenset((f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"))
# Comments, footnotes and phonetic guides are none of a cell's words.
_BESIDE = frozenset((f"{OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}ruby-text"))
_BREAKS = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_DEEPEST = 50
_PACKED = b"PK"


def read_ods(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read a spreadsheet. Refused, in one line, when it cannot be trusted or read."""
    if data.startswith(_PACKED):
        container = Container(data, shown)
        root, more = container.tree("content.xml"), container.tree("styles.xml")
        if root is None:
            raise broken(shown)
    else:
        root, more = parsed_file(data, shown), None
    styles = OpenStyles(root, more)
    budget = Budget(shown, len(data))
    blocks: list[str | Grid] = []
    doubts: list[Doubt] = []
    for table in root.iterfind(f"{OFFICE}body/{OFFICE}spreadsheet/{_TABLE}table"):
        name = table.get(f"{_TABLE}name") or ""
        if styles.is_hidden_table(table.get(f"{_TABLE}style-name")):
            doubts.append(Doubt(shown, f"工作表“{name}”是隐藏的，没有读", "略去"))
            continue
        sheet = _OpenSheet(styles, budget, progress)
        grid, left_out = laid(sheet.read(name, table), budget)
        doubts.extend(left_out)
        if sheet.is_far:
            doubts.append(Doubt(shown, f"工作表“{name}”第{MOST_COLUMNS}列以后还有文字，没有读", "略去"))
        if grid.rows:
            blocks.append(grid)
    return SourceDocument(tuple(blocks), tuple(doubts))


class _OpenSheet:
    """Gathers a sheet's cells; rows, columns and cells say how often they stand there."""

    def __init__(self, styles: OpenStyles, budget: Budget, progress: Progress) -> None:
        self.is_far = False
        self._styles = styles
        self._budget = budget
        self._progress = progress
        self._lines: dict[int, dict[int, ShownText]] = {}
        self._merges: list[MergedRange] = []

    def read(self, name: str, table: Any) -> SheetCells:
        """The cells of a table."""
        hidden_columns: set[int] = set()
        column = 0
        for one in table.iter(f"{_TABLE}table-column"):
            last = column + _times(one, "columns")
            if _is_collapsed(one):
                hidden_columns.update(range(column, min(last, MOST_COLUMNS)))
            column = last
        hidden_rows: set[int] = set()
        number = 1
        for row in table.iter(f"{_TABLE}table-row"):
            times = _times(row, "rows")
            line = self._line(row, number)
            for at in range(number, number + times) if line else ():
                self._budget.line([text.text for text in line.values()])
                self._lines[at] = line
                if _is_collapsed(row):
                    hidden_rows.add(at)
            number += times
            self._progress(len(self._lines))
        return SheetCells(name, self._lines, self._merges, frozenset(hidden_rows), frozenset(hidden_columns))

    def _line(self, row: Any, number: int) -> dict[int, ShownText]:
        line: dict[int, ShownText] = {}
        column = 0
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            times = _times(cell, "columns")
            down, right = _spanned(cell, "rows"), _spanned(cell, "columns")
            if down > 1 or right > 1:
                self._merges.append(MergedRange(number, column, number + down - 1, column + right - 1))
            text = self._text(cell)
            if text.text or text.unshown:
                self.is_far = self.is_far or column + times > MOST_COLUMNS
                line.update(dict.fromkeys(range(column, min(column + times, MOST_COLUMNS)), text))
            column += times
        return line

    def _text(self, cell: Any) -> ShownText:
        style = cell.get(f"{_TABLE}style-name")
        look = self._styles.look(style)
        form = self._styles.form(style)
        day = _day(cell.get(f"{OFFICE}date-value") or "")
        if form is not None and day is not None:
            return text_shown([Run(form.shown(day, EPOCH), look)])
        return text_shown(self._lines_of(cell, look))

    def _lines_of(self, cell: Any, look: Unshown | None) -> Iterator[Run]:
        for paragraph in cell.iterfind(f"{_TEXT}p"):
            yield from self._runs(paragraph, look, is_raised=False, depth=0)
            yield Run("\n")

    def _runs(self, node: Any, look: Unshown | None, *, is_raised: bool, depth: int) -> Iterator[Run]:
        if depth > _DEEPEST:
            return
        yield Run(node.text or "", look, is_raised)
        for child in node:
            if child.tag in _BREAKS:
                yield Run(_BREAKS[child.tag], look)
            elif child.tag not in _BESIDE:
                style = child.get(f"{_TEXT}style-name")
                raised = is_raised or self._styles.is_raised(style)
                own = self._styles.look(style) or look
                yield from self._runs(child, own, is_raised=raised, depth=depth + 1)
            yield Run(child.tail or "", look, is_raised)


def _times(element: Any, of: str) -> int:
    return max(1, to_int(element.get(f"{_TABLE}number-{of}-repeated")))


def _spanned(cell: Any, of: str) -> int:
    return max(1, to_int(cell.get(f"{_TABLE}number-{of}-spanned")))


def _is_collapsed(element: Any) -> bool:
    return element.get(f"{_TABLE}visibility") in {"collapse", "filter"}


def _day(text: str) -> float | None:
    try:
        return float((date.fromisoformat(text[:10]) - EPOCH).days)
    except ValueError:
        return None

"""Excel 2003's XML (SpreadsheetML), as office systems still export it: one file, cells with their merges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import MOST_COLUMNS, Budget, Grid, SourceDocument
from qjtask.importing.document.unshown import Run, ShownText, Unshown, text_shown
from qjtask.importing.formats.packed.safe_xml import parsed_file
from qjtask.importing.formats.workbooks.number_formats import EPOCH, number_format, shows_nothing
from qjtask.importing.formats.workbooks.sheet_grid import MergedRange, SheetCells, laid
from qjtask.importing.formats.workbooks.sheet_styles import PLAIN, CellStyle, to_int

Progress = Callable[[int], None]

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_MOST_ROWS = 1_048_576  # of Excel's sheets
# Formats that this XML calls by name (XML Spreadsheet Reference, ss:Format).
_NAMED = {
    **dict.fromkeys(("General Date", "Short Date", "Long Date"), "yyyy年m月d日"),
    "Medium Date": "d-mmm-yy",
    "Fixed": "0.00",
    "Standard": "0.00",
    "Percent": "0.00%",
}
_LOOKS = {"s": Unshown.STRUCK, "strike": Unshown.STRUCK, "del": Unshown.STRUCK}


def read_excel_2003(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read a workbook. Refused, in one line, when it cannot be trusted or read."""
    root = parsed_file(data, shown)
    styles = {
        style.get(f"{_SS}ID") or "": _style(style) for style in root.iterfind(f"{_SS}Styles/{_SS}Style")
    }
    budget = Budget(shown, len(data))
    blocks: list[str | Grid] = []
    doubts: list[Doubt] = []
    for sheet in root.iterfind(f"{_SS}Worksheet"):
        name = sheet.get(f"{_SS}Name") or ""
        if (sheet.findtext(f"{_X}WorksheetOptions/{_X}Visible") or "").startswith("Sheet"):
            doubts.append(Doubt(shown, f"工作表“{name}”是隐藏的，没有读", "略去"))
            continue
        reader = _XmlSheet(styles, budget, progress)
        grid, left_out = laid(reader.read(name, sheet.find(f"{_SS}Table")), budget)
        doubts.extend(left_out)
        if reader.is_far:
            told = f"工作表“{name}”第{MOST_COLUMNS}列以后还有文字，没有读"
            doubts.append(Doubt(shown, told, "略去"))
        if grid.rows:
            blocks.append(grid)
    return SourceDocument(tuple(blocks), tuple(doubts))


def _style(style: Any) -> CellStyle:
    font, form = style.find(f"{_SS}Font"), style.find(f"{_SS}NumberFormat")
    code = "" if form is None else form.get(f"{_SS}Format") or ""
    is_struck = font is not None and font.get(f"{_SS}StrikeThrough") == "1"
    look = Unshown.HIDDEN if shows_nothing(code) else Unshown.STRUCK if is_struck else None
    return CellStyle(number_format(_NAMED.get(code, code)), look)


class _XmlSheet:
    """Gathers a sheet's cells, which say where they stand only when something was left out before them."""

    def __init__(self, styles: Mapping[str, CellStyle], budget: Budget, progress: Progress) -> None:
        self.is_far = False
        self._styles = styles
        self._budget = budget
        self._progress = progress
        self._lines: dict[int, dict[int, ShownText]] = {}
        self._merges: list[MergedRange] = []

    def read(self, name: str, table: Any) -> SheetCells:
        """The cells of a sheet's table; none when there is no table."""
        columns: set[int] = set()
        rows: set[int] = set()
        for first, last, column in () if table is None else _placed(table, "Column"):
            if _is_hidden(column, "Width"):
                columns.update(range(first - 1, min(last, MOST_COLUMNS)))
        for number, _, row in () if table is None else _placed(table, "Row"):
            if number > _MOST_ROWS:
                break
            if _is_hidden(row, "Height"):
                rows.add(number)
            self._line(number, row)
            self._progress(len(self._lines))
        return SheetCells(name, self._lines, self._merges, frozenset(rows), frozenset(columns))

    def _line(self, number: int, row: Any) -> None:
        line: dict[int, ShownText] = {}
        for first, last, cell in _placed(row, "Cell"):
            text = self._text(cell)
            if first > MOST_COLUMNS:
                self.is_far = self.is_far or bool(text.text)
                continue
            down = to_int(cell.get(f"{_SS}MergeDown"))
            if down or last > first:
                self._merges.append(MergedRange(number, first - 1, number + down, last - 1))
            if text.text or text.unshown:
                line[first - 1] = text
        if line:
            self._budget.line([text.text for text in line.values()])
            self._lines[number] = line

    def _text(self, cell: Any) -> ShownText:
        data = cell.find(f"{_SS}Data")
        if data is None or data.get(f"{_SS}Type") == "Error":
            return ShownText("")
        style = self._styles.get(cell.get(f"{_SS}StyleID") or "Default", PLAIN)
        number = _number(data)
        if number is not None:
            return text_shown([Run(style.form.shown(number, EPOCH), style.look)])
        return text_shown(_runs(data, style.look))


def _placed(parent: Any, name: str) -> Iterator[tuple[int, int, Any]]:
    """The elements of a kind, each with its first and last place: rows and columns count from 1."""
    last = 0
    for one in parent.iterfind(f"{_SS}{name}"):
        first = to_int(one.get(f"{_SS}Index")) or last + 1
        last = first + to_int(one.get(f"{_SS}Span")) + to_int(one.get(f"{_SS}MergeAcross"))
        yield first, last, one


def _is_hidden(element: Any, size: str) -> bool:
    return bool(element.get(f"{_SS}Hidden") == "1" or element.get(f"{_SS}{size}") == "0")


def _number(data: Any) -> float | None:
    kind, text = data.get(f"{_SS}Type"), data.text or ""
    try:
        if kind == "DateTime":
            return float((date.fromisoformat(text[:10]) - EPOCH).days)
        return float(text[:400]) if kind == "Number" else None
    except ValueError:
        return None


def _runs(node: Any, look: Unshown | None, *, is_raised: bool = False) -> Iterator[Run]:
    """The text of a cell; what is set in it is marked as in a page."""
    yield Run(node.text or "", look, is_raised)
    for child in node:
        name = child.tag.rpartition("}")[2].lower()
        yield from _runs(child, _LOOKS.get(name, look), is_raised=is_raised or name == "sup")
        yield Run(child.tail or "", look, is_raised)

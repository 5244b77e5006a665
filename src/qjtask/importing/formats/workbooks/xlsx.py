"""Excel workbooks (.xlsx): visible sheets, merged cells, numbers and dates as their cells show them.

Read by hand: openpyxl would walk to the last cell a file claims to have, which may be the billionth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import refuse
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import MOST_COLUMNS, Budget, Grid, SourceDocument
from qjtask.importing.formats.packed.container import Container
from qjtask.importing.formats.workbooks.number_formats import EPOCH, EPOCH_1904
from qjtask.importing.formats.workbooks.sheet_grid import MergedRange, SheetCells, laid
from qjtask.importing.formats.workbooks.sheet_styles import S, cell_styles, to_int
from qjtask.importing.formats.workbooks.xlsx_cells import CellReader, CellText, rich_text

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_MERGES = 200_000

Progress = Callable[[int], None]


def read_xlsx(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read a .xlsx file's bytes. Refused, in one line, when they cannot be trusted or read."""
    book = open_book(data, shown)
    blocks: list[str | Grid] = []
    doubts: list[Doubt] = []
    budget = Budget(shown, len(data))
    for name, path, hidden in book.sheets():
        if hidden:
            doubts.append(Doubt(shown, f"工作表“{name}”是隐藏的，没有读", "略去"))
        elif book.has(path):
            sheet = book.read(path, budget, progress)
            grid, left_out = laid(sheet.as_shown(name), budget)
            doubts.extend(left_out)
            doubts.extend(_without_result(name, sheet))
            if grid.rows:
                blocks.append(grid)
            if sheet.is_far:
                told = f"工作表“{name}”第{MOST_COLUMNS}列以后还有文字，没有读"
                doubts.append(Doubt(shown, told, "略去"))
    return SourceDocument(tuple(blocks), tuple(doubts))


def open_book(data: bytes, shown: str) -> Workbook:
    """A workbook's bytes opened. Refused, in one line, when they cannot be trusted or read."""
    container = Container(data, shown)
    workbook = container.tree("xl/workbook.xml")
    if workbook is None:
        raise refuse(shown, "压缩包里没有工作簿", "请在 Excel 或 WPS 里另存为 .xlsx 再导入")
    return Workbook(container, workbook)


class SheetRead(NamedTuple):
    """One sheet's cells by row (from 1) and column (from 0), blank ones left out.

    `is_far` says that there are texts further right than a plan goes; `unread` are the addresses of
    cells that hold an error, or a formula never reckoned.
    """

    lines: dict[int, dict[int, CellText]]
    merges: list[MergedRange]
    hidden_rows: set[int]
    hidden_columns: set[int]
    unread: list[str]
    is_far: bool = False

    def as_shown(self, name: str) -> SheetCells:
        """What the sheet's page shows."""
        lines = {row: {at: cell.shown for at, cell in line.items()} for row, line in self.lines.items()}
        return SheetCells(
            name, lines, self.merges, frozenset(self.hidden_rows), frozenset(self.hidden_columns)
        )

    @property
    def typed(self) -> dict[int, dict[int, str]]:
        """What was typed into the cells, shown or not."""
        return {row: {at: cell.typed for at, cell in line.items()} for row, line in self.lines.items()}


class Workbook:
    """What the sheets share: texts, formats, and the day that dates count from."""

    def __init__(self, container: Container, workbook: Any) -> None:
        self._container = container
        self._workbook = workbook
        properties = workbook.find(f"{S}workbookPr")
        since_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        styles = cell_styles(container.tree("xl/styles.xml"))
        self._cells = CellReader(styles, self._shared_texts(), EPOCH_1904 if since_1904 else EPOCH)

    def sheets(self) -> list[tuple[str, str, bool]]:
        """Each sheet's name, its part, and whether it is hidden."""
        relations = self._container.tree("xl/_rels/workbook.xml.rels")
        targets = {} if relations is None else {one.get("Id"): one.get("Target") or "" for one in relations}
        found = []
        for sheet in self._workbook.iterfind(f"{S}sheets/{S}sheet"):
            target = targets.get(sheet.get(_RELATION), "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            found.append((sheet.get("name") or "", path, sheet.get("state", "visible") != "visible"))
        return found

    def has(self, path: str) -> bool:
        """Whether a sheet's part is there."""
        return self._container.has(path)

    def read(self, path: str, budget: Budget, progress: Progress) -> SheetRead:
        """One sheet's cells, merges, and what it hides."""
        sheet = SheetRead({}, [], set(), set(), [])
        number = 0
        is_far = False
        for element in self._container.events(path, (f"{S}col", f"{S}row", f"{S}mergeCell")):
            if element.tag == f"{S}mergeCell":
                sheet.merges.extend(_merged(element.get("ref") or ""))
            elif element.tag == f"{S}col":
                sheet.hidden_columns.update(_hidden_columns(element))
            else:
                number = to_int(element.get("r")) or number + 1
                if _is_hidden(element, "ht"):
                    sheet.hidden_rows.add(number)
                is_far = self._line(element, number, sheet, budget) or is_far
                progress(len(sheet.lines))
            if len(sheet.merges) > _MOST_MERGES:
                raise refuse(
                    self._container.shown, "合并的单元格太多，不像任务分解表", "请只留下任务分解表再导入"
                )
        return sheet._replace(is_far=is_far)

    def _line(self, row: Any, number: int, sheet: SheetRead, budget: Budget) -> bool:
        """Read a row into the sheet; whether it has texts further right than a plan goes."""
        line: dict[int, CellText] = {}
        column, is_far = -1, False
        for cell in row.iterfind(f"{S}c"):
            column = _column(cell.get("r")) if cell.get("r") else column + 1
            text = self._cells.read(cell)
            if not text.typed:
                if _has_no_result(cell):
                    sheet.unread.append(cell.get("r") or "")
            elif column < MOST_COLUMNS:
                line[column] = text
            else:
                is_far = True
        if line:
            budget.line([text.typed for text in line.values()])
            sheet.lines[number] = line
        return is_far

    def _shared_texts(self) -> list[CellText]:
        part = "xl/sharedStrings.xml"
        if not self._container.has(part):
            return []
        return [rich_text(one) for one in self._container.events(part, (f"{S}si",))]


def _has_no_result(cell: Any) -> bool:
    """Whether a cell without text holds an error, or a formula that was never reckoned."""
    return cell.get("t") == "e" or (cell.get("t") != "str" and cell.find(f"{S}f") is not None)


def _without_result(name: str, sheet: SheetRead) -> Iterator[Doubt]:
    """The rows with cells that should say something and do not."""
    columns: dict[int, list[str]] = {}
    for address in sheet.unread:
        found = re.fullmatch("([A-Z]+)([0-9]+)", address)
        if found and int(found[2]) not in sheet.hidden_rows:
            columns.setdefault(int(found[2]), []).append(found[1])
    for row, letters in columns.items():
        read = f"{'、'.join(letters)}列的公式没有结果或出错"
        yield Doubt(f"“{name}”第{row}行", read, "当作空白", "请在 Excel 里算好并保存，再导入")


def _merged(reference: str) -> list[MergedRange]:
    corners = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})", reference)
    if corners is None:
        return []
    return [MergedRange(int(corners[2]), _column(corners[1]), int(corners[4]), _column(corners[3]))]


def _is_hidden(element: Any, size: str) -> bool:
    """Whether a row or column is hidden, or drawn with no height or width."""
    return element.get("hidden") in {"1", "true"} or element.get(size) in {"0", "0.0"}


def _hidden_columns(column: Any) -> range:
    if not _is_hidden(column, "width"):
        return range(0)
    return range(to_int(column.get("min")) - 1, min(to_int(column.get("max")), MOST_COLUMNS))


def _column(reference: str) -> int:
    at = 0
    for letter in re.match("[A-Z]{0,4}", reference)[0]:  # type: ignore[index] # it always matches
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1

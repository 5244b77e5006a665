"""Excel workbooks (.xlsx): visible sheets, merged cells, dates as dates.

Read by hand: openpyxl would walk to the last cell a file claims to have, which may be the billionth.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from qjtask.core.problem import refuse
from qjtask.importing.container import Container
from qjtask.importing.grid import LONGEST_TEXT, MOST_COLUMNS, Budget, Grid, GridCell, GridRow, SourceDocument
from qjtask.importing.tidy_text import tidy

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_MERGES = 200_000
_LONGEST_CELL = 32_767  # characters (Excel's specifications and limits)
_LONGEST_NUMBER = 400  # characters; the longest number that is not infinite has some 310
# Built-in number formats that show a day; 27-36 and 50-58 are the Chinese ones.
_DATE_FORMATS = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LAST_DAY = 2_958_465  # 9999-12-31
_PERCENT_FORMATS = frozenset((9, 10))

Progress = Callable[[int], None]


def read_xlsx(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read a .xlsx file's bytes. Refused, in one line, when they cannot be trusted or read."""
    book = open_book(data, shown)
    blocks: list[str | Grid] = []
    notes: list[str] = []
    budget = Budget(shown, len(data))
    for name, path, hidden in book.sheets():
        if hidden:
            notes.append(f"工作表“{name}”是隐藏的，没有读")
        elif book.has(path):
            grid = book.grid(name, path, budget, progress)
            if grid.rows:
                blocks.append(grid)
            if book.far:
                notes.append(f"工作表“{name}”第{MOST_COLUMNS}列以后还有文字，没有读")
    return SourceDocument(tuple(blocks), tuple(notes))


def open_book(data: bytes, shown: str) -> Book:
    """A workbook's bytes opened. Refused, in one line, when they cannot be trusted or read."""
    container = Container(data, shown)
    workbook = container.tree("xl/workbook.xml")
    if workbook is None:
        raise refuse(shown, "压缩包里没有工作簿", "请在 Excel 或 WPS 里另存为 .xlsx 再导入")
    return Book(container, workbook)


class Book:
    """What the sheets share: texts, formats, and the day that dates count from."""

    def __init__(self, container: Container, workbook: Any) -> None:
        self._container = container
        self._workbook = workbook
        self.far = False  # whether the last sheet has texts further right than a plan goes
        self.unread: list[str] = []  # the last sheet's cells that hold an error, or a formula never reckoned
        self._texts = self._shared_texts()
        styles = container.tree("xl/styles.xml")
        self._dates = _styles(styles, _DATE_FORMATS, _shows_a_day)
        self._percents = _styles(styles, _PERCENT_FORMATS, _shows_percent)
        properties = workbook.find(f"{S}workbookPr")
        since_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        self._epoch = _EPOCH_1904 if since_1904 else _EPOCH

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

    def grid(self, name: str, path: str, budget: Budget, progress: Progress) -> Grid:
        """One sheet's cells; blank rows and the blank columns on the right are not there."""
        lines, merges = self.lines(path, budget, progress)
        return _laid(name, lines, merges, budget)

    def lines(
        self, path: str, budget: Budget, progress: Progress
    ) -> tuple[dict[int, dict[int, str]], list[str]]:
        """One sheet's texts by row (from 1) and column (from 0), blank ones left out, and its merges."""
        lines: dict[int, dict[int, str]] = {}
        merges: list[str] = []
        row_number = 0
        self.far, self.unread = False, []
        for element in self._container.events(path, (f"{S}row", f"{S}mergeCell")):
            if element.tag == f"{S}mergeCell":
                merges.append(element.get("ref") or "")
                continue
            row_number = _int(element.get("r")) or row_number + 1
            line = self._line(element) if len(element) else None
            if line:
                budget.take(len(line))
                # What is longer is refused by its address.
                budget.characters(sum(min(len(text), LONGEST_TEXT) for text in line.values()))
                lines[row_number] = line
                progress(len(lines))
        if len(merges) > _MOST_MERGES:
            raise refuse(
                self._container.shown, "合并的单元格太多，不像任务分解表", "请只留下任务分解表再导入"
            )
        return lines, merges

    def _line(self, row: Any) -> dict[int, str]:
        found: dict[int, str] = {}
        column = -1
        for cell in row.iterfind(f"{S}c"):
            column = _column(cell.get("r")) if cell.get("r") else column + 1
            text = self._value(cell)
            if not text and (cell.get("t") == "e" or cell.find(f"{S}f") is not None):
                self.unread.append(cell.get("r") or "")
            if text and column < MOST_COLUMNS:
                found[column] = text
            elif text:
                self.far = True
        return found

    def _value(self, cell: Any) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _tidied(_rich(cell.find(f"{S}is")))
        value = cell.findtext(f"{S}v") or ""
        if kind == "s":
            at = _int(value)
            return self._texts[at] if value and at < len(self._texts) else ""
        if kind == "n" and value:
            return self._number(value, cell.get("s"))
        return "" if kind == "e" else _tidied(_unescaped(value))

    def _number(self, value: str, style: str | None) -> str:
        try:
            number = float(value[:_LONGEST_NUMBER])
        except ValueError:
            return _tidied(value)
        if _int(style) in self._dates and 0 < number <= _LAST_DAY:
            day = self._epoch + timedelta(days=int(number))
            return f"{day.year}年{day.month}月{day.day}日"
        if _int(style) in self._percents:
            return f"{number * 100:.10g}%"
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.10g}"

    def _shared_texts(self) -> list[str]:
        part = "xl/sharedStrings.xml"
        if not self._container.has(part):
            return []
        return [_tidied(_rich(one)) for one in self._container.events(part, (f"{S}si",))]


def _styles(styles: Any, built_in: frozenset[int], shows: Callable[[str], bool]) -> frozenset[int]:
    """The cell styles whose number format is one of the built-in ones, or an own one that `shows`."""
    if styles is None:
        return frozenset()
    own = {
        _int(one.get("numFmtId")): shows(one.get("formatCode") or "")
        for one in styles.iterfind(f"{S}numFmts/{S}numFmt")
    }
    return frozenset(
        index
        for index, one in enumerate(styles.iterfind(f"{S}cellXfs/{S}xf"))
        if own.get(_int(one.get("numFmtId")), _int(one.get("numFmtId")) in built_in)
    )


def _laid(name: str, lines: dict[int, dict[int, str]], merges: list[str], budget: Budget) -> Grid:
    width = max((max(line) + 1 for line in lines.values()), default=0)
    budget.take(width * len(lines))
    cells = {number: [GridCell(line.get(at, "")) for at in range(width)] for number, line in lines.items()}
    order = sorted(cells)
    for merge in merges:
        corners = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})", merge)
        if corners is None:
            continue
        left, right = _column(corners[1]), min(_column(corners[3]) + 1, width)
        top, bottom = int(corners[2]), int(corners[4])
        if left >= right:
            continue
        # A merge may begin in a row that is blank elsewhere, or run on past the last row.
        covered = order[bisect_left(order, top) : bisect_right(order, bottom)]
        budget.take(len(covered) * (right - left))
        first = cells[top][left] if top in cells else GridCell("")
        for row in covered:
            for at in range(left, right):
                cells[row][at] = GridCell(first.text, up=row > top, left=at > left)
    return Grid(name, tuple(GridRow(tuple(cells[number]), f"“{name}”第{number}行") for number in order))


def _tidied(text: str) -> str:
    """A text as it is read; one that no cell can hold is left for its length to be told."""
    return tidy(text) if len(text) <= _LONGEST_CELL else text


def _rich(node: Any) -> str:
    """A text with its runs; the reading printed above a name (rPh) is left out."""
    if node is None:
        return ""
    return _unescaped(
        "".join(piece.text or "" for piece in node.iter(f"{S}t") if piece.getparent().tag != f"{S}rPh")
    )


def _unescaped(text: str) -> str:
    """_x000D_ as the character it stands for (ECMA-376 Part 1, 22.9.2.19); Excel writes breaks so."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _shows_percent(form: str) -> bool:
    return "%" in _bare_form(form)


def _bare_form(form: str) -> str:
    """A number format without its literal texts, colours and conditions."""
    return re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", form).lower()


def _shows_a_day(form: str) -> bool:
    plain = _bare_form(form)
    return "d" in plain or ("y" in plain and "m" in plain) or ("年" in form and "m" in plain)


def _column(reference: str) -> int:
    at = 0
    for letter in re.match("[A-Z]{0,4}", reference)[0]:  # type: ignore[index] # it always matches
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def _int(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0

"""Word documents (.docx): w:tbl, w:tr and w:tc walked by hand.

Libraries lose what real notices hold: tracked insertions, content controls, rows that begin
further right (gridBefore), automatic numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from qjtask.core.problem import refuse
from qjtask.importing.container import Container
from qjtask.importing.docx_numbers import Numbering
from qjtask.importing.grid import Budget, Grid, GridCell, SourceDocument, numbered, squared
from qjtask.importing.tidy_text import tidy

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT = "word/document.xml"
_PARAGRAPH, _ROW, _TABLE, _CELL = f"{W}p", f"{W}tr", f"{W}tbl", f"{W}tc"
_VAL = f"{W}val"
# Deleted text, what was moved away, the fallback copy of a drawing, and properties say nothing.
_SILENT = frozenset(
    f"{W}{tag}"
    for tag in (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "tblPr",
        "tcPr",
        "trPr",
        "sdtPr",
        "tblGrid",
        "instrText",
        "delText",
    )
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
_DEEPEST = 200

Progress = Callable[[int], None]
"""Told how many rows were read."""


def read_docx(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read a .docx file's bytes. Refused, in one line, when they cannot be trusted or read."""
    container = Container(data, shown)
    if not container.has(_DOCUMENT):
        raise refuse(shown, "压缩包里没有 Word 正文", "请在 Word 或 WPS 里另存为 .docx 再导入")
    return _Reader(container, Budget(shown, len(data)), progress).document()


class _Reader:
    """Gathers paragraphs and tables in order; a table's rows are laid out as they come."""

    def __init__(self, container: Container, budget: Budget, progress: Progress) -> None:
        self._container = container
        self._numbering = Numbering(container.tree("word/numbering.xml"), container.tree("word/styles.xml"))
        self._budget = budget
        self._progress = progress

    def document(self) -> SourceDocument:
        blocks: list[str | Grid] = []
        table = _Table(self._budget)
        count = rows = 0
        for element in self._container.events(_DOCUMENT, (_PARAGRAPH, _ROW, _TABLE), within=_ROW):
            if element.tag == _ROW:
                self._row(element, table)
                rows += 1
                self._progress(rows)
            elif element.tag == _PARAGRAPH:
                text = tidy(self._paragraph(element))
                if text:
                    blocks.append(text)
            elif table.lines:
                count += 1
                blocks.append(numbered(f"表{count}", table.cells()))
                for inner in table.inner:  # a plan inside a cell of a table that only frames the page
                    count += 1
                    blocks.append(numbered(f"表{count}", inner.cells()))
                table = _Table(self._budget)
        return SourceDocument(tuple(blocks))

    def _row(self, row: Any, table: _Table) -> None:
        if row.find(f"{W}trPr/{W}del") is not None:  # the whole row was deleted with changes tracked
            return
        table.begin(_number(row, "trPr", "gridBefore"))
        for cell in _children(row, _CELL):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(_VAL) != "restart"
            span = max(1, _number(cell, "tcPr", "gridSpan") or 1)
            table.add(tidy(self._text(cell)), span, goes_on=goes_on)
            if next(cell.iter(_TABLE), None) is not None:
                table.inner.extend(self._nested(cell))

    def _nested(self, cell: Any) -> Iterator[_Table]:
        for element in _children(cell, _TABLE):
            inner = _Table(self._budget)
            for row in _children(element, _ROW):
                self._row(row, inner)
            if inner.lines:
                yield inner
            yield from inner.inner

    def _text(self, cell: Any) -> str:
        """A cell's paragraphs, those of nested tables after their own, one a line."""
        return "\n".join(
            self._paragraph(paragraph) for paragraph in _children(cell, _PARAGRAPH, through_tables=True)
        )

    def _paragraph(self, paragraph: Any) -> str:
        return self._numbering.label(paragraph) + "".join(_pieces(paragraph))


class _Table:
    """Rows as they come, laid on the grid: vertical merges continue the cell above."""

    def __init__(self, budget: Budget) -> None:
        self.lines: list[dict[int, GridCell]] = []
        self.inner: list[_Table] = []
        self._budget = budget
        self._at = 0

    def begin(self, before: int) -> None:
        """Begin a row that leaves `before` places free on its left."""
        self._budget.columns(before)
        self.lines.append({})
        self._at = before

    def add(self, text: str, span: int, *, goes_on: bool) -> None:
        """Add the row's next cell; one that goes on repeats the text above it."""
        self._budget.columns(self._at + span)
        self._budget.take(span)
        above = self.lines[-2].get(self._at) if goes_on and len(self.lines) > 1 else None
        if above is not None:
            text = above.text
        for column in range(self._at, self._at + span):
            self.lines[-1][column] = GridCell(text, up=above is not None, left=column > self._at)
        self._at += span

    def cells(self) -> list[tuple[GridCell, ...]]:
        """The rows, equally wide."""
        return squared(self.lines, self._budget)


def _children(parent: Any, tag: str, *, through_tables: bool = False, depth: int = 0) -> Iterator[Any]:
    """The elements of this kind inside, past content controls and tracked changes, not past their like."""
    if depth > _DEEPEST:
        return
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _SILENT and (through_tables or child.tag not in {_TABLE, _ROW, _CELL}):
            yield from _children(child, tag, through_tables=through_tables, depth=depth + 1)


def _pieces(node: Any, depth: int = 0) -> Iterator[str]:
    """The text of a paragraph as it stands: insertions in, deletions out."""
    if depth > _DEEPEST:
        return
    for child in node:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _SILENT:
            yield from _pieces(child, depth + 1)


def _number(element: Any, properties: str, name: str) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    value = "" if found is None else found.get(_VAL) or ""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else 0

"""Word documents (.docx): w:tbl, w:tr and w:tc walked by hand.

Libraries lose what real notices hold: tracked insertions, content controls, rows that begin
further right (gridBefore), automatic numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from qjtask.core.problem import refuse
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import Budget, Grid, SourceDocument, numbered
from qjtask.importing.document.unshown import Run, ShownText, text_shown, told
from qjtask.importing.formats.packed.container import Container
from qjtask.importing.formats.word.docx_numbers import Numbering
from qjtask.importing.formats.word.docx_runs import FALLBACK, SILENT, RunReader, W, is_on
from qjtask.importing.formats.word.docx_table import FRAME_ROWS, DocxTable

_DOCUMENT = "word/document.xml"
_PARAGRAPH, _ROW, _TABLE, _CELL = f"{W}p", f"{W}tr", f"{W}tbl", f"{W}tc"
_VAL = f"{W}val"
_CELL_LOOKS, _SPANS, _DELETED = f"{W}tcPr", f"{W}gridSpan", f"{W}cellDel"
_ROW_LOOKS, _BEFORE, _ROW_DELETED, _HIDDEN = f"{W}trPr", f"{W}gridBefore", f"{W}del", f"{W}hidden"
_MERGED_LEFT, _MERGED_UP = f"{W}hMerge", f"{W}vMerge"
_GRID_COLUMN = f"{W}tblGrid/{W}gridCol"
_DEEPEST = 200
_NARROWEST = 200  # twentieths of a point; a small character takes as many

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
        styles = container.tree("word/styles.xml")
        self._container = container
        self._numbering = Numbering(container.tree("word/numbering.xml"), styles)
        self._runs = RunReader(styles)
        self._budget = budget
        self._progress = progress
        self._blocks: list[str | Grid] = []
        self._tables = 0
        self._doubts: list[Doubt] = []

    def document(self) -> SourceDocument:
        table = DocxTable(self._budget)
        rows = paragraphs = 0
        for element in self._container.events(_DOCUMENT, (_PARAGRAPH, _ROW, _TABLE), within=_ROW):
            if next(element.iterancestors(FALLBACK), None) is not None:
                continue  # a text box, once more for older programs
            if element.tag == _ROW:
                self._row(element, table)
                rows += 1
                self._progress(rows)
            elif element.tag == _PARAGRAPH:
                text = self._paragraph(element)
                self._doubts.extend(told(f"第{paragraphs + 1}段", text.unshown))
                if text.text:
                    paragraphs += 1
                    self._blocks.append(text.text)
            elif table.lines:
                if not table.is_frame:
                    self._close(table)
                else:
                    paragraphs += len(table.around)
                    self._blocks.extend(table.around)
                for inner in table.inner:  # a plan inside a cell of a table that only frames the page
                    self._close(inner)
                table = DocxTable(self._budget)
        return SourceDocument(tuple(self._blocks), tuple(self._doubts))

    def _close(self, table: DocxTable) -> None:
        self._tables += 1
        grid, left_out = table.unshown.taken_out(numbered(f"表{self._tables}", table.cells()))
        self._blocks.append(grid)
        self._doubts.extend(left_out)

    def _row(self, row: Any, table: DocxTable) -> None:
        of_row = _looks(row, _ROW_LOOKS)
        if _ROW_DELETED in of_row:  # the whole row was deleted with changes tracked
            self._deleted(row, _value(of_row.get(_BEFORE)), table)
            return
        if not table.lines:  # what stands before a row is gone with the next one
            table.slivers = _slivers(row)
        table.begin(_value(of_row.get(_BEFORE)))
        own = []
        for cell in _children(row, _CELL):
            looks = _looks(cell, _CELL_LOOKS)
            if _DELETED in looks:  # with its column, changes tracked
                continue
            span = _span(looks)
            if _goes_on(looks.get(_MERGED_LEFT)):
                table.widen(span)
                continue
            merge = looks.get(_MERGED_UP)
            text = self._text(cell)
            table.add(text, span, goes_on=_goes_on(merge))
            if merge is None:
                own.append(text.text)
            self._inside(cell, text, table)
        hidden = of_row.get(_HIDDEN)
        table.end(own, is_hidden=hidden is not None and is_on(hidden))

    def _inside(self, cell: Any, text: ShownText, table: DocxTable) -> None:
        """What a table that lays out the page has in a cell: tables, and the paragraphs around them."""
        if next(cell.iter(_TABLE), None) is not None:
            own_lines = (self._paragraph(one).text for one in _children(cell, _PARAGRAPH))
            table.around.extend(filter(None, own_lines))
            table.inner.extend(self._nested(cell, table))
        elif len(table.lines) <= FRAME_ROWS and text.text:
            table.around.extend(text.text.split("\n"))

    def _deleted(self, row: Any, before: int, table: DocxTable) -> None:
        """What is merged from a deleted row down begins in the next one; `before` is free on its left."""
        at = before
        for cell in _children(row, _CELL):
            looks = _looks(cell, _CELL_LOOKS)
            if _MERGED_UP in looks and looks[_MERGED_UP].get(_VAL) == "restart":
                table.carried[at] = self._text(cell).text
            at += _span(looks)

    def _nested(self, cell: Any, table: DocxTable) -> Iterator[DocxTable]:
        for element in _children(cell, _TABLE):
            inner = DocxTable(self._budget)
            for row in _children(element, _ROW):
                self._row(row, inner)
            if inner.lines and not inner.is_frame:
                yield inner
            table.around.extend(inner.around if inner.is_frame else ())
            yield from inner.inner

    def _text(self, cell: Any) -> ShownText:
        """A cell's paragraphs, those of nested tables after their own, one a line."""
        texts = [self._paragraph(one) for one in _children(cell, _PARAGRAPH, through_tables=True)]
        if len(texts) == 1:  # as most have
            return texts[0]
        lines = "\n".join(text.text for text in texts if text.text)
        return ShownText(lines, tuple(run for text in texts for run in text.unshown))

    def _paragraph(self, paragraph: Any) -> ShownText:
        label = self._numbering.label(paragraph)
        runs = self._runs.runs(paragraph)
        if not label:
            return text_shown(runs)
        if label.isdecimal() and any(run.text.strip() for run in runs):
            label += "."  # a tab parts them where it is seen
        text = text_shown([Run(label), *runs])
        return text._replace(text="") if text.unshown and text.text == label.strip() else text


def _children(parent: Any, tag: str, *, through_tables: bool = False, depth: int = 0) -> Iterator[Any]:
    """The elements of this kind inside, past content controls and tracked changes, not past their like."""
    if depth > _DEEPEST:
        return
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in SILENT and (through_tables or child.tag not in {_TABLE, _ROW, _CELL}):
            yield from _children(child, tag, through_tables=through_tables, depth=depth + 1)


def _looks(element: Any, kind: str) -> dict[str, Any]:
    """The properties of a row or a cell by their tags."""
    properties = element.find(kind)
    return {} if properties is None else {one.tag: one for one in properties}


def _goes_on(merge: Any) -> bool:
    """Whether a cell is merged with the one before it, by what its properties say of it."""
    return merge is not None and merge.get(_VAL) != "restart"


def _span(looks: Mapping[str, Any]) -> int:
    return max(1, _value(looks.get(_SPANS)))


def _slivers(row: Any) -> frozenset[int]:
    """The places of its table's grid that are too narrow for a character."""
    columns = (one for table in islice(row.iterancestors(_TABLE), 1) for one in table.iterfind(_GRID_COLUMN))
    widths = [column.get(f"{W}w") or "" for column in columns]
    return frozenset(at for at, width in enumerate(widths) if width.isdecimal() and int(width) < _NARROWEST)


def _value(found: Any) -> int:
    if found is None:
        return 0
    value = found.get(_VAL) or ""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else 0

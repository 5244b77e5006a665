"""Word documents (.docx): w:tbl, w:tr and w:tc walked by hand.

Libraries lose what real notices hold: tracked insertions, content controls, rows that begin
further right (gridBefore), automatic numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from qjtask.core.problem import refuse
from qjtask.importing.container import Container
from qjtask.importing.docx_numbers import Numbering
from qjtask.importing.docx_runs import FALLBACK, SILENT, RunReader, W, is_on
from qjtask.importing.doubts import Doubt
from qjtask.importing.grid import Budget, Grid, GridCell, SourceDocument, numbered, squared
from qjtask.importing.unshown import Run, ShownText, UnshownRows, text_shown, told

_DOCUMENT = "word/document.xml"
_PARAGRAPH, _ROW, _TABLE, _CELL = f"{W}p", f"{W}tr", f"{W}tbl", f"{W}tc"
_VAL = f"{W}val"
_DEEPEST = 200
_FRAME_ROWS, _FRAME_CELLS = 3, 9  # of a table that only lays out a page

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
        table = _Table(self._budget)
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
                table = _Table(self._budget)
        return SourceDocument(tuple(self._blocks), tuple(self._doubts))

    def _close(self, table: _Table) -> None:
        self._tables += 1
        grid, left_out = table.unshown.taken_out(numbered(f"表{self._tables}", table.cells()))
        self._blocks.append(grid)
        self._doubts.extend(left_out)

    def _row(self, row: Any, table: _Table) -> None:
        if row.find(f"{W}trPr/{W}del") is not None:  # the whole row was deleted with changes tracked
            self._deleted(row, table)
            return
        table.begin(_number(row, "trPr", "gridBefore"))
        own = []
        for cell in _children(row, _CELL):
            if cell.find(f"{W}tcPr/{W}cellDel") is not None:  # with its column, changes tracked
                continue
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(_VAL) != "restart"
            span = max(1, _number(cell, "tcPr", "gridSpan") or 1)
            text = self._text(cell)
            table.add(text, span, goes_on=goes_on)
            if merge is None:
                own.append(text.text)
            if next(cell.iter(_TABLE), None) is not None:
                table.inner.extend(self._nested(cell))
                own_lines = (self._paragraph(one).text for one in _children(cell, _PARAGRAPH))
                table.around.extend(filter(None, own_lines))
            else:
                table.around.extend(
                    text.text.split("\n") if text.text and len(table.lines) <= _FRAME_ROWS else ()
                )
        hidden = row.find(f"{W}trPr/{W}hidden")
        table.end(own, is_hidden=hidden is not None and is_on(hidden))

    def _deleted(self, row: Any, table: _Table) -> None:
        """What is merged from a deleted row down begins in the next one."""
        at = _number(row, "trPr", "gridBefore")
        for cell in _children(row, _CELL):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(_VAL) == "restart":
                table.carried[at] = self._text(cell).text
            at += max(1, _number(cell, "tcPr", "gridSpan") or 1)

    def _nested(self, cell: Any) -> Iterator[_Table]:
        for element in _children(cell, _TABLE):
            inner = _Table(self._budget)
            for row in _children(element, _ROW):
                self._row(row, inner)
            if inner.lines:
                yield inner
            yield from inner.inner

    def _text(self, cell: Any) -> ShownText:
        """A cell's paragraphs, those of nested tables after their own, one a line."""
        texts = [self._paragraph(one) for one in _children(cell, _PARAGRAPH, through_tables=True)]
        lines = "\n".join(text.text for text in texts if text.text)
        return ShownText(lines, tuple(run for text in texts for run in text.unshown))

    def _paragraph(self, paragraph: Any) -> ShownText:
        label = self._numbering.label(paragraph)
        text = text_shown([Run(label), *self._runs.runs(paragraph)])
        return text._replace(text="") if text.unshown and text.text == label.strip() else text


class _Table:
    """Rows as they come, laid on the grid: vertical merges continue the cell above."""

    def __init__(self, budget: Budget) -> None:
        self.lines: list[dict[int, GridCell]] = []
        self.inner: list[_Table] = []
        self.around: list[str] = []  # the paragraphs of its first cells, without those of inner tables
        self.unshown = UnshownRows()
        self.carried: dict[int, str] = {}  # by its place, what a deleted row merged with those below
        self._budget = budget
        self._at = 0

    @property
    def is_frame(self) -> bool:
        """Whether it only lays out the page around a larger table in one of its cells."""
        size = sum(map(len, self.lines))
        largest = max((sum(map(len, inner.lines)) for inner in self.inner), default=0)
        return len(self.lines) <= _FRAME_ROWS and size <= _FRAME_CELLS and largest > size

    def begin(self, before: int) -> None:
        """Begin a row that leaves `before` places free on its left."""
        self._budget.columns(before)
        self.lines.append({})
        self._at = before

    def end(self, own: Sequence[str], *, is_hidden: bool) -> None:
        """End the row; `own` are the texts of the cells that are not merged with those of other rows."""
        row = len(self.lines) - 1
        self.unshown.judge(row, own)
        if is_hidden:
            self.unshown.hide(row)

    def add(self, cell: ShownText, span: int, *, goes_on: bool) -> None:
        """Add the row's next cell; one that goes on repeats the text above it."""
        self._budget.columns(self._at + span)
        self._budget.take(span)
        carried = self.carried.pop(self._at, None)
        is_below = goes_on and carried is None and len(self.lines) > 1
        above = self.lines[-2].get(self._at) if is_below else None
        text = above.text if above is not None else cell.text or (carried or "" if goes_on else "")
        if above is None and cell.unshown:
            self.unshown.add(len(self.lines) - 1, cell.unshown)
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
        elif child.tag not in SILENT and (through_tables or child.tag not in {_TABLE, _ROW, _CELL}):
            yield from _children(child, tag, through_tables=through_tables, depth=depth + 1)


def _number(element: Any, properties: str, name: str) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    value = "" if found is None else found.get(_VAL) or ""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else 0

"""Web pages (.html): tables with rowspan and colspan, as an office's site or WPS saves them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Any

from qjtask.core.problem import Refused, refuse
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import Budget, CellSpan, Grid, GridCell, SourceDocument, lay, numbered
from qjtask.importing.document.unshown import Run, Unshown, UnshownRows, text_shown, told
from qjtask.importing.formats.web.html_lists import write_numbers
from qjtask.importing.formats.web.html_loose_rows import write_rows
from qjtask.importing.formats.web.html_runs import (
    BLOCKS,
    DEEPEST,
    is_silent,
    own_look,
    runs_of,
    within,
    write_struck_classes,
)
from qjtask.importing.formats.web.html_spans import CELLS, columns_spanned, rows_spanned

_FRAME_COLUMNS = 2  # a table this narrow that holds another one only frames the page
_FRAMED = 0.5  # so does a wider one whose text stands mostly in the tables inside it

Progress = Callable[[int], None]


def read_html(text: str, shown: str, progress: Progress) -> SourceDocument:
    """Read a page's text. Refused when nothing in it can be read."""
    from lxml import etree  # lxml.html would ask a function of Python for the class of each element

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)  # lxml takes no declaration in a text
    parser: Any = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _nothing_in(shown) from error
    if root is None:
        raise _nothing_in(shown)
    write_numbers(root)
    write_rows(root, shown)
    write_struck_classes(root)
    return _Page(Budget(shown, len(text)), progress).document(root)


def _nothing_in(shown: str) -> Refused:
    return refuse(shown, "网页里没有可读的内容", "请在浏览器里打开核对，另存一份再导入")


class _Page:
    def __init__(self, budget: Budget, progress: Progress) -> None:
        self._budget = budget
        self._progress = progress
        self._tables = 0
        self._paragraphs = 0
        self._rows = 0
        self._lengths: dict[Any, tuple[int, int]] = {}
        self._doubts: list[Doubt] = []

    def document(self, root: Any) -> SourceDocument:
        """The page's paragraphs and tables, in order."""
        blocks: list[str | Grid] = []
        pieces: list[Run] = []
        self._lengths = _lengths(root)

        def close() -> None:
            text = text_shown(pieces)
            pieces.clear()
            struck = (run for run in text.unshown if run.look is Unshown.STRUCK)
            # What a page hides is mostly its machinery.
            self._doubts.extend(told(f"第{self._paragraphs + 1}段", struck))
            if text.text:
                self._paragraphs += 1
                blocks.append(text.text)

        for piece in self._walk(root, None, 0):
            if isinstance(piece, Run):
                pieces.append(piece)
            else:
                close()
                if piece is not None:
                    blocks.append(piece)
        close()
        return SourceDocument(tuple(blocks), tuple(self._doubts))

    def _walk(self, node: Any, look: Unshown | None, depth: int) -> Iterator[Run | Grid | None]:
        """Texts, tables, and None at a paragraph's edge."""
        own = own_look(node)
        if depth > DEEPEST or is_silent(node) or own is Unshown.HIDDEN:
            return
        look = within(own, look)
        if node.tag == "table" and not _is_frame(node, *self._lengths.get(node, (0, 0))):
            for caption in node.iterchildren("caption"):
                yield from self._walk(caption, look, depth + 1)
            yield self._grid(node)
        else:
            edge = node.tag in BLOCKS
            if edge or node.tag == "br":
                yield None
            yield Run(node.text or "", look, node.tag == "sup")
            for child in node:
                yield from self._walk(child, look, depth + 1)
                yield Run(child.tail or "", look)
            if edge:
                yield None

    def _grid(self, table: Any) -> Grid:
        self._tables += 1
        lines = []
        hidden: set[int] = set()
        unshown = UnshownRows()
        for at, row in enumerate(_rows(table)):
            lines.append(_cells(row, at, unshown))
            if own_look(row) is Unshown.HIDDEN:
                hidden.add(at)
            self._rows += 1
            self._progress(self._rows)
        grid, left_out = unshown.taken_out(numbered(f"表{self._tables}", self._laid(lines, hidden)))
        self._doubts.extend(left_out)
        is_whole = len(grid.rows) == len(lines)  # what is left out may be one of the headings
        headed = sum(1 for _ in takewhile(_is_heading, _rows(table))) if is_whole else 0
        return grid._replace(headed=headed)

    def _laid(
        self, lines: Sequence[Sequence[CellSpan]], hidden: Collection[int]
    ) -> list[tuple[GridCell, ...]]:
        """The cells on a grid. A cell that is merged down counts no hidden row as wide as the table."""
        widths = [sum(span.columns for span in spans) for spans in lines]
        widest = max((width for at, width in enumerate(widths) if at not in hidden), default=0)
        apart = {at for at in hidden if widths[at] >= widest}
        laid = lay([spans for at, spans in enumerate(lines) if at not in apart], self._budget)
        over = tuple(cell._replace(text="", up=True) for cell in (laid[0] if laid else ()))
        rows = iter(laid)
        return [over if at in apart else next(rows) for at in range(len(lines))]


def _cells(row: Any, at: int, unshown: UnshownRows) -> list[CellSpan]:
    """The cells of a row that the page shows; what it does not is noted."""
    around = own_look(row)
    seen = []
    for cell in row:
        if cell.tag in CELLS:
            own = own_look(cell)
            text = text_shown(runs_of(cell, within(own, around)))
            if text.unshown:
                unshown.add(at, text.unshown)
            if own is not Unshown.HIDDEN:
                seen.append(CellSpan(text.text, rows_spanned(cell), columns_spanned(cell)))
    unshown.judge(at, (span.text for span in seen if span.rows == 1))
    if around is Unshown.HIDDEN:
        unshown.hide(at)
    return seen


def _is_frame(table: Any, whole: int, inside: int) -> bool:
    """Whether the table only lays out the page around a table inside it, by the characters in both."""
    if not inside:
        return False
    widths = [sum(cell.tag in CELLS for cell in row) for row in _rows(table)]
    return max(widths, default=0) <= _FRAME_COLUMNS or inside >= whole * _FRAMED


def _lengths(root: Any) -> dict[Any, tuple[int, int]]:
    """For each table the characters in it, and those in the longest table inside it; none where none is."""
    from lxml import etree

    met = [event for event, _ in etree.iterwalk(root, events=("start", "end"), tag="table")]
    if ("start", "start") not in pairwise(met):  # as on most pages
        return {}
    lengths: dict[Any, tuple[int, int]] = {}
    open_ones = [[0, 0]]
    for event, node in etree.iterwalk(root, events=("start", "end")):
        is_start = event == "start"
        if node.tag == "table" and is_start:
            open_ones.append([0, 0])
        elif node.tag == "table":
            whole, inside = open_ones.pop()
            lengths[node] = (whole, inside)
            open_ones[-1] = [open_ones[-1][0] + whole, max(open_ones[-1][1], whole)]
        words = node.text if is_start else node.tail
        if words:
            open_ones[-1][0] += len(words.strip())
    return lengths


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _is_heading(row: Any) -> bool:
    """Whether a row is marked as a heading: in <thead>, or all of its cells are <th>."""
    tags = {cell.tag for cell in row if cell.tag in CELLS}
    return row.getparent().tag == "thead" or tags == {"th"}

"""Web pages (.html): tables with rowspan and colspan, as an office's site or WPS saves them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from qjtask.core.problem import refuse
from qjtask.importing.grid import Budget, CellSpan, Grid, SourceDocument, lay, numbered
from qjtask.importing.tidy_text import tidy

_SILENT = frozenset(
    ("script", "style", "head", "template", "noscript", "select", "option", "button", "del", "title")
)
_BLOCKS = frozenset(
    (
        *("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header"),
        *("footer", "blockquote", "center", "form", "dd", "dt", "dl", "pre", "tr", "td", "th", "caption"),
    )
)
_HIDDEN = r"display\s*:\s*none|mso-hide\s*:\s*all"
_MOST_ROWS_SPANNED = 65_534  # the limits of the HTML standard
_MOST_COLUMNS_SPANNED = 1000
_FRAME_COLUMNS = 2  # a table this narrow that holds another one only frames the page
_FRAMED = 0.5  # so does a wider one whose text stands mostly in the tables inside it
_DEEPEST = 150

Progress = Callable[[int], None]


def read_html(text: str, shown: str, progress: Progress) -> SourceDocument:
    """Read a page's text. Refused when nothing in it can be read."""
    from lxml import etree, html

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)  # lxml takes no declaration in a text
    parser: Any = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise refuse(shown, "网页里没有可读的内容", "请在浏览器里打开核对，另存一份再导入") from error
    return _Page(Budget(shown, len(text)), progress).document(root)


class _Page:
    def __init__(self, budget: Budget, progress: Progress) -> None:
        self._budget = budget
        self._progress = progress
        self._tables = 0
        self._rows = 0
        self._lengths: dict[Any, tuple[int, int]] = {}

    def document(self, root: Any) -> SourceDocument:
        """The page's paragraphs and tables, in order."""
        blocks: list[str | Grid] = []
        pieces: list[str] = []
        self._lengths = _lengths(root)

        def close() -> None:
            text = tidy("".join(pieces))
            pieces.clear()
            if text:
                blocks.append(text)

        for piece in self._walk(root, 0):
            if isinstance(piece, str):
                pieces.append(piece)
            else:
                close()
                if piece is not None:
                    blocks.append(piece)
        close()
        return SourceDocument(tuple(blocks))

    def _walk(self, node: Any, depth: int) -> Iterator[str | Grid | None]:
        """Texts, tables, and None at a paragraph's edge."""
        if depth > _DEEPEST or _is_silent(node):
            return
        if node.tag == "table" and not _is_frame(node, *self._lengths[node]):
            for caption in node.iterchildren("caption"):
                yield from self._walk(caption, depth + 1)
            yield self._grid(node)
        else:
            edge = node.tag in _BLOCKS
            if edge or node.tag == "br":
                yield None
            yield node.text or ""
            for child in node:
                yield from self._walk(child, depth + 1)
                yield child.tail or ""
            if edge:
                yield None

    def _grid(self, table: Any) -> Grid:
        self._tables += 1
        lines = []
        for row in _rows(table):
            cells = [cell for cell in row if cell.tag in {"td", "th"} and not _is_silent(cell)]
            lines.append([_span(cell) for cell in cells])
            self._rows += 1
            self._progress(self._rows)
        return numbered(f"表{self._tables}", lay(lines, self._budget))


def _is_silent(node: Any) -> bool:
    if not isinstance(node.tag, str) or node.tag in _SILENT:
        return True
    style = node.get("style")
    return bool(style and re.search(_HIDDEN, style)) or node.get("hidden") is not None


def _is_frame(table: Any, whole: int, inside: int) -> bool:
    """Whether the table only lays out the page around a table inside it, by the characters in both."""
    if not inside:
        return False
    widths = [sum(cell.tag in {"td", "th"} for cell in row) for row in _rows(table)]
    return max(widths, default=0) <= _FRAME_COLUMNS or inside >= whole * _FRAMED


def _lengths(root: Any) -> dict[Any, tuple[int, int]]:
    """For each table the characters in it, and those in the longest table inside it."""
    from lxml import etree

    lengths: dict[Any, tuple[int, int]] = {}
    open_ones = [[0, 0]]
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if node.tag == "table":
                open_ones.append([0, 0])
            open_ones[-1][0] += len((node.text or "").strip())
            continue
        if node.tag == "table":
            whole, inside = open_ones.pop()
            lengths[node] = (whole, inside)
            open_ones[-1] = [open_ones[-1][0] + whole, max(open_ones[-1][1], whole)]
        open_ones[-1][0] += len((node.tail or "").strip())
    return lengths


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _span(cell: Any) -> CellSpan:
    rows = min(_count(cell.get("rowspan")), _MOST_ROWS_SPANNED)
    columns = min(_count(cell.get("colspan")), _MOST_COLUMNS_SPANNED)
    return CellSpan(tidy("".join(_text(cell, 0))), rows, columns)


def _text(node: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST or (depth and _is_silent(node)):
        return
    if node.tag == "br" or (depth and node.tag in _BLOCKS):
        yield "\n"
    if node.text:
        # A line break in the page's source is a space, and none in Chinese text; <br> and <p> are breaks.
        yield re.sub(r"\s+", " ", node.text)
    for child in node:
        yield from _text(child, depth + 1)
        if child.tail:
            yield re.sub(r"\s+", " ", child.tail)
    if depth and node.tag in _BLOCKS:
        yield "\n"


def _count(text: str | None) -> int:
    found = re.match(r"\s*([0-9]{1,6})", text or "")
    return max(1, int(found[1])) if found else 1

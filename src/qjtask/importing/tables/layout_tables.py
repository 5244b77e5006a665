"""Tables that only lay out a page: what stands in their cells is read as the paragraphs it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from qjtask.importing.columns.heading_words import role_of
from qjtask.importing.document.grid import Grid, GridRow, SourceDocument, anchors
from qjtask.importing.tables.table_header import find_header
from qjtask.importing.words.numbering import read_number, read_ordinal
from qjtask.importing.words.office_words import looks_like_offices

_MOST_ROWS = 40  # of a table in which a cell with a whole page is looked for
_FEWEST_LINES = 3  # of a page
_FEWEST = 2  # numbered lines of a page
_LONGEST_LINK = 12  # signs of an entry in a menu


def without_layout(document: SourceDocument) -> SourceDocument:
    """A document with the lines of each table that only lays out a page in the table's place.

    Such a table has no heading, and a page in one of its cells, or a paragraph in each of its rows; those
    that are drawn on pages are none.
    """
    blocks = [_laid_out(block) if isinstance(block, Grid) else None for block in document.blocks]
    if not any(blocks):
        return document
    pairs = zip(document.blocks, blocks, strict=True)
    return document._replace(blocks=tuple(own for block, lines in pairs for own in lines or (block,)))


def _laid_out(grid: Grid) -> list[str | Grid] | None:
    """The lines of a table that is no more than a page's layout, and its rows that are none."""
    if grid.page or not grid.rows:
        return None
    if grid.width == 1:
        return _paragraphs(grid)
    page = _page_of(grid)
    if page is None and not _has_lone_rows(grid):
        return None
    if find_header(grid).is_printed:
        return None
    return _paragraphs(grid) or _numbered_paragraphs(grid) or (_around(grid, page) if page else None)


def _paragraphs(grid: Grid) -> list[str | Grid] | None:
    """The lines of a table with one cell a row; None where it is a column of works with its heading.

    A title may be a heading's words too: 重点工作任务. Over a column stand works of one level, each in a row.
    """
    lines: list[str | Grid] = []
    for row in grid.rows:
        texts = _texts(row)
        if len(texts) > 1:
            return None
        lines.extend(_lines(texts))
    printed = [line for line in lines if isinstance(line, str)]
    if not _are_page(printed):
        return None
    is_column = len(printed) <= len(grid.rows) and len(_styles(printed)) == 1
    return lines if role_of(printed[0]) is None or not is_column else None


def _numbered_paragraphs(grid: Grid) -> list[str | Grid] | None:
    """The lines of a table whose paragraphs have their numbers in cells of their own.

    They are of several levels: numbers of one alone are a table's.
    """
    lines: list[str | Grid] = []
    for row in grid.rows:
        texts = _texts(row)
        if len(texts) > _FEWEST or (len(texts) == _FEWEST and read_ordinal(texts[0]) is None):
            return None
        if len(texts) == _FEWEST:
            texts = [_number(texts[0]) + texts[1]]
        lines.extend(_lines(texts))
    return lines if len(_styles(line for line in lines if isinstance(line, str))) > 1 else None


def _styles(lines: Iterable[str]) -> set[str]:
    """How the numbers of some lines are printed."""
    return {one.style for one in map(read_number, lines) if one}


def _number(text: str) -> str:
    """A number of a cell as it stands before a paragraph: 1 is 1., 一 is 一、."""
    bare = text.strip()
    if read_number(f"{bare}文"):
        return bare
    return f"{bare}." if bare.isascii() else f"{bare}、"


def _around(grid: Grid, page: tuple[int, int]) -> list[str | Grid] | None:
    """The lines of a table with a page in one cell; those of its menu come before it.

    Other rows of several cells stay a table, such as a page's card. None where the cells beside the page
    are those of a work.
    """
    at, column = page
    end = at + 1
    while end < len(grid.rows) and grid.rows[end].cells[column].up:
        end += 1
    beside = [
        cell.text
        for row in grid.rows[at:end]
        for place, cell in anchors(row)
        if cell.text and (row is not grid.rows[at] or place != column)
    ]
    if not all(map(_is_menu, beside)):
        return None
    over, below = _rows_apart(grid, grid.rows[:at]), _rows_apart(grid, grid.rows[end:])
    return [*over, *_lines(beside), *_lines([grid.rows[at].cells[column].text]), *below]


def _rows_apart(grid: Grid, rows: Sequence[GridRow]) -> Iterator[str | Grid]:
    """The lines of rows with one text each, and the other rows as tables."""
    held: list[GridRow] = []
    for row in rows:
        texts = _texts(row)
        if len(texts) > 1:
            held.append(row)
            continue
        if held:
            yield grid._replace(rows=tuple(held), headed=0)
            held = []
        yield from _lines(texts)
    if held:
        yield grid._replace(rows=tuple(held), headed=0)


def _page_of(grid: Grid) -> tuple[int, int] | None:
    """The row and the column of the only cell that holds a page; None for none, or several."""
    found = [
        (at, column)
        for at, row in enumerate(islice(grid.rows, _MOST_ROWS))
        for column, cell in anchors(row)
        if cell.text.count("\n") >= _FEWEST_LINES and _are_page(cell.text.split("\n"))
    ]
    return found[0] if len(found) == 1 else None


def _has_lone_rows(grid: Grid) -> bool:
    """Whether a row holds one text alone, or a number and a text, and the first ones no more."""
    return all(len(_texts(row)) <= _FEWEST for row in grid.rows[:_FEWEST_LINES])


def _are_page(lines: Sequence[str]) -> bool:
    """Whether some lines are a page's: several, and numbered ones among them."""
    if len(lines) < _FEWEST_LINES:
        return False
    return sum(1 for _ in islice(filter(None, map(read_number, lines)), _FEWEST)) == _FEWEST


def _is_menu(text: str) -> bool:
    """Whether a cell beside a page is a menu's, or the heading over the page; no office, no number."""
    lines = text.split("\n")
    is_short = all(len(line) <= _LONGEST_LINK for line in lines)
    return is_short and not looks_like_offices(text) and read_ordinal(text) is None and not _has_digit(text)


def _has_digit(text: str) -> bool:
    return any(sign.isdecimal() for sign in text)


def _texts(row: GridRow) -> list[str]:
    """The texts that begin in a row."""
    return [cell.text for _, cell in anchors(row) if cell.text.strip()]


def _lines(texts: Sequence[str]) -> Iterator[str]:
    return (line for text in texts for line in text.split("\n") if line.strip())

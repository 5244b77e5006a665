"""Merged cells that a page's end cuts: the text stands on one of the pages, or some of it on either."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.words.filled_lines import goes_on
from qjtask.importing.words.numbering import read_number
from qjtask.importing.words.tidy_text import flow


class MergedColumns(NamedTuple):
    """Columns by their place: with numbered names, merged ones without blanks, and those as the first one."""

    named: frozenset[int] = frozenset()
    whole: frozenset[int] = frozenset()
    as_first: frozenset[int] = frozenset()


def merged_columns(pages: Sequence[Sequence[GridRow]]) -> MergedColumns:
    """What the columns of a table's pages hold."""
    places = range(width(pages))
    return MergedColumns(
        frozenset(at for at in places if _are_numbered_names(pages, at)),
        frozenset(at for at in places if _has_merged_cells(pages, at)),
        frozenset(at for at in places if _is_merged_as_first(pages, at)),
    )


def merge_over(last: list[GridRow], rows: list[GridRow], columns: MergedColumns, *, may_begin: bool) -> None:
    """Give merged cells that go on from one page to the next their whole text in each of their rows.

    A row that `may_begin` with the next page is no rest of the text above.
    """
    _take_back_names(last, rows, columns.whole)
    _take_on_names(last, rows, columns.named)
    if may_begin:
        _take_on_first(last, rows, columns)
    _take_on_blank(last, rows)


def width(pages: Sequence[Sequence[GridRow]]) -> int:
    """How many columns all rows have."""
    return min((len(row.cells) for page in pages for row in page), default=0)


def is_wide(row: GridRow) -> bool:
    """Whether a row's last cell goes on from the one before it."""
    return len(row.cells) > 1 and row.cells[-1].left and not row.cells[-1].up


def _fits(cell: GridCell, rest: str) -> bool:
    """Whether a text fills its cell and goes on with another."""
    return cell.is_full and bool(rest) and goes_on(cell.text, rest)


def joined(cell: GridCell, rest: str) -> str:
    """A cell's text with its rest; the break between them stays where a name may have ended."""
    return f"{cell.text}{rest}" if _fits(cell, rest) else "\n".join(filter(None, (cell.text, rest)))


def retext(last: list[GridRow], rows: list[GridRow], at: int, whole: GridCell) -> None:
    """Give a merged cell that ends one page and begins the next its whole text, in each of its rows."""
    place = _begin_of_last(last, at)
    for one in range(place, len(last)):
        last[one] = _with_cell(last[one], at, whole._replace(up=one > place))
    for one, row in enumerate(rows):
        if not row.cells[at].up:
            break
        rows[one] = _with_cell(row, at, whole._replace(up=True))


def _begin_of_last(rows: Sequence[GridRow], at: int) -> int:
    """The row in which a page's last cell of a column begins."""
    place = len(rows) - 1
    while place > 0 and rows[place].cells[at].up:
        place -= 1
    return place


def _with_cell(row: GridRow, at: int, cell: GridCell) -> GridRow:
    return row._replace(cells=(*row.cells[:at], cell, *row.cells[at + 1 :]))


def _take_back_names(last: list[GridRow], rows: list[GridRow], whole: Collection[int]) -> None:
    """Give a merged cell that a page ends in its text, where this stands in the part on the next page."""
    for at, cell in enumerate(rows[0].cells):
        is_late = bool(cell.text.strip()) and not cell.up and not last[-1].cells[at].text.strip()
        if is_late and _begins_below_another(last, at) and at in whole:
            _take_on(last, rows, at, cell)


def _take_on_names(last: list[GridRow], rows: list[GridRow], named: Collection[int]) -> None:
    """Give a merged cell that a page cut its whole text: all others are numbered, and its rest is not."""
    for at in named:
        cell, above = rows[0].cells[at], last[-1].cells[at]
        is_own = bool(cell.text.strip()) and not cell.up and read_number(flow(cell.text)) is None
        if is_own and read_number(flow(above.text)):
            _take_on(last, rows, at, cell._replace(text=joined(above, cell.text)))


def _take_on_first(last: list[GridRow], rows: list[GridRow], columns: MergedColumns) -> None:
    """Give a row whose merged first cell goes on from the page before what else goes on: it stands blank.

    A text beside the first cell, merged as that is, is the rest of the text above where this has not ended.
    """
    row, above = rows[0], last[-1]
    if is_wide(row) or not _goes_on_blank(row, above, 0, columns.whole):
        return
    for at, (cell, before) in enumerate(zip(row.cells, above.cells, strict=False)):
        if _goes_on_blank(row, above, at, columns.whole):
            _take_on(last, rows, at, before)
        elif at in columns.as_first and cell.text.strip() and _fits(before, cell.text):
            _take_on(last, rows, at, before._replace(text=joined(before, cell.text)))


def _goes_on_blank(row: GridRow, above: GridRow, at: int, whole: Collection[int]) -> bool:
    """Whether a blank cell is the rest of the merged one above: no other of its column is blank."""
    cell, before = row.cells[at], above.cells[at]
    return _is_blank(cell) and bool(before.text.strip()) and not before.left and at in whole


def _is_blank(cell: GridCell) -> bool:
    """Whether a cell of its own says nothing."""
    return not (cell.text.strip() or cell.up or cell.left)


def _take_on(last: list[GridRow], rows: list[GridRow], at: int, whole: GridCell) -> None:
    """Make the cell that begins a page the rest of the one that ends the page before."""
    rows[0] = _with_cell(rows[0], at, rows[0].cells[at]._replace(up=True))
    retext(last, rows, at, whole)


def _is_merged_as_first(pages: Sequence[Sequence[GridRow]], at: int) -> bool:
    """Whether a column's cells reach over the rows that those of the first column do."""
    return all(row.cells[at].up == row.cells[0].up for page in pages for row in page if not is_wide(row))


def _take_on_blank(last: list[GridRow], rows: list[GridRow]) -> None:
    """Give a merged cell that ends a page and begins the next its text there, where it stands blank."""
    for at, (cell, above) in enumerate(zip(rows[0].cells, last[-1].cells, strict=False)):
        ends_merged = above.up and bool(above.text.strip()) and not above.left
        if _is_blank(cell) and ends_merged and rows[1:] and rows[1].cells[at].up:
            ups = [row.cells[at].up for row in rows[1:]]
            count = len(list(takewhile(bool, ups)))
            rows[: count + 1] = [_with_cell(row, at, above) for row in rows[: count + 1]]


def _are_numbered_names(pages: Sequence[Sequence[GridRow]], at: int) -> bool:
    """Whether a column has merged cells, and all that begin within a page are numbered."""
    cells = [row.cells[at] for place, page in enumerate(pages) for row in page[place > 0 :]]
    own = (cell for cell in cells if not cell.up and cell.text.strip())
    return any(cell.up for cell in cells) and all(read_number(flow(cell.text)) for cell in own)


def _begins_below_another(rows: Sequence[GridRow], at: int) -> bool:
    """Whether a page's last cell of a column begins on it, under another that holds text."""
    place = _begin_of_last(rows, at)
    return place > 0 and bool(rows[place - 1].cells[at].text.strip())


def _has_merged_cells(pages: Sequence[Sequence[GridRow]], at: int) -> bool:
    """Whether a column's cells reach over the rows that they are for, and none between others is blank."""
    cells = [row.cells[at] for page in pages for row in page]
    inner = [row.cells[at] for page in pages for row in page[_run(page, at) : -_run(page[::-1], at) or None]]
    return any(cell.up and cell.text.strip() for cell in cells) and all(cell.text.strip() for cell in inner)


def _run(rows: Sequence[GridRow], at: int) -> int:
    """How many first rows have nothing in a column."""
    return sum(1 for _ in takewhile(lambda row: not row.cells[at].text.strip(), rows))

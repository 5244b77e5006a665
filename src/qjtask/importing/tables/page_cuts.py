"""Rows and cells of drawn pages that a page's end cut in two, made whole before anything is read from them.

What says so is where the lines end: text that goes on fills the last line of its cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.document.row_words import is_note, is_sum
from qjtask.importing.words.filled_lines import goes_on
from qjtask.importing.words.numbering import read_number, read_ordinal
from qjtask.importing.words.office_words import is_office
from qjtask.importing.words.tidy_text import flow

_ENDS = tuple("。；;！!？?）)”…")
_GOES_ON = tuple("，,、：:（(“《")
_AFTER_NUMBERS = "年月日"
_FEWEST = 3  # rows that show what a column holds


def with_whole_rows(pages: Sequence[Sequence[GridRow]]) -> list[list[GridRow]]:
    """The rows of a table's pages, without headings, each cut row with its rest where its page begins it."""
    made = [list(rows) for rows in pages]
    numbers = _column_of_numbers(made)
    own = [at for at in range(_width(made)) if _has_each_its_own(made, at)]
    named = [at for at in range(_width(made)) if _are_numbered_names(made, at)]
    last: list[GridRow] = []
    for rows in filter(None, made):
        if last and _is_rest(rows[0], last[-1], numbers, own):
            _give_back(last, rows)
        elif last:
            _take_back_names(last, rows, made)
            _take_on_names(last, rows, named)
            _take_on_blank(last, rows)
        last = rows
    return made


def _column_of_numbers(pages: Sequence[Sequence[GridRow]]) -> int | None:
    """The column in which each row has a number of its own, those beside a page's end apart."""
    ends = len(pages) - 1
    parts = (page[at > 0 : -1 if at < ends else None] for at, page in enumerate(pages))
    inner = [row for rows in parts for row in rows if not _is_wide(row)]
    return next((at for at in range(_width([inner])) if _are_numbers([row.cells[at] for row in inner])), None)


def _width(pages: Sequence[Sequence[GridRow]]) -> int:
    """How many columns all rows have."""
    return min((len(row.cells) for page in pages for row in page), default=0)


def _are_numbers(cells: Sequence[GridCell]) -> bool:
    """Whether each row begins with a number of its own."""
    return len(cells) >= _FEWEST and all(
        not cell.up and read_ordinal(flow(cell.text)) is not None for cell in cells
    )


def _is_wide(row: GridRow) -> bool:
    return len(row.cells) > 1 and row.cells[-1].left and not row.cells[-1].up


def _has_each_its_own(pages: Sequence[Sequence[GridRow]], at: int) -> bool:
    """Whether each row has a text of its own in a column, those that begin a page apart."""
    cells = [
        row.cells[at] for place, page in enumerate(pages) for row in page[place > 0 :] if not _is_wide(row)
    ]
    return len(cells) >= _FEWEST and all(cell.text.strip() and not cell.up for cell in cells)


def _is_rest(row: GridRow, above: GridRow, numbers: int | None, own: Sequence[int]) -> bool:
    """Whether a page's first row is the rest of the row above: it has no number and all its texts go on.

    In the columns `own` each row has a text.
    """
    filled = _filled(row)
    if not filled or len(row.cells) != len(above.cells):
        return False
    is_list = _counts_on(above, row, filled) and _may_count_on(row, above, filled[0], numbers, own)
    if _is_of_its_own(row, filled) and not is_list:
        return False
    if numbers is None:
        return is_list or _goes_on_in_all(row, above, filled)
    return _goes_on_beside_number(row, above, filled, numbers)


def _goes_on_in_all(row: GridRow, above: GridRow, filled: Sequence[int]) -> bool:
    """Whether each of several cells of a row goes on with the one above it, and none names another office."""
    are_rests = all(_goes_on(above.cells[at], row.cells[at].text) for at in filled)
    return len(filled) > 1 and are_rests and not any(_are_two_offices(above, row, at) for at in filled)


def _goes_on_beside_number(row: GridRow, above: GridRow, filled: Sequence[int], numbers: int) -> bool:
    """Whether a row has no number, as each in the table has, and may go on with what stands above it."""
    going = [_goes_on(above.cells[at], row.cells[at].text) for at in filled]
    is_counted = numbers in filled and bool(above.cells[numbers].text)
    is_sentence = going == [None] and "，" in row.cells[filled[0]].text  # and no heading
    return not is_counted and (is_sentence or (None not in going and any(going)))


def _is_of_its_own(row: GridRow, filled: Sequence[int]) -> bool:
    """Whether a row is no rest: one over several columns, a sum, a note, or 一、修路 alone."""
    if any(cell.left for cell in row.cells):
        return True
    first = flow(row.cells[filled[0]].text)
    return is_sum(first) or is_note(first) or (len(filled) == 1 and read_number(first) is not None)


def _goes_on(cell: GridCell, rest: str) -> bool | None:
    """Whether a cell goes on over the page's end; False where it may have ended, None where it has."""
    is_day = cell.text[-1:].isdigit() and rest[0] in _AFTER_NUMBERS
    if cell.is_full or is_day or cell.text.endswith(_GOES_ON) or _is_next_point(cell.text, rest):
        return True
    return False if _may_have_ended(cell.text, rest) else None


def _may_have_ended(text: str, rest: str) -> bool:
    """Whether a text may end where it does: in a sentence, before a number, or as each of its lines does."""
    if not text or text.endswith(_ENDS) or read_number(rest):
        return True
    return _are_listed(text, rest) or _are_upright(text, rest)


def _counts_on(above: GridRow, row: GridRow, filled: Sequence[int]) -> bool:
    """Whether a row holds nothing but further points of the row above: 2. after 1."""
    (first, *others) = filled
    return not (others or row.cells[-1].left) and _is_next_point(
        above.cells[first].text, row.cells[first].text
    )


def _filled(row: GridRow) -> list[int]:
    """The places of the cells that begin in a row and hold text."""
    return [at for at, cell in enumerate(row.cells) if cell.text.strip() and not cell.up]


def _may_count_on(row: GridRow, above: GridRow, at: int, numbers: int | None, own: Sequence[int]) -> bool:
    """Whether further points are no row of their own: numbers stand elsewhere, or it lacks what each has."""
    return numbers is not None or _lacks(row, above, at, own)


def _lacks(row: GridRow, above: GridRow, at: int, own: Sequence[int]) -> bool:
    """Whether a row lacks what each has, and the cell above its only text is a list of several points."""
    points = [read_number(line) for line in above.cells[at].text.split("\n")]
    return sum(point is not None for point in points) > 1 and any(not row.cells[one].text for one in own)


def _is_next_point(text: str, rest: str) -> bool:
    """Whether a text ends in a list whose next point begins the rest: 1.…；⏎2.…； before 3.…."""
    point = read_number(rest)
    if point is None or point.number == 1:
        return False
    own = (read_number(line) for line in reversed(text.split("\n")))
    last = next((one for one in own if one is not None), None)
    return last is not None and (last.style, last.number) == (point.style, point.number - 1)


def _are_upright(text: str, rest: str) -> bool:
    """Whether texts are written downward, one character in each line."""
    return all(len(line) == 1 for line in (*text.split("\n"), *rest.split("\n")))


def _are_two_offices(above: GridRow, row: GridRow, at: int) -> bool:
    """Whether an office ends a cell and another begins the next: 市卫生局, 市教育局."""
    name, part = above.cells[at].text.split("、")[-1], row.cells[at].text.split("、")[0]
    return is_office(name) and is_office(part) and not goes_on(name, part)


def _are_listed(text: str, rest: str) -> bool:
    """Whether a cell holds offices, one in each line: it may end behind any of them."""
    lines = text.split("\n"), rest.split("\n")
    return max(map(len, lines)) > 1 and is_office(lines[0][-1]) and is_office(lines[1][0])


def _give_back(last: list[GridRow], rows: list[GridRow]) -> None:
    """Put a page's first row to the last of the page before."""
    rest = rows.pop(0)
    for at, cell in enumerate(rest.cells):
        if not cell.up:
            _retext(last, rows, at, cell._replace(text=_joined(last[-1].cells[at], cell.text)))
    last[-1] = last[-1]._replace(further=(*last[-1].further, rest.place, *rest.further))
    if not rows:
        rows.append(last.pop())


def _joined(cell: GridCell, rest: str) -> str:
    """A cell's text with its rest; the break between them stays where a name may have ended."""
    is_one = cell.is_full and bool(rest) and goes_on(cell.text, rest)
    return f"{cell.text}{rest}" if is_one else "\n".join(filter(None, (cell.text, rest)))


def _retext(last: list[GridRow], rows: list[GridRow], at: int, whole: GridCell) -> None:
    """Give a merged cell that ends one page and begins the next its whole text, in each of its rows."""
    place = len(last) - 1
    while place > 0 and last[place].cells[at].up:
        place -= 1
    for one in range(place, len(last)):
        last[one] = _with_cell(last[one], at, whole._replace(up=one > place))
    for one, row in enumerate(rows):
        if not row.cells[at].up:
            break
        rows[one] = _with_cell(row, at, whole._replace(up=True))


def _with_cell(row: GridRow, at: int, cell: GridCell) -> GridRow:
    return row._replace(cells=(*row.cells[:at], cell, *row.cells[at + 1 :]))


def _take_back_names(last: list[GridRow], rows: list[GridRow], pages: Sequence[Sequence[GridRow]]) -> None:
    """Give a merged cell that a page ends in its text, where this stands in the part on the next page."""
    for at, cell in enumerate(rows[0].cells):
        is_late = bool(cell.text.strip()) and not cell.up and not last[-1].cells[at].text.strip()
        if is_late and _begins_below_another(last, at) and _has_merged_cells(pages, at):
            rows[0] = _with_cell(rows[0], at, cell._replace(up=True))
            _retext(last, rows, at, cell)


def _take_on_names(last: list[GridRow], rows: list[GridRow], named: Sequence[int]) -> None:
    """Give a merged cell that a page cut its whole text: all others are numbered, and its rest is not."""
    for at in named:
        cell, above = rows[0].cells[at], last[-1].cells[at]
        is_own = bool(cell.text.strip()) and not cell.up and read_number(flow(cell.text)) is None
        if is_own and read_number(flow(above.text)):
            rows[0] = _with_cell(rows[0], at, cell._replace(up=True))
            _retext(last, rows, at, cell._replace(text=_joined(above, cell.text)))


def _take_on_blank(last: list[GridRow], rows: list[GridRow]) -> None:
    """Give a merged cell that ends a page and begins the next its text there, where it stands blank."""
    for at, (cell, above) in enumerate(zip(rows[0].cells, last[-1].cells, strict=False)):
        is_blank = not (cell.text.strip() or cell.up or cell.left)
        ends_merged = above.up and bool(above.text.strip()) and not above.left
        if is_blank and ends_merged and rows[1:] and rows[1].cells[at].up:
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
    place = len(rows) - 1
    while place > 0 and rows[place].cells[at].up:
        place -= 1
    return place > 0 and bool(rows[place - 1].cells[at].text.strip())


def _has_merged_cells(pages: Sequence[Sequence[GridRow]], at: int) -> bool:
    """Whether a column's cells reach over the rows that they are for, and none between others is blank."""
    cells = [row.cells[at] for page in pages for row in page]
    inner = [row.cells[at] for page in pages for row in page[_run(page, at) : -_run(page[::-1], at) or None]]
    return any(cell.up and cell.text.strip() for cell in cells) and all(cell.text.strip() for cell in inner)


def _run(rows: Sequence[GridRow], at: int) -> int:
    """How many first rows have nothing in a column."""
    return sum(1 for _ in takewhile(lambda row: not row.cells[at].text.strip(), rows))

"""Rows and cells of drawn pages that a page's end cut in two, made whole before anything is read from them.

What says so is where the lines end: text that goes on fills the last line of its cell.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.document.row_words import is_note, is_sum
from qjtask.importing.tables.merged_over_pages import (
    is_wide,
    joined,
    merge_over,
    merged_columns,
    retext,
    width,
)
from qjtask.importing.words.filled_lines import goes_on
from qjtask.importing.words.numbering import read_number, read_ordinal
from qjtask.importing.words.office_words import is_office
from qjtask.importing.words.tidy_text import flow

_ENDS = tuple("。；;！!？?）)”…")
_GOES_ON = tuple("，,、：:（(“《")
_AFTER_NUMBERS = "年月日"
_LONGEST = 5  # digits of a number
_FEWEST = 3  # rows that show what a column holds


class _ColumnTexts(NamedTuple):
    """What columns hold: the numbers; a text of its own in each row; counted texts; sentences in each."""

    numbers: int | None
    own: list[int]
    counting: list[int]
    sentences: list[int]


def with_whole_rows(pages: Sequence[Sequence[GridRow]]) -> list[list[GridRow]]:
    """The rows of a table's pages, without headings, each cut row with its rest where its page begins it."""
    made = [list(rows) for rows in pages]
    held, columns = _columns(made), merged_columns(made)
    last: list[GridRow] = []
    for rows in filter(None, made):
        if last and held.numbers is not None and _is_number_cut(rows[0], last, held.numbers):
            _give_back(last, rows, held.numbers)
        elif last and not _is_next(rows[0], last[-1], held.counting) and _is_rest(rows[0], last[-1], held):
            _give_back(last, rows)
        elif last:
            merge_over(last, rows, columns, may_begin=not _breaks_off(rows[0], last[-1], columns.as_first))
        last = rows
    return made


def _columns(pages: Sequence[Sequence[GridRow]]) -> _ColumnTexts:
    """What the columns of a table's pages hold."""
    count = width(pages)
    begun, whole = _by_column(_begun(pages), count), _by_column(_whole(pages), count)
    numbers = _those(_are_numbers, whole)
    return _ColumnTexts(
        numbers[0] if numbers else None,
        _those(_are_own, begun),
        _those(_are_counted, begun),
        _those(_are_sentences, whole),
    )


def _by_column(rows: Sequence[GridRow], count: int) -> list[list[GridCell]]:
    """The cells of each column."""
    return [[row.cells[at] for row in rows] for at in range(count)]


def _those(test: Callable[[list[GridCell]], bool], columns: Sequence[list[GridCell]]) -> list[int]:
    """The columns whose cells pass a test; too few do not show what a column holds."""
    return [at for at, cells in enumerate(columns) if len(cells) >= _FEWEST and test(cells)]


def _begun(pages: Sequence[Sequence[GridRow]]) -> list[GridRow]:
    """The rows that begin where they stand, as the first of a later page may not."""
    return [row for place, page in enumerate(pages) for row in page[place > 0 :] if not is_wide(row)]


def _whole(pages: Sequence[Sequence[GridRow]]) -> list[GridRow]:
    """The rows that stand beside no page's end."""
    ends = len(pages) - 1
    parts = (page[at > 0 : -1 if at < ends else None] for at, page in enumerate(pages))
    return [row for rows in parts for row in rows if not is_wide(row)]


def _are_numbers(cells: Sequence[GridCell]) -> bool:
    """Whether each row begins with a number of its own."""
    return all(not cell.up and read_ordinal(flow(cell.text)) is not None for cell in cells)


def _are_sentences(cells: Sequence[GridCell]) -> bool:
    """Whether each row has a text of its own that ends as a sentence does."""
    return all(not cell.up and cell.text.endswith(_ENDS) for cell in cells)


def _are_own(cells: Sequence[GridCell]) -> bool:
    """Whether each row has a text of its own."""
    return all(cell.text.strip() and not cell.up for cell in cells)


def _are_counted(cells: Sequence[GridCell]) -> bool:
    """Whether each text begins with a higher number than the last."""
    printed = [read_number(cell.text) for cell in cells if not cell.up]
    numbers = [one.number for one in printed if one is not None]
    is_whole = len(printed) == len(numbers) >= _FEWEST
    return is_whole and all(after > before for before, after in pairwise(numbers))


def _is_next(row: GridRow, above: GridRow, counting: Sequence[int]) -> bool:
    """Whether a row's text has the number after that above, in a column whose texts are counted."""
    return any(_is_next_point(above.cells[at].text, row.cells[at].text) for at in counting)


def _is_number_cut(row: GridRow, last: Sequence[GridRow], numbers: int) -> bool:
    """Whether a page's end stands within a row's number: 1 on one page and 7 on the next, behind 16."""
    digits = ["".join(one.cells[numbers].text.split()) for one in (*last[-2:], row)]
    if len(digits) < _FEWEST or not all(one.isdecimal() and len(one) < _LONGEST for one in digits):
        return False
    before, first, rest = digits
    return int(first + rest) == int(before) + 1


def _is_rest(row: GridRow, above: GridRow, held: _ColumnTexts) -> bool:
    """Whether a page's first row is the rest of the row above: it has no number and all its texts go on."""
    filled = _filled(row)
    if not filled or len(row.cells) != len(above.cells):
        return False
    is_list = _counts_on(above, row, filled) and _may_count_on(row, above, filled[0], held)
    if _is_of_its_own(row, filled) and not is_list:
        return False
    if held.numbers is None:
        return is_list or _goes_on_in_all(row, above, filled) or _is_sentence_cut(row, above, filled, held)
    own_or_none = _has_nothing_own(row, above, filled, held.own)
    return own_or_none or _goes_on_beside_number(row, above, filled, held.numbers)


def _is_sentence_cut(row: GridRow, above: GridRow, filled: Sequence[int], held: _ColumnTexts) -> bool:
    """Whether a row lacks something, and goes on with a text in whose column all others are sentences.

    None of its other texts stands behind one that has ended, but for an office in a line of its own.
    """
    both = [(above.cells[at], row.cells[at].text, at in held.sentences) for at in filled]
    if filled == _filled(above) or not any(
        is_sentence and _is_cut(cell, rest) for cell, rest, is_sentence in both
    ):
        return False
    return all(
        is_sentence or _goes_on(cell, rest) is not None or _are_offices(cell.text, rest)
        for cell, rest, is_sentence in both
    )


def _is_cut(cell: GridCell, rest: str) -> bool:
    """Whether a text breaks off in the middle of a sentence, where its line is full."""
    return cell.is_full and not cell.text.endswith(_ENDS) and goes_on(cell.text, rest)


def _has_nothing_own(row: GridRow, above: GridRow, filled: Sequence[int], own: Sequence[int]) -> bool:
    """Whether a row has nothing in all columns where each has a text, and more of what the row above has."""
    is_bare = len(own) >= _FEWEST and not any(row.cells[at].text.strip() for at in own)
    return is_bare and all(above.cells[at].text.strip() for at in filled)


def _goes_on_in_all(row: GridRow, above: GridRow, filled: Sequence[int]) -> bool:
    """Whether each of several cells of a row goes on with the one above it, and none names another office.

    Lines that are full by chance, where a text has ended, do not say so alone.
    """
    cells = [(above.cells[at], row.cells[at].text) for at in filled]
    are_rests = all(_goes_on(cell, rest) for cell, rest in cells)
    is_torn = any(not cell.is_full or goes_on(cell.text, rest) for cell, rest in cells)
    are_two = any(_are_two_offices(above, row, at) for at in filled)
    return len(filled) > 1 and are_rests and is_torn and not are_two


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


def _may_count_on(row: GridRow, above: GridRow, at: int, held: _ColumnTexts) -> bool:
    """Whether further points are no row of their own: numbers stand elsewhere, or it lacks what each has."""
    return held.numbers is not None or _lacks(row, above, at, held.own)


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
    return "\n" in f"{text}{rest}" and _are_offices(text, rest)


def _are_offices(text: str, rest: str) -> bool:
    """Whether an office stands in a cell's last line, and another in the first of its rest."""
    return is_office(text.rpartition("\n")[2]) and is_office(rest.partition("\n")[0])


def _give_back(last: list[GridRow], rows: list[GridRow], number: int | None = None) -> None:
    """Put a page's first row to the last of the page before; what is left of a `number` are its digits."""
    rest = rows.pop(0)
    for at, cell in enumerate(rest.cells):
        above = last[-1].cells[at]
        text = f"{above.text}{cell.text}" if at == number else joined(above, cell.text)
        if not cell.up:
            retext(last, rows, at, cell._replace(text=text))
    last[-1] = last[-1]._replace(further=(*last[-1].further, rest.place, *rest.further))
    if not rows:
        rows.append(last.pop())


def _breaks_off(row: GridRow, above: GridRow, names: Collection[int]) -> bool:
    """Whether a text above, no group's name, ends in mid-sentence: the row is the rest of that one."""
    texts = [(above.cells[at], row.cells[at].text) for at in _filled(row) if at not in names]
    return any(_goes_on(cell, rest) and not cell.text.endswith(_ENDS) for cell, rest in texts)

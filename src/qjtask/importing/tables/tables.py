"""The document's tables, each with all its pages: what stands over them, their heading, their rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.signs import is_blank
from qjtask.importing.columns.column_neighbours import by_neighbours
from qjtask.importing.columns.column_reading import ColumnReading, read_column
from qjtask.importing.columns.heading_words import plain_heading
from qjtask.importing.columns.number_columns import numbered
from qjtask.importing.columns.text_levels import leveled
from qjtask.importing.columns.work_names import named
from qjtask.importing.document.grid import Grid, GridRow, SourceDocument
from qjtask.importing.document.titles import plain_title
from qjtask.importing.tables.office_matrix import with_offices_named
from qjtask.importing.tables.part_names import (
    NamedPart,
    heads_part,
    is_sheet,
    numbered_as,
    parts_named,
    sheet_of,
)
from qjtask.importing.tables.parted_dates import TableRow, with_whole_dates
from qjtask.importing.tables.table_header import Header, find_header, is_header_again, names_columns, texts_of
from qjtask.importing.tables.turned_tables import turned
from qjtask.importing.tables.upright_forms import laid_down
from qjtask.importing.words.column_roles import OWNERS, TEXTS, Role
from qjtask.importing.words.numbering import read_number
from qjtask.importing.words.vocabulary import words

_FEWEST = 2
_FEWEST_OF_A_HALF = 3  # columns, of a table in two halves side by side
_LINES_ABOVE = 6


class _TablePage(NamedTuple):
    """One grid of the document, with its place among the blocks."""

    at: int
    grid: Grid
    header: Header


class Table(NamedTuple):
    """One table of the document, as a reader counts them: a table that goes on over pages is one.

    A string among the rows is a paragraph that stood between two pages: it may be a heading; the name of a
    part stands before its rows.
    `grid_rows` are the rows without these and without repeated headings. `above` is what stood over the
    heading, in the table and before it, nearest first. `start` and `end` are its place among the
    document's blocks.
    """

    number: int
    name: str
    header: Header
    columns: tuple[ColumnReading, ...]
    rows: tuple[TableRow, ...]
    grid_rows: tuple[GridRow, ...]
    above: tuple[str, ...]
    place: str
    start: int
    end: int

    @property
    def roles(self) -> tuple[Role | None, ...]:
        """What each column holds."""
        return tuple(column.role for column in self.columns)

    def has(self, *roles: Role) -> bool:
        """Whether a column holds one of these."""
        return any(column.role in roles for column in self.columns)

    def places(self, *columns: int) -> tuple[str, ...]:
        """The places of the rows that have something in one of these columns; without columns, of all."""
        return tuple(
            row.place
            for row in self.grid_rows
            if not columns or any(not is_blank(row.cells[at].text) for at in columns)
        )

    def with_rows(self, rows: Iterable[TableRow]) -> Table:
        """The table with the rows of further parts, its columns read anew."""
        whole = tuple(rows)
        own = tuple(
            row for row in whole if isinstance(row, GridRow) and not is_header_again(row, self.header.names)
        )
        return self._replace(rows=whole, grid_rows=own).remapped({})

    def remapped(self, mapped: Mapping[int, Role]) -> Table:
        """The table with columns read as a person said."""
        return self._replace(columns=_columns(self.header, self.grid_rows, mapped))


def read_tables(document: SourceDocument) -> tuple[Table, ...]:
    """The tables in the document's order."""
    laid = [
        turned(_in_one_half(laid_down(block))) if isinstance(block, Grid) else block
        for block in document.blocks
    ]
    document = with_offices_named(document._replace(blocks=tuple(laid)))
    found: list[list[_TablePage]] = []
    for page in _pages(document):
        if found and _goes_on(found[-1], page, document):
            found[-1].append(page)
        else:
            found.append([page])
    return tuple(_table(number, pages, document) for number, pages in enumerate(found, 1))


def has_file_numbers(table: Table) -> bool:
    """Whether a table's numbers are those of files in another list, and do not count its rows: 提案号."""
    numbers = (plain_heading(column.name) for column in table.columns if column.role is Role.NUMBER)
    return any(heading in words().rows.file_numbers for heading in numbers)


def is_by_offices(table: Table) -> bool:
    """Whether a table goes by offices: its only column of those who owe the works stands left of these."""
    owners = [column.at for column in table.columns if column.role in OWNERS and column.content.texts]
    works = [column.at for column in table.columns if column.role in {*TEXTS, Role.NAME}]
    return len(owners) == 1 and bool(works) and owners[0] < min(works)


def has_goals_above(table: Table) -> bool:
    """Whether a column of headings says what is aimed at, and no problem or project: 目标任务, 年度目标."""
    headings = [plain_heading(column.name) for column in table.columns if column.role is Role.TASK]
    return any(word in heading for heading in headings for word in words().tables.aims)


def _in_one_half(grid: Grid) -> Grid:
    """The table as it is, or with the right half of one in two halves under the left one."""
    half, odd = divmod(grid.width, 2)
    if odd or half < _FEWEST_OF_A_HALF:
        return grid
    for at, row in enumerate(grid.rows[:_LINES_ABOVE]):
        texts = [cell.text for cell in row.cells]
        if texts[:half] == texts[half:] and len({*texts}) == half and all(texts):
            from qjtask.importing.tables.side_by_side import unfolded  # few tables stand in two halves

            return unfolded(grid, at)
    return grid


def _pages(document: SourceDocument) -> Iterator[_TablePage]:
    """The document's grids with their headings; a first row that several have in common is one."""
    firsts = Counter(texts_of(grid.rows[0]) for grid in document.grids if grid.rows)
    again = {texts for texts, count in firsts.items() if count >= _FEWEST}
    for at, block in enumerate(document.blocks):
        if isinstance(block, Grid) and block.rows:
            yield _TablePage(at, block, find_header(block, again))


def _goes_on(pages: Sequence[_TablePage], page: _TablePage, document: SourceDocument) -> bool:
    """Whether a grid is the next page of the table before it: the same heading, or none and as wide.

    A title between them begins another table; a heading with the same words under text of its own too.
    """
    between = [text for text in document.blocks[pages[-1].at + 1 : page.at] if isinstance(text, str)]
    if any(plain_title(text) for text in between):
        return False
    first = pages[0]
    if page.header.is_printed:
        return not between and _shape(page.header) == _shape(first.header)
    is_next = page.grid.width == first.grid.width and not names_columns(page.grid.rows[0])
    return is_next and len(between) < _FEWEST


def _shape(header: Header) -> tuple[str, ...]:
    """A heading by its words alone, to be compared with that of another page."""
    return tuple(map(plain_heading, header.names))


def _table(number: int, pages: Sequence[_TablePage], document: SourceDocument) -> Table:
    first = pages[0]
    place = first.grid.rows[min(first.header.start, len(first.grid.rows) - 1)].place
    table = Table(
        number,
        first.grid.name,
        first.header,
        (),
        (),
        (),
        _lines_above(pages, document),
        place,
        first.at,
        pages[-1].at,
    )
    return table.with_rows(with_whole_dates(first.header.names, tuple(_rows(pages, document))))


def _columns(
    header: Header, rows: Sequence[GridRow], mapped: Mapping[int, Role]
) -> tuple[ColumnReading, ...]:
    columns = tuple(read_column(name, rows, at, mapped) for at, name in enumerate(header.names))
    return named(numbered(leveled(by_neighbours(columns)), rows), rows)


def _rows(pages: Sequence[_TablePage], document: SourceDocument) -> Iterator[TableRow]:
    """The rows under the heading. A later page's heading may stand below the last rows of the one before."""
    before = pages[0].at
    yield from _line_above(pages, document)
    names = parts_named([_named_part(document, page) for page in pages])
    for page, name, below in zip(pages, names, _below_headings(pages), strict=True):
        yield from (text for text in document.blocks[before + 1 : page.at] if isinstance(text, str))
        if page is not pages[0]:
            yield from (row for row in page.grid.rows[: page.header.start] if not _is_title(row))
        if name:
            yield name
        if page is pages[0]:
            yield from _heading_above(page)
        yield from below
        before = page.at


def _line_above(pages: Sequence[_TablePage], document: SourceDocument) -> Iterator[str]:
    """The line over the first page, where it is numbered as one between two pages is."""
    between = document.blocks[pages[0].at + 1 : pages[-1].at]
    above = _above(document, pages[0])[:1]
    yield from (line for line in above if numbered_as(line, [one for one in between if isinstance(one, str)]))


def _below_headings(pages: Sequence[_TablePage]) -> Sequence[Sequence[GridRow]]:
    """The rows under each page's heading, those that the end of a drawn page cut in two made whole."""
    rows = [page.grid.rows[page.header.end :] for page in pages]
    if len(pages) < _FEWEST or not all(page.grid.page for page in pages):
        return rows
    from qjtask.importing.tables.page_cuts import with_whole_rows  # drawn pages alone are cut

    return with_whole_rows(rows)


def _named_part(document: SourceDocument, page: _TablePage) -> NamedPart:
    """A page with what may name its works; a drawn one without a heading goes on with those before."""
    sheet, above = sheet_of(page.grid), _above(document, page)
    is_next = not page.header.is_printed and not sheet
    if is_next and (page.grid.page or any(map(read_number, above[:1]))):
        return NamedPart("", ())  # what a drawn page prints over its rows is its own
    return NamedPart(sheet, above)


def _heading_above(page: _TablePage) -> Iterator[GridRow]:
    """The row over the first heading that heads works, as another does over the heading printed again."""
    rows, header = page.grid.rows, page.header
    above = rows[header.start - 1 : header.start] if header.is_printed and header.start else ()
    for text in _lone_texts(above):
        is_title = bool(plain_title(text)) and not heads_part(text)
        if not is_title and _is_one_of_headings(text, rows[header.end :], header.names):
            yield from above


def _is_one_of_headings(text: str, below: Sequence[GridRow], names: tuple[str, ...]) -> bool:
    """Whether headings like this text stand below: numbered as it is, or over the heading printed again."""
    printed = read_number(text)
    if printed:
        others = map(read_number, _lone_texts(below))
        return any(other and other.style == printed.style for other in others)
    above_again = [*_lone_texts(one for one, row in pairwise(below) if is_header_again(row, names))]
    return bool(above_again) and not any(map(read_number, above_again))


def _lone_texts(rows: Iterable[GridRow]) -> Iterator[str]:
    """The texts of the rows that hold one alone."""
    return (texts[0] for texts in map(texts_of, rows) if len(texts) == 1)


def _is_title(row: GridRow) -> bool:
    """Whether a row over a heading is the page's title, and neither a work nor a numbered heading."""
    filled = texts_of(row)
    return len(filled) < _FEWEST and not any(map(read_number, filled))


def _lines_above(pages: Sequence[_TablePage], document: SourceDocument) -> tuple[str, ...]:
    """The texts over the table; of several sheets with a title each what these have in common."""
    if len(pages) < _FEWEST or not is_sheet(pages[0].grid):
        return _above(document, pages[0])
    from qjtask.importing.tables.part_titles import lines_above  # few plans stand on several sheets

    return lines_above([_named_part(document, page) for page in pages])


def _above(document: SourceDocument, first: _TablePage) -> tuple[str, ...]:
    """The texts right over the heading, nearest first: one of them is the table's title."""
    inside = [row.cells[0].text for row in first.grid.rows[: first.header.start] if row.cells[0].text]
    before: list[str] = []
    at = first.at - 1
    while at >= 0 and isinstance(block := document.blocks[at], str) and len(before) < _LINES_ABOVE:
        before.append(block)
        at -= 1
    return (*reversed(inside), *before)

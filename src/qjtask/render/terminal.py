"""Sheets drawn as tables on a terminal: folded to the screen's width, never cut.

Lines are laid out here, in the cells that core.text counts; Rich gives them their colours and knows
what the terminal can show. Its own tables cut with … what they find too wide, a run of Chinese
first of all, and count some signs otherwise than the texts were folded by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, zip_longest
from typing import TextIO

from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from qjtask.core.layout.sheet import Column, Sheet, Tone
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.width import shorten, width, wrap
from qjtask.render.one_line import one_line

MOST_ROWS = 300
"""Rows drawn of one sheet; nobody reads more on a screen."""

_SHORT_LINES = 2
_GAP = 2  # cells between columns
_NARROWEST = 8  # cells of a column that folds, and of a screen
_WIDEST_FIXED = 24  # cells of a column kept on one line where room is short: a date and some words
_FOLDED_HEADING = 4
_STYLES = {
    Tone.PLAIN: None,
    Tone.RED: Style(bold=True, color="red"),
    Tone.YELLOW: Style(color="yellow"),
    Tone.GREEN: Style(color="green"),
    Tone.DIM: Style(dim=True),
    Tone.STRONG: Style(bold=True),
}
_SECTION = Style(bold=True, color="cyan")

Drawn = list[Segment]
"""A line of the screen: its texts one behind the other, each in its style."""


class Piece(NamedTuple):
    """A cell's text made harmless, its tone, and whether it may be shortened."""

    text: str
    tone: Tone
    short: bool = False

    def folded(self, cells: int, *, wide: bool) -> list[str]:
        """Its lines in a column of so many cells."""
        if self.short:
            return shorten(self.text, cells, _SHORT_LINES, wide=wide)
        return wrap(self.text, cells, wide=wide)


Lines = tuple[Piece, ...]
"""What a cell of the screen holds: one cell of the sheet, or several one under another."""


class Canvas(NamedTuple):
    """A screen: its columns, the sign of its rules, and whether ambiguous signs are `wide` on it."""

    columns: int
    rule: str
    wide: bool

    def lines(self, text: str, indent: int = 0) -> list[str]:
        """A text made harmless and folded to the screen, less an indent."""
        return wrap(one_line(text), self.columns - indent, wide=self.wide)


class ScreenGrid(NamedTuple):
    """The part of a sheet that is drawn, its texts made harmless."""

    columns: list[Column]
    headings: list[Lines]
    rows: list[list[Lines]]
    wide: bool

    def needs(self) -> list[tuple[int, int]]:
        """For each column the cells that its heading and its longest text take."""
        return [
            (
                max(width(piece.text, wide=self.wide) for piece in heading),
                max(width(piece.text, wide=self.wide) for row in self.rows for piece in row[at]),
            )
            for at, heading in enumerate(self.headings)
        ]

    def room(self, screen: int) -> int:
        """The cells that the columns can share."""
        return screen - _GAP * (len(self.columns) - 1)

    def stacked(self) -> ScreenGrid:
        """The same with every column that may be put under the one before it."""
        kept = [at for at, column in enumerate(self.columns) if not (at and column.under)]
        runs = list(pairwise((*kept, len(self.columns))))
        return ScreenGrid(
            [self.columns[at] for at in kept],
            [tuple(chain.from_iterable(self.headings[start:stop])) for start, stop in runs],
            [[tuple(chain.from_iterable(row[start:stop])) for start, stop in runs] for row in self.rows],
            self.wide,
        )


def draw(sheets: Iterable[Sheet], out: TextIO, *, screen: int, full: bool, wide: bool = False) -> None:
    """Draw the sheets to `out`, a screen of so many columns; `full` shows long texts whole.

    `wide` is a screen that draws signs of ambiguous width two cells wide.
    """
    columns = max(screen, _NARROWEST)
    console = Console(file=out, width=columns, highlight=False, markup=False, emoji=False)
    canvas = Canvas(columns, "─" if _can_show("─", console.encoding) and not wide else "-", wide)
    for sheet in sheets:
        lines = chain(_title(sheet, canvas), _body(sheet, canvas, full=full), _notes(sheet, canvas))
        drawn = [segment for line in lines for segment in (*line, Segment.line())]
        console.print(Segments(drawn), soft_wrap=True)  # not folded once more, nor cut


def _can_show(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _title(sheet: Sheet, canvas: Canvas) -> Iterator[Drawn]:
    for line in canvas.lines(sheet.title) if sheet.title else ():
        yield [Segment(line, _STYLES[Tone.STRONG])]


def _notes(sheet: Sheet, canvas: Canvas) -> Iterator[Drawn]:
    left_out = len(sheet.rows) - MOST_ROWS
    more = f"只画了前{MOST_ROWS}行，还有{left_out}行：请加筛选条件，或用 --format plain 看全部"
    for note in (more, *sheet.notes) if left_out > 0 else sheet.notes:
        yield from ([Segment(line)] for line in canvas.lines(note))


def _body(sheet: Sheet, canvas: Canvas, *, full: bool) -> Iterator[Drawn]:
    """The rows as a table, or as one block per row where the screen is too narrow for a table."""
    grid = _grid(sheet, canvas, full=full)
    if not grid.rows or not grid.columns:
        return
    blocks = _blocks(sheet, grid, canvas)
    if sum(map(max, grid.needs())) > grid.room(canvas.columns):
        grid = grid.stacked()
    widths = _widths(grid, canvas.columns)
    if widths is None:
        yield from blocks
    else:
        yield from _table(sheet, grid, widths, canvas)


def _grid(sheet: Sheet, canvas: Canvas, *, full: bool) -> ScreenGrid:
    """What of a sheet is drawn: its columns for the screen, the first rows."""
    shown = [at for at, column in enumerate(sheet.columns) if column.on_screen]
    columns = [sheet.columns[at] for at in shown]
    cells = ([(row[at], sheet.columns[at]) for at in shown] for row in sheet.rows[:MOST_ROWS])
    return ScreenGrid(
        columns,
        [(Piece(one_line(column.heading), Tone.STRONG),) for column in columns],
        [
            [(Piece(one_line(cell.text), cell.tone, column.short and not full),) for cell, column in row]
            for row in cells
        ],
        canvas.wide,
    )


def _table(sheet: Sheet, grid: ScreenGrid, widths: Sequence[int], canvas: Canvas) -> Iterator[Drawn]:
    edge = sum(widths) + _GAP * (len(widths) - 1)
    widest = max(range(len(widths)), key=lambda at: grid.columns[at].weight)
    indent = sum(widths[:widest]) + _GAP * widest
    yield from _abreast(grid.headings, grid, widths)
    yield [Segment(canvas.rule * edge)]
    for number, row in enumerate(grid.rows):
        yield from _section(sheet, number, indent, canvas)
        yield from _abreast(row, grid, widths)


def _abreast(row: Sequence[Lines], grid: ScreenGrid, widths: Sequence[int]) -> Iterator[Drawn]:
    """A row's cells side by side, each folded to its column, each line in its own tone."""
    folded = [
        [(line, piece.tone) for piece in lines for line in piece.folded(cells, wide=grid.wide)]
        for lines, cells in zip(row, widths, strict=True)
    ]
    for abreast in zip_longest(*folded, fillvalue=("", Tone.PLAIN)):
        drawn: Drawn = []
        for at, ((line, tone), column, cells) in enumerate(zip(abreast, grid.columns, widths, strict=True)):
            blank = " " * (cells - width(line, wide=grid.wide))
            padded = blank + line if column.is_number else line + blank
            drawn += [Segment(" " * _GAP if at else ""), Segment(padded, _STYLES[tone])]
        yield _stripped(drawn)


def _stripped(line: Drawn) -> Drawn:
    """The line without the blanks at its end."""
    while line:
        text, style, _ = line.pop()
        if kept := text.rstrip():
            return [*line, Segment(kept, style)]
    return line


def _blocks(sheet: Sheet, grid: ScreenGrid, canvas: Canvas) -> Iterator[Drawn]:
    for number, row in enumerate(grid.rows):
        yield [Segment(canvas.rule * canvas.columns)]
        yield from _section(sheet, number, 0, canvas)
        for (piece,), (heading,) in zip(row, grid.headings, strict=True):
            if piece.text:
                name = f"{heading.text}：" if heading.text else ""
                whole = piece._replace(text=name + piece.text)
                for line in whole.folded(canvas.columns, wide=canvas.wide):
                    yield [Segment(line, _STYLES[piece.tone])]


def _section(sheet: Sheet, number: int, indent: int, canvas: Canvas) -> Iterator[Drawn]:
    """The heading that stands before a row, if one does; it may reach beyond the table's edge."""
    heading = sheet.sections.get(number)
    indent = indent if canvas.columns - indent >= _NARROWEST else 0
    for line in canvas.lines(heading, indent) if heading else ():
        yield [Segment(" " * indent), Segment(line, _SECTION)]


def _widths(grid: ScreenGrid, screen: int) -> list[int] | None:
    """Cells for each column; None where the screen is too narrow for a table.

    A column gets what it needs. Where that is too much the flexible ones share by weight; where it
    still is the headings fold, and then what is long in the other columns.
    """
    needs = [max(pair) for pair in grid.needs()]
    room = grid.room(screen)
    if sum(needs) <= room:
        return needs
    weights = [column.weight for column in grid.columns]
    slim = [max(need, min(heading, _FOLDED_HEADING)) for heading, need in grid.needs()]
    also = [weight or need > _WIDEST_FIXED for weight, need in zip(weights, slim, strict=True)]
    shares = (_shared(*tried, room) for tried in ((needs, weights), (slim, weights), (slim, also)))
    return next((widths for widths in shares if sum(widths) <= room), None)


def _shared(needs: Sequence[int], weights: Sequence[int], room: int) -> list[int]:
    """The widths when the columns that have a weight share what the others leave of the room."""
    widths = list(needs)
    flexible = [at for at, weight in enumerate(weights) if weight]
    left = room - sum(need for at, need in enumerate(needs) if at not in flexible)
    for at in sorted(flexible, key=lambda at: needs[at] / weights[at]):
        share = left * weights[at] // sum(weights[other] for other in flexible)
        widths[at] = min(needs[at], max(share, _NARROWEST))
        left -= widths[at]
        flexible = [other for other in flexible if other != at]
    return widths

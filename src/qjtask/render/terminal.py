"""Sheets drawn as tables on a terminal: folded to the screen's width, never cut.

Lines are laid out here, in the cells that core.text counts; Rich gives them their colours and knows
what the terminal can show. Its own tables cut what they find too wide.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TextIO

from rich.console import Console
from rich.text import Text

from qjtask.core.sheet import Cell, Column, Sheet, Tone
from qjtask.core.text import pad, shorten, width, wrap
from qjtask.render.clean import one_line

MOST_ROWS = 300
"""Rows drawn of one sheet; nobody reads more on a screen."""

_SHORT_LINES = 2
_GAP = "  "
_NARROWEST = 8  # cells of a column that folds, and of a screen
_WIDEST_FIXED = 24  # cells of a column kept on one line where room is short: a date and some words
_FOLDED_HEADING = 4
_STYLES = {
    Tone.PLAIN: "",
    Tone.RED: "bold red",
    Tone.YELLOW: "yellow",
    Tone.GREEN: "green",
    Tone.DIM: "dim",
    Tone.STRONG: "bold",
}
_SECTION = "bold cyan"


def draw(sheets: Iterable[Sheet], out: TextIO, *, full: bool) -> None:
    """Draw the sheets to `out`; `full` shows long texts whole."""
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    screen = max(_screen(console), _NARROWEST)
    rule = "─" if _can_show("─", console.encoding) else "-"
    for sheet in sheets:
        lines = [*_title(sheet, screen), *_body(sheet, screen, rule, full=full), *_notes(sheet, screen)]
        if lines:
            console.print(Text("\n").join(lines), soft_wrap=True)  # not folded once more, nor cut


def _screen(console: Console) -> int:
    """The screen's width; Rich takes every dumb terminal for one of 80 columns."""
    return shutil.get_terminal_size().columns if console.is_dumb_terminal else console.width


def _can_show(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _title(sheet: Sheet, screen: int) -> Iterator[Text]:
    for line in wrap(one_line(sheet.title), screen) if sheet.title else ():
        yield Text(line, style="bold")


def _notes(sheet: Sheet, screen: int) -> Iterator[Text]:
    left_out = len(sheet.rows) - MOST_ROWS
    more = f"只画了前{MOST_ROWS}行，还有{left_out}行：请加筛选条件，或用 --format plain 看全部"
    for note in (more, *sheet.notes) if left_out > 0 else sheet.notes:
        yield from map(Text, wrap(one_line(note), screen))


def _body(sheet: Sheet, screen: int, rule: str, *, full: bool) -> Iterator[Text]:
    """The rows as a table, or as one block a row where the screen is too narrow for a table."""
    shown = [at for at, column in enumerate(sheet.columns) if column.on_screen]
    columns = [sheet.columns[at]._replace(short=sheet.columns[at].short and not full) for at in shown]
    rows = [[Cell(one_line(row[at].text), row[at].tone) for at in shown] for row in sheet.rows[:MOST_ROWS]]
    if not rows or not columns:
        return
    widths = _widths(columns, rows, screen)
    if widths is None:
        yield from _blocks(sheet, columns, rows, screen, rule)
    else:
        yield from _table(sheet, columns, rows, widths, screen, rule)


def _table(
    sheet: Sheet,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int],
    screen: int,
    rule: str,
) -> Iterator[Text]:
    edge = sum(widths) + len(_GAP) * (len(widths) - 1)
    widest = max(range(len(columns)), key=lambda at: columns[at].weight)
    indent = sum(widths[:widest]) + len(_GAP) * widest
    headings = [Cell(one_line(column.heading), Tone.STRONG) for column in columns]
    yield from _abreast(headings, [column._replace(short=False) for column in columns], widths)
    yield Text(rule * edge)
    for number, row in enumerate(rows):
        yield from _section(sheet, number, indent, edge, screen)
        yield from _abreast(row, columns, widths)


def _abreast(row: Sequence[Cell], columns: Sequence[Column], widths: Sequence[int]) -> Iterator[Text]:
    """A row's cells side by side, each folded to its column."""
    folded = map(_folded, row, columns, widths)
    for lines in zip_longest(*folded, fillvalue=""):
        drawn = Text()
        for at, (line, column, cells) in enumerate(zip(lines, columns, widths, strict=True)):
            blank = " " * (cells - width(line))
            drawn.append(_GAP if at else "").append(
                blank + line if column.is_number else line + blank, style=_STYLES[row[at].tone]
            )
        yield drawn


def _blocks(
    sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], screen: int, rule: str
) -> Iterator[Text]:
    for number, row in enumerate(rows):
        yield Text(rule * screen)
        yield from _section(sheet, number, 0, screen, screen)
        for cell, column in zip(row, columns, strict=True):
            if cell.text:
                name = f"{one_line(column.heading)}：" if column.heading else ""
                for line in _folded(Cell(name + cell.text), column, screen):
                    yield Text(line, style=_STYLES[cell.tone])


def _section(sheet: Sheet, number: int, indent: int, edge: int, screen: int) -> Iterator[Text]:
    """The heading that stands before a row, if one does; it may reach beyond the table's edge."""
    heading = sheet.sections.get(number)
    indent = indent if screen - indent >= _NARROWEST else 0
    for line in wrap(one_line(heading), screen - indent) if heading else ():
        yield Text(" " * indent).append(pad(line, edge - indent), style=_SECTION)


def _folded(cell: Cell, column: Column, cells: int) -> list[str]:
    return shorten(cell.text, cells, _SHORT_LINES) if column.short else wrap(cell.text, cells)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], screen: int) -> list[int] | None:
    """Cells for each column; None where the screen is too narrow for a table.

    A column gets what it needs. Where that is too much the flexible ones share by weight; where it
    still is the headings fold, and then what is long in the other columns.
    """
    headings = [width(one_line(column.heading)) for column in columns]
    longest = [max(width(row[at].text) for row in rows) for at in range(len(columns))]
    needs = [max(pair) for pair in zip(headings, longest, strict=True)]
    room = screen - len(_GAP) * (len(columns) - 1)
    if sum(needs) <= room:
        return needs
    weights = [column.weight for column in columns]
    slim = [max(need, min(heading, _FOLDED_HEADING)) for heading, need in zip(headings, longest, strict=True)]
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

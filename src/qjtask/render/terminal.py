"""Sheets drawn as tables on a terminal, with Rich: folded to the screen's width, never cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from qjtask.core.sheet import Cell, Column, Sheet, Tone
from qjtask.core.text import shorten, width, wrap
from qjtask.render.clean import one_line

MOST_ROWS = 300
"""Rows drawn of one sheet; Rich needs 3 s for 10,000, and nobody reads them on a screen."""

_SHORT_LINES = 2
_GAP = 2  # a cell of padding, and one that the box puts between columns
_NARROWEST = 8
_STYLES = {
    Tone.PLAIN: "",
    Tone.RED: "bold red",
    Tone.YELLOW: "yellow",
    Tone.GREEN: "green",
    Tone.DIM: "dim",
    Tone.STRONG: "bold",
}


def draw(sheets: Iterable[Sheet], out: TextIO, *, full: bool) -> None:
    """Draw the sheets to `out`; `full` shows long texts whole."""
    console = Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=False)
    for sheet in sheets:
        if sheet.title:
            for line in wrap(one_line(sheet.title), console.width):
                console.print(Text(line, style="bold"))
        if sheet.rows:
            console.print(_table(sheet, console.width, full=full))
        for note in _notes(sheet):
            for line in wrap(one_line(note), console.width):
                console.print(Text(line))


def _notes(sheet: Sheet) -> Iterable[str]:
    left_out = len(sheet.rows) - MOST_ROWS
    if left_out > 0:
        yield f"只画了前{MOST_ROWS}行，还有{left_out}行：请加筛选条件，或用 --format plain 看全部"
    yield from sheet.notes


def _table(sheet: Sheet, screen: int, *, full: bool) -> Table:
    shown = [at for at, column in enumerate(sheet.columns) if column.on_screen]
    columns = [sheet.columns[at] for at in shown]
    rows = [[_safe(row[at]) for at in shown] for row in sheet.rows[:MOST_ROWS]]
    widths = _widths(columns, rows, screen)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, _GAP - 1, 0, 0), show_edge=False)
    for column, cells in zip(columns, widths, strict=True):
        heading = Text("\n".join(wrap(column.heading, cells)))
        table.add_column(heading, width=cells, justify="right" if column.is_number else "left", no_wrap=True)
    widest = max(range(len(columns)), key=lambda at: columns[at].weight)
    for number, row in enumerate(rows):
        if number in sheet.sections:
            section: list[Text] = [Text() for _ in columns]
            lines = wrap(one_line(sheet.sections[number]), widths[widest])
            section[widest] = Text("\n".join(lines), style="bold cyan")
            table.add_row(*section)
        table.add_row(
            *(
                _fitted(cell, column, cells, full=full)
                for cell, column, cells in zip(row, columns, widths, strict=True)
            )
        )
    return table


def _safe(cell: Cell) -> Cell:
    return Cell(one_line(cell.text), cell.tone)


def _fitted(cell: Cell, column: Column, cells: int, *, full: bool) -> Text:
    lines = shorten(cell.text, cells, _SHORT_LINES) if column.short and not full else wrap(cell.text, cells)
    return Text("\n".join(lines), style=_STYLES[cell.tone])


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], screen: int) -> list[int]:
    """Cells for each column: what it needs, and where that is too much the flexible ones share by weight."""
    needs = [
        max(width(column.heading), *(width(row[at].text) for row in rows)) if rows else width(column.heading)
        for at, column in enumerate(columns)
    ]
    room = screen - _GAP * (len(columns) - 1)
    if sum(needs) <= room:
        return needs
    flexible = [at for at, column in enumerate(columns) if column.weight]
    left = room - sum(need for at, need in enumerate(needs) if at not in flexible)
    for at in sorted(flexible, key=lambda at: needs[at] / columns[at].weight):
        share = left * columns[at].weight // sum(columns[other].weight for other in flexible)
        needs[at] = min(needs[at], max(share, _NARROWEST))
        left -= needs[at]
        flexible = [other for other in flexible if other != at]
    return needs

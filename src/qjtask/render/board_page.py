"""The board as one HTML file that loads nothing: style and script are allowed by their hashes alone."""

from __future__ import annotations

from qjtask.core.layout.document import date_words
from qjtask.core.sheets.axis_sheet import line_heading, timeline_notes
from qjtask.core.sheets.board_content import LAMP_WORDS, LOADS_NOTES, Board
from qjtask.core.standing.words import DUE_WORDS
from qjtask.render.board_chart import chart_of
from qjtask.render.board_months import months_of
from qjtask.render.one_line import one_line
from qjtask.render.web_page import inline, policy, render, source

_NARROW_BAR = 130
_SHADES = 4


def board_page(board: Board) -> str:
    """The page. The same board gives the same text; every text in it is data, escaped by the template."""
    style, script = source("board.css"), source("board.js")
    return render(
        "board.html.j2",
        {"clean": one_line},
        board=board,
        style=inline(style),
        script=inline(script),
        policy=policy(style, script),
        chart=chart_of(board.chart),
        narrow=months_of(board.chart, _NARROW_BAR),
        notes=timeline_notes(board.chart),
        loads_notes=LOADS_NOTES,
        line_heading=line_heading(board.chart),
        lamps=LAMP_WORDS,
        most=max((count for load in board.loads for count in load.counts.values()), default=0),
        states={state: DUE_WORDS[state] for state in board.chart.states},
        unit_numbers={load.name: number for number, load in enumerate(board.loads)},
        shade=_shade,
        day=date_words(board.today),
    )


def _shade(count: int, most: int) -> int:
    """How deep a cell of the heat map is, 0 to 4; by the root, so that small counts show."""
    return -int(-_SHADES * (count / most) ** 0.5 // 1) if count else 0

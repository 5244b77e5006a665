"""qjtask report board."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli.documents import ForceOption, destination, hand_out_file, output_to
from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, LeadsOption, TodayOption, UnitsOption
from qjtask.core.sheets.board_content import board
from qjtask.core.standing.query import owed
from qjtask.core.standing.words import whose_words
from qjtask.render.board_page import board_page

EXAMPLES = ("qjtask report board -o board.html", "qjtask report board --today 2021-06-10 > board.html")


def command(
    ctx: typer.Context,
    output: Annotated[str | None, output_to("写到这个 .html 文件；不写则输出到屏幕")] = None,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Write the board: one page that needs no network, with figures, timeline, lights and all items."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        units = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
        path = destination(given, output, (".html",), force=force)
    rows = owed(session.rows, units, leads)
    about = whose_words(units, leads)
    hand_out_file(
        lambda: board_page(board(session.plan, rows, session.today, units, about, session.unread)).encode(),
        path,
        force=force,
    )

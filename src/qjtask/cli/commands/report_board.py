"""qjtask report board."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli.desk import open_desk
from qjtask.cli.documents import ForceOption, destination, hand_out_file, output_to
from qjtask.cli.options import FileOption, TodayOption
from qjtask.core.sheets.board_content import board
from qjtask.render.board_page import board_page

EXAMPLES = ("qjtask report board -o board.html", "qjtask report board --today 2021-06-10 > board.html")


def command(
    ctx: typer.Context,
    output: Annotated[str | None, output_to("写到这个 .html 文件；不写则输出到屏幕")] = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Write the board: one page that needs no network, with figures, timeline, lights and all items."""
    desk = open_desk(ctx, file, today)
    given = desk.arguments()
    path = destination(given, output, (".html",), force=force)
    given.check()
    hand_out_file(
        lambda: board_page(board(desk.plan, desk.rows, desk.today)).encode(),
        path,
        force=force,
    )

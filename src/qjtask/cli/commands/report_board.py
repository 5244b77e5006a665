"""qjtask report board."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from qjtask.cli.desk import open_desk
from qjtask.cli.documents import ForceOption, check_free, keep
from qjtask.cli.faults import Misused
from qjtask.cli.options import FileOption, TodayOption
from qjtask.core.board import board
from qjtask.core.problem import Problem

EXAMPLES = ("qjtask report board -o board.html", "qjtask report board --today 2021-06-10 > board.html")


def command(
    ctx: typer.Context,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", show_default=False, help="写到这个 .html 文件；不写则输出到屏幕"
        ),
    ] = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Write the board: one page that needs no network, with figures, timeline, lights and all items."""
    path = None if output in (None, "-") else Path(output).expanduser()
    if path:
        _check_ending(path)
        check_free(path, force=force)
    desk = open_desk(ctx, file, today)
    from qjtask.render.board import board_page

    page = board_page(board(desk.plan, desk.rows, desk.today)).encode()
    if path:
        keep(path, page, force=force)
    else:
        sys.stdout.buffer.write(page)


def _check_ending(path: Path) -> None:
    if path.suffix.lower() != ".html":
        told = f"看板是网页，不能写成“{path.name}”"
        raise Misused([Problem("--output", told, "请用 .html 结尾的文件名")])

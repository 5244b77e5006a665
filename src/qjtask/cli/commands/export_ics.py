"""qjtask export ics."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from qjtask.cli.desk import open_desk
from qjtask.cli.documents import ForceOption, check_free, keep
from qjtask.cli.faults import tell
from qjtask.cli.options import FileOption, TodayOption, UnitsOption
from qjtask.core.events import agenda
from qjtask.core.problem import Problem
from qjtask.render.ics import ics

EXAMPLES = ("qjtask export ics -o 任务.ics", "qjtask export ics --unit 审批科 -o 审批科.ics --force")


def command(
    ctx: typer.Context,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            help="写到这个 .ics 文件；不写则输出到屏幕或管道",
        ),
    ] = None,
    unit: UnitsOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Write the deadlines, milestones and recurrences as events of a calendar."""
    desk = open_desk(ctx, file, today)
    given = desk.arguments()
    units = given.units("--unit", unit, desk.units)
    path = None if output in (None, "-") else Path(output).expanduser()
    if path and path.suffix.lower() != ".ics":
        given.fault("--output", f"“{path}”不是日历文件的名字", "请用 .ics 作后缀")
    given.check()
    if path:
        check_free(path, force=force)
    made = agenda(desk.plan, desk.rows, desk.past, desk.today, units)
    content = ics(made)
    if made.undated:
        tell([Problem("", f"另有{made.undated}项没有日期，不在日历里")])
    if path:
        keep(path, content, force=force)
    else:
        sys.stdout.buffer.write(content)

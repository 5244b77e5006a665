"""qjtask init."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qjtask.cli.faults import Misused
from qjtask.cli.ledgers import is_database
from qjtask.cli.options import TodayOption
from qjtask.cli.output import confirm
from qjtask.cli.which_ledger import next_command, working_day
from qjtask.core.problem import Problem
from qjtask.storage.plans.template import write_template

EXAMPLES = ("qjtask init", "qjtask init 2026年重点工作")


def command(
    ctx: typer.Context,
    folder: Annotated[
        str, typer.Argument(metavar="[DIR]", show_default=False, help="放在哪个文件夹，默认是这里")
    ] = ".",
    today: TodayOption = None,
) -> None:
    """Write a small commented plan to start from; never overwrite one."""
    if is_database(folder):
        told = "这是数据库的地址，不是文件夹"
        raise Misused([Problem("DIR", told, "在数据库里建台账请运行 qjtask db init --file 地址")])
    path = write_template(Path(folder), working_day(ctx, today).year)
    confirm([f"已新建 {path}，请照其中的说明填写，再运行", next_command("check", path)])

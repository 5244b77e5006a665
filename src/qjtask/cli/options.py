"""The options that several commands take."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli import completion
from qjtask.cli.formats import Format

FileOption = Annotated[
    list[str] | None,
    typer.Option(
        "--file",
        "-f",
        metavar="PATH",
        show_default=False,
        help="计划文件或数据库地址（也可用环境变量 QJTASK_FILE）；"
        "写文件夹、ledger.yaml 或写几次就是几个计划一起看",
    ),
]
TodayOption = Annotated[
    str | None,
    typer.Option(
        "--today", metavar="DATE", show_default=False, help="把这一天当作今天（也可用环境变量 QJTASK_TODAY）"
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", show_default=False, help="显示形式；终端上默认 table，管道里默认 plain"),
]
UnitsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--unit",
        "-u",
        metavar="UNIT",
        show_default=False,
        autocompletion=completion.units,
        help="单位：名称、别名或其中一部分，不论牵头、责任还是配合；可重复",
    ),
]
LeadsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--lead", metavar="UNIT", show_default=False, autocompletion=completion.leads, help="牵头单位；可重复"
    ),
]
FullOption = Annotated[bool, typer.Option("--full", help="终端上也显示全文，不缩略")]
IdsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID]...",
        show_default=False,
        autocompletion=completion.ids,
        help="编号：9、9.2、9.2-9.4、九；印的序号：no27",
    ),
]
ShownArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        autocompletion=completion.ids,
        help="编号：9.2、9.2-9.4，或整项重点任务 9；印的序号：no27",
    ),
]
SinceOption = Annotated[
    str, typer.Option("--since", metavar="DATE", show_default=False, help="与哪一天（当天结束时）相比")
]

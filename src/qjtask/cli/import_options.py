"""The options of every command that reads a notice: which of its tables, and how."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.importing.formats.file_formats import listed_endings

SourceArgument = Annotated[str, typer.Argument(metavar="FILE", help=f"通知：{listed_endings()}")]
MovedOption = Annotated[
    list[str] | None,
    typer.Option(
        "--moved",
        metavar="OLD=NEW",
        show_default=False,
        help="更新时：旧编号的工作就是新表的哪一项，新表里没有了就写“取消”；可重复，合并、拆分写几次",
    ),
]
ColumnsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="NAME=N", show_default=False, help="指明某列是第几列，如 具体工作=2；可重复"
    ),
]
TableOption = Annotated[
    int | None, typer.Option("--table", min=1, show_default=False, metavar="N", help="读第几个表格")
]
ClausesOption = Annotated[bool, typer.Option("--clauses", help="读正文里写了责任单位的段落，不读表格")]
AskOption = Annotated[bool, typer.Option("--ask", help="在终端逐条问疑点，把答案写进计划；没答的仍作注释")]
YearOption = Annotated[
    int | None,
    typer.Option(
        "--year", min=1900, max=2999, show_default=False, metavar="N", help="没写年份的时限算哪一年"
    ),
]

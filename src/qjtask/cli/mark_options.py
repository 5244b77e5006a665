"""The options of the commands that mark works; nobody else pays for them."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli import completion

MarkedArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        autocompletion=completion.marked_ids,
        help="工作或时间节点的编号，如 9.2、9.4.1；印的序号：no27",
    ),
]
OneMarkedArgument = Annotated[
    str,
    typer.Argument(metavar="ID", autocompletion=completion.marked_ids, help="工作或时间节点的编号，如 9.2"),
]
TextArgument = Annotated[str, typer.Argument(metavar="TEXT", help="进展情况")]
PercentOption = Annotated[
    int | None,
    typer.Option("--percent", "-p", min=0, max=100, show_default=False, metavar="N", help="完成了百分之几"),
]
ToOption = Annotated[str, typer.Option("--to", metavar="DATE", show_default=False, help="延到哪一天")]
ReasonOption = Annotated[
    str, typer.Option("--reason", "-r", metavar="TEXT", show_default=False, help="原因，必须写")
]
ApprovedByOption = Annotated[
    str | None, typer.Option("--approved-by", metavar="NAME", show_default=False, help="谁同意的")
]
DocOption = Annotated[
    str | None, typer.Option("--doc", metavar="TEXT", show_default=False, help="同意延期的文件或批示")
]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", show_default=False, help="发生在哪天，默认今天")
]
UnitOption = Annotated[
    str | None,
    typer.Option(
        "--unit",
        "-u",
        metavar="UNIT",
        show_default=False,
        autocompletion=completion.units,
        help="只登记这个单位的部分；合称表示它的每个单位",
    ),
]
NoteOption = Annotated[str, typer.Option("--note", "-n", metavar="TEXT", show_default=False, help="说明")]
ByOption = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        show_default=False,
        help="登记人；不写就用 QJTASK_BY 或用户设置里的，再没有就是登录名",
    ),
]
EvidenceOption = Annotated[
    list[str] | None,
    typer.Option("--evidence", "-e", metavar="PATH", show_default=False, help="佐证材料的路径；可重复"),
]
PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="DATE",
        show_default=False,
        help="周期性工作的哪一期：到期日或所在的月份，如 2021-04",
    ),
]
AnywayOption = Annotated[bool, typer.Option("--anyway", help="指标未达标也登记完成，用 --note 写明原因")]
GradeOption = Annotated[
    str | None,
    typer.Option(
        "--grade",
        metavar="WORD",
        show_default=False,
        autocompletion=completion.grades,
        help="等次：优秀、良好、合格",
    ),
]
ValueOption = Annotated[
    list[str] | None,
    typer.Option("--value", metavar="NAME=NUMBER", show_default=False, help="指标实绩，如 占比=86；可重复"),
]

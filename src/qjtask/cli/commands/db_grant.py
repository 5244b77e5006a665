"""qjtask db grant."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli.database import opened
from qjtask.cli.faults import Misused
from qjtask.cli.options import FileOption
from qjtask.cli.output import confirm
from qjtask.core.problem import Problem

EXAMPLES = (
    "qjtask db grant zhangsan --office 交通局",
    "qjtask db grant ducha --all",
    "qjtask db grant lingdao --all --read-only",
)


def command(
    ctx: typer.Context,
    login: Annotated[str, typer.Argument(metavar="LOGIN", help="服务器上已有的登录名")],
    office: Annotated[
        list[str] | None,
        typer.Option(
            "--office", metavar="NAME", show_default=False, help="属于这个单位，别的都不再属于；可重复"
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="所有单位，连同以后载入的")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="只能看，不能登记")] = False,
    file: FileOption = None,
) -> None:
    """Say to which offices a login belongs: so many it sees and writes, and no other."""
    from qjtask.storage.postgres.granting import grant

    if bool(office) == everything:
        raise Misused([Problem("--office", "没有写属于哪个单位", "请写 --office 单位，或 --all，二者取一")])
    with opened(ctx, file) as (connection, _):
        offices = grant(connection, login, office, may_write=not read_only)
    confirm([f"已授权：{login} {'只能看' if read_only else '可看可登记'} {'、'.join(offices)}"])

"""qjtask db dump."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qjtask.cli.database import opened
from qjtask.cli.options import FileOption
from qjtask.cli.output import confirm

EXAMPLES = ("qjtask db dump 备份/2021-06-10",)


def command(
    ctx: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="导出到这个新的文件夹")],
    file: FileOption = None,
) -> None:
    """Write every plan that this login may see, with its log, as files."""
    from qjtask.storage.postgres.dumping import dump

    with opened(ctx, file) as (connection, shown):
        dumped = dump(connection, Path(folder).expanduser(), folder)
    confirm([*dumped, f"已从 {shown} 导出{len(dumped)}份计划到 {folder}"])

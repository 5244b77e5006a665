"""qjtask db load."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qjtask.cli.database import opened
from qjtask.cli.options import FileOption
from qjtask.cli.output import confirm

EXAMPLES = ("qjtask db load 计划", "qjtask db load data --office 交通局")


def command(
    ctx: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="放计划的文件夹，连同下级文件夹")],
    office: Annotated[
        str | None,
        typer.Option(
            "--office",
            metavar="NAME",
            show_default=False,
            help="是哪个单位的计划；不写则看上级文件夹的名字，再看文件名",
        ),
    ] = None,
    file: FileOption = None,
) -> None:
    """Put the plans and logs under a folder into the database, byte for byte, all or none."""
    from qjtask.storage.postgres.loading import load

    with opened(ctx, file) as (connection, _):
        loaded = load(connection, Path(folder).expanduser(), office, folder)
    confirm(f"{'已载入' if one.is_new else '早已在库里'}：{one.file}（{one.office}）" for one in loaded)

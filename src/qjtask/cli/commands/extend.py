"""qjtask extend."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli.options import (
    ByOption,
    FileOption,
    MarkedArgument,
    OnOption,
    TodayOption,
)
from qjtask.cli.recording import record
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask extend 9.4 --to 2021-09-30 --reason 市级平台延后上线",)


def command(
    ctx: typer.Context,
    ids: MarkedArgument,
    to: Annotated[str, typer.Option("--to", metavar="DATE", show_default=False, help="延到哪一天")],
    reason: Annotated[
        str, typer.Option("--reason", "-r", metavar="TEXT", show_default=False, help="原因")
    ] = "",
    on: OnOption = None,
    by: ByOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Move a date; the printed one is kept and shown beside the new one."""
    record(ctx, Do.EXTEND, ids, file=file, today=today, on=on, text=reason, to=to, by=by)

"""qjtask hold."""

from __future__ import annotations

import typer

from qjtask.cli.marking import record
from qjtask.cli.options import (
    ByOption,
    FileOption,
    MarkedArgument,
    NoteOption,
    OnOption,
    TodayOption,
)
from qjtask.core.entry import Do

EXAMPLES = ("qjtask hold 9.2 --note 等市级平台上线",)


def command(
    ctx: typer.Context,
    ids: MarkedArgument,
    on: OnOption = None,
    note: NoteOption = "",
    by: ByOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Mark items as on hold."""
    record(ctx, Do.HOLD, ids, file=file, today=today, on=on, text=note, by=by)

"""qjtask drop."""

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

EXAMPLES = ("qjtask drop 9.2 --note 市政府已取消该事项",)


def command(
    ctx: typer.Context,
    ids: MarkedArgument,
    on: OnOption = None,
    note: NoteOption = "",
    by: ByOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Mark items as dropped: no longer wanted, no longer counted as open."""
    record(ctx, Do.DROP, ids, file=file, today=today, on=on, text=note, by=by)

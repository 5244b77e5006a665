"""qjtask reopen."""

from __future__ import annotations

import typer

from qjtask.cli.options import (
    ByOption,
    FileOption,
    MarkedArgument,
    NoteOption,
    OnOption,
    TodayOption,
    UnitOption,
)
from qjtask.cli.recording import record
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask reopen 9.2 --note 复核未通过", "qjtask reopen 9.4 --unit 道路运输中心")


def command(
    ctx: typer.Context,
    ids: MarkedArgument,
    on: OnOption = None,
    unit: UnitOption = None,
    note: NoteOption = "",
    by: ByOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Open again what was done, on hold or dropped."""
    record(ctx, Do.REOPEN, ids, file=file, today=today, on=on, unit=unit, text=note, by=by)

"""qjtask done."""

from __future__ import annotations

import typer

from qjtask.cli.options import (
    ByOption,
    EvidenceOption,
    FileOption,
    MarkedArgument,
    NoteOption,
    OnOption,
    TodayOption,
    UnitOption,
    ValueOption,
)
from qjtask.cli.recording import record
from qjtask.core.log.entry import Do

EXAMPLES = (
    "qjtask done 9.2 --on 2021-06-20 --note 占比86% --evidence 附件/9.2.xlsx",
    "qjtask done 9.4 --unit 道路运输中心",
    "qjtask done 9.4.1",
)


def command(
    ctx: typer.Context,
    ids: MarkedArgument,
    on: OnOption = None,
    unit: UnitOption = None,
    note: NoteOption = "",
    evidence: EvidenceOption = None,
    value: ValueOption = None,
    by: ByOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Mark items, shares of units or milestones as done."""
    record(
        ctx,
        Do.DONE,
        ids,
        file=file,
        today=today,
        on=on,
        unit=unit,
        text=note,
        evidence=evidence,
        values=value,
        by=by,
    )

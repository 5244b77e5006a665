"""qjtask done."""

from __future__ import annotations

from typing import Annotated

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

PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="DATE",
        show_default=False,
        help="周期性工作的哪一期：到期日或所在的月份，如 2021-04",
    ),
]
EXAMPLES = (
    "qjtask done 9.2 --on 2021-06-20 --note 占比86% --evidence 附件/9.2.xlsx",
    "qjtask done 9.4 --unit 道路运输中心",
    "qjtask done 9.4.1",
    "qjtask done 6.3 --period 2021-04",
)


def command(
    ctx: typer.Context,
    ids: MarkedArgument,
    on: OnOption = None,
    unit: UnitOption = None,
    note: NoteOption = "",
    evidence: EvidenceOption = None,
    value: ValueOption = None,
    period: PeriodOption = None,
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
        period=period,
        by=by,
    )

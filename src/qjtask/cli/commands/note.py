"""qjtask note."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli import completion
from qjtask.cli.options import (
    ByOption,
    EvidenceOption,
    FileOption,
    OnOption,
    TodayOption,
    UnitOption,
    ValueOption,
)
from qjtask.cli.recording import record
from qjtask.core.log.entry import Do

EXAMPLES = ("qjtask note 9.2 已完成系统改造 --percent 60", "qjtask note 9.2 六月实绩 --value 行政许可=86")


def command(
    ctx: typer.Context,
    marked: Annotated[
        str, typer.Argument(metavar="ID", autocompletion=completion.marked_ids, help="编号，如 9.2")
    ],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="进展情况")],
    percent: Annotated[
        int | None, typer.Option("--percent", "-p", min=0, max=100, show_default=False, help="完成了百分之几")
    ] = None,
    value: ValueOption = None,
    on: OnOption = None,
    unit: UnitOption = None,
    evidence: EvidenceOption = None,
    by: ByOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Record progress on one item or milestone."""
    record(
        ctx,
        Do.NOTE,
        [marked],
        file=file,
        today=today,
        on=on,
        unit=unit,
        text=text,
        percent=percent,
        evidence=evidence,
        values=value,
        by=by,
    )

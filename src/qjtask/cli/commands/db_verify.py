"""qjtask db verify."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qjtask.cli.database import opened
from qjtask.cli.faults import tell
from qjtask.cli.options import FileOption, TodayOption
from qjtask.cli.output import say
from qjtask.cli.which_ledger import working_day

if TYPE_CHECKING:
    from datetime import date

    from qjtask.storage.postgres.verifying import PlanState

EXAMPLES = ("qjtask db verify", "qjtask db verify 备份/2021-06-10")


def command(
    ctx: typer.Context,
    folder: Annotated[
        str | None,
        typer.Argument(metavar="[FOLDER]", show_default=False, help="与以前导出的这个文件夹比对"),
    ] = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show each plan's digest; tell what is not as it must be, and exit 1 then."""
    from qjtask.storage.postgres.verifying import verify

    day = working_day(ctx, today)
    with opened(ctx, file) as (connection, shown):
        states, problems = verify(connection, day, Path(folder).expanduser() if folder else None, shown)
    say(_words(states, day))
    tell(problems, every=True)
    if problems:
        raise typer.Exit(1)
    say(["规则和权限齐全，记录连续" + ("，与文件夹对得上" if folder else "")])


def _words(states: list[PlanState], day: date) -> Iterator[str]:
    for one in states:
        since = f"，比文件夹多{one.since}条" if one.since else ""
        yield f"{one.file}（{one.office}）：{one.records}条记录{since}，截至 {day} 的台账校验码 {one.sign}"

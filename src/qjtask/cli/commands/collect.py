"""qjtask collect."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli.collect_files import collect_into, read_files
from qjtask.cli.desk import find_ledger, open_desk
from qjtask.cli.options import ByOption, FileOption, OnOption, TodayOption

EXAMPLES = ("qjtask collect 填报/*.xlsx", "qjtask collect 填报/审批科.xlsx --dry-run")


def command(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="单位填好发回的填报表（.xlsx）")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="只看变化，不登记")] = False,
    on: OnOption = None,
    by: ByOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Read filled workbooks back, show what changed, ask, and append the entries."""
    desk = open_desk(ctx, file, today)
    given = desk.arguments()
    day = given.past_day("--on", on) or desk.today
    given.check()
    filled, unread = read_files(files)
    place = find_ledger(ctx, file)
    collect_into(desk, place, filled, unread, on=day, by=by, ask=not yes, dry_run=dry_run)

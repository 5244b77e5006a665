"""qjtask collect."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli.collect_files import Returns, collect_into, read_files
from qjtask.cli.mark_options import ByOption, OnOption
from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, TodayOption
from qjtask.cli.reporter import reporter
from qjtask.cli.which_ledger import file_option
from qjtask.core.plan.plan_address import PlanAddress

EXAMPLES = ("qjtask collect 填报/*.xlsx", "qjtask collect 填报/审批科.xlsx --dry-run")


def command(
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="填好发回的填报表：.xlsx、放着它们的文件夹或 .zip、填报/*.xlsx"
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="不再询问")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help="只看变化，不登记")] = False,
    on: OnOption = None,
    by: ByOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Read filled workbooks back, show what changed, ask, and append the entries."""
    session = open_session(ctx, file, today)
    session.check_single()
    with session.arguments() as given:
        day = given.event_day("--on", on, session.today)
    filled, unread = read_files(files)
    address = PlanAddress("", file_option(ctx, file))
    returns = Returns(filled, unread, day, reporter(by, session.ledger), address)
    collect_into(session, returns, ask=not yes, dry_run=dry_run)

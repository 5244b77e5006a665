"""qjtask report progress."""

from __future__ import annotations

import typer

from qjtask.cli.desk import open_desk
from qjtask.cli.documents import ForceOption, OutputOption, destination, hand_out
from qjtask.cli.options import FileOption, TodayOption
from qjtask.core.letters.progress_table import progress_report

EXAMPLES = ("qjtask report progress -o 进展情况表.docx", "qjtask report progress -o 进展情况表.xlsx --force")


def command(
    ctx: typer.Context,
    output: OutputOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Give the official table back, with progress, state and problems filled in from the log."""
    desk = open_desk(ctx, file, today)
    given = desk.arguments()
    path = destination(given, output, force=force)
    given.check()
    hand_out(
        lambda: progress_report(desk.plan, desk.rows, desk.past, desk.today, desk.sign), path, force=force
    )

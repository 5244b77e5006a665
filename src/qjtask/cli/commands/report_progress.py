"""qjtask report progress."""

from __future__ import annotations

import typer

from qjtask.cli.documents import ForceOption, OutputOption, destination, hand_out
from qjtask.cli.options import FileOption, TodayOption
from qjtask.cli.session import open_session
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
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        path = destination(given, output, force=force)
    standing = (session.plan, session.rows, session.past, session.today)
    hand_out(lambda: progress_report(*standing, session.sign), path, force=force)

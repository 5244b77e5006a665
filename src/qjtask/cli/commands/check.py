"""qjtask check."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import typer

from qjtask.cli.desk import Desk, find_ledger, working_day
from qjtask.cli.options import FileOption, FormatOption, TodayOption
from qjtask.cli.output import show
from qjtask.core.plan.plan_doubts import plan_doubts
from qjtask.core.problem import Problem, Refused
from qjtask.core.sheets.check_sheets import check_sheets
from qjtask.render.json_objects import problem_object
from qjtask.storage.ledger import open_ledger, open_log

EXAMPLES = ("qjtask check",)


def command(
    ctx: typer.Context,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show everything wrong or doubtful in plan and log; exit 1 on errors only."""
    day = working_day(ctx, today)
    problems = _problems(*find_ledger(ctx, file), day)
    show(
        form,
        day,
        lambda: check_sheets(problems),
        lambda: {"problems": [problem_object(problem) for problem in problems]},
        full=True,
    )
    if any(not problem.is_warning for problem in problems):
        raise typer.Exit(1)


def _problems(path: Path, folder: Path, day: date) -> list[Problem]:
    """A plan that cannot be read hides its doubts, and none of the log's own faults."""
    try:
        ledger = open_ledger(path, folder)
    except Refused as refused:
        return [*refused.problems, *open_log(path, folder).problems]
    return [*plan_doubts(ledger.plan, ledger.shown), *Desk(ledger, day).log_problems]

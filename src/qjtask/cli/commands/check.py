"""qjtask check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import typer

from qjtask.cli.options import FileOption, FormatOption, TodayOption
from qjtask.cli.output import show
from qjtask.cli.session import Session
from qjtask.cli.which_ledger import find_ledger, working_day
from qjtask.core.plan.plan_doubts import plan_doubts
from qjtask.core.problem import Problem, Refused
from qjtask.core.sheets.check_sheets import check_sheets
from qjtask.render.json_objects import problem_object
from qjtask.storage.ledger import Ledger

EXAMPLES = ("qjtask check",)


def command(
    ctx: typer.Context,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show everything wrong or doubtful in plan and log; exit 1 on errors only."""
    day = working_day(ctx, today)
    problems = _problems(find_ledger(ctx, file), day)
    show(
        form,
        day,
        lambda: check_sheets(problems),
        lambda: {"problems": [problem_object(problem) for problem in problems]},
        full=True,
    )
    if any(not problem.is_warning for problem in problems):
        raise typer.Exit(1)


def _problems(ledger: Ledger, day: date) -> list[Problem]:
    """A plan that cannot be read hides its doubts, and none of the log's own faults."""
    try:
        plan, log = ledger.read()
    except Refused as refused:
        return [*refused.problems, *_log_problems(ledger, refused)]
    return [*plan_doubts(plan, ledger.shown), *Session(ledger, plan, log, day).log_problems]


def _log_problems(ledger: Ledger, told: Refused) -> list[Problem]:
    try:
        found: Sequence[Problem] = ledger.log().problems
    except Refused as refused:
        found = refused.problems
    return [problem for problem in found if problem not in told.problems]

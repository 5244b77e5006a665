"""qjtask export ics."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli.documents import ForceOption, destination, hand_out_file, output_to
from qjtask.cli.faults import tell
from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, LeadsOption, TodayOption, UnitsOption
from qjtask.core.letters.calendar_events import agenda
from qjtask.core.problem import Problem
from qjtask.core.standing.query import owed
from qjtask.render.ics import ics

EXAMPLES = ("qjtask export ics -o 任务.ics", "qjtask export ics --unit 审批科 -o 审批科.ics --force")


def command(
    ctx: typer.Context,
    output: Annotated[str | None, output_to("写到这个 .ics 文件；不写则输出到屏幕或管道")] = None,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    force: ForceOption = False,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Write the deadlines, milestones and recurrences as events of a calendar."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        units = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
        path = destination(given, output, (".ics",), force=force)
    made = agenda(session.plan, owed(session.rows, leads=leads), session.past, units)
    hand_out_file(lambda: ics(made), path, force=force)
    if made.undated:
        tell([Problem("", f"另有{made.undated}项没有日期，不在日历里")])

"""qjtask timeline."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from qjtask.cli.formats import Format
from qjtask.cli.opening import open_session
from qjtask.cli.options import (
    FileOption,
    FormatOption,
    LeadsOption,
    TodayOption,
    UnitsOption,
)
from qjtask.cli.output import chosen, show
from qjtask.cli.screen import columns, is_wide
from qjtask.core.sheets.axis_sheet import timeline_sheet
from qjtask.core.standing.query import owed
from qjtask.core.standing.time_axis import LinesBy, timeline
from qjtask.render.json_axis import timeline_object

EXAMPLES = ("qjtask timeline", "qjtask timeline --by unit", "qjtask timeline --unit 审批科")


def command(
    ctx: typer.Context,
    by: Annotated[LinesBy, typer.Option("--by", help="按重点任务或单位分行")] = LinesBy.GROUP,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show the year by month: what falls due when, and today's line."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        units = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
    chart = timeline(session.plan, owed(session.rows, leads=leads), session.today, by, units)
    if chosen(form) is Format.TABLE:
        from qjtask.render.axis_chart import draw_timeline

        draw_timeline(chart, sys.stdout, screen=columns(), wide=is_wide())
    else:
        show(form, session.today, lambda: [timeline_sheet(chart)], lambda: timeline_object(chart))

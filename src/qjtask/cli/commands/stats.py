"""qjtask stats."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli.options import FileOption, FormatOption, LeadsOption, TodayOption, UnitsOption
from qjtask.cli.output import show
from qjtask.cli.session import open_session
from qjtask.core.plan.unit_names import owner_names
from qjtask.core.sheets.stats_sheets import by_sheet, total_sheet, year_sheet
from qjtask.core.standing.counts import StatsBy, tallies, tally
from qjtask.core.standing.query import owed
from qjtask.render.json_objects import tally_object

EXAMPLES = ("qjtask stats", "qjtask stats --by unit")


def command(
    ctx: typer.Context,
    by: Annotated[
        StatsBy | None,
        typer.Option("--by", show_default=False, help="按单位、牵头单位、重点任务或月份分列"),
    ] = None,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show totals that add up, and the shape of the year."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        units = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
    rows = owed(session.rows, units, leads)
    names = owner_names(session.plan) if by is StatsBy.UNIT else []
    show(
        form,
        session.today,
        lambda: [
            total_sheet(rows, units),
            *([by_sheet(rows, by, names, units)] if by else []),
            year_sheet(rows, units),
        ],
        lambda: {
            "total": tally_object(tally("合计", rows, units)),
            "by": [tally_object(line) for line in tallies(rows, by, names, units)] if by else None,
            "months": [tally_object(line) for line in tallies(rows, StatsBy.MONTH, only=units)],
        },
    )

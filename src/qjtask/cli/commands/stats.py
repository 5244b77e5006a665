"""qjtask stats."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli.options import FileOption, FormatOption, TodayOption
from qjtask.cli.output import show
from qjtask.cli.session import open_session
from qjtask.core.sheets.stats_sheets import by_sheet, total_sheet, year_sheet
from qjtask.core.standing.counts import StatsBy, tallies, tally
from qjtask.render.json_objects import tally_object

EXAMPLES = ("qjtask stats", "qjtask stats --by unit")


def command(
    ctx: typer.Context,
    by: Annotated[
        StatsBy | None,
        typer.Option("--by", show_default=False, help="按责任单位、牵头单位、重点任务或月份分列"),
    ] = None,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show totals that add up, and the shape of the year."""
    session = open_session(ctx, file, today)
    rows = session.rows
    names = session.units.shown() if by is StatsBy.UNIT else []
    show(
        form,
        session.today,
        lambda: [total_sheet(rows), *([by_sheet(rows, by, names)] if by else []), year_sheet(rows)],
        lambda: {
            "total": tally_object(tally("合计", rows)),
            "by": [tally_object(line) for line in tallies(rows, by, names)] if by else None,
            "months": [tally_object(line) for line in tallies(rows, StatsBy.MONTH)],
        },
    )

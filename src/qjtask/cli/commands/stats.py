"""qjtask stats."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Annotated

import typer

from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, FormatOption, LeadsOption, TodayOption, UnitsOption
from qjtask.cli.output import show
from qjtask.core.layout.sheet import Sheet
from qjtask.core.sheets.stats_sheets import by_sheet, total_sheet, year_sheet
from qjtask.core.standing.counts import StatsBy, Tally, tallies, tally
from qjtask.core.standing.query import Query, owed
from qjtask.core.standing.row import Row
from qjtask.render.json_changes import lines_object
from qjtask.render.json_objects import unread_object
from qjtask.render.json_text import iso

EXAMPLES = ("qjtask stats", "qjtask stats --by unit", "qjtask stats --since 2021-05-10")


def command(
    ctx: typer.Context,
    by: Annotated[
        StatsBy | None,
        typer.Option("--by", show_default=False, help="按单位、牵头单位、重点任务、月份或计划的单位分列"),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="DATE", show_default=False, help="每个数字与哪一天（当天结束时）相比的增减"
        ),
    ] = None,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show totals that add up, and the shape of the year."""
    session = open_session(ctx, file, today, in_part=bool((unit or lead) and not since))
    with session.arguments() as given:
        units = given.units("--unit", unit, session.units)
        leads = given.units("--lead", lead, session.leads)
        day = given.past_day("--since", since, session.today)
    rows = owed(session.list_rows(Query(units=units, leads=leads)), units, leads)
    then = owed(session.rows_then(day), units, leads) if since else None
    unread = session.unread if by is StatsBy.OFFICE else ()
    names = session.units.offices() if by is StatsBy.UNIT else []
    show(
        form,
        session.today,
        lambda: [
            _titled(total_sheet(rows, units, then), day if since else None),
            *([by_sheet(rows, by, names, units, then, unread)] if by else []),
            year_sheet(rows, units, then),
        ],
        lambda: {
            **({"since": iso(day)} if since else {}),
            "total": lines_object(
                [tally("合计", rows, units)], None if then is None else [tally("合计", then, units)]
            )[0],
            "by": (
                [*lines_object(*_lines(rows, then, by, names, units)), *map(unread_object, unread)]
                if by
                else None
            ),
            "months": lines_object(*_lines(rows, then, StatsBy.MONTH, (), units)),
        },
    )


def _titled(sheet: Sheet, since: date | None) -> Sheet:
    """The sheet, saying with which day it is compared."""
    return sheet._replace(title=f"{sheet.title}（与{since}相比）") if since else sheet


def _lines(
    rows: Sequence[Row], then: Sequence[Row] | None, by: StatsBy, names: Sequence[str], only: Collection[str]
) -> tuple[list[Tally], list[Tally] | None]:
    """The lines of now, and those of then where that is compared."""
    now, before = (None if one is None else tallies(one, by, names, only) for one in (rows, then))
    return now or [], before

"""qjtask diff."""

from __future__ import annotations

import typer

from qjtask.cli.opening import open_session
from qjtask.cli.options import (
    FileOption,
    FormatOption,
    FullOption,
    IdsArgument,
    LeadsOption,
    SinceOption,
    TodayOption,
    UnitsOption,
)
from qjtask.cli.output import show
from qjtask.core.sheets.diff_sheet import diff_sheet
from qjtask.core.standing.changes import row_changes
from qjtask.core.standing.query import Query, keep
from qjtask.render.json_changes import changes_object

EXAMPLES = ("qjtask diff --since 2021-05-10", "qjtask diff --since 5月10日 --unit 审批科")


def command(
    ctx: typer.Context,
    since: SinceOption,
    ids: IdsArgument = None,
    unit: UnitsOption = None,
    lead: LeadsOption = None,
    full: FullOption = False,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show every work whose status, date or light changed since a day, or that appeared or went."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        query = Query(
            items=given.items(ids, session.plan) if ids else None,
            units=given.units("--unit", unit, session.units),
            leads=given.units("--lead", lead, session.leads),
        )
        day = given.past_day("--since", since, session.today)
    then = session.rows_then(day)
    rows = keep(session.rows, query)
    changes = row_changes(then, rows)
    show(
        form,
        session.today,
        lambda: [diff_sheet(changes, day, len(rows))],
        lambda: changes_object(changes, day),
        full=full,
    )

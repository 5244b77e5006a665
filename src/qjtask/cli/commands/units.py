"""qjtask units."""

from __future__ import annotations

import typer

from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, FormatOption, TodayOption
from qjtask.cli.output import show
from qjtask.core.sheets.unit_sheets import units_sheet
from qjtask.core.standing.unit_loads import unit_loads

EXAMPLES = ("qjtask units",)


def command(
    ctx: typer.Context,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show all offices: names, aliases, how many items they owe, how many open and overdue."""
    session = open_session(ctx, file, today)
    loads = unit_loads(session.plan, session.rows)
    show(
        form,
        session.today,
        lambda: [units_sheet(loads, session.units.members)],
        lambda: {
            "units": [{**load._asdict(), "aliases": list(load.aliases)} for load in loads],
            "collectives": [
                {"name": name, "members": list(offices)} for name, offices in session.units.members.items()
            ],
        },
    )

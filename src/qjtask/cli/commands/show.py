"""qjtask show."""

from __future__ import annotations

import typer

from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, FormatOption, ShownArgument, TodayOption
from qjtask.cli.output import show
from qjtask.core.plan.ids import item_id_of
from qjtask.core.sheets.item_sheets import show_sheets
from qjtask.render.json_text import history_object, row_object

EXAMPLES = ("qjtask show 9.2", "qjtask show 9")


def command(
    ctx: typer.Context,
    ids: ShownArgument,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show everything known of the items: text, units and shares, deadline, milestones, light, history."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        wanted = given.items(ids, session.plan)
    rows = [row for row in session.rows if row.item.id in wanted]
    show(
        form,
        session.today,
        lambda: [sheet for row in rows for sheet in show_sheets(row, session.past)],
        lambda: {
            "items": [
                {
                    **row_object(row),
                    "note": row.item.note or None,
                    "history": history_object(
                        (entry for entry in session.past.ordered if item_id_of(entry.item) == row.item.id),
                        session.past,
                    ),
                }
                for row in rows
            ]
        },
        full=True,
    )

"""qjtask log."""

from __future__ import annotations

import typer

from qjtask.cli.options import FileOption, FormatOption, IdsArgument, TodayOption
from qjtask.cli.output import show
from qjtask.cli.session import open_session
from qjtask.core.plan.ids import item_id_of
from qjtask.core.sheets.history_sheet import history_sheet
from qjtask.render.json_text import history_object

EXAMPLES = ("qjtask log", "qjtask log 9.2")


def command(
    ctx: typer.Context,
    ids: IdsArgument = None,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show who reported what and when, oldest first, entries taken back included."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        wanted = given.items(ids, session.plan) if ids else None
    entries = [entry for entry in session.past.ordered if wanted is None or item_id_of(entry.item) in wanted]
    show(
        form,
        session.today,
        lambda: [history_sheet(entries, session.past, session.plan.items(), with_numbers=True)],
        lambda: {"entries": history_object(entries, session.past)},
    )

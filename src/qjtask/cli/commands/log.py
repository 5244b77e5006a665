"""qjtask log."""

from __future__ import annotations

import typer

from qjtask.cli.desk import open_desk
from qjtask.cli.options import FileOption, FormatOption, IdsArgument, TodayOption
from qjtask.cli.output import show
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
    desk = open_desk(ctx, file, today)
    given = desk.arguments()
    wanted = given.items(ids, desk.plan)
    given.check()
    entries = [entry for entry in desk.past.ordered if wanted is None or item_id_of(entry.item) in wanted]
    show(
        form,
        desk.today,
        lambda: [history_sheet(entries, desk.past, with_numbers=True)],
        lambda: {"entries": history_object(entries, desk.past)},
    )

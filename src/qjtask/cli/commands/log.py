"""qjtask log."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli.opening import open_session
from qjtask.cli.options import FileOption, FormatOption, IdsArgument, TodayOption
from qjtask.cli.output import show
from qjtask.core.layout.sheet import Sheet
from qjtask.core.letters.chase_answers import unanswered as unanswered_chases
from qjtask.core.letters.chase_answers import unanswered_words
from qjtask.core.plan.ids import item_id_of
from qjtask.core.sheets.history_sheet import history_sheet
from qjtask.render.json_text import history_object

EXAMPLES = ("qjtask log", "qjtask log 9.2", "qjtask log --unanswered")


def command(
    ctx: typer.Context,
    ids: IdsArgument = None,
    unanswered: Annotated[
        bool, typer.Option("--unanswered", help="只列没有答复的催办：此后该单位没有报过这项工作")
    ] = False,
    form: FormatOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Show who reported what and when, oldest first, entries taken back included; or chases unanswered."""
    session = open_session(ctx, file, today)
    with session.arguments() as given:
        wanted = given.items(ids, session.plan) if ids else None
    told = unanswered_chases(session.past, session.units) if unanswered else session.past.ordered
    entries = [entry for entry in told if wanted is None or item_id_of(entry.item) in wanted]

    def sheets() -> list[Sheet]:
        sheet = history_sheet(entries, session.past, session.plan.items(), with_numbers=True)
        if unanswered:
            sheet = sheet._replace(notes=(unanswered_words(entries, session.today),))
        return [sheet]

    show(form, session.today, sheets, lambda: {"entries": history_object(entries, session.past)})

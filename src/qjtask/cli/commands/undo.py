"""qjtask undo."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli import completion
from qjtask.cli.desk import open_desk
from qjtask.cli.options import ByOption, FileOption, TodayOption
from qjtask.cli.output import say
from qjtask.cli.recording import login, moment_of_writing, new_id, waiting
from qjtask.core.log.entry import Do
from qjtask.core.plan.ids import item_id_of, select_marked
from qjtask.core.sheets.mark_words import taken_back
from qjtask.core.standing.marking import Request, undo
from qjtask.storage.log_writer import append, locked

EXAMPLES = ("qjtask undo", "qjtask undo 9.2")


def command(
    ctx: typer.Context,
    marked: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            show_default=False,
            autocompletion=completion.marked_ids,
            help="只撤销这一项的最近一条",
        ),
    ] = None,
    by: ByOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Take back the latest entry, of one item or of all, and say what it was."""
    desk = open_desk(ctx, file, today)
    given = desk.arguments()
    chosen = given.attempt(lambda: select_marked([marked], desk.plan)) if marked else None
    given.check()
    with locked(desk.ledger.log_path, desk.ledger.log_shown, waiting):
        request = Request(Do.UNDO, desk.today, moment_of_writing(desk.log), by or login())
        standing = desk.past.standing
        if chosen:
            named, _ = chosen[0]
            standing = [entry for entry in standing if named in (entry.item, item_id_of(entry.item))]
        taken = undo(standing, request, marked or "", new_id)
        append(desk.ledger.log_path, desk.ledger.log_shown, [entry for _, entry in taken])
    again = desk.reread()
    say(taken_back(was, again.row(item_id_of(was.item))) for was, _ in taken)

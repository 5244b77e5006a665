"""qjtask undo."""

from __future__ import annotations

from typing import Annotated

import typer

from qjtask.cli import completion
from qjtask.cli.arguments import Arguments
from qjtask.cli.faults import tell
from qjtask.cli.options import ByOption, FileOption, TodayOption
from qjtask.cli.output import say
from qjtask.cli.reporter import reporter, tell_nobody
from qjtask.cli.session import Session
from qjtask.cli.which_ledger import find_ledger, working_day
from qjtask.cli.writing import ledger_line, moment_of_writing, new_id, waiting
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.same_work import refuse_other_work
from qjtask.core.sheets.mark_words import taken_back
from qjtask.core.standing.marking import undo

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
    day = working_day(ctx, today)
    ledger = find_ledger(ctx, file)
    seen = ledger.plan()
    with Arguments(day, seen.year) as given:
        only = [one for one, _ in given.marked([marked] if marked else [], seen)]
    name = reporter(by)
    with ledger.writing(waiting) as book:
        refuse_other_work(only, seen, book.plan)
        session = Session(ledger, book.plan, book.log, day)
        standing = [
            entry
            for entry in session.past.standing
            if not only or only[0] in (entry.item, item_id_of(entry.item))
        ]
        draft = Entry("", "", Do.UNDO, day, moment_of_writing(book.log), name)
        taken = undo(standing, draft, marked or "", new_id)
        book.append([entry for _, entry in taken])
    tell(session.log_problems)
    again = session.after([entry for _, entry in taken])
    say(taken_back(was, again.row(item_id_of(was.item))) for was, _ in taken)
    say([ledger_line(session)])
    tell_nobody(name)

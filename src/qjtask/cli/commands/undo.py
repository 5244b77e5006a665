"""qjtask undo."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from qjtask.cli import completion
from qjtask.cli.asking import agreed
from qjtask.cli.faults import tell
from qjtask.cli.options import ByOption, FileOption, TodayOption
from qjtask.cli.output import say
from qjtask.cli.reporter import reporter, tell_nobody
from qjtask.cli.session import Session
from qjtask.cli.which_ledger import find_ledger, ledger_to_mark, working_day
from qjtask.cli.writing import ledger_line, moment_of_writing, new_id, waiting
from qjtask.core.log.order import batched
from qjtask.core.log.undoing import Undoing, latest_command, one_record, undo_entries
from qjtask.core.plan.ids import item_id_of, select_marked
from qjtask.core.plan.same_work import refuse_other_work
from qjtask.core.problem import Refused, refuse
from qjtask.core.sheets.mark_words import not_own, taken_back

EXAMPLES = ("qjtask undo", "qjtask undo 9.2", "qjtask undo 4f1c6a0d9be27358")


def command(
    ctx: typer.Context,
    marked: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            show_default=False,
            autocompletion=completion.marked_ids,
            help="只撤销这一项最近登记的；也可写记录号（见 qjtask log），只撤销那一条",
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="是别人登记的也撤销，不再询问")] = False,
    by: ByOption = None,
    file: FileOption = None,
    today: TodayOption = None,
) -> None:
    """Take back what the latest command wrote, of one item or of all, and say what it was and whose."""
    day = working_day(ctx, today)
    ledger, ids = ledger_to_mark(ctx, file, [marked]) if marked else (find_ledger(ctx, file), [])
    marked = ids[0] if ids else None
    session = Session(ledger, *ledger.read(), day)
    tell(session.log_problems)
    name = reporter(by, ledger)
    undoing = _found(session, marked, name)
    is_number = [entry.id for entry in undoing.taken] == [marked]
    if undoing.foreign and not yes and not is_number and not _agreed(undoing):
        print("没有同意，什么也没有写入", file=sys.stderr)
        return
    with session.ledger.writing(waiting) as book:
        now = Session(session.ledger, book.plan, book.log, session.today)
        refuse_other_work(_items(session, marked), session.plan, book.plan)
        if _found(now, marked, name).taken != undoing.taken:
            raise refuse(marked or "", "刚才有人登记或撤销了，什么也没有写入", "请再运行一次")
        at = moment_of_writing(book.log)
        entries = batched(undo_entries(undoing, now.today, at, name, new_id), new_id())
        book.append(entries)
    again = now.after(entries)
    say(taken_back(was, again.row(item_id_of(was.item))) for was in undoing.taken)
    say([ledger_line(session)])
    tell_nobody(name)


def _found(session: Session, marked: str | None, name: str | None) -> Undoing:
    """What is to be taken back: of an item or milestone, of a record's number, or the latest of all."""
    if marked is None:
        return latest_command(session.past, name)
    items = _items(session, marked)
    return latest_command(session.past, name, items[0]) if items else one_record(session.past, marked, name)


def _items(session: Session, marked: str | None) -> list[str]:
    """The item or milestone that is named; none where a record's number is, or nothing. Refused otherwise."""
    if marked is None or any(entry.id == marked for entry in session.log.entries):
        return []
    items = [one for one, _ in select_marked([marked], session.plan)]
    if len(items) > 1:
        raise refuse(marked, "一次只能撤销一项", "请逐项撤销")
    return items


def _agreed(undoing: Undoing) -> bool:
    """Ask whether another person's report is to be taken back; Refused where nobody can answer."""
    if not sys.stdin.isatty():
        raise Refused([not_own(undoing)])
    tell([not_own(undoing)])
    return agreed("确要撤销吗？", "undo")

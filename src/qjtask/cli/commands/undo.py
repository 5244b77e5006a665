"""qjtask undo."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from qjtask.cli import completion
from qjtask.cli.addressed import told_row, told_undoing
from qjtask.cli.asking import agreed
from qjtask.cli.faults import tell
from qjtask.cli.mark_options import ByOption
from qjtask.cli.options import FileOption, TodayOption
from qjtask.cli.output import confirm
from qjtask.cli.reporter import reporter, tell_nobody
from qjtask.cli.session import Session
from qjtask.cli.which_ledger import file_option, find_ledger, ledger_to_mark, working_day
from qjtask.cli.writing import ledger_line, moment_of_writing, new_id, waiting
from qjtask.core.log.order import batched
from qjtask.core.log.undoing import Undoing, latest_command, one_record, undo_entries
from qjtask.core.plan.ids import item_id_of, select_marked
from qjtask.core.plan.plan_address import PlanAddress
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
    if marked:
        ledger, (marked, *_), address = ledger_to_mark(ctx, file, [marked])
    else:
        ledger, address = find_ledger(ctx, file), PlanAddress("", file_option(ctx, file))
    session = Session(ledger, *ledger.read(), day)
    tell(session.log_problems)
    name = reporter(by, ledger)
    undoing = _found(session, marked, name, address)
    is_number = [entry.id for entry in undoing.taken] == [marked]
    if undoing.foreign and not yes and not is_number and not _agreed(undoing, address):
        print("没有同意，什么也没有写入", file=sys.stderr)
        return
    with session.ledger.writing(waiting) as book:
        now = Session(session.ledger, book.plan, book.log, session.today)
        refuse_other_work(_items(session, marked, address), session.plan, book.plan, address)
        if _found(now, marked, name, address).taken != undoing.taken:
            raise refuse(
                address.id(marked) if marked else "", "刚才有人登记或撤销了，什么也没有写入", "请再运行一次"
            )
        at = moment_of_writing(book.log)
        entries = batched(undo_entries(undoing, now.today, at, name, new_id), new_id())
        book.append(entries)
    confirm([*_told(undoing, now.after(entries), address), ledger_line(session)])
    tell_nobody(name)


def _told(undoing: Undoing, after: Session, address: PlanAddress) -> Iterator[str]:
    """What was taken back, and how each work stands after that."""
    for was, shown in zip(undoing.taken, told_undoing(undoing, address).taken, strict=True):
        row = after.row(item_id_of(was.item))
        yield taken_back(shown, row and told_row(row, address))


def _found(session: Session, marked: str | None, name: str | None, address: PlanAddress) -> Undoing:
    """What is to be taken back: of an item or milestone, of a record's number, or the latest of all."""
    if marked is None:
        return latest_command(session.past, name, None, address)
    items = _items(session, marked, address)
    if items:
        return latest_command(session.past, name, items[0], address)
    return one_record(session.past, marked, name, address)


def _items(session: Session, marked: str | None, address: PlanAddress) -> list[str]:
    """The item or milestone that is named; none where a record's number is, or nothing. Refused otherwise."""
    if marked is None or any(entry.id == marked for entry in session.log.entries):
        return []
    items = [one for one, _ in select_marked([marked], session.plan, address)]
    if len(items) > 1:
        raise refuse(address.id(marked), "一次只能撤销一项", "请逐项撤销")
    return items


def _agreed(undoing: Undoing, address: PlanAddress) -> bool:
    """Ask whether another person's report is to be taken back; Refused where nobody can answer."""
    told = not_own(told_undoing(undoing, address), address)
    if not sys.stdin.isatty():
        raise Refused([told])
    tell([told])
    return agreed("确要撤销吗？", "undo")

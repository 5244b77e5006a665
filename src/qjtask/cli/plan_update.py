"""What `qjtask import --update` does: a plan brought up to date, the entries of what moved with it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qjtask.cli.asking import agreed
from qjtask.cli.output import say, show
from qjtask.cli.reporter import reporter, tell_nobody
from qjtask.cli.writing import moment_of_writing, new_id, waiting
from qjtask.core.log.carry import carried_entries
from qjtask.core.plan.reissue import Update, items_reported, update
from qjtask.core.problem import refuse
from qjtask.core.sheets.changes_sheet import changes_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.plan import Plan
    from qjtask.importing.draft import Draft
    from qjtask.storage.ledger import Book, Ledger
    from qjtask.storage.log_file import Log


class Reissue(NamedTuple):
    """The plan printed anew, as read from `source`, and which old item is which new one."""

    draft: Draft
    moves: Mapping[str, str]
    source: str


def save_update(ledger: Ledger, reissue: Reissue, day: date, *, ask: bool, dry_run: bool) -> None:
    """Show what differs, ask, and write the plan, and what the log needs for it: both or neither.

    The ledger is locked for the writing only: others go on reporting while this one is asked.
    """
    plan, log = ledger.read()
    found = _found(plan, log, reissue)
    show(None, day, lambda: [changes_sheet(found)], dict)
    if dry_run or not _differs(plan, found):
        return
    if ask and not agreed("照此更新吗？", "--update"):
        print("没有同意，什么也没有写入", file=sys.stderr)
        return
    by = reporter(None, ledger)
    with ledger.writing(waiting) as book:
        if book.plan != plan or _found(book.plan, book.log, reissue) != found:
            told = "刚才有人改了计划，什么也没有写入"
            raise refuse(ledger.shown, told, "请再运行一次，看过新的差别再同意")
        carried = _carried(book, found, day, by)
        book.replace_plan(_text(book, found, reissue), carried)
    say([f"已更新 {ledger.shown}"])
    if carried:
        tell_nobody(by)


def _found(plan: Plan, log: Log, reissue: Reissue) -> Update:
    reported = items_reported([entry.item for entry in log.entries])
    return update(plan, reissue.draft.plan, reissue.moves, reported)


def _differs(plan: Plan, found: Update) -> bool:
    from qjtask.importing.report import unchanged

    return unchanged(plan) != unchanged(found.plan)


def _carried(book: Book, found: Update, day: date, by: str | None) -> list[Entry]:
    """The entries of what has another number now, to be written under it."""
    at = moment_of_writing(book.log)
    return carried_entries(book.log.entries, found.carried, day, at, by, new_id)


def _text(book: Book, found: Update, reissue: Reissue) -> str:
    from qjtask.importing.report import update_remarks
    from qjtask.storage.plan_comments import read_comments
    from qjtask.storage.plan_writer import plan_yaml

    remarks = update_remarks(read_comments(book.plan_text), Path(reissue.source).name, reissue.draft, found)
    return plan_yaml(found.plan, remarks)

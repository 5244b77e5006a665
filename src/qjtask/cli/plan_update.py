"""What `qjtask import --update` does: a plan brought up to date, and the log with it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.cli.asking import agreed, can_answer
from qjtask.cli.doubt_questions import ask_items
from qjtask.cli.import_files import tell_draft
from qjtask.cli.output import confirm, show
from qjtask.cli.renames import confirmed_renames, tell_renames
from qjtask.cli.reporter import reporter, tell_nobody
from qjtask.cli.writing import moment_of_writing, new_id, waiting
from qjtask.core.log.carry import Hand, carried_entries, withdrawn_items
from qjtask.core.log.history import history
from qjtask.core.log.state import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.reissue import Update, UpdateFacts, items_reported, update
from qjtask.core.problem import refuse
from qjtask.core.sheets.changes_sheet import changes_sheet
from qjtask.core.standing.rows import rows_of
from qjtask.importing.cells.rereading import reread
from qjtask.importing.drafts.answers import answered
from qjtask.importing.drafts.reissued_draft import is_open, settled_in, under_ids, unnumbered, unsettled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.moves import Move
    from qjtask.core.plan.plan import Plan
    from qjtask.core.standing.row import Row
    from qjtask.importing.drafts.draft import Draft
    from qjtask.storage.ledger import Book, Ledger
    from qjtask.storage.logs.log_file import Log

_LONGEST_TITLE = 60


class Reissue(NamedTuple):
    """The plan printed anew, as read from `source`, which old item is which new one, and which office."""

    draft: Draft
    moves: Sequence[Move]
    source: str
    same: Mapping[str, str] = {}

    @property
    def notice(self) -> str:
        """What the log calls it."""
        plan = self.draft.plan
        return f"{plan.document}通知" if plan.document else f"《{plan.title[:_LONGEST_TITLE]}》"


class AskedFor(NamedTuple):
    """Whether a person is asked before anything is written, whether anything is, and if the doubts are."""

    is_asked: bool
    dry_run: bool
    doubts: bool = False

    @property
    def can_be_asked(self) -> bool:
        """Whether somebody is there to answer what bears on the writing."""
        return self.is_asked and not self.dry_run and can_answer()


def save_update(ledger: Ledger, reissue: Reissue, day: date, consent: AskedFor) -> Draft:
    """Show what differs, ask, and write the plan, and what the log needs for it: both or neither.

    The ledger is locked for the writing only: others go on reporting while this one is asked. Gives the
    draft under the plan's ids.
    """
    plan, log = ledger.read()
    found = changes_of(plan, log, reissue, day)
    renames = found.renames  # as printed: a person's answer renames no office
    settled = settled_in(found.plan)
    draft = unsettled(under_ids(reissue.draft, found.ids), settled)
    meant = reissue
    if consent.doubts:
        draft = answered(draft, ask_items(draft, [one for one in draft.doubts if is_open(one, settled)]))
        printed = {item: number for number, item in found.ids.items()}
        meant = meant._replace(draft=under_ids(draft, printed))
    tell_draft(reissue.source, draft)
    if renames and consent.can_be_asked:
        meant = meant._replace(same=confirmed_renames(renames))
    else:
        tell_renames(renames)
    if meant is not reissue:
        found = changes_of(plan, log, meant, day)
    show(None, day, lambda: [changes_sheet(found)], dict)
    if not consent.dry_run and _differs(plan, found) and _is_agreed(consent):
        _write(ledger, _Agreed(plan, found, draft, meant, day))
    return draft


def _is_agreed(consent: AskedFor) -> bool:
    """Whether to write what was shown; where not, that is said."""
    if not consent.is_asked or agreed("照此更新吗？", "--update"):
        return True
    print("没有同意，什么也没有写入", file=sys.stderr)
    return False


class _Agreed(NamedTuple):
    """What was shown and agreed to: the update `found` of a plan."""

    plan: Plan
    found: Update
    draft: Draft
    reissue: Reissue
    day: date


def _write(ledger: Ledger, asked: _Agreed) -> None:
    """Write an update. Refused where it is not any more what was shown."""
    _, found, draft, reissue, day = asked
    by = reporter(None, ledger)
    with ledger.writing(waiting) as book:
        if book.plan != asked.plan or changes_of(book.plan, book.log, reissue, day) != found:
            told = "刚才有人改了计划，什么也没有写入"
            raise refuse(ledger.shown, told, "请再运行一次，看过新的差别再同意")
        carried = _carried(book, found, reissue, day, by)
        book.replace_plan(_text(book, found, draft, reissue.source), carried)
    confirm([f"已更新 {ledger.shown}"])
    if carried:
        tell_nobody(by)


def changes_of(plan: Plan, log: Log, reissue: Reissue, day: date) -> Update:
    """What the new print changes in a plan with its log."""
    rows = _rows(plan, log, day)

    def having(status: Status) -> frozenset[str]:
        return frozenset(row.item.id for row in rows if row.status is status)

    known = UpdateFacts(
        reread,
        reissue.moves,
        reissue.same,
        reported=items_reported([entry.item for entry in log.entries]),
        finished=having(Status.DONE),
        claimed=having(Status.REPORTED),
        dropped=having(Status.DROPPED),
        shares={row.item.id: tuple(row.state.shares) for row in rows if row.state.shares},
        withdrawn=withdrawn_items(log.entries).intersection(row.item.id for row in rows),
        unnumbered=unnumbered(reissue.draft),
    )
    return update(plan, reissue.draft.plan, known)


def _rows(plan: Plan, log: Log, day: date) -> list[Row]:
    """Where each item stands when all is counted that the log says, on whatever day."""
    return rows_of(plan, history(log.entries, date.max), day)


def _differs(plan: Plan, found: Update) -> bool:
    from qjtask.importing.drafts.report import unchanged

    is_log_touched = bool(found.shifts.cancelled or found.shifts.restored)
    return is_log_touched or unchanged(plan) != unchanged(found.plan)


def _carried(book: Book, found: Update, reissue: Reissue, day: date, by: str | None) -> list[Entry]:
    """The entries that go with the update."""
    hand = Hand(day, moment_of_writing(book.log), by, new_id, reissue.notice)
    rows = _rows(book.plan, book.log, day)
    dropped = [row.item.id for row in rows if row.status is Status.DROPPED]
    return carried_entries(book.log.entries, found.shifts, dropped, hand)


def _text(book: Book, found: Update, draft: Draft, source: str) -> str:
    from qjtask.importing.drafts.kept_remarks import update_remarks
    from qjtask.storage.plans.kept_layout import with_kept_layout
    from qjtask.storage.plans.plan_comments import read_comments
    from qjtask.storage.plans.plan_writer import plan_yaml

    comments = read_comments(book.plan_text)
    made = plan_yaml(found.plan, update_remarks(comments, Path(source).name, draft, found))
    return with_kept_layout(book.plan_text, plan_yaml(book.plan, comments), made)

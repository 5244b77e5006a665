"""What `qjtask collect` does around the reading: files, asking, and the same lock as every mark."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import typer

from qjtask.cli.asking import agreed
from qjtask.cli.attaching import attach
from qjtask.cli.faults import tell
from qjtask.cli.output import confirm, show
from qjtask.cli.reporter import tell_nobody
from qjtask.cli.session import Session
from qjtask.cli.writing import ledger_line, moment_of_writing, new_id, waiting
from qjtask.core.log.order import batched
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.packs.pack_form import EVIDENCE
from qjtask.core.packs.returns import ReturnsLedger, collect
from qjtask.core.packs.returns_sheet import Collected, collected_sheet
from qjtask.core.problem import Problem, Refused, refuse

if TYPE_CHECKING:
    from qjtask.core.packs.filled_rows import Filled
    from qjtask.core.plan.plan_address import PlanAddress


def read_files(names: Sequence[str]) -> tuple[list[Filled], list[Problem]]:
    """The workbooks that can be read, each file once, and what is wrong with the others."""
    from qjtask.importing.formats.workbooks.filled import read_filled
    from qjtask.storage.evidence.returned_files import returned_files

    found: list[Filled] = []
    problems: list[Problem] = []
    for file in returned_files(names):
        if isinstance(file, Problem):
            problems.append(file)
            continue
        try:
            found.append(read_filled(file.data, file.shown))
        except Refused as refused:
            problems += refused.problems
    return found, problems


class Returns(NamedTuple):
    """What came back: the workbooks that can be read, and what is wrong with the others; as of which day.

    `address` is where commands that are told find the plan.
    """

    files: Sequence[Filled]
    unread: Sequence[Problem]
    on: date
    by: str | None
    address: PlanAddress


def collect_into(session: Session, returns: Returns, *, ask: bool, dry_run: bool) -> None:
    """Show what the workbooks change, ask, and append it: all of it or nothing.

    The ledger is locked for the writing only: others go on reporting while this one is asked. What
    they wrote meanwhile is read again under the lock.
    """
    try:
        found = _decided(session, returns)
    except Refused as refused:
        tell(refused.problems, every=True)  # the units are asked once, about everything
        raise typer.Exit(1) from refused
    attached = attach(_evidence(found), session.ledger)
    tell([*found.doubts, *attached.doubts], every=True)
    show(None, session.today, lambda: [collected_sheet(found, session.plan.title)], dict)
    if dry_run or not found.entries:
        return
    if ask and not agreed("照此登记吗？", "collect"):
        print("没有同意，什么也没有写入", file=sys.stderr)
        return
    with session.ledger.writing(waiting) as book:
        anew = _decided(Session(session.ledger, book.plan, book.log, session.today), returns)
        if not anew.is_like(found):
            told = "刚才有人登记或改了计划，什么也没有写入"
            raise refuse(session.ledger.shown, told, "请再运行一次，看过新的变化再同意")
        book.append(batched([*map(attached.to, anew.entries)], new_id()))
    confirm([f"已登记{len(anew.entries)}条", ledger_line(session)])
    tell_nobody(returns.by)


def _decided(session: Session, returns: Returns) -> Collected:
    """What the files come to; faults of those that cannot be read are told with the others'."""
    entries = session.log.entries
    standing = ReturnsLedger(session.plan, session.rows, entries, session.today, returns.address)
    at = moment_of_writing(session.log)
    try:
        found = collect(returns.files, standing, returns.on, at, returns.by)
    except Refused as refused:
        raise Refused([*returns.unread, *refused.problems]) from refused
    if returns.unread:
        raise Refused(returns.unread)
    return found


def _evidence(found: Collected) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What each answer is to register as evidence, after the cell that names it."""
    for change in found.changes:
        if change.entry and change.entry.evidence:
            yield change.answer.at[EVIDENCE.heading], change.entry.evidence

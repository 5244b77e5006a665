"""What `report chase` does with the log: number its letters, and keep them when told to."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from qjtask.cli.faults import tell
from qjtask.cli.office_days import office_calendar
from qjtask.cli.reporter import reporter, tell_nobody
from qjtask.cli.session import Session
from qjtask.cli.writing import ledger_line, moment_of_writing, new_id, waiting
from qjtask.core.letters.chases import Chase, chase_entries, chases, not_chased
from qjtask.core.log.order import batched
from qjtask.core.problem import refuse
from qjtask.core.standing.query import owed

_WORKDAYS = 5


class Numbered(NamedTuple):
    """Letters under their numbers, and what to say of these when the letters are out."""

    letters: list[Chase]
    told: str


class ChaseOrder(NamedTuple):
    """Which letters are wanted: to `units`, or to all that are late or silent; answered by a day.

    Of the works that `leads` lead, if any are named.
    """

    units: Collection[str]
    answer_by: date
    leads: Collection[str] = ()


def in_workdays(session: Session) -> date:
    """The day five of the office's working days from today, today not counted."""
    return office_calendar(session).after(session.today, _WORKDAYS)


def drafted_letters(session: Session, order: ChaseOrder) -> Numbered:
    """The letters as they would go out now, under numbers that are not taken yet; tells who gets none."""
    letters = _letters(session, order)
    tell(not_chased(owed(session.rows, leads=order.leads), letters, order.units))
    is_new = not all(letter.is_logged for letter in letters)
    return Numbered(letters, "没有登记，编号没有占用；正式发出请加 --log" if is_new else "")


def logged_letters(session: Session, order: ChaseOrder) -> Numbered:
    """The letters, logged before anybody writes them down: a number is given once, to one letter.

    The same command gives the same letters again all that day, should one not get onto paper.
    """
    by = reporter(None, session.ledger)
    with session.ledger.writing(waiting) as book:
        if book.plan != session.plan:
            raise refuse(session.ledger.shown, "刚才有人改了计划，什么也没有写入", "请再运行一次")
        now = Session(session.ledger, book.plan, book.log, session.today)
        letters = _letters(now, order)
        at = moment_of_writing(book.log)
        entries = batched(chase_entries(letters, now.past, at, by, new_id), new_id())
        if entries:
            book.append(entries)
    tell(not_chased(owed(now.rows, leads=order.leads), letters, order.units))
    if entries:
        tell_nobody(by)
    return Numbered(letters, f"已登记催办{len(entries)}条；{ledger_line(now)}" if letters else "")


def _letters(session: Session, order: ChaseOrder) -> list[Chase]:
    rows = owed(session.rows, leads=order.leads)
    standing = (session.plan, rows, session.past, session.log.entries, session.today)
    return chases(*standing, order.answer_by, order.units, session.log.newer)

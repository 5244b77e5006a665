"""What `report chase` does with the log: number its letters, and keep them when told to."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from qjtask.cli.arguments import Arguments
from qjtask.cli.faults import tell
from qjtask.cli.office_days import office_calendar, tell_unknown
from qjtask.cli.reporter import reporter, tell_nobody
from qjtask.cli.session import Session
from qjtask.cli.writing import ledger_line, moment_of_writing, new_id, waiting
from qjtask.core.letters.chases import Chase, chase_entries, chases, not_chased
from qjtask.core.log.order import batched
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, refuse
from qjtask.core.standing.query import owed
from qjtask.core.time.span import Span

_WORKDAYS = 5


class Numbered(NamedTuple):
    """Letters under their numbers, and what to say of these when the letters are out."""

    letters: list[Chase]
    told: str


class ChaseOrder(NamedTuple):
    """Which letters are wanted: to `units`, or to all that are late or silent; answered by a day.

    Of the works that `leads` lead, if any are named; with `over`, those late by more than that.
    """

    units: Collection[str]
    answer_by: date
    leads: Collection[str] = ()
    over: Span | None = None


class AnswerDay(NamedTuple):
    """The day by which an answer is wanted, and how many working days it was reckoned by, if it was."""

    day: date
    workdays: int | None = None


def answer_day(given: Arguments, session: Session, typed: str | None) -> AnswerDay:
    """What `--answer-by` says, else five working days from today; today is not counted.

    Tells the years whose days off are not known, and that a day named is one.
    """
    found = re.fullmatch(r"([1-9][0-9]?)\s*个?工作日内?", typed.strip()) if typed else None
    calendar = office_calendar(session)
    if typed is not None and not found:
        day = given.until("--answer-by", typed)
        if day < session.today:
            given.fault("--answer-by", f"{day} 在今天（{session.today}）之前", "请写今天以后的日期")
        elif not calendar.is_workday(day):
            last = calendar.last_until(day)
            tell([Problem("", f"答复日期 {day} 是休息日", f"之前最后一个工作日是 {last}", is_warning=True)])
        return AnswerDay(day)
    workdays = int(found[1]) if found else _WORKDAYS
    day = calendar.after(session.today, workdays)
    tell_unknown(session, [one.year for one in (session.today, day) if not calendar.is_known(one)])
    return AnswerDay(day, workdays)


def drafted_letters(session: Session, order: ChaseOrder) -> Numbered:
    """The letters as they would go out now, under numbers that are not taken yet; tells who gets none."""
    letters = _letters(session, order)
    tell(not_chased(owed(session.rows, leads=order.leads), letters, order.units, order.over))
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
    tell(not_chased(owed(now.rows, leads=order.leads), letters, order.units, order.over))
    if entries:
        tell_nobody(by)
    return Numbered(letters, f"已登记催办{len(entries)}条；{ledger_line(now)}" if letters else "")


def _letters(session: Session, order: ChaseOrder) -> list[Chase]:
    rows = owed(session.rows, leads=order.leads)
    standing = (session.plan, rows, session.past, session.log.entries, session.today)
    return chases(*standing, order.answer_by, order.units, session.log.newer, order.over)

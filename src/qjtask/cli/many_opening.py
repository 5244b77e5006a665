"""Several ledgers opened: those that can be read, and what is told of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import typer

from qjtask.cli.faults import tell
from qjtask.cli.many_session import ManySession
from qjtask.cli.session import Session
from qjtask.core.plan.many_plans import NamedPlan
from qjtask.core.problem import Problem, Refused

if TYPE_CHECKING:
    from qjtask.cli.ledgers import Ledgers, Listed
    from qjtask.core.plan.plan import Plan
    from qjtask.storage.logs.log_file import Log

T = TypeVar("T")
_MOST_NAMED = 3


def open_many(ctx: typer.Context, ledgers: Ledgers, today: date) -> ManySession:
    """The ledgers that can be read, on a day. One that cannot is told, and the command ends with 1 for it.

    Refused where none can.
    """
    read, problems = read_each(ledgers, lambda one: opened(one, *one.ledger.read(), today))
    tell_left(ctx, ledgers, len(read), problems)
    session = ManySession(without_unread(ledgers, (named.name for named, _ in read)), read, today)
    tell(session.log_problems)
    return session


def opened(one: Listed, plan: Plan, log: Log, today: date) -> tuple[NamedPlan, Session]:
    """A ledger that was read: its plan under its name, and its session."""
    office = one.office or plan.issuer or one.name
    return NamedPlan(one.name, office, plan), Session(one.ledger, plan, log, today)


def read_each(ledgers: Ledgers, read: Callable[[Listed], T]) -> tuple[list[T], list[Problem]]:
    """What is read of each ledger, and what is wrong with the others. Refused where none can be read."""
    found: list[T] = []
    problems = [one.problem for one in ledgers.closed]
    for one in ledgers.listed:
        try:
            found.append(read(one))
        except Refused as refused:
            problems += refused.problems
    if not found:
        raise Refused(problems)
    return found, problems


def without_unread(ledgers: Ledgers, read: Iterable[str]) -> Ledgers:
    """The ledgers under a title that names those that were not read: what leaves the office says it too.

    A folder that is closed is named as its plans would be.
    """
    were_read = frozenset(read)
    left = [one for one in ledgers.listed if one.name not in were_read]
    closed = [one.name for one in ledgers.closed]
    unread = [*(one.name for one in left), *closed]
    if not unread:
        return ledgers
    more = f"等{len(unread)}个计划" if len(unread) > _MOST_NAMED else ""
    title = f"{ledgers.title}（未计入{'、'.join(unread[:_MOST_NAMED])}{more}）"
    return ledgers._replace(title=title, unread=(*(one.office or one.name for one in left), *closed))


def tell_left(ctx: typer.Context, ledgers: Ledgers, read: int, problems: Sequence[Problem]) -> None:
    """Tell what is doubtful, and what is wrong with ledgers that could not be read: that ends with 1."""
    tell(ledgers.doubts)
    if problems:
        left, closed = len(ledgers.listed) - read, len(ledgers.closed)
        told = [f"{left}个计划读不了"] if left else []
        told += [f"{closed}个文件夹看不了"] if closed else []
        last = Problem("", f"{'、'.join(told)}，下面没有算上", "请先改好", is_warning=True)
        tell([*problems, last])
        ctx.call_on_close(_fail)


def _fail() -> None:
    raise typer.Exit(1)

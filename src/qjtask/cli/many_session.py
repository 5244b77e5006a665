"""A session of several ledgers, each as it stood at one moment: what it comes to, put together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from qjtask.cli.arguments import Arguments
from qjtask.cli.faults import tell
from qjtask.cli.ledgers import one_plan_only
from qjtask.cli.session import Session
from qjtask.core.log.history import History, history
from qjtask.core.log.many_logs import tagged_entries
from qjtask.core.log.order import written
from qjtask.core.plan.many_ids import many_groups, many_items
from qjtask.core.plan.many_plans import ManyPlans, NamedPlan, many_plans
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.problem import Problem, Refused
from qjtask.core.standing.rows import rows_of

if TYPE_CHECKING:
    from qjtask.cli.ledgers import Ledgers, Listed
    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.plan import Plan
    from qjtask.core.plan.unit_names import UnitNames
    from qjtask.core.standing.row import Row
    from qjtask.storage.logs.log_file import Log

T = TypeVar("T")
_MOST_NAMED = 3


class ManySession(Session):
    """Plans and logs of several ledgers, on a day. Numbers and offices that clash carry a plan's name.

    `shown` are the names of the offices of all plans, where only a part of them is here.
    """

    def __init__(
        self,
        ledgers: Ledgers,
        sessions: Iterable[tuple[NamedPlan, Session]],
        today: date,
        shown: Iterable[Iterable[str]] | None = None,
    ) -> None:
        pairs = list(sessions)
        self._sessions = [session for _, session in pairs]
        self.many = many_plans([named for named, _ in pairs], ledgers.title, ledgers.shared, shown)
        self.plan = self.many.joined
        self.today = today

    def check_single(self) -> None:
        """Refuse a command that is about one plan."""
        raise one_plan_only(len(self._sessions), [self._sessions[0].ledger.shown])

    @property
    def ledger(self) -> Any:  # type: ignore[override] # whoever needs one ledger cannot do with several
        """There is not one: what needs it is told so."""
        self.check_single()

    @property
    def log(self) -> Any:  # type: ignore[override] # as with the ledger
        """There is not one either: several are read as `past`."""
        self.check_single()

    def arguments(self) -> Arguments:
        """A reader for the command's other arguments."""
        return ManyArguments(self.today, self.plan.year, lambda: self.many)

    @property
    def offices(self) -> list[tuple[Plan, list[Row]]]:
        """Each plan with its rows, in order."""
        return list(zip(self.many.tagged, self._rows, strict=True))

    @cached_property
    def rows(self) -> list[Row]:
        """Every item of every plan as it stands today."""
        return [row for found in self._rows for row in found]

    def rows_then(self, day: date) -> list[Row]:
        """Every item as it stood at the end of an earlier day."""
        from qjtask.core.standing.changes import rows_then

        pairs = zip(self.many.tagged, self._entries, strict=True)
        return [row for plan, entries in pairs for row in rows_then(plan, entries, day)]

    @cached_property
    def past(self) -> History:
        """The logs as of today, each put in order by itself: a copied log may repeat another's numbers."""
        by_item = {item: entries for past in self._pasts for item, entries in past.by_item.items()}
        undone = frozenset[str]().union(*(past.undone for past in self._pasts))
        return History(
            by_item, undone, tuple(sorted((one for past in self._pasts for one in past.ordered), key=written))
        )

    @cached_property
    def log_problems(self) -> list[Problem]:
        """The lines of the logs that do not count, and why."""
        return [problem for session in self._sessions for problem in session.log_problems]

    @cached_property
    def sign(self) -> str:
        """No digest is of several logs."""
        return ""

    @cached_property
    def _entries(self) -> list[list[Entry]]:
        """What each log says, under tagged numbers and the names that offices go by here."""
        return [
            list(tagged_entries(session.log.entries, named.name, names))
            for named, names, session in zip(self.many.named, self._names, self._sessions, strict=True)
        ]

    @cached_property
    def _names(self) -> list[UnitNames]:
        """Of each plan the names of its offices."""
        return [unit_names(plan) for plan in self.many.tagged]

    @cached_property
    def _pasts(self) -> list[History]:
        return [history(entries, self.today) for entries in self._entries]

    @cached_property
    def _rows(self) -> list[list[Row]]:
        return [
            rows_of(plan, past, self.today, names)
            for plan, past, names in zip(self.many.tagged, self._pasts, self._names, strict=True)
        ]


class ManyArguments(Arguments):
    """Reads numbers with a plan's name; `many` gives the plans where it takes these."""

    def __init__(self, today: date, year: int, many: Callable[[], ManyPlans]) -> None:
        super().__init__(today, year)
        self._many = many

    def items(self, typed: Iterable[str], plan: Plan) -> frozenset[str]:  # noqa: ARG002 - it knows its plans
        """The items that numbers and ranges mean, of one plan or of all."""
        return self.attempt(lambda: many_items(typed, self._many()), frozenset())

    def groups(self, typed: Iterable[str] | None, plan: Plan) -> frozenset[str]:  # noqa: ARG002 - as above
        """The groups that numbers mean."""
        return self.attempt(lambda: many_groups(typed or (), self._many()), frozenset())


def open_many(ctx: typer.Context, ledgers: Ledgers, today: date) -> ManySession:
    """The ledgers that can be read, on a day. One that cannot is told, and the command ends with 1 for it.

    Refused where none can.
    """
    read, problems = read_each(ledgers.listed, lambda one: opened(one, *one.ledger.read(), today))
    tell_left(ctx, len(ledgers.listed) - len(read), problems)
    session = ManySession(without_unread(ledgers, [named.name for named, _ in read]), read, today)
    tell(session.log_problems)
    return session


def opened(one: Listed, plan: Plan, log: Log, today: date) -> tuple[NamedPlan, Session]:
    """A ledger that was read: its plan under its name, and its session."""
    office = one.office or plan.issuer or one.name
    return NamedPlan(one.name, office, plan), Session(one.ledger, plan, log, today)


def read_each(listed: Iterable[Listed], read: Callable[[Listed], T]) -> tuple[list[T], list[Problem]]:
    """What is read of each ledger, and what is wrong with the others. Refused where none can be read."""
    found: list[T] = []
    problems: list[Problem] = []
    for one in listed:
        try:
            found.append(read(one))
        except Refused as refused:
            problems += refused.problems
    if not found:
        raise Refused(problems)
    return found, problems


def without_unread(ledgers: Ledgers, read: Collection[str]) -> Ledgers:
    """The ledgers under a title that names those that were not read: what leaves the office says it too."""
    unread = [one.name for one in ledgers.listed if one.name not in read]
    if not unread:
        return ledgers
    more = f"等{len(unread)}个计划" if len(unread) > _MOST_NAMED else ""
    return ledgers._replace(title=f"{ledgers.title}（未计入{'、'.join(unread[:_MOST_NAMED])}{more}）")


def tell_left(ctx: typer.Context, left: int, problems: Sequence[Problem]) -> None:
    """Tell what is wrong with ledgers that could not be read; the command ends with 1 for it."""
    if problems:
        tell([*problems, Problem("", f"{left}个计划读不了，下面没有算上", "请先改好", is_warning=True)])
        ctx.call_on_close(_fail)


def _fail() -> None:
    raise typer.Exit(1)

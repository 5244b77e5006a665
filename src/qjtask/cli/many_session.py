"""A session of several ledgers, each as it stood at one moment: what it comes to, put together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qjtask.cli.arguments import Arguments
from qjtask.cli.ledgers import one_plan_only
from qjtask.cli.many_arguments import ManyArguments
from qjtask.cli.session import Session
from qjtask.core.log.history import History, history
from qjtask.core.log.many_logs import tagged_entries
from qjtask.core.log.order import written
from qjtask.core.plan.many_plans import NamedPlan, many_plans
from qjtask.core.problem import Problem
from qjtask.core.standing.rows import rows_of

if TYPE_CHECKING:
    from qjtask.cli.ledgers import Ledgers
    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.plan import Plan
    from qjtask.core.standing.row import Row


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
        self.unread = ledgers.unread
        self._file = ledgers.file
        self.many = many_plans([named for named, _ in pairs], ledgers.title, ledgers.shared, shown)
        self.today = today

    @cached_property
    def plan(self) -> Plan:  # type: ignore[override] # put together for who asks
        """All the plans as one."""
        return self.many.joined

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
        return ManyArguments(self.today, self.plan.year, lambda: self.many, self._file)

    @property
    def offices(self) -> list[Session]:
        """Each plan by itself, in order."""
        from qjtask.cli.office_page import OfficePage  # for reports

        parts = zip(self.many.named, self._sessions, self.many.here, strict=True)
        return [OfficePage(named, session, here) for named, session, here in parts]

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
            for named, names, session in zip(self.many.named, self.many.names, self._sessions, strict=True)
        ]

    @cached_property
    def _pasts(self) -> list[History]:
        return [history(entries, self.today) for entries in self._entries]

    @cached_property
    def _rows(self) -> list[list[Row]]:
        return [
            rows_of(plan, past, self.today, names)
            for plan, past, names in zip(self.many.tagged, self._pasts, self.many.names, strict=True)
        ]

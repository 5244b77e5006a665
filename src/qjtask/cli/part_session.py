"""A session of a large ledger, of which only what is shown is read: an index says what that is.

Where the index does not fit, or something is asked that it does not know, all is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from qjtask.cli.arguments import Arguments
from qjtask.cli.index_choice import groups_known, items_known, works_to_list
from qjtask.cli.indexes import Index, index_of
from qjtask.cli.session import Session
from qjtask.core.plan.ids import words_typed
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import UnitNames, lead_names, unit_names
from qjtask.core.problem import Problem
from qjtask.core.standing.due_asked import DueAsked, Unread
from qjtask.core.standing.query import Query
from qjtask.core.standing.row import Row
from qjtask.core.standing.what_to_read import due_to_read
from qjtask.storage.index.index_form import Unfit
from qjtask.storage.index.indexed_plan import IndexedPlan
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.logs.log_file import Log, lines_known

if TYPE_CHECKING:
    from qjtask.core.letters.reminder import NotRead
    from qjtask.storage.ledger import Ledger

T = TypeVar("T")


def open_part(ledger: Ledger, today: date) -> Session:
    """A session of a ledger: in part where an index fits, else of all of it, of which one is made."""
    index = index_of(ledger)
    found = index.open(today)
    index.save()
    if found is not None:
        return PartSession(ledger, index, found, today)
    snapshot = ledger.read()
    index.learn(snapshot)
    index.save()
    return Session(ledger, *snapshot, today)


class PartSession(Session):
    """What is asked for is read when it is asked for."""

    def __init__(self, ledger: Ledger, index: Index, found: IndexedPlan, today: date) -> None:
        self.ledger = ledger
        self.today = today
        self._index = index
        self._found = found
        self._fallen: Session | None = None

    @property
    def plan(self) -> Plan:  # type: ignore[override] # read only for who asks
        """All of the plan."""
        return self._whole().plan

    @property
    def log(self) -> Log:  # type: ignore[override] # as above
        """All of the log."""
        return self._whole().log

    def arguments(self) -> Arguments:
        """A reader for the command's other arguments."""
        return _PartArguments(self)

    @cached_property
    def head(self) -> Plan:
        """The plan without its groups."""
        return self._in_part(lambda found: found.part([0]).plan._replace(groups=()), lambda whole: whole.plan)

    @property
    def total(self) -> int:
        """How many works there are."""
        return self._fallen.total if self._fallen else self._found.index.size

    @cached_property
    def log_problems(self) -> list[Problem]:
        """The log's lines that do not count, and why."""
        return self._found.index.told(self.ledger.log_shown)

    @cached_property
    def units(self) -> UnitNames:
        """The names of all offices, in whatever role."""
        return unit_names(self.head, self._found.index.printed)

    @cached_property
    def leads(self) -> UnitNames:
        """The names of the lead agencies."""
        return lead_names(self.head, self._found.index.printed)

    def due_rows(self, asked: DueAsked) -> tuple[Sequence[Row], Unread]:
        """The rows that `due` has to look at, and the counts of the others."""

        def read(found: IndexedPlan) -> tuple[Sequence[Row], Unread]:
            to_read = due_to_read(asked, found.index.outlooks(), self.today)
            return self._rows(to_read.works), to_read.unread

        return self._in_part(read, lambda whole: whole.due_rows(asked))

    def list_rows(self, query: Query) -> Sequence[Row]:
        """The rows among which all are that meet the query."""

        def read(found: IndexedPlan) -> Sequence[Row]:
            works = works_to_list(query, found.index, self.today)
            return self.rows if works is None else self._rows(works)

        return self._in_part(read, lambda whole: whole.rows)

    def report_rows(self, asked: DueAsked) -> Sequence[Row]:
        """The rows among which all are of which a report is owed."""
        from qjtask.core.standing.shares_to_read import reports_to_read  # `due` and `list` need not pay

        return self._in_part(
            lambda found: self._rows(reports_to_read(asked, found.index.outlooks(), self.today)),
            lambda whole: whole.rows,
        )

    def letter_rows(self, asked: DueAsked) -> tuple[Sequence[Row], NotRead | None]:
        """The rows that a letter names, and what it has to know of the others."""
        from qjtask.core.letters.reminder import NotRead
        from qjtask.core.standing.shares_to_read import letter_to_read

        def read(found: IndexedPlan) -> tuple[Sequence[Row], NotRead | None]:
            to_read = letter_to_read(asked, found.index.outlooks(), self.today)
            return self._rows(to_read.works), NotRead(self.units.offices(), to_read.owners)

        return self._in_part(read, lambda whole: (whole.rows, NotRead(whole.units.offices(), frozenset())))

    @cached_property
    def sign(self) -> str:
        """What stands under a letter of today, by which it can be held against the log."""

        def read(found: IndexedPlan) -> str:
            from qjtask.core.log.digest import log_digest, signs

            (log,) = found.log.pieces([(0, found.log.size)])
            lines = lines_known(log, {one.line for one in found.index.head.told})
            found.check()
            return signs(log_digest(lines, self.today))

        return self._in_part(read, lambda whole: whole.sign)

    @property
    def known(self) -> PlanIndex | None:
        """The index, as long as it is gone by."""
        return None if self._fallen else self._found.index

    def _rows(self, works: Sequence[int]) -> list[Row]:
        """The rows of some works."""
        if not works:
            return []
        rows = Session(self.ledger, *self._found.part(works), self.today).rows
        self._found.check()
        return rows

    def _in_part(self, read: Callable[[IndexedPlan], T], otherwise: Callable[[Session], T]) -> T:
        """What is read by the index; by reading all where that does not fit."""
        if self._fallen is None:
            try:
                return read(self._found)
            except Unfit:
                self._index.forget()
        return otherwise(self._whole())

    def _whole(self) -> Session:
        """All of it, as it is now."""
        if self._fallen is None:
            self._fallen = Session(self.ledger, *self.ledger.read(), self.today)
        return self._fallen


class _PartArguments(Arguments):
    """Reads numbers without the plan, where the index knows what all of them mean."""

    def __init__(self, session: PartSession) -> None:
        super().__init__(session.today, session.head.year)
        self._session = session

    def items(self, typed: Iterable[str], plan: Plan) -> frozenset[str]:  # noqa: ARG002 - it is asked for once needed
        """The items that numbers and ranges mean."""
        words, index = list(typed), self._session.known
        found = items_known(words, index) if index else None
        return super().items(words, self._session.plan) if found is None else found

    def groups(self, typed: Iterable[str] | None, plan: Plan) -> frozenset[str]:  # noqa: ARG002 - as above
        """The groups that numbers mean."""
        words, index = list(typed or ()), self._session.known
        found = [groups_known(word, index) if index else [] for word in words_typed(words)]
        return frozenset(chain(*found)) if all(found) else super().groups(words, self._session.plan)

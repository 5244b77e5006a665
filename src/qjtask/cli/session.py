"""A session: a ledger as it stood at one moment, and what it comes to on the day that is worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from qjtask.cli.arguments import Arguments
from qjtask.core.log.history import History, history
from qjtask.core.plan.unit_names import lead_names, unit_names
from qjtask.core.standing.due_asked import NOTHING_UNREAD
from qjtask.core.standing.rows import rows_of

if TYPE_CHECKING:
    from qjtask.core.letters.reminder import NotRead
    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.plan import Item, Plan
    from qjtask.core.plan.unit_names import UnitNames
    from qjtask.core.problem import Problem
    from qjtask.core.standing.due_asked import DueAsked, Unread
    from qjtask.core.standing.query import Query
    from qjtask.core.standing.row import Row
    from qjtask.storage.ledger import Book, Ledger
    from qjtask.storage.logs.log_file import Log


class Session:
    """Plan and log of one moment, on a day. Nothing of it changes; what is asked for is worked out once."""

    def __init__(self, ledger: Ledger, plan: Plan, log: Log, today: date) -> None:
        self.ledger = ledger
        self.plan = plan
        self.log = log
        self.today = today

    def arguments(self) -> Arguments:
        """A reader for the command's other arguments."""
        return Arguments(self.today, self.plan.year)

    def after(self, entries: Sequence[Entry]) -> Session:
        """The session once the entries are in the log."""
        log = self.log._replace(entries=(*self.log.entries, *entries))
        return Session(self.ledger, self.plan, log, self.today)

    def check_single(self) -> None:
        """Refuse a command that is about one plan where there are several."""

    @property
    def offices(self) -> list[Session]:
        """Where there are several plans, each by itself, under the names that its own office knows."""
        return []

    def own(self, offices: frozenset[str]) -> frozenset[str]:
        """What offices are called here that were asked for."""
        return offices

    unread: Sequence[str] = ()
    """Of several plans the offices whose plans could not be read."""

    @property
    def head(self) -> Plan:
        """The plan, for what it says before its groups; of a large one these may not have been read."""
        return self.plan

    @contextmanager
    def writing(self, on_wait: Callable[[], None]) -> Iterator[tuple[Book, Session]]:
        """The ledger locked, and the session as it is now; `on_wait` is called once when another has it."""
        with self.ledger.writing(on_wait) as book:
            yield book, Session(self.ledger, book.plan, book.log, self.today)

    @property
    def edition(self) -> object:
        """What is another for another plan."""
        return self.plan

    @property
    def written(self) -> Log:
        """The log, of which only the entry that was written last need be there."""
        return self.log

    @property
    def strays(self) -> list[Problem]:
        """The copies of the log that hold what it lacks, as doubts."""
        return self.ledger.stray_copies(self.log)

    @property
    def total(self) -> int:
        """How many works there are."""
        return len(self.rows)

    def due_rows(self, asked: DueAsked) -> tuple[Sequence[Row], Unread]:  # noqa: ARG002 - all are looked at here
        """The rows that `due` has to look at, and the counts of the others."""
        return self.rows, NOTHING_UNREAD

    def list_rows(self, query: Query) -> Sequence[Row]:  # noqa: ARG002 - as above
        """The rows among which all are that meet the query."""
        return self.rows

    def report_rows(self, asked: DueAsked) -> Sequence[Row]:  # noqa: ARG002 - as above
        """The rows among which all are of which a report is owed."""
        return self.rows

    def letter_rows(self, asked: DueAsked) -> tuple[Sequence[Row], NotRead | None]:  # noqa: ARG002 - as above
        """The rows that a letter names, and what it has to know of the others."""
        return self.rows, None

    @cached_property
    def past(self) -> History:
        """The log as of today."""
        return history(self.log.entries, self.today)

    @cached_property
    def log_problems(self) -> list[Problem]:
        """The log's lines that do not count, and why."""
        if not self.log.entries:
            return list(self.log.problems)
        from qjtask.core.log.log_doubts import log_doubts

        shown = self.ledger.log_shown
        doubts = log_doubts(self.plan, self.log.entries, shown, self.today)
        if self.plan.rules.accept:
            from qjtask.core.standing.acceptance import own_acceptances

            doubts += own_acceptances(self.rows, shown)
        return [*self.log.problems, *doubts]

    @cached_property
    def sign(self) -> str:
        """What stands under a letter of today, by which it can be held against the log."""
        from qjtask.core.log.digest import log_digest, signs

        return signs(log_digest(self.log.lines(), self.today))

    @cached_property
    def rows(self) -> list[Row]:
        """Every item as it stands today."""
        return rows_of(self.plan, self.past, self.today)

    def rows_then(self, day: date) -> list[Row]:
        """Every item as it stood at the end of an earlier day; none before the notice was first issued."""
        from qjtask.core.standing.changes import rows_then  # few commands compare

        return rows_then(self.plan, self.log.entries, day)

    @cached_property
    def units(self) -> UnitNames:
        """The names of all offices, in whatever role."""
        return unit_names(self.plan)

    @cached_property
    def leads(self) -> UnitNames:
        """The names of the lead agencies."""
        return lead_names(self.plan)

    def rows_of(self, marked: Iterable[tuple[str, Item]]) -> dict[str, Row]:
        """What is marked, each with the row of its item."""
        rows = {row.item.id: row for row in self.rows}
        return {one: rows[item.id] for one, item in marked}

    def row(self, item_id: str) -> Row | None:
        """The row of an item; None when the plan has no such item."""
        return next((row for row in self.rows if row.item.id == item_id), None)

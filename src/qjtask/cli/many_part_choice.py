"""Which works of each of several plans are read for what is asked of them all, by their indexes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from qjtask.cli.known_ledger import KnownLedger
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.standing.due_asked import NOTHING_UNREAD, DueAsked, Unread
from qjtask.core.standing.what_to_read import (
    NAMED,
    Named,
    Outlooks,
    ToRead,
    due_of_many,
    due_to_read,
    is_any_to_read,
)

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Owner
    from qjtask.core.standing.alike_works import AlikeWorks
    from qjtask.core.standing.query import Query


class OwnOffices(NamedTuple):
    """Offices asked for, as one plan calls them: in any role, and those that lead."""

    units: frozenset[str]
    leads: frozenset[str]


Choose = Callable[[KnownLedger, OwnOffices], Sequence[int] | None]
"""Gives the places of the works to read of a plan; None where its index cannot tell."""


class DueChoice:
    """For `due` of some offices: plan by plan, in order. `unread` are the counts of what is not read."""

    def __init__(self, until: date, today: date) -> None:
        self.unread = NOTHING_UNREAD
        self._until = until
        self._today = today
        self._most = NAMED

    def __call__(self, one: KnownLedger, own: OwnOffices) -> Sequence[int]:
        """The works to read of a plan."""
        asked = DueAsked(self._until, *own)
        return self._taken(due_to_read(asked, one.found.index.outlooks(), self._today, self._most))

    def _taken(self, to_read: ToRead) -> Sequence[int]:
        self.unread += to_read.unread
        self._most = Named(*(left - named for left, named in zip(self._most, to_read.named, strict=True)))
        return to_read.works


class DueOfAllChoice(DueChoice):
    """For `due` of all offices; silence is not counted plan by plan."""

    def __init__(self, until: date, today: date) -> None:
        super().__init__(until, today)
        self._read: list[tuple[Sequence[int], Outlooks]] = []

    def __call__(self, one: KnownLedger, own: OwnOffices) -> Sequence[int]:  # noqa: ARG002 - none is asked for
        """The works to read of a plan."""
        index = one.found.index
        if not is_any_to_read(self._until, index.gist, self._today, self._most):
            self.unread += Unread(unclear=index.gist.unclear)
            return ()
        found = index.outlooks()
        works = self._taken(due_of_many(self._until, found, self._today, self._most))
        self._read.append((works, found))
        return works

    def silent(self, alike: AlikeWorks) -> Unread:
        """What is counted of those that are alike in all the plans, but for what is read."""
        for works, found in self._read:
            alike.take_out(works, found)
        return alike.unread(self._today)


class LetterChoice:
    """For a letter. `owners` are the roles in which the works are owed that are not read."""

    def __init__(self, until: date, today: date) -> None:
        self.owners: set[Owner] = set()
        self._until = until
        self._today = today

    def __call__(self, one: KnownLedger, own: OwnOffices) -> Sequence[int]:
        """The works to read of a plan."""
        from qjtask.core.standing.shares_to_read import letter_to_read

        to_read = letter_to_read(DueAsked(self._until, *own), one.found.index.outlooks(), self._today)
        self.owners.update(to_read.owners)
        return to_read.works


def reports_choice(until: date, today: date) -> Choose:
    """For the reports owed."""
    from qjtask.core.standing.shares_to_read import reports_to_read

    def choose(one: KnownLedger, own: OwnOffices) -> Sequence[int]:
        return reports_to_read(DueAsked(until, *own), one.found.index.outlooks(), today)

    return choose


def list_choice(query: Query, today: date) -> Choose:
    """For a list."""
    from qjtask.cli.index_choice import works_to_list
    from qjtask.core.plan.many_ids import by_plan

    items = None if query.items is None else by_plan(query.items)
    groups = by_plan(query.groups)

    def choose(one: KnownLedger, own: OwnOffices) -> Sequence[int] | None:
        name, index = one.listed.name, one.found.index
        if (items is not None and name not in items) or (groups and name not in groups):
            return ()
        own_items = None if items is None else items[name]
        own_query = query._replace(
            items=own_items, groups=groups.get(name, frozenset()), units=own.units, leads=own.leads
        )
        return works_to_list(own_query, index, today)

    return choose

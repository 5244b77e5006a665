"""Which works of each of several plans are read for what is asked of them all, by their indexes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from qjtask.cli.known_ledger import KnownLedger
from qjtask.core.standing.due_asked import NOTHING_UNREAD, DueAsked
from qjtask.core.standing.what_to_read import NAMED, Named, counted, due_to_read

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Owner
    from qjtask.core.standing.query import Query


class OwnOffices(NamedTuple):
    """Offices asked for, as one plan calls them: in any role, and those that lead."""

    units: frozenset[str]
    leads: frozenset[str]


Choose = Callable[[KnownLedger, OwnOffices], Sequence[int] | None]
"""Gives the places of the works to read of a plan; None where its index cannot tell."""


class DueChoice:
    """For `due`: plan by plan, in order. `unread` are the counts of the works that are not read."""

    def __init__(self, until: date, today: date) -> None:
        self.unread = NOTHING_UNREAD
        self._until = until
        self._today = today
        self._most = NAMED

    def __call__(self, one: KnownLedger, own: OwnOffices) -> Sequence[int]:
        """The works to read of a plan."""
        index = one.found.index
        if not own.units and not own.leads:
            told = counted(self._until, index.gist, index.head.rhythms, self._today, self._most)
            if told is not None:
                self.unread += told
                return ()
        to_read = due_to_read(DueAsked(self._until, *own), index.outlooks(), self._today, self._most)
        self.unread += to_read.unread
        self._most = Named(*(left - named for left, named in zip(self._most, to_read.named, strict=True)))
        return to_read.works


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

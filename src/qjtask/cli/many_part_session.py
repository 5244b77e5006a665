"""A session of several ledgers, of each of which only what is shown is read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from qjtask.cli.arguments import Arguments
from qjtask.cli.faults import tell
from qjtask.cli.ledgers import one_plan_only
from qjtask.cli.many_session import ManyArguments, ManySession, opened, read_each, tell_left
from qjtask.cli.part_session import told_of
from qjtask.cli.session import Session
from qjtask.core.plan.many_plans import NamedPlan
from qjtask.core.plan.plan import Plan, Rules
from qjtask.core.plan.unit_names import UnitNames, unit_names
from qjtask.core.problem import Problem
from qjtask.core.standing.due_asked import NOTHING_UNREAD, DueAsked, Unread
from qjtask.core.standing.row import Row
from qjtask.core.standing.what_to_read import NAMED, Named, counted, due_to_read
from qjtask.storage.file_ledger import FileLedger
from qjtask.storage.index_file import IndexFile
from qjtask.storage.indexed_plan import IndexedPlan
from qjtask.storage.ledger_index import LedgerIndex
from qjtask.storage.plan_index import PlanIndex, Unfit

if TYPE_CHECKING:
    import typer

    from qjtask.cli.ledgers import Ledgers, Listed
    from qjtask.cli.many_names import ManyNames
    from qjtask.core.letters.reminder import NotRead
    from qjtask.core.log.history import History
    from qjtask.core.plan.many_plans import ManyPlans
    from qjtask.core.plan.plan import Owner
    from qjtask.core.standing.query import Query
    from qjtask.storage.ledger import Ledger

_Full = tuple[NamedPlan, Session]


class _Known(NamedTuple):
    """A ledger that an index fits."""

    listed: Listed
    found: IndexedPlan


class _Own(NamedTuple):
    """Offices in any role, and offices that lead."""

    units: frozenset[str]
    leads: frozenset[str]


def open_many_parts(ctx: typer.Context, ledgers: Ledgers, today: date) -> Session:
    """The ledgers that can be read, on a day, as `open_many`; an index is made of each that has none."""
    kept = IndexFile(_folder(ledgers.listed))

    def read(one: Listed) -> _Known | _Full:
        assert isinstance(one.ledger, FileLedger)  # noqa: S101 - others have no index
        index = LedgerIndex(one.ledger, kept)
        found = index.open(today)
        if found is not None:
            return _Known(one, found)
        snapshot = one.ledger.read()
        index.learn(snapshot)
        return opened(one, *snapshot, today)

    each, problems = read_each(ledgers.listed, read)
    kept.save()
    tell_left(ctx, len(ledgers.listed) - len(each), problems)
    session = ManyPartSession(ledgers, each, kept, today)
    tell(session.log_problems)
    return session


def _folder(listed: Iterable[Listed]) -> Path:
    """The folder that holds all the ledgers."""
    folders = {os.fspath(one.ledger.folder) for one in listed}
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # on several disks of Windows
        return Path(min(folders))


class ManyPartSession(Session):
    """What is asked for by rows is read when it is asked for; for anything else, all is."""

    def __init__(
        self, ledgers: Ledgers, each: Sequence[_Known | _Full], kept: IndexFile, today: date
    ) -> None:
        self.today = today
        self._ledgers = ledgers
        self._each = each
        self._kept = kept

    def check_single(self) -> None:
        """Refuse a command that is about one plan."""
        raise one_plan_only(len(self._each), [_ledger(self._each[0]).shown])

    @property
    def ledger(self) -> Any:  # type: ignore[override] # as with ManySession
        """There is not one: what needs it is told so."""
        self.check_single()

    @property
    def log(self) -> Any:  # type: ignore[override] # as above
        """There is not one either."""
        self.check_single()

    @property
    def plan(self) -> Plan:  # type: ignore[override] # read only for who asks
        """All the plans as one."""
        return self._whole.plan

    @cached_property
    def rows(self) -> list[Row]:
        """Every item of every plan as it stands today."""
        return self._whole.rows

    def rows_then(self, day: date) -> list[Row]:
        """Every item as it stood at the end of an earlier day."""
        return self._whole.rows_then(day)

    @property
    def past(self) -> History:
        """The logs as of today."""
        return self._whole.past

    @property
    def offices(self) -> list[tuple[Plan, list[Row]]]:
        """Each plan with its rows, in order."""
        return self._whole.offices

    @property
    def total(self) -> int:
        """How many works there are."""
        return sum(one.found.index.size if isinstance(one, _Known) else one[1].total for one in self._each)

    @cached_property
    def sign(self) -> str:
        """No digest is of several logs."""
        return ""

    def arguments(self) -> Arguments:
        """A reader for the command's other arguments."""
        return _ManyPartArguments(self)

    @cached_property
    def head(self) -> Plan:
        """The year and the rules of the plans; where they differ, the usual ones."""
        years, each = zip(*map(_year_and_rules, self._each), strict=True)
        rules = each[0] if len(set(each)) == 1 else Rules(accept=any(one.accept for one in each))
        return Plan(self._ledgers.title, max(years), (), rules=rules)

    @cached_property
    def log_problems(self) -> list[Problem]:
        """The lines of the logs that do not count, and why."""
        return [problem for one in self._each for problem in self._told(one)]

    @property
    def units(self) -> UnitNames:
        """The names of all offices, in whatever role."""
        return self._names.units

    @property
    def leads(self) -> UnitNames:
        """The names of the lead agencies."""
        return self._names.leads

    @cached_property
    def _names(self) -> ManyNames:
        from qjtask.cli.many_names import (
            ManyNames,
            names_known,
            names_of,
        )  # who asks for no office need not pay

        return ManyNames(
            self._ledgers,
            [
                names_known(one.listed.name, one.found.index) if isinstance(one, _Known) else names_of(one[0])
                for one in self._each
            ],
        )

    # Rows ----------------------------------------------------------------------------------------

    def due_rows(self, asked: DueAsked) -> tuple[Sequence[Row], Unread]:
        """The rows that `due` has to look at, and the counts of the others."""
        unread, most = NOTHING_UNREAD, NAMED

        def choose(one: _Known, own: _Own) -> Sequence[int]:
            nonlocal unread, most
            index = one.found.index
            if not own.units and not own.leads:
                told = counted(asked.until, index.gist, index.head.rhythms, self.today, most)
                if told is not None:
                    unread += told
                    return ()
            to_read = due_to_read(DueAsked(asked.until, *own), index.outlooks(), self.today, most)
            unread += to_read.unread
            most = Named(*(left - named for left, named in zip(most, to_read.named, strict=True)))
            return to_read.works

        rows = self._chosen(choose, _Own(asked.units, asked.leads))
        return (self.rows, NOTHING_UNREAD) if rows is None else (rows, unread)

    def list_rows(self, query: Query) -> Sequence[Row]:
        """The rows among which all are that meet the query."""
        from qjtask.cli.index_choice import works_to_list
        from qjtask.core.plan.many_ids import by_plan

        items = None if query.items is None else by_plan(query.items)
        groups = by_plan(query.groups)

        def choose(one: _Known, own: _Own) -> Sequence[int] | None:
            name, index = one.listed.name, one.found.index
            if (items is not None and name not in items) or (groups and name not in groups):
                return ()
            own_items = None if items is None else items[name]
            own_query = query._replace(
                items=own_items, groups=groups.get(name, frozenset()), units=own.units, leads=own.leads
            )
            return works_to_list(own_query, index, self.today)

        rows = self._chosen(choose, _Own(query.units, query.leads))
        return self.rows if rows is None else rows

    def report_rows(self, asked: DueAsked) -> Sequence[Row]:
        """The rows among which all are of which a report is owed."""
        from qjtask.core.standing.shares_to_read import reports_to_read

        def choose(one: _Known, own: _Own) -> Sequence[int]:
            return reports_to_read(DueAsked(asked.until, *own), one.found.index.outlooks(), self.today)

        rows = self._chosen(choose, _Own(asked.units, asked.leads))
        return self.rows if rows is None else rows

    def letter_rows(self, asked: DueAsked) -> tuple[Sequence[Row], NotRead | None]:
        """The rows that a letter names, and what it has to know of the others."""
        from qjtask.core.letters.reminder import NotRead
        from qjtask.core.standing.shares_to_read import letter_to_read

        owners: set[Owner] = set()

        def choose(one: _Known, own: _Own) -> Sequence[int]:
            to_read = letter_to_read(DueAsked(asked.until, *own), one.found.index.outlooks(), self.today)
            owners.update(to_read.owners)
            return to_read.works

        rows = self._chosen(choose, _Own(asked.units, asked.leads))
        if rows is None:
            return self.rows, NotRead(self._whole.units.offices(), frozenset())
        return rows, NotRead(self.units.offices(), frozenset(owners))

    def _chosen(
        self, choose: Callable[[_Known, _Own], Sequence[int] | None], asked: _Own
    ) -> Sequence[Row] | None:
        """The rows of the works that are chosen of each plan, by what it calls the offices asked for.

        None where of one plan it cannot be told, or an index turns out not to fit: all are to be read then.
        """
        if self.is_fallen:
            return None
        pairs: list[_Full] = []
        try:
            for one, own in zip(self._each, self._own(asked), strict=True):
                if not isinstance(one, _Known):
                    pairs.append(one)
                elif own is not None:
                    works = choose(one, own)
                    if works is None:
                        return None
                    if works:
                        pairs.append(opened(one.listed, *one.found.part(works), self.today))
                        one.found.check()
        except Unfit:
            self._kept.forget()
            return None
        return ManySession(self._ledgers, pairs, self.today, map(_shown, self._each)).rows if pairs else []

    def _own(self, asked: _Own) -> Iterable[_Own | None]:
        """What each plan calls the offices asked for; None where it has none of them."""
        if not asked.units and not asked.leads:
            return [asked] * len(self._each)
        each = map(_Own, *(self._names.own(offices) for offices in asked))
        return [None if any(a and not b for a, b in zip(asked, own, strict=True)) else own for own in each]

    def _told(self, one: _Known | _Full) -> list[Problem]:
        if isinstance(one, _Known):
            return told_of(one.found, one.listed.ledger.log_shown)
        return one[1].log_problems

    # All of it -----------------------------------------------------------------------------------

    @property
    def is_fallen(self) -> bool:
        """Whether all was read."""
        return "_whole" in self.__dict__

    @cached_property
    def _whole(self) -> ManySession:
        """All of the ledgers that could be read, as they are now."""
        return ManySession(self._ledgers, self._read(), self.today)

    @property
    def many(self) -> ManyPlans:
        """All the plans side by side."""
        return self._whole.many

    @property
    def numbers(self) -> dict[str, PlanIndex | Plan]:
        """Where the numbers of each plan are told, by its short name."""
        return {
            one.listed.name if isinstance(one, _Known) else one[0].name: (
                one.found.index if isinstance(one, _Known) else one[0].plan
            )
            for one in self._each
        }

    def _read(self) -> Iterator[_Full]:
        for one in self._each:
            if isinstance(one, _Known):
                yield opened(one.listed, *one.listed.ledger.read(), self.today)
            else:
                yield one


class _ManyPartArguments(ManyArguments):
    """Reads numbers without the plans, where their indexes know what all of them mean."""

    def __init__(self, session: ManyPartSession) -> None:
        super().__init__(session.today, session.head.year, lambda: session.many)
        self._session = session

    def items(self, typed: Iterable[str], plan: Plan) -> frozenset[str]:
        """The items that numbers and ranges mean, of one plan or of all."""
        from qjtask.cli.index_choice import ids_known

        return self._known(typed, ids_known) or super().items(typed, plan)

    def groups(self, typed: Iterable[str] | None, plan: Plan) -> frozenset[str]:
        """The groups that numbers mean."""
        from qjtask.cli.index_choice import groups_known

        return self._known(typed, groups_known) or super().groups(typed, plan) if typed else frozenset()

    def _known(
        self, typed: Iterable[str], known: Callable[[str, PlanIndex | Plan], Sequence[str] | None]
    ) -> frozenset[str] | None:
        from qjtask.core.plan.many_ids import known_of_many

        if self._session.is_fallen:
            return None
        numbers = self._session.numbers
        return known_of_many(typed, list(numbers), lambda word, name: known(word, numbers[name]))


def _ledger(one: _Known | _Full) -> Ledger:
    return one.listed.ledger if isinstance(one, _Known) else one[1].ledger


def _year_and_rules(one: _Known | _Full) -> tuple[int, Rules]:
    if isinstance(one, _Known):
        head = one.found.index.head
        return head.year, head.rules
    plan = one[0].plan
    return plan.year, plan.rules


def _shown(one: _Known | _Full) -> Sequence[str]:
    return one.found.index.head.shown if isinstance(one, _Known) else unit_names(one[0].plan).shown()

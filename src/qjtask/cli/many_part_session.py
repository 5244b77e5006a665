"""A session of several ledgers for `due`, of each of which only what is shown is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from qjtask.cli.arguments import Arguments
from qjtask.cli.faults import tell
from qjtask.cli.indexes import Indexes, indexes_of
from qjtask.cli.many_session import ManySession, opened, read_each, tell_left
from qjtask.cli.part_session import told_of
from qjtask.cli.session import Session
from qjtask.core.plan.many_plans import NamedPlan
from qjtask.core.plan.plan import Plan, Rules
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.problem import Problem
from qjtask.core.standing.due_asked import NOTHING_UNREAD, DueAsked, Unread
from qjtask.core.standing.row import Row
from qjtask.core.standing.what_to_read import NAMED, Named, counted, due_to_read
from qjtask.storage.indexed_plan import IndexedPlan
from qjtask.storage.plan_index import Unfit

if TYPE_CHECKING:
    import typer

    from qjtask.cli.ledgers import Ledgers, Listed

_Full = tuple[NamedPlan, Session]


class _Known(NamedTuple):
    """A ledger that an index fits."""

    listed: Listed
    found: IndexedPlan


def open_many_parts(ctx: typer.Context, ledgers: Ledgers, today: date) -> Session:
    """The ledgers that can be read, on a day, as `open_many`; an index is made of each that has none."""
    kept = indexes_of([one.ledger for one in ledgers.listed])

    def read(one: Listed) -> _Known | _Full:
        index = kept.of(one.ledger)
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


class ManyPartSession(Session):
    """What `due` asks of all offices is read when it is asked for; for anything else, all is."""

    def __init__(self, ledgers: Ledgers, each: Sequence[_Known | _Full], kept: Indexes, today: date) -> None:
        self.today = today
        self._ledgers = ledgers
        self._each = each
        self._kept = kept

    @property
    def plan(self) -> Plan:  # type: ignore[override] # read only for who asks
        """All the plans as one."""
        return self._whole.plan

    @cached_property
    def rows(self) -> list[Row]:
        """Every item of every plan as it stands today."""
        return self._whole.rows

    def arguments(self) -> Arguments:
        """A reader for the command's other arguments."""
        return Arguments(self.today, self.head.year)

    @cached_property
    def head(self) -> Plan:
        """The year and the rules of the plans; where they differ, the usual ones."""
        years, rules = zip(*map(_year_and_rules, self._each), strict=True)
        return Plan(self._ledgers.title, max(years), (), rules=rules[0] if len(set(rules)) == 1 else Rules())

    @cached_property
    def log_problems(self) -> list[Problem]:
        """The lines of the logs that do not count, and why."""
        return [problem for one in self._each for problem in self._told(one)]

    def due_rows(self, asked: DueAsked) -> tuple[Sequence[Row], Unread]:
        """The rows that `due` has to look at, and the counts of the others."""
        if asked.units or asked.leads:
            return self.rows, NOTHING_UNREAD
        try:
            return self._due_rows(asked)
        except Unfit:
            self._kept.forget()
            return self.rows, NOTHING_UNREAD

    def _due_rows(self, asked: DueAsked) -> tuple[Sequence[Row], Unread]:
        pairs: list[_Full] = []
        unread, most = NOTHING_UNREAD, NAMED
        for one in self._each:
            if not isinstance(one, _Known):
                pairs.append(one)
                continue
            index = one.found.index
            told = counted(asked.until, index.gist, index.head.rhythms, self.today, most)
            if told is not None:
                unread += told
                continue
            to_read = due_to_read(asked, index.outlooks(), self.today, most)
            unread += to_read.unread
            most = Named(*(left - named for left, named in zip(most, to_read.named, strict=True)))
            if to_read.works:
                pairs.append(opened(one.listed, *one.found.part(to_read.works), self.today))
                one.found.check()
        if not pairs:
            return [], unread
        return ManySession(self._ledgers, pairs, self.today, map(_shown, self._each)).rows, unread

    def _told(self, one: _Known | _Full) -> list[Problem]:
        if isinstance(one, _Known):
            return told_of(one.found, one.listed.ledger.log_shown)
        return one[1].log_problems

    @cached_property
    def _whole(self) -> ManySession:
        """All of the ledgers that could be read, as they are now."""
        return ManySession(self._ledgers, self._read(), self.today)

    def _read(self) -> Iterator[_Full]:
        for one in self._each:
            if isinstance(one, _Known):
                yield opened(one.listed, *one.listed.ledger.read(), self.today)
            else:
                yield one


def _year_and_rules(one: _Known | _Full) -> tuple[int, Rules]:
    if isinstance(one, _Known):
        head = one.found.index.head
        return head.year, head.rules
    plan = one[0].plan
    return plan.year, plan.rules


def _shown(one: _Known | _Full) -> Sequence[str]:
    return one.found.index.head.shown if isinstance(one, _Known) else unit_names(one[0].plan).shown()

"""A session of several ledgers, of each of which only what is shown is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from qjtask.cli.arguments import Arguments
from qjtask.cli.indexes import Indexes
from qjtask.cli.known_ledger import (
    Full,
    KnownLedger,
    ledger_of,
    short_name,
    shown_by,
    told_by,
    year_and_rules,
)
from qjtask.cli.ledgers import one_plan_only
from qjtask.cli.many_opening import opened
from qjtask.cli.many_part_arguments import ManyPartArguments
from qjtask.cli.many_part_choice import (
    Choose,
    DueChoice,
    DueOfAllChoice,
    LetterChoice,
    OwnOffices,
    list_choice,
    reports_choice,
)
from qjtask.cli.many_session import ManySession
from qjtask.cli.session import Session
from qjtask.core.plan.plan import Plan, Rules
from qjtask.core.plan.unit_names import UnitNames
from qjtask.core.problem import Problem
from qjtask.core.standing.due_asked import NOTHING_UNREAD, DueAsked, Unread
from qjtask.core.standing.row import Row
from qjtask.storage.index.index_form import Unfit
from qjtask.storage.index.plan_index import PlanIndex

if TYPE_CHECKING:
    from qjtask.cli.ledgers import Ledgers
    from qjtask.cli.many_names import ManyNames
    from qjtask.core.letters.reminder import NotRead
    from qjtask.core.log.history import History
    from qjtask.core.plan.many_plans import ManyPlans
    from qjtask.core.standing.query import Query


class ManyPartSession(Session):
    """What is asked for by rows is read when it is asked for; for anything else, all is."""

    def __init__(
        self, ledgers: Ledgers, each: Sequence[KnownLedger | Full], kept: Indexes, today: date
    ) -> None:
        self.today = today
        self.unread = ledgers.unread
        self._ledgers = ledgers
        self._each = each
        self._kept = kept

    def check_single(self) -> None:
        """Refuse a command that is about one plan."""
        raise one_plan_only(len(self._each), [ledger_of(self._each[0]).shown])

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
    def offices(self) -> list[Session]:
        """Each plan by itself, in order."""
        return self._whole.offices

    @property
    def total(self) -> int:
        """How many works there are."""
        return sum(
            one.found.index.size if isinstance(one, KnownLedger) else one[1].total for one in self._each
        )

    @cached_property
    def sign(self) -> str:
        """No digest is of several logs."""
        return ""

    def arguments(self) -> Arguments:
        """A reader for the command's other arguments."""
        return ManyPartArguments(
            self.today,
            self.head.year,
            lambda: self.many,
            self._ledgers.file,
            lambda: None if self._is_fallen else self._numbers,
        )

    @cached_property
    def head(self) -> Plan:
        """The year and the rules of the plans; where they differ, the usual ones."""
        years, each = zip(*map(year_and_rules, self._each), strict=True)
        rules = each[0] if len(set(each)) == 1 else Rules(accept=any(one.accept for one in each))
        return Plan(self._ledgers.title, max(years), (), rules=rules)

    @cached_property
    def log_problems(self) -> list[Problem]:
        """The lines of the logs that do not count, and why."""
        return [problem for one in self._each for problem in told_by(one)]

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
        from qjtask.cli.many_names import ManyNames  # who asks for no office need not pay

        return ManyNames(self._ledgers, self._each)

    # Rows ----------------------------------------------------------------------------------------

    def due_rows(self, asked: DueAsked) -> tuple[Sequence[Row], Unread]:
        """The rows that `due` has to look at, and the counts of the others."""
        is_of_all = not asked.units and not asked.leads
        choose = (DueOfAllChoice if is_of_all else DueChoice)(asked.until, self.today)
        rows = self._chosen(choose, OwnOffices(asked.units, asked.leads))
        if rows is None:
            return self.rows, NOTHING_UNREAD
        if isinstance(choose, DueOfAllChoice):
            known = (one.found.index for one in self._each if isinstance(one, KnownLedger))
            return rows, choose.unread + choose.silent(self._kept.alike(known))
        return rows, choose.unread

    def list_rows(self, query: Query) -> Sequence[Row]:
        """The rows among which all are that meet the query."""
        rows = self._chosen(list_choice(query, self.today), OwnOffices(query.units, query.leads))
        return self.rows if rows is None else rows

    def report_rows(self, asked: DueAsked) -> Sequence[Row]:
        """The rows among which all are of which a report is owed."""
        choose = reports_choice(asked.until, self.today)
        rows = self._chosen(choose, OwnOffices(asked.units, asked.leads))
        return self.rows if rows is None else rows

    def letter_rows(self, asked: DueAsked) -> tuple[Sequence[Row], NotRead | None]:
        """The rows that a letter names, and what it has to know of the others."""
        from qjtask.core.letters.reminder import NotRead

        choose = LetterChoice(asked.until, self.today)
        rows = self._chosen(choose, OwnOffices(asked.units, asked.leads))
        if rows is None:
            return self.rows, NotRead(self._whole.units.offices(), frozenset())
        return rows, NotRead(self.units.offices(), frozenset(choose.owners))

    def _chosen(self, choose: Choose, asked: OwnOffices) -> Sequence[Row] | None:
        """The rows of the works that are chosen of each plan, by what it calls the offices asked for.

        None where of one plan it cannot be told, or an index turns out not to fit: all are to be read then.
        """
        if self._is_fallen:
            return None
        pairs: list[Full] = []
        try:
            works = self._works(choose, asked)
            if works is None:
                return None
            in_all = sum(map(len, works))
            for one, wanted in zip(self._each, works, strict=True):
                if not isinstance(one, KnownLedger):
                    pairs.append(one)
                elif wanted:
                    pairs.append(opened(one.listed, *one.found.part(wanted, in_all=in_all), self.today))
        except Unfit:
            self._kept.forget()
            return None
        return ManySession(self._ledgers, pairs, self.today, map(shown_by, self._each)).rows if pairs else []

    def _works(self, choose: Choose, asked: OwnOffices) -> list[Sequence[int]] | None:
        """The works chosen of each plan, of one that was read in full none; None where it cannot be told."""
        found: list[Sequence[int]] = []
        for one, own in zip(self._each, self._own(asked), strict=True):
            works = () if own is None or not isinstance(one, KnownLedger) else choose(one, own)
            if works is None:
                return None
            found.append(works)
        return found

    def _own(self, asked: OwnOffices) -> Iterable[OwnOffices | None]:
        """What each plan calls the offices asked for; None where it has none of them."""
        if not asked.units and not asked.leads:
            return [asked] * len(self._each)
        each = map(OwnOffices, *(self._names.own(offices) for offices in asked))
        return [None if any(a and not b for a, b in zip(asked, own, strict=True)) else own for own in each]

    # All of it -----------------------------------------------------------------------------------

    @property
    def _is_fallen(self) -> bool:
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
    def _numbers(self) -> dict[str, PlanIndex | Plan]:
        """Where the numbers of each plan are told, by its short name."""
        return {
            short_name(one): one.found.index if isinstance(one, KnownLedger) else one[0].plan
            for one in self._each
        }

    def _read(self) -> Iterator[Full]:
        for one in self._each:
            if isinstance(one, KnownLedger):
                yield opened(one.listed, *one.listed.ledger.read(), self.today)
            else:
                yield one

"""The names of the offices of several plans, known without their works."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from qjtask.cli.known_ledger import Full, KnownLedger, short_name
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.many_plans import NamedPlan, many_plans
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import PrintedOffices, UnitNames, lead_names, printed_offices, unit_names

if TYPE_CHECKING:
    from qjtask.cli.ledgers import Ledgers


class _NamesOfPlan(NamedTuple):
    """A plan, of which no more need be there than its names of offices, and those that its works print."""

    named: NamedPlan
    printed: PrintedOffices


def _names_of(one: KnownLedger | Full) -> _NamesOfPlan:
    if not isinstance(one, KnownLedger):
        return _NamesOfPlan(one[0], printed_offices(one[0].plan))
    index, said = one.found.index, one.found.index.said_names
    units = {unit: said.units.get(unit, ()) for unit in index.shown}
    plan = Plan("", index.head.year, (), units=units, members=said.members, rules=index.head.rules)
    return _NamesOfPlan(NamedPlan(short_name(one), "", plan), index.printed)


class ManyNames:
    """What the offices of several plans are called where these stand side by side."""

    def __init__(self, ledgers: Ledgers, each: Sequence[KnownLedger | Full]) -> None:
        self._plans = [_names_of(one) for one in each]
        self._many = many_plans([one.named for one in self._plans], ledgers.title, ledgers.shared)
        self._joined = self._many.joined

    @cached_property
    def units(self) -> UnitNames:
        """The names of all offices, in whatever role."""
        return unit_names(self._joined)

    @cached_property
    def leads(self) -> UnitNames:
        """The names of the lead agencies."""
        pairs = zip(self._plans, self._many.here, strict=True)
        printed = (
            here[name]
            for one, here in pairs
            for name in unit_names(one.named.plan, one.printed).canonical(one.printed.leads)
        )
        return lead_names(self._joined, PrintedOffices((), tuple(dict.fromkeys(printed)), (), ()))

    def own(self, offices: Collection[str]) -> Iterable[frozenset[str]]:
        """What each plan calls those of the offices that it has."""
        for here in self._many.here:
            yield frozenset(own for own, name in here.items() if name in offices)

"""The names of the offices of several plans, known without their works."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from qjtask.core.plan.many_plans import NamedPlan, many_plans
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import PrintedOffices, UnitNames, lead_names, printed_offices, unit_names
from qjtask.storage.plan_index import PlanIndex

if TYPE_CHECKING:
    from qjtask.cli.ledgers import Ledgers


class NamesOfPlan(NamedTuple):
    """A plan, of which no more need be there than its names of offices, and those that its works print."""

    named: NamedPlan
    printed: PrintedOffices


def names_of(plan: NamedPlan) -> NamesOfPlan:
    """The names of a plan that is there."""
    return NamesOfPlan(plan, printed_offices(plan.plan))


def names_known(name: str, index: PlanIndex) -> NamesOfPlan:
    """The names of a plan of that short name, as its index knows them."""
    head, said = index.head, index.said_names
    units = {unit: said.units.get(unit, ()) for unit in head.shown}
    plan = Plan("", head.year, (), units=units, members=said.members, rules=head.rules)
    return NamesOfPlan(NamedPlan(name, "", plan), head.printed)


class ManyNames:
    """What the offices of several plans are called where these stand side by side."""

    def __init__(self, ledgers: Ledgers, plans: Sequence[NamesOfPlan]) -> None:
        self._plans = plans
        self._many = many_plans([one.named for one in plans], ledgers.title, ledgers.shared)

    @cached_property
    def units(self) -> UnitNames:
        """The names of all offices, in whatever role."""
        return unit_names(self._many.joined)

    @cached_property
    def leads(self) -> UnitNames:
        """The names of the lead agencies."""
        pairs = zip(self._plans, self._many.here, strict=True)
        printed = (
            here[name]
            for one, here in pairs
            for name in unit_names(one.named.plan, one.printed).canonical(one.printed.leads)
        )
        return lead_names(self._many.joined, PrintedOffices((), tuple(dict.fromkeys(printed)), (), ()))

    def own(self, offices: Collection[str]) -> Iterable[frozenset[str]]:
        """What each plan calls those of the offices that it has."""
        for here in self._many.here:
            yield frozenset(own for own, name in here.items() if name in offices)

"""Who owes a work: the 责任单位, the 牵头单位 or both, by the plan's rule or the item's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from qjtask.core.plan.plan import Item, Owner, Plan, Rules
from qjtask.core.plan.unit_names import UnitNames, unit_names


class Owned(NamedTuple):
    """In which role a work is owed, and the names that are printed there."""

    owner: Owner
    names: tuple[str, ...]


def owned(item: Item, rules: Rules) -> Owned:
    """Who owes an item: those of the kind that is asked for; without any of it, the other."""
    wanted = item.owner or rules.owner
    if wanted is Owner.ALL and item.lead and item.units:
        return Owned(wanted, tuple(dict.fromkeys((*item.lead, *item.units))))
    if item.lead and (wanted is Owner.LEAD or not item.units):
        return Owned(Owner.LEAD, item.lead)
    return Owned(Owner.UNITS, item.units)


def owner_names(plan: Plan, names: UnitNames | None = None) -> list[str]:
    """The offices that owe something, and those declared that the table does not name, in the plan's order.

    A collective name stands for its members.
    """
    names = names or unit_names(plan)
    owing = {office for item in plan.items() for office in names.each(owned(item, plan.rules).names)}
    met = {office for printed in _printed(plan) for office in names.each(printed)}
    declared = set(names.each(tuple(plan.units)))
    return [name for name in names.offices() if name in owing or (name in declared and name not in met)]


def _printed(plan: Plan) -> Iterator[tuple[str, ...]]:
    for item in plan.items():
        yield from (item.lead, item.units, item.support)

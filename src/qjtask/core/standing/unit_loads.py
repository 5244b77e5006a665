"""What each responsible unit has to carry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.standing.row import Row


class UnitLoad(NamedTuple):
    """A unit's items: all, those with its share still open, and the overdue ones among these."""

    name: str
    aliases: tuple[str, ...]
    items: int
    open: int
    overdue: int


def unit_loads(plan: Plan, rows: Sequence[Row]) -> list[UnitLoad]:
    """The load of every unit named in the plan, in its order."""
    loads = {
        name: UnitLoad(name, tuple(plan.units.get(name, ())), 0, 0, 0) for name in unit_names(plan).shown()
    }
    for row in rows:
        still_open = row.open_units
        for unit in row.units:
            load = loads[unit]
            mine = unit in still_open
            loads[unit] = load._replace(
                items=load.items + 1,
                open=load.open + mine,
                overdue=load.overdue + (mine and row.is_overdue),
            )
    return list(loads.values())

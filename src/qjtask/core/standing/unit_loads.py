"""What each responsible unit has to carry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import by_unit
from qjtask.core.standing.words import NOBODY


class UnitLoad(NamedTuple):
    """A unit's items: all, those with its share still open, and the overdue ones among these."""

    name: str
    aliases: tuple[str, ...]
    items: int
    open: int
    overdue: int


def unit_loads(plan: Plan, rows: Sequence[Row]) -> list[UnitLoad]:
    """The load of every unit named in the plan, in its order."""
    found = by_unit(rows, unit_names(plan).shown())
    return [
        UnitLoad(
            name,
            tuple(plan.units.get(name, ())),
            items=len(mine),
            open=sum(share.is_open for share in mine),
            overdue=sum(share.is_open and share.row.is_overdue for share in mine),
        )
        for name, mine in found.items()
        if name != NOBODY
    ]

"""What each office has to carry, and what it leads or supports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import owner_names, unit_names
from qjtask.core.standing.roles import OfficeRole, others
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import by_unit
from qjtask.core.standing.words import NOBODY


class UnitLoad(NamedTuple):
    """An office's items: all that it owes, those with its share still open, the overdue ones among these.

    `leads`, `responsible` and `supports` are what it has that role in and does not owe.
    """

    name: str
    aliases: tuple[str, ...]
    items: int
    open: int
    overdue: int
    leads: int = 0
    responsible: int = 0
    supports: int = 0


def unit_loads(plan: Plan, rows: Sequence[Row]) -> list[UnitLoad]:
    """The load of every office named in the plan: first those that owe something, in its order."""
    names = unit_names(plan)
    found = by_unit(rows, (*owner_names(plan, names), *names.offices()))
    beside = Counter((office, role) for row in rows for office, role in others(row).items())
    return [
        UnitLoad(
            name,
            tuple(plan.units.get(name, ())),
            items=len(mine),
            open=sum(share.is_open for share in mine),
            overdue=sum(share.is_open and share.row.is_overdue for share in mine),
            leads=beside[name, OfficeRole.LEAD],
            responsible=beside[name, OfficeRole.UNITS],
            supports=beside[name, OfficeRole.SUPPORT],
        )
        for name, mine in found.items()
        if name != NOBODY
    ]

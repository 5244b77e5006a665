"""Who owes a work: the 责任单位, the 牵头单位 or both, by the plan's rule or the item's own."""

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Item, Owner, Rules

OWNER_WORDS = {Owner.UNITS: "责任单位", Owner.LEAD: "牵头单位", Owner.ALL: "承办单位"}
"""Those who owe a work, by the role in which they do."""


_UNITS = Owner.UNITS


class Owned(NamedTuple):
    """In which role a work is owed, and the names that are printed there."""

    owner: Owner
    names: tuple[str, ...]


def owned(item: Item, rules: Rules) -> Owned:
    """Who owes an item: those of the kind that is asked for; without any of it, the other."""
    wanted = item.owner or rules.owner
    if wanted is _UNITS and item.units:  # as most are owed
        return Owned(_UNITS, item.units)
    if wanted is Owner.ALL and item.lead and item.units:
        return Owned(wanted, tuple(dict.fromkeys((*item.lead, *item.units))))
    if item.lead and (wanted is Owner.LEAD or not item.units):
        return Owned(Owner.LEAD, item.lead)
    return Owned(Owner.UNITS, item.units)

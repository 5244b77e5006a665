"""A log beside those of other plans: its numbers, also of records, and offices carry their plan's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qjtask.core.log.entry import Entry
from qjtask.core.plan.many_plans import tagged_id
from qjtask.core.plan.unit_names import UnitNames


def tagged_entries(entries: Iterable[Entry], name: str, names: UnitNames) -> Iterator[Entry]:
    """The entries of the plan of that name; `names` are its offices' as they go here."""
    for entry in entries:
        unit = names.canonical((entry.unit,))[0] if entry.unit else None
        yield entry._replace(
            id=tagged_id(name, entry.id),
            item=tagged_id(name, entry.item),
            unit=unit,
            undoes=tagged_id(name, entry.undoes) if entry.undoes else None,
        )

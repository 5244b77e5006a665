"""A log beside those of other plans: its numbers, also of records, and offices carry their plan's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qjtask.core.log.entry import Entry
from qjtask.core.plan.many_plans import tagged_id
from qjtask.core.plan.unit_names import CanonicalNames


def tagged_entries(entries: Iterable[Entry], name: str, names: CanonicalNames) -> Iterator[Entry]:
    """The entries of the plan of that name; `names` are its offices' as they go here."""
    tag = tagged_id(name, "")
    for entry in entries:
        tagged = Entry(f"{tag}{entry.id}", f"{tag}{entry.item}", *entry[2:])  # twice as quick as by name
        if entry.unit is not None or entry.undoes is not None:  # as few say
            unit = names.canonical((entry.unit,))[0] if entry.unit else None
            tagged = tagged._replace(unit=unit, undoes=f"{tag}{entry.undoes}" if entry.undoes else None)
        yield tagged

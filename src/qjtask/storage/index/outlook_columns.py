"""The outlooks of works as an index keeps them: numbers in columns, and the works of each office."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from qjtask.core.log.history import History
from qjtask.core.standing.outlook import Outlook, outlook
from qjtask.core.standing.row import Row
from qjtask.core.standing.what_to_read import (
    BY_OWNER,
    OPEN,
    OWNERS,
    RHYTHM,
    STATUSES,
    UNDATED,
    UNREAD,
    WANTED,
)
from qjtask.core.time.span import Span
from qjtask.storage.index.index_form import INT, ROLES, Arrays, Offices

OUTLOOK = ("next_due", "printed", "since", "share_since", "latest", "kind", "standing")


def outlooks_of(rows: Sequence[Row], past: History) -> list[Outlook]:
    """The outlook of each row."""
    days = ((entry.on for entry in past.by_item.get(row.item.id, ())) for row in rows)
    return [outlook(row, max(each, default=None)) for row, each in zip(rows, days, strict=True)]


def outlook_columns(outlooks: Sequence[Outlook], rhythms: Sequence[Span]) -> Arrays:
    """The fields of the outlooks, a column for each."""
    return {
        name: array(INT, values)
        for name, values in zip(
            OUTLOOK, zip(*(outlook_numbers(one, rhythms) for one in outlooks), strict=True), strict=True
        )
    }


def outlook_numbers(one: Outlook, rhythms: Sequence[Span]) -> tuple[int, ...]:
    """The fields of an outlook as they are kept: the days, its kind and its standing."""
    flags = OPEN * one.is_open + WANTED * one.is_wanted + UNREAD * one.is_unread + UNDATED * one.is_undated
    days = (one.next_due, one.printed, one.since, one.share_since, one.latest)
    return (
        *(day.toordinal() if day else 0 for day in days),
        flags + RHYTHM * rhythms.index(one.rhythm),
        STATUSES.index(one.status) + BY_OWNER * OWNERS.index(one.owner),
    )


def offices_of(outlooks: Sequence[Outlook]) -> Offices:
    """The works of each office, by its role in them."""
    found: dict[str, dict[str, list[int]]] = {role: {} for role in ROLES}
    for work, one in enumerate(outlooks):
        for role, names in zip(ROLES, (one.owners, one.leads, one.others, one.finished), strict=True):
            for name in names:
                found[role].setdefault(name, []).append(work)
    return found

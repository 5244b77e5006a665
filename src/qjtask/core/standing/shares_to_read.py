"""Which works of many have to be read for a letter, and for who owes a report."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Owner
from qjtask.core.standing.due_asked import DueAsked
from qjtask.core.standing.what_to_read import (
    BY_OWNER,
    OPEN,
    OWNERS,
    RHYTHM,
    UNREAD,
    WANTED,
    Outlooks,
    unfinished,
    works_of,
)


class LetterToRead(NamedTuple):
    """The works to read, in order, and in which roles the others are owed that are open."""

    works: list[int]
    owners: frozenset[Owner]


def reports_to_read(asked: DueAsked, found: Outlooks, today: date) -> list[int]:
    """The works of which one of the units, anybody where none is asked for, may owe a report on that day."""
    now, before = today.toordinal(), _before(found, today)
    return [
        place
        for place in _owed(asked.units, asked.leads, found)
        if found.latest[place] > now or _is_silent(place, found, before)
    ]


def letter_to_read(asked: DueAsked, found: Outlooks, today: date) -> LetterToRead:
    """The works that a letter of that day names which reaches as far as is asked."""
    now, before = today.toordinal(), _before(found, today)
    last = max(asked.until.toordinal(), now)
    to_do = unfinished(asked.units, found)
    works, standing = [], set()
    for place in _owed(asked.units, asked.leads, found):
        kind = found.kind[place]
        if found.latest[place] > now:
            works.append(place)
        elif place in to_do and kind & OPEN if asked.units else kind & WANTED:
            if 0 < found.next_due[place] <= last or kind & UNREAD or _is_silent(place, found, before):
                works.append(place)
            else:
                standing.add(found.standing[place])
    return LetterToRead(works, frozenset(OWNERS[one // BY_OWNER] for one in standing))


def _owed(units: Collection[str], leads: Collection[str], found: Outlooks) -> Iterable[int]:
    """The works, in order, that one of the units owes, and that one of the leads leads."""
    if not units and not leads:
        return range(len(found.kind))
    owed, led = works_of(units, found.owners), works_of(leads, found.leads)
    return sorted(owed & led if units and leads else owed | led)


def _before(found: Outlooks, today: date) -> list[int]:
    """By each rhythm the day before which the latest report is too old."""
    return [span.before(today).toordinal() for span in found.rhythms]


def _is_silent(place: int, found: Outlooks, before: list[int]) -> bool:
    return 0 < found.share_since[place] < before[found.kind[place] // RHYTHM]

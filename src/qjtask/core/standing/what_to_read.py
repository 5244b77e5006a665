"""Which works of many have to be read for what is asked, and what is counted of those that need not be.

Works are known by their places in the plan, days by their ordinals: an index holds plain numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from qjtask.core.standing.query import Query
from qjtask.core.time.span import Span

OPEN, WANTED, UNREAD, RHYTHM = 1, 2, 4, 8
"""What an outlook's `kind` is made of: three flags, and above them the number of its rhythm."""


class Outlooks(NamedTuple):
    """The outlooks of a plan's works, field by field, in the plan's order; 0 stands for no day.

    By the names of single offices: the works that each owes, leads, has another role in, and has finished
    its share of.
    """

    next_due: Sequence[int]
    printed: Sequence[int]
    since: Sequence[int]
    latest: Sequence[int]
    kind: Sequence[int]
    rhythms: Sequence[Span]
    owners: Mapping[str, Sequence[int]]
    leads: Mapping[str, Sequence[int]]
    others: Mapping[str, Sequence[int]]
    finished: Mapping[str, Sequence[int]]


class DueAsked(NamedTuple):
    """What `due` is asked: up to which day, and whose; `units` in any role, `leads` those that lead."""

    until: date
    units: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()


class Unread(NamedTuple):
    """What is counted of the works that were not read.

    They are `undated`, or `silent` for the `longest` number of days at most; `is_open` says whether one is
    open. Nothing is overdue among them, put off, or not understood.
    """

    undated: int = 0
    silent: int = 0
    longest: int = 0
    is_open: bool = False


NOTHING_UNREAD = Unread()


def due_to_read(asked: DueAsked, found: Outlooks, today: date) -> tuple[list[int], Unread]:
    """The works that `due` shows or must look at on that day, in order, and the counts of the others."""
    now, last = today.toordinal(), max(asked.until, today).toordinal()
    before = [span.before(today).toordinal() for span in found.rhythms]
    wanted = _wanted(asked, found)
    to_read: list[int] = []
    undated = silent = 0
    oldest, is_open = now, False
    columns = (found.next_due, found.printed, found.since, found.latest, found.kind)
    for place, due, printed, since, latest, kind in _lines(columns, asked, found):
        if latest > now:
            to_read.append(place)
        elif not (kind & WANTED if wanted is None else place in wanted):
            continue
        elif kind & UNREAD or 0 < due <= last or 0 < printed < now:
            to_read.append(place)
        else:
            is_open = True
            undated += not due
            if since < before[kind // RHYTHM]:
                silent += 1
                oldest = min(oldest, since)
    return to_read, Unread(undated, silent, now - oldest, is_open)


def list_to_read(query: Query, found: Outlooks) -> list[int] | None:
    """The works among which all are that meet the query's offices; None where it names none."""
    if not query.units and not query.leads:
        return None
    return sorted(_concerned(query.units, query.leads, found))


def _lines(columns: tuple[Sequence[int], ...], asked: DueAsked, found: Outlooks) -> Iterable[tuple[int, ...]]:
    """The works that concern the offices asked for, each with its place before its fields."""
    if not asked.units and not asked.leads:
        return zip(range(len(found.kind)), *columns, strict=True)
    places = sorted(_concerned(asked.units, asked.leads, found))
    return ((place, *(column[place] for column in columns)) for place in places)


def _concerned(units: Collection[str], leads: Collection[str], found: Outlooks) -> set[int]:
    """The works in which one of the units has a role, and that one of the leads leads."""
    led = _of(leads, found.leads)
    if not units:
        return led
    concerned = _of(units, found.owners) | _of(units, found.others)
    return concerned & led if leads else concerned


def _wanted(asked: DueAsked, found: Outlooks) -> set[int] | None:
    """The works of which something is wanted of the units, or that are open and they do not owe.

    None where no units are named.
    """
    if not asked.units:
        return None
    owned = _of(asked.units, found.owners)
    to_do = {
        place
        for unit in asked.units
        for place in {*found.owners.get(unit, ())} - {*found.finished.get(unit, ())}
    }
    to_do |= _of(asked.units, found.others) - owned
    return {place for place in to_do if found.kind[place] & OPEN}


def _of(offices: Collection[str], places: Mapping[str, Sequence[int]]) -> set[int]:
    return {place for office in offices for place in places.get(office, ())}

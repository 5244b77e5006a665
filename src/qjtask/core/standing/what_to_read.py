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


MOST_NAMED = 10
"""How many works are named of those that are only counted."""


class Named(NamedTuple):
    """How many works are named that are put off, and of those whose deadline is unclear."""

    put_off: int = MOST_NAMED
    unclear: int = MOST_NAMED


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
    """What is counted of the works that were not read. None is overdue.

    They are `put_off` past a printed day that is gone, `unclear` as to their deadline (the first MOST_NAMED
    of both were read), `undated`, or `silent` for the `longest` number of days at most; `is_open` says
    whether one is open.
    """

    put_off: int = 0
    unclear: int = 0
    undated: int = 0
    silent: int = 0
    longest: int = 0
    is_open: bool = False

    def __add__(self, other: object) -> Unread:
        """Both counted together."""
        if not isinstance(other, Unread):
            return NotImplemented
        return Unread(
            put_off=self.put_off + other.put_off,
            unclear=self.unclear + other.unclear,
            undated=self.undated + other.undated,
            silent=self.silent + other.silent,
            longest=max(self.longest, other.longest),
            is_open=self.is_open or other.is_open,
        )


class ToRead(NamedTuple):
    """The works to read, in order, how many of them to be `named` alone, and the counts of the others."""

    works: list[int]
    named: Named
    unread: Unread


_Line = tuple[int, ...]
"""A work's place, and its fields of Outlooks up to its kind."""

NOTHING_UNREAD = Unread()
NAMED = Named()


def due_to_read(asked: DueAsked, found: Outlooks, today: date, most: Named = NAMED) -> ToRead:
    """The works that `due` shows or must look at on that day, and the counts of the others."""
    now, last = today.toordinal(), max(asked.until, today).toordinal()
    before = [span.before(today).toordinal() for span in found.rhythms]
    wanted = _wanted(asked, found)
    works: list[int] = []
    odd: list[_Line] = []
    undated = silent = 0
    oldest, is_open = now, False
    for line in _lines(asked, found):
        place, due, printed, since, latest, kind = line
        if latest > now:
            works.append(place)
        elif not (kind & WANTED if wanted is None else place in wanted):
            continue
        elif 0 < due <= last:
            works.append(place)
        elif kind & UNREAD or 0 < printed < now:
            odd.append(line)
        else:
            is_open = True
            undated += not due
            if since < before[kind // RHYTHM]:
                silent += 1
                oldest = min(oldest, since)
    named = _named(odd, now, before, most)
    usual = Unread(undated=undated, silent=silent, longest=now - oldest, is_open=is_open)
    return ToRead(sorted((*works, *named.works)), named.named, usual + named.unread)


def _named(odd: Sequence[_Line], now: int, before: Sequence[int], most: Named) -> ToRead:
    """Of the works that are put off or unclear those to be named, and the counts of the others."""
    put_off, unclear = _put_off(odd, now)[: most.put_off], _unclear(odd)[: most.unclear]
    named = {*put_off, *unclear}
    others = [line for line in odd if line[0] not in named]
    silences = [since for _, _, _, since, _, kind in others if since < before[kind // RHYTHM]]
    unread = Unread(
        put_off=len(_put_off(others, now)),
        unclear=len(_unclear(others)),
        undated=sum(not due and not kind & UNREAD for _, due, _, _, _, kind in others),
        silent=len(silences),
        longest=now - min(silences, default=now),
        is_open=bool(others),
    )
    return ToRead([*named], Named(len(put_off), len(unclear)), unread)


def _put_off(lines: Sequence[_Line], now: int) -> list[int]:
    return [place for place, _, printed, _, _, _ in lines if 0 < printed < now]


def _unclear(lines: Sequence[_Line]) -> list[int]:
    return [place for place, _, _, _, _, kind in lines if kind & UNREAD]


def list_to_read(query: Query, found: Outlooks) -> list[int] | None:
    """The works among which all are that meet the query's offices; None where it names none."""
    if not query.units and not query.leads:
        return None
    return sorted(_concerned(query.units, query.leads, found))


def _lines(asked: DueAsked, found: Outlooks) -> Iterable[_Line]:
    """The works that concern the offices asked for, each with its place before its fields."""
    columns = (found.next_due, found.printed, found.since, found.latest, found.kind)
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

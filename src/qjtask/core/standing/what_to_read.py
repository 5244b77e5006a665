"""Which works of many have to be read for what is asked, and what is counted of those that need not be.

Works are known by their places in the plan, days by their ordinals: an index holds plain numbers.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from qjtask.core.log.fold import Status
from qjtask.core.plan.plan import Owner
from qjtask.core.standing.due_asked import MOST_NAMED, DueAsked, Unread
from qjtask.core.time.span import Span

OPEN, WANTED, UNREAD, UNDATED, RHYTHM = 1, 2, 4, 8, 16
"""What an outlook's `kind` is made of: four flags, and above them the number of its rhythm."""

STATUSES, OWNERS = tuple(Status), tuple(Owner)
BY_OWNER = len(STATUSES)
"""An outlook's `standing` is the number of its status, and BY_OWNER times that of its owner's role."""


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
    share_since: Sequence[int]
    latest: Sequence[int]
    kind: Sequence[int]
    standing: Sequence[int]
    rhythms: Sequence[Span]
    owners: Mapping[str, Sequence[int]]
    leads: Mapping[str, Sequence[int]]
    others: Mapping[str, Sequence[int]]
    finished: Mapping[str, Sequence[int]]


class ToRead(NamedTuple):
    """The works to read, in order, how many of them to be `named` alone, and the counts of the others."""

    works: list[int]
    named: Named
    unread: Unread


NAMED = Named()


def due_to_read(asked: DueAsked, found: Outlooks, today: date, most: Named = NAMED) -> ToRead:
    """The works that `due` shows or must look at on that day, and the counts of the others."""
    now, last = today.toordinal(), max(asked.until, today).toordinal()
    places, seen = _seen_by(asked, found)
    kinds = seen.kind
    read = {place for place, day in enumerate(seen.latest) if day > now}
    read |= {place for place, day in enumerate(seen.next_due) if 0 < day <= last and kinds[place] & WANTED}
    put_off = _wanted_of((place for place, day in enumerate(seen.printed) if 0 < day < now), kinds, read)
    unclear = _wanted_of((place for place, kind in enumerate(kinds) if kind & UNREAD), kinds, read)
    named = Named(min(len(put_off), most.put_off), min(len(unclear), most.unclear))
    read |= {*put_off[: named.put_off], *unclear[: named.unclear]}
    unread = Unread(
        put_off=sum(place not in read for place in put_off),
        unclear=sum(place not in read for place in unclear),
    )
    return ToRead([places[place] for place in sorted(read)], named, unread + _others(seen, read, today))


def _wanted_of(places: Iterable[int], kinds: Sequence[int], read: Collection[int]) -> list[int]:
    return [place for place in places if kinds[place] & WANTED and place not in read]


class Gist(NamedTuple):
    """What of the outlooks together tells whether any of the works is to be read.

    The nearest day and printed day of one that is wanted, the latest day of any, how many deadlines are
    `unclear`; and the wanted works counted, those together whose silence counts from one day and that are of
    one kind.
    """

    next_due: int
    printed: int
    latest: int
    unclear: int
    alike: Sequence[Sequence[int]]


def gist_of(
    next_due: Sequence[int],
    printed: Sequence[int],
    since: Sequence[int],
    latest: Sequence[int],
    kind: Sequence[int],
) -> Gist:
    """The gist of the outlooks with these fields."""
    never = date.max.toordinal() + 1
    alike = Counter((day, one) for day, one in zip(since, kind, strict=True) if one & WANTED)
    return Gist(
        min((day for day, one in zip(next_due, kind, strict=True) if day and one & WANTED), default=never),
        min((day for day, one in zip(printed, kind, strict=True) if day and one & WANTED), default=never),
        max(latest, default=0),
        sum(works for (_, one), works in alike.items() if one & UNREAD),
        [(day, one, works) for (day, one), works in alike.items()],
    )


def counted(until: date, gist: Gist, rhythms: Sequence[Span], today: date, most: Named) -> Unread | None:
    """What `due` of all offices counts where no work is to be read for it; None where one is."""
    now, last = today.toordinal(), max(until, today).toordinal()
    if gist.latest > now or gist.next_due <= last or gist.printed < now or (gist.unclear and most.unclear):
        return None
    return _counted(gist.alike, rhythms, today) + Unread(unclear=gist.unclear)


def _others(seen: Outlooks, read: Iterable[int], today: date) -> Unread:
    """What is counted of the works that are not read."""
    alike = Counter(zip(seen.since, seen.kind, strict=True))
    alike.subtract((seen.since[place], seen.kind[place]) for place in read)
    left = [(since, kind, works) for (since, kind), works in alike.items() if works and kind & WANTED]
    return _counted(left, seen.rhythms, today)


def _counted(left: Sequence[Sequence[int]], rhythms: Sequence[Span], today: date) -> Unread:
    before = [span.before(today).toordinal() for span in rhythms]
    silent = [(since, works) for since, kind, works in left if since < before[kind // RHYTHM]]
    now = today.toordinal()
    return Unread(
        undated=sum(works for _, kind, works in left if kind & UNDATED),
        silent=sum(works for _, works in silent),
        longest=now - min((since for since, _ in silent), default=now),
        is_open=bool(left),
    )


def _seen_by(asked: DueAsked, found: Outlooks) -> tuple[Sequence[int], Outlooks]:
    """The works that concern the offices asked for, and their outlooks: WANTED is what is wanted of these."""
    if not asked.units and not asked.leads:
        return range(len(found.kind)), found
    places = sorted(concerned(asked.units, asked.leads, found))
    kinds = [found.kind[place] for place in places]
    if asked.units:
        wanted = _wanted(asked.units, found)
        kinds = [
            kind & ~WANTED | WANTED * (place in wanted) for place, kind in zip(places, kinds, strict=True)
        ]
    return places, found._replace(
        next_due=[found.next_due[place] for place in places],
        printed=[found.printed[place] for place in places],
        since=[found.since[place] for place in places],
        latest=[found.latest[place] for place in places],
        kind=kinds,
    )


def concerned(units: Collection[str], leads: Collection[str], found: Outlooks) -> set[int]:
    """The works in which one of the units has a role, and that one of the leads leads."""
    led = works_of(leads, found.leads)
    if not units:
        return led
    theirs = works_of(units, found.owners) | works_of(units, found.others)
    return theirs & led if leads else theirs


def _wanted(units: Collection[str], found: Outlooks) -> set[int]:
    """The works of which something is wanted of the units, or that are open and they do not owe."""
    to_do = unfinished(units, found)
    to_do |= works_of(units, found.others) - works_of(units, found.owners)
    return {place for place in to_do if found.kind[place] & OPEN}


def unfinished(units: Iterable[str], found: Outlooks) -> set[int]:
    """The works that one of the units owes and has not finished its share of, open or not."""
    return {
        place for unit in units for place in {*found.owners.get(unit, ())} - {*found.finished.get(unit, ())}
    }


def works_of(offices: Collection[str], places: Mapping[str, Sequence[int]]) -> set[int]:
    """The works in which one of the offices has the role that `places` are of."""
    return {place for office in offices for place in places.get(office, ())}

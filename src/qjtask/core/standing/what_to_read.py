"""Which works of many have to be read for what is asked, and what is counted of those that need not be.

Works are known by their places in the plan, days by their ordinals: an index holds plain numbers.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from qjtask.core.log.fold import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Owner
from qjtask.core.standing.due_asked import MOST_NAMED, DueAsked, Unread
from qjtask.core.time.span import Span

OPEN, WANTED, UNREAD, UNDATED, RHYTHM = 1, 2, 4, 8, 16
"""What an outlook's `kind` is made of: four flags, and above them the number of its rhythm."""

STATUSES, OWNERS = tuple(Status), tuple(Owner)
NEVER = date.max.toordinal() + 1
"""The nearest day of works that have none."""

BY_OWNER = len(STATUSES)
"""An outlook's `standing` is the number of its status, and BY_OWNER times that of its owner's role."""


class Named(NamedTuple):
    """How many works are named that are put off, and of those whose deadline is unclear."""

    put_off: int = MOST_NAMED
    unclear: int = MOST_NAMED


class Gist(NamedTuple):
    """What of the outlooks together tells whether any of the works is to be read.

    The nearest day and printed day of one that is wanted, the latest day of any, and how many deadlines are
    `unclear`.
    """

    next_due: int
    printed: int
    latest: int
    unclear: int


class Outlooks(NamedTuple):
    """The outlooks of a plan's works, field by field, in the plan's order; 0 stands for no day.

    By the names of single offices: the works that each owes, leads, has another role in, and has finished
    its share of. Of the wanted works, those with a day `by_due`, those with a printed one `by_printed`, each
    the nearest first, and those whose deadline is `unclear`; of all of them `alike`, counted: three numbers
    for those together whose silence counts from one day and that are of one kind, the day, the kind and how
    many. And the gist of all.
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
    by_due: Sequence[int]
    by_printed: Sequence[int]
    unclear: Sequence[int]
    alike: Sequence[int]
    gist: Gist


Alike = dict[tuple[int, int], int]
"""How many wanted works there are whose silence counts from one day and that are of one kind."""


def alike_in(numbers: Iterable[int]) -> Alike:
    """Those that three numbers each stand for."""
    one = iter(numbers)
    return {(since, kind): works for since, kind, works in zip(one, one, one, strict=True)}


class ToRead(NamedTuple):
    """The works to read, in order, how many of them to be `named` alone, and the counts of the others."""

    works: list[int]
    named: Named
    unread: Unread


NAMED = Named()


class _Seen(NamedTuple):
    """Of the works that concern the offices asked for, which have to be looked at first, and their kinds.

    They are `changed` later than on that day; and of those of which something is wanted, the `due` ones,
    those `late` as printed, and those whose deadline is `unclear`.
    """

    kinds: Mapping[int, int] | Sequence[int]
    changed: Iterable[int]
    due: Iterable[int]
    late: Iterable[int]
    unclear: Iterable[int]


def due_to_read(asked: DueAsked, found: Outlooks, today: date, most: Named = NAMED) -> ToRead:
    """The works that `due` shows or must look at on that day, and the counts of the others."""
    now, last = today.toordinal(), max(asked.until, today).toordinal()
    is_of_all = not asked.units and not asked.leads
    seen = _of_all(found, now, last) if is_of_all else _of_offices(asked, found, now, last)
    to_read = _to_read(seen, most)
    alike = alike_in(found.alike) if is_of_all else _alike(seen.kinds, seen.kinds, found)
    for one, works in _alike(to_read.works, seen.kinds, found).items():
        alike[one] -= works
    return to_read._replace(unread=to_read.unread + counted(alike, found.rhythms, today))


def due_of_many(until: date, found: Outlooks, today: date, most: Named) -> ToRead:
    """The same of one of many plans, for all offices, but that silence is not counted."""
    now, last = today.toordinal(), max(until, today).toordinal()
    return _to_read(_of_all(found, now, last), most)


def _alike(places: Iterable[int], kinds: Mapping[int, int] | Sequence[int], found: Outlooks) -> Alike:
    """Those of some works of which something is wanted, counted."""
    return Counter((found.since[place], kinds[place]) for place in places if kinds[place] & WANTED)


def _to_read(seen: _Seen, most: Named) -> ToRead:
    """The works to read of those that are seen; silence is not counted."""
    read = {*seen.changed, *seen.due}
    put_off = sorted(place for place in seen.late if place not in read)
    unclear = [place for place in seen.unclear if place not in read]
    named = Named(min(len(put_off), most.put_off), min(len(unclear), most.unclear))
    read |= {*put_off[: named.put_off], *unclear[: named.unclear]}
    unread = Unread(
        put_off=sum(place not in read for place in put_off),
        unclear=sum(place not in read for place in unclear),
    )
    return ToRead(sorted(read), named, unread)


def _of_all(found: Outlooks, now: int, last: int) -> _Seen:
    """What is seen of all works; most are not looked at."""
    changed = (place for place, day in enumerate(found.latest) if day > now)
    return _Seen(
        found.kind,
        changed if found.gist.latest > now else (),
        found.by_due[: bisect_left(found.by_due, last + 1, key=found.next_due.__getitem__)],
        found.by_printed[: bisect_left(found.by_printed, now, key=found.printed.__getitem__)],
        found.unclear,
    )


def is_any_to_read(until: date, gist: Gist, today: date, most: Named) -> bool:
    """Whether any work is to be read for `due` of all offices."""
    now, last = today.toordinal(), max(until, today).toordinal()
    named = gist.unclear and most.unclear
    return gist.latest > now or gist.next_due <= last or gist.printed < now or named > 0


def counted(alike: Alike, rhythms: Sequence[Span], today: date) -> Unread:
    """What `due` counts of works that are not read: those without a date, and those that are silent."""
    before = [span.before(today).toordinal() for span in rhythms]
    left = [(since, kind, works) for (since, kind), works in alike.items() if works]
    silent = [(since, works) for since, kind, works in left if since < before[kind // RHYTHM]]
    now = today.toordinal()
    return Unread(
        undated=sum(works for _, kind, works in left if kind & UNDATED),
        silent=sum(works for _, works in silent),
        longest=now - min((since for since, _ in silent), default=now),
        is_open=bool(left),
    )


def _of_offices(asked: DueAsked, found: Outlooks, now: int, last: int) -> _Seen:
    """What is seen of the works that concern offices; WANTED is what is wanted of these."""
    places = sorted(concerned(asked.units, asked.leads, found))
    kinds = {place: found.kind[place] for place in places}
    if asked.units:
        wanted = _wanted(asked.units, found)
        kinds = {place: kind & ~WANTED | WANTED * (place in wanted) for place, kind in kinds.items()}
    to_do = [place for place in places if kinds[place] & WANTED]
    return _Seen(
        kinds,
        (place for place in places if found.latest[place] > now),
        (place for place in to_do if 0 < found.next_due[place] <= last),
        (place for place in to_do if 0 < found.printed[place] < now),
        (place for place in to_do if kinds[place] & UNREAD),
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

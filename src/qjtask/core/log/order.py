"""The two orders of a log: that of writing, in which marks build on each other, and that of the days.

`written` decides what an item's entries add up to; `happened` what is the latest of something reported.
Both are made of the entries alone, so copies of a log agree whatever the order of their lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from operator import attrgetter

from qjtask.core.log.entry import Entry

written: Callable[[Entry], tuple[datetime, str]] = attrgetter("at", "id")
"""When an entry was written; of two in one moment, which exist only in merged copies, by their ids."""

happened: Callable[[Entry], tuple[date, datetime, str]] = attrgetter("on", "at", "id")
"""The day on which it happened; of one day's entries, when each was written."""

_STEP = timedelta(microseconds=1)


def latest(entries: Iterable[Entry]) -> Entry | None:
    """The entry that happened last, whenever it was written; None of none."""
    found = list(entries)
    return max(found, key=happened) if len(found) > 1 else next(iter(found), None)


def moment_after(entries: Iterable[Entry], now: datetime) -> datetime:
    """The time at which a new entry is written: `now`, but always after those that the log holds.

    A clock that was set back must not put a report before, or beside, the one it follows.
    """
    last = max((entry.at for entry in entries), default=None)
    return now if last is None or now > last else _next(last)


def batched(entries: Sequence[Entry], batch: str) -> list[Entry]:
    """The entries of one command as they are to be written: several share the `batch`, one needs none."""
    return rising(entry._replace(batch=batch if len(entries) > 1 else None) for entry in entries)


def rising(entries: Iterable[Entry]) -> list[Entry]:
    """Entries that are written together, each a moment after the one before it: their order is meant."""
    made: list[Entry] = []
    for entry in entries:
        at = entry.at if not made or entry.at > made[-1].at else _next(made[-1].at)
        made.append(entry._replace(at=at))
    return made


def _next(moment: datetime) -> datetime:
    try:
        return moment + _STEP
    except OverflowError:  # a hand wrote the calendar's last moment: the ids decide
        return moment

"""The periods of recurring work, known by their due dates: which there are, which one a report settles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache

from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.ids import milestone_number
from qjtask.core.time.deadline import Recurrence

Periods = tuple[date, ...]
"""Due dates, earliest first. A period reaches from the day after the one before to its own."""

_YEAR = 365
"""Days: the length of a period that is the only one of its year."""


@lru_cache(maxsize=1024)
def occurrences(recurrence: Recurrence | None, year: int, issued: date | None) -> Periods:
    """The due dates of recurring work in the plan's year; `issued` is the day on which it was first issued.

    The first period is the first of which at least half lies after that day: a notice of 26 March does
    not ask for a quarter's report on the 31st. What is left of the year is asked for at least once.
    """
    days = recurrence.dates(year) if recurrence else ()
    if recurrence is None or issued is None or issued.year < year:
        return days
    for number, by in enumerate(days):
        if by > issued and 2 * (by - issued).days >= _length(recurrence, year, number):
            return days[number:]
    return tuple(day for day in days[-1:] if day >= issued)


def _length(recurrence: Recurrence, year: int, number: int) -> int:
    """Days between due dates; 次月10日前 has none before its first, and is measured by the one after."""
    days = recurrence.dates(year)
    before = days[number - 1 : number] or recurrence.dates(year - 1)[-1:]
    after = days[number + 1 : number + 2] or recurrence.dates(year + 1)[:1]
    return min((abs(other - days[number]).days for other in (*before, *after)), default=0)


def periods_told(
    recurrence: Recurrence | None, year: int, issued: date | None, entries: Iterable[Entry]
) -> Periods:
    """The due dates that plan and log know of.

    Of a notice issued again by hand, whose first issue nobody wrote down, the log still tells that the
    work ran before: its periods begin with the earliest that a report settled.
    """
    if recurrence is None:
        return ()
    periods = occurrences(recurrence, year, issued)
    first = periods[0] if periods else date.max
    dones = [entry for entry in entries if entry.do is Do.DONE and milestone_number(entry.item) is None]
    early = [entry.period for entry in dones if entry.period and entry.period < first]
    early += [entry.on for entry in dones if not entry.period and issued and entry.on < issued]
    days = recurrence.dates(year)
    return days[min(bisect_left(days, min(early)), len(days) - len(periods)) :] if early else periods


def period_of(periods: Periods, day: date) -> date | None:
    """The due date of the period that a day, once a due date, means.

    It is not among them where the plan's wording was changed (每月5日 to 每月10日): then it means the
    nearest, unless that is more than half a period away.
    """
    if day in periods:  # as nearly always
        return day
    by = min(periods, key=lambda one: abs(one - day), default=None)
    return by if by and 2 * abs(by - day).days <= _gap(periods, by) else None


def _gap(periods: Periods, by: date) -> int:
    """Days between a due date and the one before it, or after it where it is the first."""
    at = bisect_left(periods, by)
    other = periods[at - 1 : at] or periods[1:2]
    return abs(by - other[0]).days if other else _YEAR


def next_period(periods: Periods, settled: Collection[date]) -> date | None:
    """The due date of the earliest period that is still open."""
    for by in periods:
        if by not in settled:
            return by
    return None


def has_begun(periods: Periods, by: date, on: date) -> bool:
    """Whether a period can be settled on that day: it begins after the due date before it."""
    at = bisect_left(periods, by)
    return at == 0 or periods[at - 1] < on

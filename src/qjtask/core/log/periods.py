"""The periods of recurring work: their due dates, and which of them is open."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from qjtask.core.time.deadline import Recurrence


@lru_cache(maxsize=1024)
def occurrences(recurrence: Recurrence | None, year: int, issued: date | None) -> tuple[date, ...]:
    """The due dates of a recurring item: those of the plan's year, from the notice's date on."""
    if recurrence is None:
        return ()
    return tuple(day for day in recurrence.dates(year) if issued is None or day >= issued)


def next_period(periods: tuple[date, ...], closed: int) -> date | None:
    """The due date of the earliest period that is still open."""
    return periods[closed] if closed < len(periods) else None


def period_has_begun(periods: tuple[date, ...], closed: int, on: date) -> bool:
    """Whether the open period can be closed on that day: it begins after the previous due date."""
    return closed < len(periods) and (closed == 0 or periods[closed - 1] < on)

"""Working days by the national holiday calendar, make-up working weekends included."""

from __future__ import annotations

from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5


def is_workday(day: date) -> bool:
    """Whether offices work on `day`: Monday to Friday where the holidays are not announced."""
    announced = _announced(day)
    return _is_weekday(day) if announced is None else announced


def add_workdays(start: date, n: int) -> tuple[date, bool]:
    """The `n`-th working day after `start`, and whether the calendar was known all the way.

    `start` itself is not counted, as the civil code (第二百零一条) counts a term given in days.
    """
    if n < 0:
        message = f"cannot count {n} working days"
        raise ValueError(message)
    day, known = start, True
    while n:
        day += _DAY
        announced = _announced(day)
        known = known and announced is not None
        n -= _is_weekday(day) if announced is None else announced
    return day, known


def _announced(day: date) -> bool | None:
    """What the calendar says of `day`; None for a year that it does not know."""
    from chinese_calendar import (
        is_workday as look_up,  # 6 ms, and few plans count working days
    )

    try:
        return bool(look_up(day))
    except NotImplementedError:
        return None


def _is_weekday(day: date) -> bool:
    return day.weekday() < _SATURDAY

"""Working days by the national holiday calendar, make-up working weekends included."""

from datetime import date, timedelta

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.time.span import Span

_DAY = timedelta(days=1)
_SATURDAY = 5


class Calendar(NamedTuple):
    """The national calendar, overruled on the days that an office names: `off`, or worked (`on`)."""

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Whether the office works on `day`: Monday to Friday where the holidays are not announced."""
        if day in self.on or day in self.off:
            return day in self.on
        announced = _announced(day)
        return _is_weekday(day) if announced is None else announced

    def is_known(self, day: date) -> bool:
        """Whether the holidays of the day's year are announced, or the office's own days name one of them."""
        return _announced(day) is not None or any(off.year == day.year for off in self.off)

    def last_until(self, day: date) -> date:
        """The last working day up to `day`, `day` itself included."""
        while not self.is_workday(day):
            day -= _DAY
        return day

    def first_after(self, day: date) -> date:
        """The first working day after `day`; saturates at the calendar's end."""
        while day < date.max:
            day += _DAY
            if self.is_workday(day):
                break
        return day

    def after(self, day: date, n: int) -> date:
        """The `n`-th working day after `day`, which is not counted itself."""
        for _ in range(n):
            day = self.first_after(day)
        return day

    def reach(self, today: date, within: Span) -> date:
        """`within` of `today`, a working day, and as often again as the day it ends on is off.

        So whether a letter is asked for every day, on the first working day of a week, or on Mondays
        alone and lost to a holiday, the next one comes no later than the day that this one ends on.
        """
        until = within.after(today)
        while not self.is_workday(until) and (further := within.after(until)) > until:
            until = further
        return until


def add_workdays(start: date, n: int) -> tuple[date, bool]:
    """The `n`-th working day after `start`, and whether the calendar was known all the way.

    `start` itself is not counted, as the civil code (第二百零一条) counts a term given in days.
    """
    if n < 0:
        message = f"cannot count {n} working days"
        raise ValueError(message)
    day = Calendar().after(start, n)
    known = n == 0 or None not in (_announced(start + _DAY), _announced(day))  # no year between is left out
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

"""A length of time as people type it: 30d, 2w, 1m, 1q, 1y."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, cast

from qjtask.core.named_tuple import NamedTuple

Unit = Literal["d", "w", "m", "q", "y"]

_LONGEST = 4
_DAYS = {"d": 1, "w": 7}
_MONTHS = {"m": 1, "q": 3, "y": 12}
_WORDS = {"d": "天", "w": "周", "m": "个月", "q": "个季度", "y": "年"}


class Span(NamedTuple):
    """`n` days, weeks, months, quarters or years."""

    n: int
    unit: Unit

    def after(self, day: date) -> date:
        """The day this long after `day`; the month's last day where the month is too short.

        Saturates at the calendar's end (9999-12-31) instead of raising.
        """
        return _shift(day, self, 1)

    def before(self, day: date) -> date:
        """The day this long before `day`; saturates at 0001-01-01."""
        return _shift(day, self, -1)

    def __str__(self) -> str:
        return f"{self.n}{_WORDS[self.unit]}"


@lru_cache(maxsize=64)  # the works of a plan share few spans and one day
def _shift(day: date, span: Span, sign: int) -> date:
    try:
        if span.unit in _DAYS:
            return day + timedelta(days=sign * span.n * _DAYS[span.unit])
        from dateutil.relativedelta import relativedelta  # 7 ms, for months only

        return day + relativedelta(months=sign * span.n * _MONTHS[span.unit])
    except (OverflowError, ValueError):
        return date.max if sign > 0 else date.min


def parse_span(text: str) -> Span | None:
    """Read `30d`, `2w`, `1m`, `1q` or `1y`; None when the text is no span."""
    said = text.strip().lower()
    number, unit = said[:-1], said[-1:]
    is_span = unit in _WORDS and 0 < len(number) <= _LONGEST and number.isdecimal()
    return Span(int(number), cast("Unit", unit)) if is_span else None

"""Due dates that repeat: 每月25日前, 每季度末, 次月10日前 -> RFC 5545 recurrence rules."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from qjtask.core.time.dates import (
    MONTH_PART,
    after_mark,
    month_end,
    part_of_month,
    read_when,
)

_DAY = rf"(?:[的当]?(?:(?P<day>[0-9]{{1,2}})[日号]|月?(?P<part>{MONTH_PART})))?"
_FIXED = r"每个?(?P<unit>[日天旬]|半月|半年[末底]?)"
_WEEKLY = r"每个?(?:周|星期)(?:周|星期)?(?:(?P<weekday>[1-7一二三四五六日天])(?!次))?"
_MONTHLY = rf"(?:(?P<next>(?:每月)?次月)|每个?月){_DAY}"
_QUARTERLY = rf"每个?季度?(?:(?P<which>首|末|第[123]|最后1?)个?月{_DAY}|季?[末底])?"
_YEARLY = r"每年的?"

_FIXED_RULES = {
    "日": "FREQ=DAILY",
    "天": "FREQ=DAILY",
    "旬": "FREQ=MONTHLY;BYMONTHDAY=10,20,-1",
    "半月": "FREQ=MONTHLY;BYMONTHDAY=15,-1",
    "半年": "FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1",
}
_WEEKDAYS = {
    "MO": "1一",
    "TU": "2二",
    "WE": "3三",
    "TH": "4四",
    "FR": "5五",
    "SA": "6六",
    "SU": "7日天",
}
_QUARTER_MONTHS = {"首": "1,4,7,10", "第1": "1,4,7,10", "第2": "2,5,8,11"}
_QUARTER_ENDS = "3,6,9,12"
_AFTER_JANUARY = "2,3,4,5,6,7,8,9,10,11,12"
_DECEMBER_FALLS_OUT = "从2月起算，12月的一期落在下一年，要提醒请写进milestones"


class Recurrence(NamedTuple):
    """A repeating due date, as an RFC 5545 recurrence rule (`FREQ=MONTHLY;BYMONTHDAY=25`)."""

    rule: str

    def dates(self, year: int) -> tuple[date, ...]:
        """The occurrences in `year`, earliest first."""
        return _occurrences(self.rule, year)


class Repeated(NamedTuple):
    """A recurrence at the head of a text, the text after it, and why to doubt the reading."""

    recurrence: Recurrence
    rest: str
    doubt: str | None = None


@lru_cache(maxsize=256)
def _occurrences(rule: str, year: int) -> tuple[date, ...]:
    from dateutil.rrule import rrulestr  # 8 ms

    first, last = datetime(year, 1, 1), datetime(year, 12, 31)  # noqa: DTZ001 - dates have no zone
    found = rrulestr(rule, dtstart=first).between(first, last, inc=True)
    return tuple(moment.date() for moment in found)


def read_recurrence(words: str) -> Repeated | None:
    """Read the recurrence at the head of canonical words.

    Raises ValueError for a day that does not exist.
    """
    if not words.startswith(("每", "次月")):
        return None
    if found := re.match(_YEARLY, words):
        return _yearly(words[found.end() :])
    for pattern, read in (
        (_FIXED, _fixed),
        (_WEEKLY, _weekly),
        (_MONTHLY, _monthly),
        (_QUARTERLY, _quarterly),
    ):
        if found := re.match(pattern, words):
            rule, doubt = read(found)
            return Repeated(Recurrence(rule), after_mark(words[found.end() :]), doubt)
    return None


def _fixed(found: re.Match[str]) -> tuple[str, None]:
    return _FIXED_RULES[found["unit"].rstrip("末底")], None


def _weekly(found: re.Match[str]) -> tuple[str, None]:
    """A week without a day means its Friday, the last day that an office works."""
    printed = found["weekday"] or "五"
    day = next(day for day, names in _WEEKDAYS.items() if printed in names)
    return f"FREQ=WEEKLY;BYDAY={day}", None


def _monthly(found: re.Match[str]) -> tuple[str, str | None]:
    """次月10日前 starts in February, with January's work: January's 10th belongs to last year."""
    day, doubt = _day_of_month(found)
    if found["next"]:
        return f"FREQ=MONTHLY;BYMONTH={_AFTER_JANUARY};{day}", doubt or _DECEMBER_FALLS_OUT
    return f"FREQ=MONTHLY;{day}", doubt


def _quarterly(found: re.Match[str]) -> tuple[str, str | None]:
    day, doubt = _day_of_month(found)
    months = _QUARTER_MONTHS.get(found["which"], _QUARTER_ENDS)
    return f"FREQ=MONTHLY;BYMONTH={months};{day}", doubt


def _day_of_month(found: re.Match[str]) -> tuple[str, str | None]:
    if found["day"]:
        return _by_month_day(int(found["day"])), None
    last, doubt = part_of_month(found["part"])
    return _by_month_day(last or 31), doubt


def _by_month_day(day: int) -> str:
    """Move a day that short months lack to their last one: BYMONTHDAY alone would skip them."""
    date(2000, 1, day)  # raises for the 0th and the 32nd
    if day == 31:
        return "BYMONTHDAY=-1"
    if day > 28:
        days = ",".join(map(str, range(28, day + 1)))
        return f"BYMONTHDAY={days};BYSETPOS=-1"
    return f"BYMONTHDAY={day}"


def _yearly(rest: str) -> Repeated | None:
    """Read 每年6月底前 as a date of a leap year, so that 2月29日 is one, and drop the year."""
    when = read_when(f"2000年{rest}", year=2000)
    if when is None:
        return None
    day = when.day
    last = 31 if day == month_end(day.year, day.month) else day.day
    rule = f"FREQ=YEARLY;BYMONTH={day.month};{_by_month_day(last)}"
    return Repeated(Recurrence(rule), when.rest, when.doubt)

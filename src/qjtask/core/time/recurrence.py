"""Due dates that repeat: 每月25日前, 每季度末, 次月10日前 -> RFC 5545 recurrence rules."""

import re
from datetime import date, datetime
from functools import lru_cache

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.time.dates import When, after_mark, read_when
from qjtask.core.time.points import MONTH_PART, month_end, part_of_month

_DAY = rf"(?:[的当]?(?:(?P<day>[0-9]{{1,2}})[日号]|月?(?P<part>{MONTH_PART}|最后1?(?:周|星期))))?"
_AFTER = r"(?:结束|终了|期满)?(?:之?后|次月)(?:的|首个?)?(?P<day>[0-9]{1,2})[日天](?:[之以]?[内前])"
_FIXED = r"(?:[每按]个?(?P<unit>[日天旬]|半月|半年[末底]?)|(?P<half>半年)(?=1次|1报))"
_WEEKLY = (  # 每周一、周四
    r"[每按]个?(?:周|星期)(?:周|星期)?(?:(?P<weekday>[1-7一二三四五六日天])(?!次|[0-9]{1,2}(?:小时|[课学]时|节|个))"
    r"(?P<more>(?:[、和及](?:周|星期)[1-7一二三四五六日天]){0,4})(?:下班(?=前))?)?"
)
_NTH_WEEKDAY = (  # 每月第一个星期一, 每月最后一个周六
    r"每个?月的?(?:第?(?P<nth>[1-4首])|最后1?)个?(?:周|星期)(?P<weekday>[1-7一二三四五六日天])"
)
_DAY_OF_ALL = "(?:1[0-9]|2[0-8]|[1-9])"  # a day that no month lacks
_DAYS_OF_MONTH = (
    rf"[每按]个?月度?(?P<days>(?:{_DAY_OF_ALL}[日号]?[、和及与]){{1,3}}{_DAY_OF_ALL})[日号]"
    r"(?![、和及与][0-9])"
)
_MONTHLY = rf"(?:(?P<next>(?:每个?月)?次月)|[每按]个?月度?){_DAY}"
_AFTER_MONTH = rf"[每按]个?月度?{_AFTER}"
_AFTER_QUARTER = rf"(?:每个?季度?{_AFTER}|(?:每季度?)?次季度?首月(?P<first>[0-9]{{1,2}})[日号])"
_QUARTERLY = rf"[每按]个?季度?(?:(?P<which>首|末|第[123]|最后1?)个?月{_DAY}|的?最后1?(?:周|星期)|季?[末底])?"
_YEARLY = r"[每按]年度?的?"
_NEXT_IN_YEAR = r"[、和及与]"
_EACH = r"每(?:月(?:([0-9]{1,2})日前?|[末底]前?)|季度[末底]前?)"
_ONE_DAY = r"FREQ=MONTHLY;(?:BYMONTH=([0-9,]+);)?BYMONTHDAY=(-1|1[0-9]|2[0-8]|[1-9])"
"""A rule of one day of the month, which no month lacks."""

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
_AFTER_FIRST_QUARTER = "4,7,10"
_DECEMBER_FALLS_OUT = "从2月起算，12月的一期落在下一年，要提醒请写进milestones"
_LAST_QUARTER_FALLS_OUT = "从4月起算，四季度的一期落在下一年，要提醒请写进milestones"
_OF_EACH = ("各月", "各季", "各周")  # 各季度末
_HEADS = ("每", "按", "次月", "次季", "半年1")


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
    if plain := re.fullmatch(_ONE_DAY, rule):
        months = sorted(map(int, plain[1].split(","))) if plain[1] else range(1, 13)
        day = int(plain[2])
        return tuple(month_end(year, month) if day < 0 else date(year, month, day) for month in months)
    from dateutil.rrule import rrulestr  # 8 ms

    first, last = datetime(year, 1, 1), datetime(year, 12, 31)  # noqa: DTZ001 - dates have no zone
    found = rrulestr(rule, dtstart=first).between(first, last, inc=True)
    return tuple(moment.date() for moment in found)


def read_each(words: str) -> Recurrence | None:
    """Read 每月25日前 and 每季度末, without waiting for the patterns of all others to compile.

    Raises ValueError for a day that does not exist.
    """
    found = re.fullmatch(_EACH, words)
    if found is None:
        return None
    months = f"BYMONTH={_QUARTER_ENDS};" if words.startswith("每季度") else ""
    return Recurrence(f"FREQ=MONTHLY;{months}{_by_month_day(int(found[1] or 31))}")


def read_recurrence(words: str) -> Repeated | None:
    """Read the recurrence at the head of canonical words.

    Raises ValueError for a day that does not exist.
    """
    if words.startswith(_OF_EACH):
        words = f"每{words[1:]}"
    if not words.startswith(_HEADS):
        return None
    if found := re.match(_YEARLY, words):
        return _yearly(words[found.end() :])
    for pattern, read in (
        (_FIXED, _fixed),
        (_WEEKLY, _weekly),
        (_NTH_WEEKDAY, _nth_weekday),
        (_DAYS_OF_MONTH, _days_of_month),
        (_AFTER_MONTH, _after_month),
        (_AFTER_QUARTER, _after_quarter),
        (_MONTHLY, _monthly),
        (_QUARTERLY, _quarterly),
    ):
        if found := re.match(pattern, words):
            rule, doubt = read(found)
            return Repeated(Recurrence(rule), after_mark(words[found.end() :]), doubt)
    return None


def _fixed(found: re.Match[str]) -> tuple[str, None]:
    return _FIXED_RULES[(found["unit"] or found["half"]).rstrip("末底")], None


def _weekly(found: re.Match[str]) -> tuple[str, None]:
    """A week without a day means its Friday, the last day that an office works."""
    days = [found["weekday"] or "五", *(found["more"] or "")[2::3]]
    return f"FREQ=WEEKLY;BYDAY={','.join(map(_weekday, days))}", None


def _nth_weekday(found: re.Match[str]) -> tuple[str, None]:
    nth = (found["nth"] or "-1").replace("首", "1")
    return f"FREQ=MONTHLY;BYDAY={nth}{_weekday(found['weekday'])}", None


def _weekday(printed: str) -> str:
    return next(day for day, names in _WEEKDAYS.items() if printed in names)


def _days_of_month(found: re.Match[str]) -> tuple[str, None]:
    """每月10日、25日: each of them, in every month."""
    return f"FREQ=MONTHLY;BYMONTHDAY={','.join(re.findall('[0-9]+', found['days']))}", None


def _monthly(found: re.Match[str]) -> tuple[str, str | None]:
    """次月10日前 starts in February, with January's work: January's 10th belongs to last year."""
    day, doubt = _day_of_month(found)
    if found["next"]:
        return f"FREQ=MONTHLY;BYMONTH={_AFTER_JANUARY};{day}", doubt or _DECEMBER_FALLS_OUT
    return f"FREQ=MONTHLY;{day}", doubt


def _after_month(found: re.Match[str]) -> tuple[str, str]:
    """每月结束后5日内 is 次月5日前."""
    day = _by_month_day(int(found["day"]))
    return f"FREQ=MONTHLY;BYMONTH={_AFTER_JANUARY};{day}", _DECEMBER_FALLS_OUT


def _after_quarter(found: re.Match[str]) -> tuple[str, str]:
    """The days after a quarter's end; the last quarter's fall in the year after, as 次月10日前 does."""
    day = _by_month_day(int(found["day"] or found["first"]))
    return f"FREQ=MONTHLY;BYMONTH={_AFTER_FIRST_QUARTER};{day}", _LAST_QUARTER_FALLS_OUT


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
    """Read 每年6月底前 as a date of a leap year, so that 2月29日 is one, and drop the year.

    每年3月、9月 is due in each of them; 每年3月10日、9月底 has no rule.
    """
    when, rest = _in_leap_year(rest)
    if when is None:
        return None
    months, day, doubt = [str(when.day.month)], _last_or(when.day), when.doubt
    while listed := re.match(_NEXT_IN_YEAR, rest):
        when, further = _in_leap_year(rest[listed.end() :])
        if when is None or _last_or(when.day) != day:
            break
        months.append(str(when.day.month))
        rest, doubt = further, doubt or when.doubt
    each = "YEARLY" if len(months) == 1 else "MONTHLY"
    return Repeated(Recurrence(f"FREQ={each};BYMONTH={','.join(months)};{_by_month_day(day)}"), rest, doubt)


def _in_leap_year(rest: str) -> tuple[When | None, str]:
    """The day at the head of words without a year, and the words after it."""
    words = f"2000年{rest}"
    when = read_when(words, year=2000)
    return when, words[when.end :] if when else ""


def _last_or(day: date) -> int:
    """The day of its month; 31 for the last one."""
    return 31 if day == month_end(day.year, day.month) else day.day

"""A time, a range or a list of neighbours -> the last day it covers: 6月底前, 3-6月, 二、三季度."""

from datetime import date, timedelta

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.time.phrases import without_lead
from qjtask.core.time.points import Point, point_at, points_in, resolve
from qjtask.core.time.spelling import canonical

_TO = r"(?:起|开始)?(?:[至到]|-{1,2}|持续[至到])"
_AND = frozenset("、和及与")
_HOUR_BEGINS = frozenset("上下中正午早清凌白傍晚夜全整当星周农阴腊冬大除小元春端七重国,、0123456789")
"""What an hour, or the name of a day behind its date, begins with."""

_DAY_ONLY = r"([0-9]{1,2})[日号]"
_HOUR = r"(?:[上下]午|中午)?(?P<hour>[0-9]{1,2})(?::[0-9]{2}|[时点](?:整|[0-9]{1,2}分)?)"
# What stands between a day and its 前: 6月30日（含当日）前, 5月10日17:00前, 5月10日下午下班前.
_OWN_NAME = r"(?<=[日号])[^0-9,;。、前后起至到]{1,10}[日节](?=[之以]?前(?!后))"  # 11月9日消防宣传日前
_EXACTLY = rf"(?:{_OWN_NAME}|\(?含(?:当[日天]|本[日数])?\)?|(?:[上下]午)?下班(?=前)|{_HOUR}(?=[之以]?前))?"
_MARK = rf"{_EXACTLY}(?:(?P<before>\(?[及或]?[之以]?前\)?)(?!后)|[之以]?内|为?止|期间)|\(?含\)?"

_TIME_SIGNS = frozenset("0123456789年季五")
"""Every time has one of these; words without any need not wait for the patterns to compile."""

ANY_YEAR = 2020
"""A year with a 29th of February, for asking whether words name a time, which depends on no year."""

_NOT_INCLUSIVE = "“前”字是否包括当期不明，请写成“底前”或确切日期"
_YEARS = frozenset(("year", "by_year"))
_MIDNIGHT = "零时前是前一天，请写成确切日期"


class When(NamedTuple):
    """A time in canonical words: its last day, where its words end, and why to doubt.

    `start` is the first day of a range, `point` the time that the day is taken from, `marked` whether an end
    is said (底, 前, 内, 止, a day).
    """

    day: date
    end: int
    point: Point
    doubt: str | None = None
    start: date | None = None
    marked: bool = False


def read_date(text: str, *, year: int) -> date | None:
    """Read what a person types for one date: 2021-06-30, 6月30日, 6-30, 6月底, 三季度末.

    None when it is not understood, does not exist, or is a range. `year` is for dates without one.
    """
    if _is_iso(text):
        return iso_day(text)
    words = without_lead(canonical(text))
    found = point_at(words)
    if found is None or found.lastgroup == "bare_year" or after_mark(words[found.end() :]):
        return None
    try:
        return resolve(found, plan=year, near=year).day
    except ValueError:
        return None


def _is_iso(text: str) -> bool:
    """Whether a text is a whole date as machines write it, which needs no pattern: those take 3 ms."""
    parts = text.split("-")
    return text.isascii() and [len(part) for part in parts] == [4, 2, 2] and all(map(str.isdecimal, parts))


def iso_day(text: str) -> date | None:
    """The day of a whole date as machines write it; None where it is none, or does not exist."""
    try:
        return date.fromisoformat(text) if _is_iso(text) else None
    except ValueError:
        return None


def names_day(text: str) -> bool:
    """Whether words that `read_date` reads name one day, and no month, quarter or part of one."""
    found = point_at(without_lead(canonical(text)))
    return found is not None and any(found[name] for name in ("day", "d", "compact", "only_d"))


def read_when(words: str, *, year: int, at: int = 0, near: int | None = None) -> When | None:
    """Read the time, or the range's end, that begins at `at` in canonical words.

    `year` is the plan's, `near` the one named before in the same list. Raises ValueError for a date that does
    not exist and for a range that ends before it starts.
    """
    found = None if _TIME_SIGNS.isdisjoint(words) else point_at(words, at)
    if found is None:
        return None
    point, end = _to_the_hour(words, resolve(found, plan=year, near=near or year), found.end())
    start, point, end = _last_of_span(words, point, end, year)
    mark = compiled(_MARK).match(words, end)
    if mark is None:
        return When(point.day, end, point, point.doubt, start, point.ends)
    doubt = point.doubt or (_NOT_INCLUSIVE if point.wide and mark["before"] else None)
    if mark["hour"] is not None and int(mark["hour"]) == 0:
        doubt = _MIDNIGHT
    return When(point.day, mark.end(), point, doubt, start, marked=True)


def _last_of_span(words: str, first: Point, end: int, year: int) -> tuple[date | None, Point, int]:
    """The first day, the last time and the end of 3月至5月 or 二、三季度, which `first` may begin.

    A time that begins neither is its own last, and gives None for the first day.
    """
    to = compiled(_TO).match(words, end)
    last = _range_end(words, to.end(), year, first.day) if to else None
    if last is not None:
        return first.day, *_to_the_hour(words, *_of_days(first, last))
    start, point, end = _neighbours(words, first, end, year)
    if start is None and point.ends:
        return _next_days(words, point, end, year)
    return start, point, end


def _to_the_hour(words: str, point: Point, end: int) -> tuple[Point, int]:
    """A day with the hour behind it; 4.21上午 is a day for certain."""
    if not point.ends or words[end : end + 1] not in _HOUR_BEGINS:
        return point, end
    from qjtask.core.time.clock import after_clock  # few days name an hour

    after = after_clock(words, end)
    return (point._replace(doubt=None), after) if after > end else (point, end)


def after_mark(words: str) -> str:
    """The words without the 前, 内 or 止 at their head."""
    mark = compiled(_MARK).match(words)
    return words[mark.end() :] if mark else words


def count_times(words: str) -> int:
    """How many times are named in canonical words; the two ends of a range are two."""
    return 0 if _TIME_SIGNS.isdisjoint(words) else sum(1 for _ in points_in(words))


def _range_end(words: str, at: int, year: int, start: date) -> tuple[Point, int] | None:
    """The end of the range begun by `start`, which lends it the year, or the year and the month."""
    day_only = compiled(_DAY_ONLY).match(words, at)
    found = day_only or point_at(words, at)
    if found is None:
        return None
    if day_only:
        point = Point(start.replace(day=int(day_only[1])), "by_month", ends=True)
    else:
        point = resolve(found, plan=year, near=start.year)
    if point.day < start:
        message = "a range ends before it starts"
        raise ValueError(message)
    return point, found.end()


def _of_days(first: Point, last: tuple[Point, int]) -> tuple[Point, int]:
    """The end of 2.10—2.16, which is a day for certain: one of the two lies in no month by that number."""
    point, end = last
    is_sure = first.shape == point.shape == "month_day" and not (first.doubt and point.doubt)
    return (point._replace(doubt=None), end) if is_sure else last


def _neighbours(words: str, point: Point, end: int, year: int) -> tuple[date | None, Point, int]:
    """二、三季度 and 3、4月 are a span, as 3月至4月 is; 一、三季度 are two times."""
    first = None
    while point.serial and words[end : end + 1] in _AND:
        found = point_at(words, end + 1)
        if found is None:
            break
        following = resolve(found, plan=year, near=point.day.year)
        if (following.shape, following.serial) != (point.shape, point.serial + 1):
            break
        first = first or point.day
        point, end = following, found.end()
    return first, point, end


def _next_days(words: str, point: Point, end: int, year: int) -> tuple[date | None, Point, int]:
    """4月29、30日 and 4月30日、5月1日 are a span too; 4月5日、12日 are two times."""
    first = None
    while words[end : end + 1] in _AND:
        last = _range_end(words, end + 1, year, point.day)
        if last is None or not last[0].ends or last[0].day - point.day != timedelta(days=1):
            break
        first = first or point.day
        point, end = _to_the_hour(words, *_of_days(point, last))
    return first, point, end


def lies_in_year(day: date, words: str, *, year: int) -> bool:
    """Whether canonical words name no more than the year of a day: 年内, 2021年底前."""
    when = read_when(words, year=year)
    if when is None or when.start or when.doubt:
        return False
    return when.point.shape in _YEARS and when.day.year == day.year and when.day >= day

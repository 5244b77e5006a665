"""A time in words or figures -> the last day it covers: 6月底前, 三季度末, 3-6月, 2021.6.30."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from qjtask.core.time.numerals import to_int
from qjtask.core.time.phrases import canonical, without_lead

MONTH_PART = r"(?:上旬|中旬|下旬|上半月|下半月|[初中底末])"
_PART_DAYS = {"初": 5, "上旬": 10, "上半月": 15, "中": 15, "中旬": 20}
_VAGUE_PARTS = ("初", "中")

# Each alternative is one named group, and `_READERS` has the function that reads it.
_POINT = (
    r"(?:(?P<year>[0-9]{4}|[今本当明来次翌后])年度?)?"
    rf"(?:(?P<by_month>(?P<month>[0-9]{{1,2}})月份?"
    rf"(?:(?P<day>[0-9]{{1,2}})(?:[日号]|(?=[前之以至到-]|$))|(?P<part>{MONTH_PART}))?)"
    r"|(?P<by_quarter>(?:(?P<first>前)|第)?(?P<quarter>[0-9])(?(first)个?)季度?(?P<quarter_end>[末底])?)"
    r"|(?P<by_half>(?P<half>[上下])半年(?P<half_end>[末底])?)"
    r"|(?P<by_year>全年|(?(year)年?|年)度?(?P<year_part>[底末终内中]))"
    r"|(?(year)|(?!)))"  # a bare year is a time, nothing at all is not
    r"|(?P<figures>(?P<y>[0-9]{4})(?P<sep>[-./])(?P<m>[0-9]{1,2})"
    r"(?:(?P=sep)(?P<d>[0-9]{1,2}))?(?![0-9])日?)"
    r"|(?P<compact>[0-9]{8})(?![0-9])"
    r"|(?P<month_day>(?P<only_m>[0-9]{1,2})[-./](?P<only_d>[0-9]{1,2})(?![0-9月])日?)"
    r"|(?P<by_plan>(?P<plan>十[一二三四五六七八九])五(?:规划|时期)?(?P<plan_end>期?[末底]|末期)?)"
)
_TO = r"起?(?:[至到]|-+)"
_DAY_ONLY = r"([0-9]{1,2})[日号]"
_MARK = r"(?P<before>[之以]?前)|[之以]?内|为?止|期间"

_NOT_INCLUSIVE = "“前”字是否包括当期不明，请写成“底前”或确切日期"
_VAGUE = "没有说是哪一天，请写成确切日期"
_MONTH_OR_DAY = "可能是几月几日，也可能是几月到几月，请写成2021-06-30这样的日期"


class When(NamedTuple):
    """A time at the head of a text: the last day it covers, the text after it, and why to doubt."""

    day: date
    rest: str
    doubt: str | None = None


class _Point(NamedTuple):
    """One time without what stands around it; `wide` when 前 may leave the whole of it out."""

    day: date
    wide: bool = False
    doubt: str | None = None


def read_date(text: str, *, year: int) -> date | None:
    """Read what a person types for one date: 2021-06-30, 6月30日, 6-30, 6月底, 三季度末.

    None when it is not understood, does not exist, or is a range. `year` is for dates without one.
    """
    words = without_lead(canonical(text))
    found = re.match(_POINT, words)
    if found is None or after_mark(words[found.end() :]):
        return None
    try:
        return _resolve(found, plan=year, near=year).day
    except ValueError:
        return None


def read_when(words: str, *, year: int) -> When | None:
    """Read the time, or the range's end, at the head of canonical words; `year` is the plan's.

    Raises ValueError for a date that does not exist and for a range that ends before it starts.
    """
    found = re.match(_POINT, words)
    if found is None:
        return None
    point, end = _resolve(found, plan=year, near=year), found.end()
    to = re.compile(_TO).match(words, end)
    if to:
        point, end = _range_end(words, to.end(), year, point.day) or (point, end)
    doubt = point.doubt
    mark = re.compile(_MARK).match(words, end)
    if mark:
        end = mark.end()
        doubt = doubt or (_NOT_INCLUSIVE if point.wide and mark["before"] else None)
    return When(point.day, words[end:], doubt)


def after_mark(words: str) -> str:
    """The words without the 前, 内 or 止 at their head."""
    mark = re.match(_MARK, words)
    return words[mark.end() :] if mark else words


def count_times(words: str) -> int:
    """How many times are named in canonical words; the two ends of a range are two."""
    return sum(1 for _ in re.finditer(_POINT, words))


def part_of_month(part: str) -> tuple[int | None, str | None]:
    """The day a part of a month ends on (None for the month's own end), and why to doubt it."""
    return _PART_DAYS.get(part), _VAGUE if part in _VAGUE_PARTS else None


def month_end(year: int, month: int) -> date:
    """The last day of a month; raises ValueError for a month that does not exist."""
    first = date(year, month, 1)
    if month == 12:
        return first.replace(day=31)
    return first.replace(month=month + 1) - timedelta(days=1)


def _range_end(words: str, at: int, year: int, start: date) -> tuple[_Point, int] | None:
    """The end of the range begun by `start`, which lends it the year, or the year and the month."""
    day_only = re.compile(_DAY_ONLY).match(words, at)
    found = day_only or re.compile(_POINT).match(words, at)
    if found is None:
        return None
    if day_only:
        point = _Point(start.replace(day=int(day_only[1])))
    else:
        point = _resolve(found, plan=year, near=start.year)
    if point.day < start:
        message = "a range ends before it starts"
        raise ValueError(message)
    return point, found.end()


def _resolve(found: re.Match[str], *, plan: int, near: int) -> _Point:
    # The group that closes last is the outermost one; for a bare year it is the year's own.
    return _READERS[found.lastgroup or ""](found, _year(found["year"], plan, near))


def _by_month(found: re.Match[str], year: int) -> _Point:
    return _in_month(year, int(found["month"]), found["day"], found["part"])


def _by_quarter(found: re.Match[str], year: int) -> _Point:
    return _Point(month_end(year, 3 * int(found["quarter"])), not found["quarter_end"])


def _by_half(found: re.Match[str], year: int) -> _Point:
    return _Point(month_end(year, 6 if found["half"] == "上" else 12), not found["half_end"])


def _by_year(found: re.Match[str], year: int) -> _Point:
    if found["year_part"] == "中":
        return _Point(date(year, 6, 30), doubt=_VAGUE)
    return _Point(date(year, 12, 31), wide=not found["year_part"])


def _by_plan(found: re.Match[str], _: int) -> _Point:
    # Since the third (1966-1970) a five-year plan ends in a year that ends in 5 or 0.
    year = 1955 + 5 * (to_int(found["plan"]) or 0)
    return _Point(date(year, 12, 31), wide=not found["plan_end"])


def _in_figures(found: re.Match[str], _: int) -> _Point:
    return _in_month(int(found["y"]), int(found["m"]), found["d"])


def _compact(found: re.Match[str], _: int) -> _Point:
    return _Point(date.fromisoformat(found["compact"]))


def _month_day(found: re.Match[str], year: int) -> _Point:
    return _Point(date(year, int(found["only_m"]), int(found["only_d"])), doubt=_MONTH_OR_DAY)


_READERS = {
    "year": _by_year,
    "by_month": _by_month,
    "by_quarter": _by_quarter,
    "by_half": _by_half,
    "by_year": _by_year,
    "by_plan": _by_plan,
    "figures": _in_figures,
    "compact": _compact,
    "month_day": _month_day,
}


def _in_month(year: int, month: int, day: str | None, part: str | None = None) -> _Point:
    end = month_end(year, month)
    if day:
        return _Point(date(year, month, int(day)))
    if part is None:
        return _Point(end, wide=True)
    last, doubt = part_of_month(part)
    return _Point(end.replace(day=last) if last else end, part not in "底末", doubt)


def _year(word: str | None, plan: int, near: int) -> int:
    """次年 follows the year just named (2021年11月至次年3月), 明年 the plan's."""
    if word is None or word == "当":
        return near
    if word in "次翌":
        return near + 1
    return int(word) if word.isdecimal() else plan + {"明": 1, "来": 1, "后": 2}.get(word, 0)

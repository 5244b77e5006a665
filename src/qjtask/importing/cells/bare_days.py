"""Deadlines of which the table says a part: 5日 under 6月份工作安排, and 5.2, a day beside 4.21上午."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import ANY_YEAR
from qjtask.core.time.deadline import DeadlineClass, read_deadline
from qjtask.importing.words.tidy_text import flow

_NUMBERED = r"^[（(]?[0-9一二三四五六七八九十]{1,3}(?:[）)]|[、.．])\s*"
_TO = r"\-—–~～至到、和"
_MONTH = (
    rf"(?<![0-9一二三四五六七八九十{_TO}])"
    r"((?:[12][0-9]{3}年)?(?:[0-9]{1,2}|十?[一二三四五六七八九]|十|[元正])月)"
    rf"(?!份?\s*[0-9一二三四五六七八九十{_TO}前底末内中初起止上下旬以之])"
)
_NOT_ABOUT = r"截[至止]$|[（(]$"  # （2024年3月） is when a list was made, （3月） what it is about
_DAY = r"(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})"
_BARE_DAY = (
    rf"{_DAY}\s*(?:[日号](?![内之以]内?(?!前))|[{_TO}]{{1,2}}\s*{_DAY}\s*[日号月])"
    r"[^月天内]{0,20}(?:月[^月天内]{0,10})?"
    r"|[上中下]旬[^月]{0,10}|[初中底末]前?"
)
_DAY_BEGINS = frozenset("0123456789一二三四五六七八九十廿上中下初底末")
_POINTS = frozenset(".．·/")
_POINTED = r"(?<![0-9.．·/-])([0-9]{1,2})[.．·/]([0-9]{1,2})(?![0-9.．·/-])"
_PAIR = r"([0-9]{1,2})[.．·/]([0-9]{1,2})"
_RANGE = rf"{_PAIR}(\s*[{_TO}]{{1,2}}\s*){_PAIR}(?![0-9.．·/-])"
_MONTHS = 12
_FEWEST = 2  # ranges that each stay within a month
_A_MONTH = "(?:0?[1-9]|1[0-2]|十?[一二]|[三四五六七八九十])"
_MONTHS_ALONE = rf"{_A_MONTH}(?:[{_TO}]{_A_MONTH})?"
_OF_MONTHS = r"(?<!个)月份?[)）]?$"
_CLOCKS = ("上午", "下午", "中午", "晚")


class PrintedDays(NamedTuple):
    """What a table says of all its deadlines: its title, and whether a 5.2 among them is a day."""

    title: str = ""
    are_pointed: bool = False

    def whole(self, text: str, headings: Iterable[str]) -> str:
        """A deadline with what it leaves out; `headings` stand over the work, the nearest first."""
        span = compiled(_RANGE).match(text) if self.are_pointed else None
        if span is not None and max(int(span[2]), int(span[5])) <= _MONTHS:  # 2.17-2.23 is clear as it is
            return compiled(_RANGE).sub(r"\1月\2日\3\4月\5日", text)
        if self.are_pointed and compiled(_POINTED).match(text):
            return compiled(_POINTED).sub(r"\1月\2日", text)
        return with_month(text, (*headings, self.title))


def with_month(text: str, headings: Iterable[str]) -> str:
    """A deadline with the month put before its day that the nearest of the headings is about.

    One that says its own month, and one that no month makes understood, stays as printed.
    """
    day = text.strip().removeprefix("本月").removeprefix("月")
    if day[:1] not in _DAY_BEGINS or day[:3].isdecimal() or "月" in day[:4]:
        return text
    if compiled(_BARE_DAY).fullmatch(day) is None:
        return text
    month = next(filter(None, map(month_of, headings)), "")
    is_read = month and read_deadline(month + day, year=ANY_YEAR).kind is not DeadlineClass.UNKNOWN
    return month + day if is_read else text


def month_of_column(text: str, heading: str) -> str:
    """A deadline with the unit that its heading names: 3 and 9-11 under 月份, but no 3 under 期限（个月）."""
    number = flow(text)
    is_bare = "月" in heading and "月" not in number and compiled(_MONTHS_ALONE).fullmatch(number)
    is_of_months = is_bare and compiled(_OF_MONTHS).search(flow(heading))
    return f"{number}月" if is_of_months else text


def month_of(heading: str) -> str:
    """The one month that a heading is about: 6月份, （一）6月, 2009年6月份工作安排; "" for none or two."""
    if "月" not in heading:
        return ""
    heading = compiled(_NUMBERED).sub("", heading, 1)
    found = list(compiled(_MONTH).finditer(heading))
    if len(found) != 1:
        return ""
    month, before = found[0][1], compiled(_NOT_ABOUT).search(heading[: found[0].start()])
    return "" if before and (len(before[0]) > 1 or "年" in month) else month


def are_pointed(texts: Iterable[str]) -> bool:
    """Whether 4.22, 4.21上午 or 3.3-3.9, 3.10-3.16 among deadlines show that all printed so are days."""
    pointed = list(filter(_has_point, texts))
    found = [one for one in map(compiled(_POINTED).match, pointed) if one]
    if not any(map(_is_a_day, found)) and not _are_days(
        [one for one in map(compiled(_RANGE).match, pointed) if one]
    ):
        return False
    days = (read_deadline(one[0], year=ANY_YEAR) for one in found)
    return all(one.kind is DeadlineClass.DATE for one in days)


def _is_a_day(found: re.Match[str]) -> bool:
    """Whether 4.22 or 4.21上午 can be nothing else: no month is the 22nd, and no number has a time of day."""
    return int(found[2]) > _MONTHS or found.string[found.end() :].startswith(_CLOCKS)


def _are_days(ranges: Sequence[re.Match[str]]) -> bool:
    """Whether ranges go from day to day: one ends on a 16th, or several stay within their month."""
    if any(int(one[at]) > _MONTHS for one in ranges for at in (2, 5)):
        return True
    return len(ranges) >= _FEWEST and all(one[1] == one[4] and int(one[2]) < int(one[5]) for one in ranges)


def _has_point(text: str) -> bool:
    """Whether a sign stands where 4.22 has its point."""
    return not _POINTS.isdisjoint(text[1:3])

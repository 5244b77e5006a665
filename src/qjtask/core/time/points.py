"""One time in words or figures -> the last day it covers: 6月底, 三季度末, 上半年, 2021.6.30, “十四五”末."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import to_int

GOES_ON = {  # 6月初步建成, 2016年中考, 年内部审计 and 年底数 name no part of a month or a year
    "初": "[步中级审稿选赛试评核验始期次心衷诊]",
    "中": "[央心小国期标学医草考招职专秋外华层青铁石药东西级型短欧韩美俄游]",
    "底": "[数座盘蕴册稿层]|线(?!上)",
    "末": "[端梢]",
    "终": "[身端点生]",
    "内": "[容控河蒙涝镜科需贸陆勤网外]|部(?!署)|设(?!立|置)",
}
_ONE_SIGN = "|".join(f"{part}(?!{GOES_ON[part]})" for part in "初中底末")
MONTH_PART = rf"(?:上中旬|中[上下]旬|上旬|中旬|下旬|上半月|下半月|[全整]月|{_ONE_SIGN})"
_PART_DAYS = {"初": 5, "上旬": 10, "上半月": 15, "中": 15, "中旬": 20, "上中旬": 20, "中上旬": 20}
_VAGUE_PARTS = ("初", "中")

# 21年 is a year where a month, an end or a half follows; 20年内 is a term.
_YEAR = (
    r"[0-9]{4}|1[0-9](?=年[0-9]{1,2}月)|[2-4][0-9](?=年(?:[0-9]{1,2}月|[底末]|[上下]半年|第?[0-9]季))"
    r"|[今本当明来次翌后去上]"
)
_WEEKDAY = r"(?:\(?(?:星期|周)[1-6一二三四五六日天]\)?)?"
# What follows a day that lacks its 日: 4月21上午, 4月29、30日.
_NO_SIGN_AFTER = r"[前之以至到-]|[上下中]午|晚上|[、和及与][0-9]{1,2}(?:日|号(?![楼线院地路桥]))|$"
# Each alternative is one named group, and `_READERS` has the function that reads it.
POINT = (
    rf"(?:(?P<year>{_YEAR})年度?)?"
    r"(?:(?P<by_month>(?P<month>[0-9]{1,2})月份?"
    rf"(?:(?P<day>[0-9]{{1,2}})(?:[日号]{_WEEKDAY}|(?={_NO_SIGN_AFTER}))|月?(?P<part>{MONTH_PART}))?)"
    r"|(?P<by_quarter>(?:(?P<first>前)|第)?(?P<quarter>[0-9首])(?(first)个?)季度?(?P<quarter_end>[末底])?)"
    r"|(?P<by_half>(?P<half>[上下前后])半年(?P<half_end>[末底])?)"
    r"|(?P<by_year>全年|(?(year)年?|年)度?(?P<year_part>[底末终内中]))"
    r"|(?(year)|(?!)))"  # a bare year is a time, nothing at all is not
    r"|(?P<figures>(?P<y>[0-9]{4})(?P<sep>[-./·])(?P<m>[0-9]{1,2})"
    r"(?:(?P=sep)(?P<d>[0-9]{1,2}))?(?![0-9])日?)"
    r"|(?P<compact>[0-9]{8})(?![0-9])"
    r"|(?P<bare_year>20[0-9]{2})(?=$|-20[0-9]{2}$)"
    r"|(?P<month_day>(?P<only_m>[0-9]{1,2})[-./·](?P<only_d>[0-9]{1,2})(?![0-9月])日?)"
    r"|(?P<by_plan>(?P<plan>十[一二三四五六七八九])五(?:规划|时期)?(?P<plan_end>末期|期?[末底])?)"
)
_REPEATS = r"[每按]个?(?:月|季|年|半|周|旬|星期)|次月|次季"
TIME = rf"(?:{_REPEATS})|{POINT}"
"""A POINT, or the head of a recurrence, of which no named group is found."""

_VAGUE = "没有说是哪一天，请写成确切日期"
_MONTH_OR_DAY = "可能是几月几日，也可能是几月到几月，请写成2021-06-30这样的日期"
_MONTHS = 12
_YEARS_ON = {"明": 1, "来": 1, "后": 2, "去": -1, "上": -1}


def counted_from_issue(words: str, year: int, issued: date | None) -> str:
    """Words in which 明年 is the plan's year, where the notice was issued in the year before it.

    Each sign keeps its place.
    """
    if issued is None or issued.year != year - 1:
        return words
    return words.replace("明年", "今年").replace("来年", "今年")


class Point(NamedTuple):
    """The last day of one time, without what stands around it.

    `shape` names the alternative of POINT that read it, `serial` is the number of a month or a quarter.
    `wide` when 前 may leave the whole of it out; `ends` when the words say an end (6月底) or a day.
    """

    day: date
    shape: str
    wide: bool = False
    ends: bool = False
    doubt: str | None = None
    serial: int = 0


def point_at(words: str, at: int = 0) -> re.Match[str] | None:
    """The match of POINT that begins at `at`: by TIME, for another pattern takes 2 ms to compile."""
    found = compiled(TIME).match(words, at)
    return found if found is not None and found.lastgroup else None


def points_in(words: str) -> Iterator[re.Match[str]]:
    """The matches of POINT, from left to right."""
    at = 0
    while (found := compiled(TIME).search(words, at)) is not None:
        if found.lastgroup:
            yield found
        at = found.end() if found.lastgroup else found.start() + 1


def resolve(found: re.Match[str], *, plan: int, near: int) -> Point:
    """Read a match of POINT. `plan` is the plan's year, `near` the year named just before, or the plan's.

    Raises ValueError for a date that does not exist.
    """
    # The group that closes last is the outermost one; for a bare year it is the year's own.
    shape = found.lastgroup or ""
    return _READERS[shape](found, _year(found["year"], plan, near))._replace(shape=shape)


def part_of_month(part: str) -> tuple[int | None, str | None]:
    """The day a part of a month ends on (None for the month's own end), and why to doubt it."""
    return _PART_DAYS.get(part), _VAGUE if part in _VAGUE_PARTS else None


def month_end(year: int, month: int) -> date:
    """The last day of a month; raises ValueError for a month that does not exist."""
    first = date(year, month, 1)
    if month == 12:
        return first.replace(day=31)
    return first.replace(month=month + 1) - timedelta(days=1)


def _by_month(found: re.Match[str], year: int) -> Point:
    point = _in_month(year, int(found["month"]), found["day"], found["part"])
    return point._replace(wide=False) if found["by_month"].endswith("份") else point  # 5月份前 is in May


def _by_quarter(found: re.Match[str], year: int) -> Point:
    quarter = 1 if found["quarter"] == "首" else int(found["quarter"])
    ends = found["quarter_end"] is not None
    return Point(month_end(year, 3 * quarter), "", not ends, ends, serial=quarter)


def _by_half(found: re.Match[str], year: int) -> Point:
    ends = found["half_end"] is not None
    return Point(month_end(year, 6 if found["half"] in "上前" else 12), "", not ends, ends)


def _by_year(found: re.Match[str], year: int) -> Point:
    if found["year_part"] == "中":
        return Point(date(year, 6, 30), "", ends=True, doubt=_VAGUE)
    ends = found["year_part"] is not None
    return Point(date(year, 12, 31), "", not ends, ends)


def _by_plan(found: re.Match[str], _: int) -> Point:
    # Since the third (1966-1970) a five-year plan ends in a year that ends in 5 or 0.
    year = 1955 + 5 * (to_int(found["plan"]) or 0)
    ends = found["plan_end"] is not None
    return Point(date(year, 12, 31), "", not ends, ends)


def _in_figures(found: re.Match[str], _: int) -> Point:
    return _in_month(int(found["y"]), int(found["m"]), found["d"])


def _compact(found: re.Match[str], _: int) -> Point:
    return Point(date.fromisoformat(found["compact"]), "", ends=True)


def _bare_year(found: re.Match[str], _: int) -> Point:
    return Point(date(int(found["bare_year"]), 12, 31), "", wide=True)


def _month_day(found: re.Match[str], year: int) -> Point:
    day = date(year, int(found["only_m"]), int(found["only_d"]))
    return Point(day, "", ends=True, doubt=_MONTH_OR_DAY if day.day <= _MONTHS else None)


_READERS = {
    "year": _by_year,
    "by_month": _by_month,
    "by_quarter": _by_quarter,
    "by_half": _by_half,
    "by_year": _by_year,
    "by_plan": _by_plan,
    "figures": _in_figures,
    "compact": _compact,
    "bare_year": _bare_year,
    "month_day": _month_day,
}


def _in_month(year: int, month: int, day: str | None, part: str | None = None) -> Point:
    end = month_end(year, month)
    if day:
        return Point(date(year, month, int(day)), "", ends=True)
    if part is None:
        return Point(end, "", wide=True, serial=month)
    last, doubt = part_of_month(part)
    return Point(end.replace(day=last) if last else end, "", part not in "底末", ends=True, doubt=doubt)


def _year(word: str | None, plan: int, near: int) -> int:
    """次年 follows the year just named (2021年11月至次年3月), 明年 the plan's."""
    if word is None or word == "当":
        return near
    if word in "次翌":
        return near + 1
    if word.isdecimal():
        return int(word) if len(word) == 4 else 2000 + int(word)
    return plan + _YEARS_ON.get(word, 0)

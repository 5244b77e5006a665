"""School years in titles: 2020—2021学年第二学期 lies in 2021, and a first term runs into the year after."""

from __future__ import annotations

import re

from qjtask.core.named_tuple import NamedTuple

_SCHOOL_YEAR = r"(?<!\d)((?:19|20)\d{2})(?:\s*年?\s*[-—–~～至到]{1,2}\s*((?:19|20)?\d{2}))?\s*年?\s*学年"
_AUTUMN = r"(?<!\d)((?:19|20)\d{2})年?秋季?学期"
_FIRST = r"第?[一1上]\s*学期|上学期|秋季?学期"
_SECOND = r"第?[二2下]\s*学期|下学期|春季?学期"
_SPELT = "一二三四五六七八九"
_MONTH = (  # 一月一次 and 一月内 say how often, and how long
    rf"(?<![\d.年{_SPELT}十两几每])(?:(?<!月)(?P<first>\d{{1,2}}|[{_SPELT}])[、和至到~～—–-])?"
    rf"(?P<last>\d{{1,2}}|[元{_SPELT}])(?=月(?!之?内|[两{_SPELT}][^{_SPELT}十日号至到、-]))"
)
_NAMES_A_YEAR = rf"\d{{4}}\s*年|[次翌明今]年|\d{{2}}年|\d{{4}}[-./]|[〇零○{_SPELT}]{{2,4}}年"
_WINTER = frozenset((1, 2))  # of the year after, in a term that begins in autumn
_UNTIL_SUMMER = frozenset(range(1, 8))


class SchoolYear(NamedTuple):
    """The year of a plan, which of its months belong to the year after, and whether a term says so."""

    year: int
    later: frozenset[int] = frozenset()
    is_sure: bool = True


def school_year(title: str) -> SchoolYear | None:
    """The school year or the term that a title names; None for a title that names none."""
    found = re.search(_SCHOOL_YEAR, title) if "学" in title else None
    if found is None:
        autumn = re.search(_AUTUMN, title) if "秋" in title else None
        return SchoolYear(int(autumn[1]), _WINTER) if autumn else None
    first = int(found[1])
    if found[2] and int(found[2][-2:]) != (first + 1) % 100:
        return None
    if re.search(_SECOND, title[found.end() :]):
        return SchoolYear(first + 1)
    if re.search(_FIRST, title[found.end() :]):
        return SchoolYear(first, _WINTER)
    return SchoolYear(first, _UNTIL_SUMMER, is_sure=False)


def with_later_year(text: str, year: int, later: frozenset[int]) -> str:
    """A deadline with the year after `year` put before the months that belong to it."""
    if "月" not in text or re.search(_NAMES_A_YEAR, text):
        return text

    def dated(months: re.Match[str]) -> str:
        begins = [name for name in ("first", "last") if months[name] and _number(months[name]) in later]
        at = months.start(begins[0]) - months.start() if begins else None
        return months[0] if at is None else f"{months[0][:at]}{year + 1}年{months[0][at:]}"

    return re.sub(_MONTH, dated, text)


def _number(month: str) -> int:
    """Which month of the year 1, 一 and 元 are."""
    return int(month) if month.isdecimal() else _SPELT.find(month) + 1 or 1

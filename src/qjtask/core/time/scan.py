"""Where times stand in running text: each in turn, without what only looks like one (7.5%, 四季常青)."""

from __future__ import annotations

import re

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.time.points import GOES_ON, TIME
from qjtask.core.time.recurrence import read_recurrence
from qjtask.core.time.senses import ASKING, Sense

_SIGN_OF_TIME = r"[年月季旬周]|星期|[0-9][-./·][0-9]|[0-9]{8}|十[一二三四五六七八九]五"
_BEFORE_SIGN = 8  # signs; the longest that a time has before its 年 or 月
_SAYS_WHEN = r"[0-9底末初旬]"
_LONGEST_REPEAT = 40  # signs
_NO_TIME_BEFORE = "0123456789.第近多数几往历整常满周财学两"
_YEARS = "23456789"
_NO_YEARS_BEFORE = tuple("0123456789近")
_CENTURIES = ("19", "20")
_UNITS = "%‰万亿千百元吨亩公平立米户人倍个家项"  # 面积9754.38亩 is no month
_BEFORE = ("前", "之前", "以前")
_FIRST_MONTHS = r"前[0-9]{1,2}个"  # 今年前9个月 is no 今年前


class Spot(NamedTuple):
    """A time in canonical words. Without a `point` it has no day of its own, and `sense` says why."""

    start: int
    end: int
    point: re.Match[str] | None = None
    sense: Sense = Sense.RECURRING


def next_spot(words: str, at: int) -> Spot | None:
    """The next time from `at`; a recurrence only when it says when (每年2月底前, not 每季度)."""
    while (found := _next_match(words, at)) is not None:
        spot = _spot(words, found)
        if spot is not None:
            return spot
        at = found.start() + 1 if found.lastgroup else found.end()
    return None


def _next_match(words: str, at: int) -> re.Match[str] | None:
    """The next likeness of a time; where no sign of one stands near, none is looked for."""
    sign = compiled(_SIGN_OF_TIME).search(words, at)
    return compiled(TIME).search(words, max(at, sign.start() - _BEFORE_SIGN)) if sign else None


def _spot(words: str, found: re.Match[str]) -> Spot | None:
    start, end = found.span()
    if found.lastgroup is None:
        end = _repeat_end(words, start)
        return Spot(start, end) if end else None
    if _can_begin(words, found):
        return Spot(start, end, found)
    return Spot(start - 1, end, sense=Sense.COUNTED) if _is_years(words, found) else None


def _can_begin(words: str, point: re.Match[str]) -> bool:
    """Whether a time begins here: not in 15年内, 近年内, 四季常青, 全年."""
    before = words[point.start() - 1 : point.start()]
    if before and before in _NO_TIME_BEFORE:
        return False
    shape, after = point.lastgroup, words[point.end() : point.end() + 1]
    if shape == "by_quarter":
        return "季度" in point[0]
    if shape == "by_year":
        part = point["year_part"]
        goes_on = part in GOES_ON and compiled(GOES_ON[part]).match(words, point.end())
        return part is not None and not goes_on
    if shape == "figures":
        return point["y"].startswith(_CENTURIES) and not (after and after in _UNITS)
    if shape in ("month_day", "compact"):  # 9.30前 is a day, 7.5% is none
        return words.startswith(_BEFORE, point.end())
    return shape != "bare_year" and not (
        shape == "year" and compiled(_FIRST_MONTHS).match(words, point.end())
    )


def _is_years(words: str, point: re.Match[str]) -> bool:
    """三年内建成: a term in years, which nobody can count without its first day."""
    start = point.start()
    is_term = point[0] == "年内" and words[start - 1] in _YEARS
    if not is_term or words[: start - 1].endswith(_NO_YEARS_BEFORE):
        return False
    return compiled(ASKING).match(words, point.end()) is not None


def _repeat_end(words: str, start: int) -> int:
    """Where a recurrence that says when ends; 0 for 每季度 alone."""
    near = words[start : start + _LONGEST_REPEAT]
    try:
        repeated = read_recurrence(near)
    except (ValueError, OverflowError):
        return 0
    if repeated is None:
        return 0
    end = start + len(near) - len(repeated.rest)
    return end if compiled(_SAYS_WHEN).search(words, start, end) else 0

"""本月25日前 and 下季度末 in running text: the month or quarter of the day of issue put in for 本月."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from qjtask.core.text.patterns import compiled
from qjtask.core.time.terms import own_period

_PERIOD = (
    r"(?P<which>[本下]个?(?:月份?|季度))"
    r"(?=\s{0,2}(?:[0-9０-９一二三四五六七八九十]{1,3}\s{0,2}[日号]|[底末]|[上中下]旬|[之以]?内|[之以]?前))"
)
_PERIODS = [f"{which}{unit}" for which in "本下" for unit in ("月", "季", "个月", "个季")]
_EACH = r"[每逐各按]\s{0,2}个?\s{0,2}[月季周旬]"  # 每月…本月底: of each month, whichever it is
_CLAUSES = r"[。；;\n]"
_FAR = 60  # signs of a clause that are looked at
_FIX = "请写成确切日期"


def with_named_periods(text: str, issued: date | None, tell: Callable[[str, str, str], None]) -> str:
    """The text with 本月 made 2021年3月 by the day of issue, and that told; told too where there is none."""
    if not any(map(text.__contains__, _PERIODS)):
        return text

    def named(found: re.Match[str]) -> str:
        before = compiled(_CLAUSES).split(text[max(0, found.start() - _FAR) : found.start()])[-1]
        words = found["which"]
        if compiled(_EACH).search(before):
            return words
        if issued is None:
            tell(f"具体工作里的“{words}”没有说是哪一年哪一月", "没有记作时间节点", _FIX)
            return words
        period, _ = own_period(f"{words}底", issued) or (words, "")
        tell(f"具体工作里写着“{words}”", f"按发文的日期算作{period[:-1]}", _FIX)
        return period[:-1]

    return compiled(_PERIOD).sub(named, text)

"""周五前 and 下周一前 in running text: the day of the week of issue, or of the week after it, put in."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from qjtask.core.text.patterns import compiled
from qjtask.core.time.terms import weekday_of_issue

_DAYS = {day: at for at, day in enumerate("一二三四五六日")} | {"天": 6}
_WEEKDAY = (
    r"(?<![每逐各按周期至到、—])(?P<which>[本这下])?个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])"
    r"(?=(?:下?午|晚上?|下班|放学)?[之以]?前(?![往来后期去夕]))"
)
_FIX = "请写成确切日期"


def with_weekdays(text: str, issued: date | None, tell: Callable[[str, str, str], None]) -> str:
    """The text with 周五前 made 2015年4月3日前 by the day of issue, and that told; where there is none, too.

    每周五前 comes again and stays, as 周一至周五 does, and 4月3日（周五）前, which says the day itself.
    """
    if not any(week in text for week in ("周", "星期", "礼拜")):
        return text

    def named(found: re.Match[str]) -> str:
        if issued is None:
            tell(f"具体工作里的“{found[0]}前”没有说是哪一天", "没有记作时间节点", _FIX)
            return found[0]
        day = weekday_of_issue(issued, found["which"] or "", _DAYS[found["day"]])
        shown = f"{day.year}年{day.month}月{day.day}日"
        tell(f"具体工作里写着“{found[0]}前”", f"按发文的那一周算作{shown}", _FIX)
        return shown

    return compiled(_WEEKDAY).sub(named, text)

"""Times that count from the day of issue: 印发之日起30日内, 半年内, 本月底前, 下季度末."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import cast

from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import after_mark
from qjtask.core.time.span import Span, Unit
from qjtask.core.time.workdays import add_workdays

# Only 内 tells a term without its first day from a date (30日前).
_TERM = (
    r"(?P<since>(?:本?(?:通知|文件|方案|意见|办法|文))?(?:正式)?(?:印发|下发|发布|发文|公布)"
    r"(?:之?日)?(?:起|之后|以后|后)*)?"
    r"(?:(?P<n>[0-9]{1,3})(?:个?(?P<workdays>工作日)|(?P<d>[日天])|个?(?P<w>周|星期)|个(?P<m>月)|(?P<y>年)(?!半))"
    r"|(?:(?P<months>[0-9]{1,2})个)?半个?(?P<half_month>月)|(?:(?P<years>[0-9]{1,2})年)?半(?P<half_year>年)"
    r"|(?P<years_half>[0-9]{1,2})年半)"
    r"(?:[之以]?内|(?(since)前?|(?!)))"
)
_COUNT_SIGNS = frozenset("0123456789半")
"""Every term has one of these; words without any need not wait for the pattern to compile."""
_OWN_PERIOD = r"(?P<which>[本下])个?(?P<unit>月份?|季度?)(?=$|[末底初中内之以前上下0-9完])"

_OWN_WEEK = r"(?P<which>[本这下])个?(?:周|星期)(?P<day>[1-6日天])?(?:[之以]?内)?(?=$|[之以]?前|完)"
_WEEKDAYS = "一二三四五六日"
_FRIDAY, _WEEK = 4, 7

_SINCE_WHEN = "没有说从哪天起算，暂按印发之日，请写成确切日期"
_UNANNOUNCED = "超出已公布的节假日安排，暂按周一至周五算工作日，请核对"
_OWN_MONTH = "“{}”按发文的那个月算，请写成确切日期"
_OF_ISSUE = "“{}”按发文的那一周算，请写成确切日期"


def read_term(words: str, issued: date | None) -> tuple[date, str, str | None] | None:
    """The last day of 印发后30日内, 10个工作日内, 半年内, the words after it, and why to doubt it.

    Raises LookupError when the day of issue is needed and not known.
    """
    term = None if _COUNT_SIGNS.isdisjoint(words) else compiled(_TERM).match(words)
    if term is None:
        return None
    if issued is None:
        raise LookupError(words)
    known = True
    if term["workdays"]:
        day, known = add_workdays(issued, int(term["n"]))
    else:
        day = _after(term, issued)
    doubt = None if term["since"] else _SINCE_WHEN
    return day, after_mark(words[term.end() :]), doubt if known else _UNANNOUNCED


def _after(term: re.Match[str], issued: date) -> date:
    if term["half_month"]:
        return Span(int(term["months"] or 0), "m").after(issued) + timedelta(days=15)
    if term["half_year"] or term["years_half"]:
        years = int(term["years"] or term["years_half"] or 0)
        return Span(12 * years + 6, "m").after(issued)
    return Span(int(term["n"]), cast("Unit", term.lastgroup)).after(issued)


def own_period(words: str, issued: date | None) -> tuple[str, str] | None:
    """本月底前 with the month of issue named (2021年3月底前), and why to doubt it; None for other words.

    Raises LookupError when the day of issue is not known.
    """
    found = compiled(_OWN_PERIOD).match(words)
    if found is None:
        return None
    if issued is None:
        raise LookupError(words)
    ahead = found["which"] == "下"
    if found["unit"].startswith("月"):
        year, month = divmod(12 * issued.year + issued.month - 1 + ahead, 12)
        named = f"{year}年{month + 1}月"
    else:
        year, quarter = divmod(4 * issued.year + (issued.month - 1) // 3 + ahead, 4)
        named = f"{year}年{quarter + 1}季度"
    return named + words[found.end() :], _OWN_MONTH.format(found[0])


def own_week(words: str, issued: date | None) -> tuple[str, str] | None:
    """下周五前 with its day named (2021年4月2日前), and why to doubt it; a week alone ends on its Friday.

    Raises LookupError when the day of issue is not known.
    """
    found = compiled(_OWN_WEEK).match(words)
    if found is None:
        return None
    if issued is None:
        raise LookupError(words)
    weekday = _weekday(found["day"]) if found["day"] else _FRIDAY
    day = weekday_of_issue(issued, found["which"], weekday)
    printed = f"{found['which']}周{_WEEKDAYS[weekday]}" if found["day"] else found[0]
    return f"{day.year}年{day.month}月{day.day}日{words[found.end() :]}", _OF_ISSUE.format(printed)


def _weekday(sign: str) -> int:
    """The weekday (0 for Monday) that canonical words call 5, or 日."""
    return int(sign) - 1 if sign.isdecimal() else _WEEKDAYS.index(sign.replace("天", "日"))


def weekday_of_issue(issued: date, which: str, weekday: int) -> date:
    """The weekday (0 for Monday) of the week of issue; a bare one that is past is that of the next week."""
    day = issued + timedelta(weekday - issued.weekday() + _WEEK * (which == "下"))
    return day + timedelta(_WEEK) if not which and day < issued else day

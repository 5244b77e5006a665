"""What a 完成时限 cell means; docs/deadlines.md lists the phrases and the reasons."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, cast

from qjtask.core.text.signs import is_blank
from qjtask.core.time import phrases
from qjtask.core.time.dates import after_mark, count_times, read_date, read_when
from qjtask.core.time.recurrence import Recurrence, read_recurrence
from qjtask.core.time.span import Span, Unit
from qjtask.core.time.workdays import add_workdays

__all__ = ["Deadline", "DeadlineClass", "Recurrence", "read_date", "read_deadline"]

# 印发之日起30日内, 3个月内. Only 内 tells a term without its first day from a date (30日前).
_TERM = (
    r"(?P<since>(?:本?(?:通知|文件|方案|意见|办法|文))?(?:正式)?(?:印发|下发|发布|发文|公布)"
    r"(?:之?日)?(?:起|之后|以后|后)*)?"
    r"(?P<n>[0-9]{1,3})(?:个?(?P<workdays>工作日)|(?P<d>[日天])|个?(?P<w>周|星期)|个(?P<m>月)|(?P<y>年))"
    r"(?:[之以]?内|(?(since)前?|(?!)))"
)
_LONGEST = 200  # characters; a longer cell is no phrase, and must not cost a pattern its time

_BLANK = "没有写完成时限"
_UNREAD = "没有读懂，请写成日期（如2021-06-30）或“持续推进”一类的说法"
_SEVERAL = "写了不止一个时间，请只留最后一个，把较早的写进milestones"
_IMPOSSIBLE = "日期不存在，或者起止颠倒，请更正"
_NOT_ISSUED = "从印发之日起算，但计划没有写印发日期，请补上issued"
_SINCE_WHEN = "没有说从哪天起算，暂按印发之日，请写成确切日期"
_UNANNOUNCED = "超出已公布的节假日安排，暂按周一至周五算工作日，请核对"
_ONLY_STARTS = "只说了开始时间，没有说完成时限，请写明"
_STARTS = "开始时间不算完成时限，要提醒请写进milestones"


class DeadlineClass(StrEnum):
    """The kinds of deadline a table prints."""

    DATE = "date"
    ONGOING = "ongoing"
    ON_SCHEDULE = "on_schedule"
    RECURRING = "recurring"
    IMMEDIATE = "immediate"
    DATE_THEN_ONGOING = "date_then_ongoing"
    UNKNOWN = "unknown"


class Deadline(NamedTuple):
    """A deadline as printed and as understood.

    `date` is set for DATE and DATE_THEN_ONGOING, `recurrence` for RECURRING. `milestone` is what
    the date asks for when that is less than completion (5月底前动工: 动工). `doubt` is one Chinese
    sentence where the words could be read in another way, or could not be read.
    """

    text: str
    kind: DeadlineClass
    date: date | None = None
    recurrence: Recurrence | None = None
    milestone: str | None = None
    doubt: str | None = None


def read_deadline(text: str, *, year: int, issued: date | None = None) -> Deadline:
    """Read a 完成时限 cell; never raises.

    `year` is the plan's, for words that do not say one; `issued` the notice's date, from which
    印发后30日内 counts.
    """
    return _read(text, year, issued)


@lru_cache(maxsize=4096)
def _read(text: str, year: int, issued: date | None) -> Deadline:
    if len(text) > _LONGEST:
        return _unknown(text, _UNREAD)
    words = phrases.canonical(text)
    if is_blank(words):
        return _unknown(text, _BLANK)
    try:
        read = _understand(words, year, issued)
    except (ValueError, OverflowError):  # from `date`, which knows best what exists
        read = _unknown(text, _IMPOSSIBLE)
    if read is None:
        read = _unknown(text, _UNREAD if count_times(words) < 2 else _SEVERAL)
    return read._replace(text=text)


def _understand(words: str, year: int, issued: date | None) -> Deadline | None:
    bare = phrases.without_lead(words)
    return (
        _immediate(words)  # before 立行立改 is taken for the lead of 立行立改，6月底前完成
        or _undated(bare)
        or _recurring(bare)
        or _dated(bare, year)
        or _counted_from(issued, bare)
    )


def _immediate(words: str) -> Deadline | None:
    found = re.match(phrases.IMMEDIATE, words)
    tail = phrases.read_tail(words[found.end() :]) if found else None
    return Deadline(words, DeadlineClass.IMMEDIATE, milestone=tail.step) if tail else None


def _undated(words: str) -> Deadline | None:
    for pattern, kind in (
        (phrases.ONGOING, DeadlineClass.ONGOING),
        (phrases.ON_SCHEDULE, DeadlineClass.ON_SCHEDULE),
    ):
        if re.fullmatch(pattern, words):
            return Deadline(words, kind)
    return None


def _recurring(words: str) -> Deadline | None:
    repeated = read_recurrence(words)
    tail = phrases.read_tail(repeated.rest) if repeated else None
    if repeated is None or tail is None:
        return None
    return Deadline(
        words,
        DeadlineClass.RECURRING,
        recurrence=repeated.recurrence,
        milestone=tail.step,
        doubt=repeated.doubt,
    )


def _counted_from(issued: date | None, words: str) -> Deadline | None:
    term = re.match(_TERM, words)
    if term is None:
        return None
    if issued is None:
        return _unknown(words, _NOT_ISSUED)
    n, known = int(term["n"]), True
    if term["workdays"]:
        day, known = add_workdays(issued, n)
    else:
        day = Span(n, cast("Unit", term.lastgroup)).after(issued)
    doubt = None if term["since"] else _SINCE_WHEN
    return _due(words, day, after_mark(words[term.end() :]), doubt if known else _UNANNOUNCED)


def _dated(words: str, year: int) -> Deadline | None:
    when = read_when(words, year=year)
    if when is None:
        return None
    doubt = when.doubt and f"暂按{when.day}，{when.doubt}"
    return _due(words, when.day, when.rest, doubt) or _starting(words, when.rest)


def _starting(words: str, rest: str) -> Deadline | None:
    """Read 6月起持续推进: the date begins the work, and nothing is due on it."""
    start = phrases.read_start(rest)
    if start is None:
        return None
    if start.ongoing:
        return Deadline(words, DeadlineClass.ONGOING, doubt=_STARTS)
    return _unknown(words, _ONLY_STARTS)


def _due(words: str, day: date, rest: str, doubt: str | None) -> Deadline | None:
    tail = phrases.read_tail(rest)
    if tail is None:
        return None
    kind = DeadlineClass.DATE_THEN_ONGOING if tail.ongoing else DeadlineClass.DATE
    return Deadline(words, kind, day, milestone=tail.step, doubt=doubt)


def _unknown(text: str, doubt: str) -> Deadline:
    return Deadline(text, DeadlineClass.UNKNOWN, doubt=doubt)

"""What a 完成时限 cell means; docs/deadlines.md lists the phrases and the reasons."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_blank
from qjtask.core.time.dates import count_times, iso_day, read_date
from qjtask.core.time.deadline_values import Deadline, DeadlineClass, unknown
from qjtask.core.time.points import counted_from_issue, month_end
from qjtask.core.time.recurrence import Recurrence, read_each
from qjtask.core.time.spelling import canonical

__all__ = ["Deadline", "DeadlineClass", "Recurrence", "read_date", "read_deadline"]

_LONGEST = 200  # characters; a longer cell is no phrase, and must not cost a pattern its time
# The cells met most often need not wait for the whole grammar to compile: that takes 10 ms.
_PLAIN = r"(?:([1-9][0-9]{3})年)?([0-9]{1,2})月(?:([0-9]{1,2})日前?|底前?)?"
_YEAR_END = r"([1-9][0-9]{3})?年底前?"
_AND_GOES_ON = "并长期坚持"
# 汛前, 秋季开学前, 立项后6个月内: a time that has a name and no day.
_NAMED_TIME = r"[^0-9]{1,20}(?:[之以]?[前后]|期间|[之以]?后[0-9]{1,3}个?[^0-9]{1,3}[之以]?内)(?:完成)?"

# A day as a machine writes it, with the hour that it writes behind every day: 2021-06-30 00:00:00.
_MACHINES = (
    r"\s*([0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?: {1,3}|T)"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?\s*"
)

_SEASON = r"(?:主?汛期?|雨季|防火期|[春夏秋冬]季|[寒暑]假|[供采]暖[季期])(?:全程|期?间|内|中)?"

_BLANK = "没有写完成时限"
_UNREAD = "没有读懂，请写成日期（如2021-06-30）或“持续推进”一类的说法"
_NO_DAY = "没有说是哪一天，请写成确切日期（如2021-06-30）"
_SEVERAL = "写了不止一个时间，请只留最后一个，把较早的写进milestones"
_IMPOSSIBLE = "日期不存在，或者起止颠倒，请更正"
_NOT_ISSUED = "从印发之日起算，但计划没有写印发日期，请补上issued"
_UNDATED = {
    "持续推进": DeadlineClass.ONGOING,
    "长期坚持": DeadlineClass.ONGOING,
    "按时序推进": DeadlineClass.ON_SCHEDULE,
    "按时序进度推进": DeadlineClass.ON_SCHEDULE,
    "立行立改": DeadlineClass.IMMEDIATE,
}


def read_deadline(text: str, *, year: int, issued: date | None = None) -> Deadline:
    """Read a 完成时限 cell; never raises.

    `year` is the plan's, for words that do not say one; `issued` the notice's date, from which
    印发后30日内 counts, and 明年 where it was issued in the year before the plan's.
    """
    return _read(text, year, issued)


@lru_cache(maxsize=4096)
def _read(text: str, year: int, issued: date | None) -> Deadline:
    if len(text) > _LONGEST:
        return unknown(text, _UNREAD)
    if day := iso_day(text):
        return Deadline(text, DeadlineClass.DATE, day)
    said = counted_from_issue(text, year, issued)
    machines = compiled(_MACHINES).fullmatch(said) if ":" in said else None
    words = canonical(machines[1] if machines else said)
    if is_blank(words):
        return unknown(text, _BLANK)
    try:
        read = _met_often(words, year) or _worded(words, said, year, issued)
    except (ValueError, OverflowError):  # from `date`, which knows best what exists
        read = unknown(text, _IMPOSSIBLE)
    except LookupError:  # a term, and no day to count it from
        read = unknown(text, _NOT_ISSUED)
    return (read or unknown(text, _why_unread(words)))._replace(text=text)


def _why_unread(words: str) -> str:
    if count_times(words) > 1:
        return _SEVERAL
    names_time = any(sign in words for sign in "前后间") and compiled(_NAMED_TIME).fullmatch(words)
    names_time = names_time or compiled(_SEASON).fullmatch(words)
    return _NO_DAY if names_time else _UNREAD


def _met_often(words: str, year: int) -> Deadline | None:
    """What the grammar would say too."""
    if kind := _UNDATED.get(words):
        return Deadline(words, kind)
    day = _plain_day(words.removesuffix(_AND_GOES_ON), year)
    if day:
        goes_on = words.endswith(_AND_GOES_ON)
        return Deadline(words, DeadlineClass.DATE_THEN_ONGOING if goes_on else DeadlineClass.DATE, day)
    if each := read_each(words):
        return Deadline(words, DeadlineClass.RECURRING, recurrence=each)
    return None


def _plain_day(words: str, year: int) -> date | None:
    if found := compiled(_PLAIN).fullmatch(words):
        named, month, day = (int(digits or 0) for digits in found.groups())
        return date(named or year, month, day) if found[3] else month_end(named or year, month)
    end = compiled(_YEAR_END).fullmatch(words)
    return date(int(end[1] or year), 12, 31) if end else None


def _worded(words: str, said: str, year: int, issued: date | None) -> Deadline | None:
    from qjtask.core.time.worded_deadlines import read_words  # the cells met most often do without

    return read_words(words, said, year, issued)

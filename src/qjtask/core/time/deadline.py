"""What a 完成时限 cell means; docs/deadlines.md lists the phrases and the reasons."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import lru_cache

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import HAN, compiled
from qjtask.core.text.signs import is_blank
from qjtask.core.time import phrases
from qjtask.core.time.dates import When, count_times, iso_day, lies_in_year, read_date, read_when
from qjtask.core.time.points import counted_from_issue, month_end
from qjtask.core.time.recurrence import Recurrence, read_each, read_recurrence
from qjtask.core.time.spelling import canonical, is_plans_period, outer_and_inner

__all__ = ["Deadline", "DeadlineClass", "Recurrence", "read_date", "read_deadline"]

_LONGEST = 200  # characters; a longer cell is no phrase, and must not cost a pattern its time
# The cells met most often need not wait for the whole grammar to compile: that takes 10 ms.
_PLAIN = r"(?:([1-9][0-9]{3})年)?([0-9]{1,2})月(?:([0-9]{1,2})日前?|底前?)?"
_YEAR_END = r"([1-9][0-9]{3})?年底前?"
_AND_GOES_ON = "并长期坚持"
_WHOLE_YEAR = r"(?:[0-9]{4}年)?全年度?"
_THROUGH_THE_YEAR = rf"{_WHOLE_YEAR}[,;、]?(?=每)"  # 全年，每月25日前 repeats as 每月25日前 does
_ONCE_A_QUARTER = rf"1(?:季度?|月|年)(?:{HAN}{{2}})?1次"
# 汛前, 秋季开学前, 立项后6个月内: a time that has a name and no day.
_FEASTS = frozenset("节旦庆劳青童党军一八四")
"""Every feast that has a day of its own is called by one of these."""
_NAMED_TIME = r"[^0-9]{1,20}(?:[之以]?[前后]|期间|[之以]?后[0-9]{1,3}个?[^0-9]{1,3}[之以]?内)(?:完成)?"

# A day as a machine writes it, with the hour that it writes behind every day: 2021-06-30 00:00:00.
_MACHINES = (
    r"\s*([0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?: {1,3}|T)"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?\s*"
)

_BLANK = "没有写完成时限"
_UNREAD = "没有读懂，请写成日期（如2021-06-30）或“持续推进”一类的说法"
_NO_DAY = "没有说是哪一天，请写成确切日期（如2021-06-30）"
_SEVERAL = "写了不止一个时间，请只留最后一个，把较早的写进milestones"
_IMPOSSIBLE = "日期不存在，或者起止颠倒，请更正"
_NOT_ISSUED = "从印发之日起算，但计划没有写印发日期，请补上issued"
_ONCE_OR_EACH = "可能是每期一次，也可能是只有一次，请写成“每季度”或“一季度末”一类的说法"
_ONLY_STARTS = "只说了开始时间，没有说完成时限，请写明"
_ABOUT = ("前后", "左右")  # 3月15日前后 is about that day; 6月底前后 is about no day
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


_UNDATED = {
    "持续推进": DeadlineClass.ONGOING,
    "长期坚持": DeadlineClass.ONGOING,
    "按时序推进": DeadlineClass.ON_SCHEDULE,
    "按时序进度推进": DeadlineClass.ON_SCHEDULE,
    "立行立改": DeadlineClass.IMMEDIATE,
}


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
    印发后30日内 counts, and 明年 where it was issued in the year before the plan's.
    """
    return _read(text, year, issued)


@lru_cache(maxsize=4096)
def _read(text: str, year: int, issued: date | None) -> Deadline:
    if len(text) > _LONGEST:
        return _unknown(text, _UNREAD)
    if day := iso_day(text):
        return Deadline(text, DeadlineClass.DATE, day)
    said = counted_from_issue(text, year, issued)
    machines = compiled(_MACHINES).fullmatch(said) if ":" in said else None
    words = canonical(machines[1] if machines else said)
    if is_blank(words):
        return _unknown(text, _BLANK)
    try:
        read = _met_often(words, year) or _understand(words, year, issued) or _bracketed(said, year, issued)
    except (ValueError, OverflowError):  # from `date`, which knows best what exists
        read = _unknown(text, _IMPOSSIBLE)
    except LookupError:  # a term, and no day to count it from
        read = _unknown(text, _NOT_ISSUED)
    if read is None:
        read = _before_feast(said, year, issued) or _unknown(text, _why_unread(words))
    return read._replace(text=text)


def _before_feast(text: str, year: int, issued: date | None) -> Deadline | None:
    """Read 国庆节前 and “七一”前: the last day before."""
    if "前" not in text or _FEASTS.isdisjoint(text):
        return None
    from qjtask.core.time.feasts import before_feast  # few deadlines name one

    feast = before_feast(text, year=year, issued=issued)
    return feast and _due(text, feast.day, feast.rest, feast.doubt)


def _why_unread(words: str) -> str:
    if count_times(words) > 1:
        return _SEVERAL
    names_time = any(sign in words for sign in "前后间") and compiled(_NAMED_TIME).fullmatch(words)
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


def _understand(words: str, year: int, issued: date | None) -> Deadline | None:
    words = phrases.without_label(words)
    bare, since = phrases.read_lead(words)
    if "全年" in bare and "每" in bare:
        bare = compiled(_THROUGH_THE_YEAR).sub("", bare, 1)
    if bare.startswith("1") and "次" in bare and compiled(_ONCE_A_QUARTER).fullmatch(bare):
        return _unknown(words, _ONCE_OR_EACH)
    return (
        _immediate(words)  # before 立行立改 is taken for the lead of 立行立改，6月底前完成
        or _undated(bare)
        or _going_on(bare, year)
        or _recurring(bare)
        or _from_issue(bare, year, issued)
        or _dated(bare, year, since=since)
        or _counted(bare, issued)
    )


def _plain_day(words: str, year: int) -> date | None:
    if found := compiled(_PLAIN).fullmatch(words):
        named, month, day = (int(digits or 0) for digits in found.groups())
        return date(named or year, month, day) if found[3] else month_end(named or year, month)
    end = compiled(_YEAR_END).fullmatch(words)
    return date(int(end[1] or year), 12, 31) if end else None


def _bracketed(text: str, year: int, issued: date | None) -> Deadline | None:
    """Read 汛期前（5月31日前） and 整治阶段（5月至8月）: the bracket says when what stands before it is.

    Two different dates are two times, and not read, but a day in a year: 年内（11月底前）.
    """
    parts = outer_and_inner(text)
    if parts is None or is_plans_period(*parts):
        return None
    from qjtask.core.time.clock import says_days_again  # few deadlines end in a bracket

    if says_days_again(parts[1]):
        said = _understand(canonical(parts[0]), year, issued)
        return said if said and said.date else None
    outer, inner = (canonical(part) for part in parts)
    within = _understand(inner, year, issued)
    if within is None or within.kind not in (DeadlineClass.DATE, DeadlineClass.RECURRING):
        return None
    if within.kind is DeadlineClass.RECURRING:
        return within if compiled(_WHOLE_YEAR).fullmatch(outer) else None
    if count_times(outer) == 0:
        return None if _recurring(outer) else within
    without = _understand(outer, year, issued)
    day = within.date
    is_exact = day is not None and not within.milestone and lies_in_year(day, outer, year=year)
    return within if without and (is_exact or without.date == day) else None


def _immediate(words: str) -> Deadline | None:
    head = next(filter(words.startswith, phrases.IMMEDIATE), None)
    tail = phrases.read_tail(words.removeprefix(head)) if head else None
    return Deadline(words, DeadlineClass.IMMEDIATE, milestone=tail.step) if tail else None


def _undated(words: str) -> Deadline | None:
    if phrases.goes_on(words):
        return Deadline(words, DeadlineClass.ONGOING)
    if words.startswith("按") and compiled(phrases.ON_SCHEDULE).fullmatch(words):
        return Deadline(words, DeadlineClass.ON_SCHEDULE)
    return None


def _going_on(words: str, year: int) -> Deadline | None:
    """Read 长期坚持，每季度末报送 and 持续整改，12月底前取得明显成效: what is asked for meanwhile.

    全年推进，12月底前完成 ends with the year; 持续推进，6月底前完成 says two things, and is not read.
    """
    rest = phrases.after_going_on(words)
    read = _recurring(rest) or _dated(rest, year) if rest else None
    if read is None or read.recurrence or (read.date == date(year, 12, 31) and not read.milestone):
        return read
    return read._replace(kind=DeadlineClass.DATE_THEN_ONGOING) if read.milestone else None


def _recurring(words: str) -> Deadline | None:
    repeated = read_recurrence(words)
    tail = phrases.read_repeated_tail(repeated.rest) if repeated else None
    if repeated is None or tail is None:
        return None
    return Deadline(
        words,
        DeadlineClass.RECURRING,
        recurrence=repeated.recurrence,
        milestone=tail.step,
        doubt=repeated.doubt or tail.doubt,
    )


def _from_issue(words: str, year: int, issued: date | None) -> Deadline | None:
    """Read 本月底前 and 下季度末 by the month or the quarter of the day of issue."""
    if not words.startswith(("本", "下")):
        return None
    from qjtask.core.time.terms import own_period  # few deadlines count from the issue

    own = own_period(words, issued)
    if own is None:
        return None
    named, doubt = own
    read = _dated(named, year)
    return read._replace(doubt=doubt) if read else None


def _counted(words: str, issued: date | None) -> Deadline | None:
    from qjtask.core.time.terms import read_term

    term = read_term(words, issued)
    if term is None:
        return None
    day, rest, doubt = term
    return _due(words, day, rest, doubt)


def _dated(words: str, year: int, *, since: bool = False) -> Deadline | None:
    when = read_when(words, year=year)
    if when is None:
        return None
    rest = words[when.end :]
    if since and when.start is None:  # 自6月1日, without 起
        return _starting(words, rest) or _starting(words, f"起{rest}") or _unknown(words, _ONLY_STARTS)
    doubt = when.doubt and f"暂按{when.day}，{when.doubt}"
    if rest.startswith(_ABOUT) and words[: when.end].endswith(("日", "号")):
        rest, doubt = rest[len(_ABOUT[0]) :], f"写的是大约的日子，暂按{when.day}，请核对"
    return _due(words, when.day, rest, doubt, when) or _starting(words, rest)


def _starting(words: str, rest: str) -> Deadline | None:
    """Read 6月起持续推进: the date begins the work, and nothing is due on it."""
    start = phrases.read_start(rest)
    if start is None:
        return None
    if start.ongoing:
        return Deadline(words, DeadlineClass.ONGOING, doubt=_STARTS)
    return _unknown(words, _ONLY_STARTS)


def _due(words: str, day: date, rest: str, doubt: str | None, when: When | None = None) -> Deadline | None:
    tail = phrases.read_tail(rest, marked=when is not None and when.marked and not count_times(rest))
    if tail is None:
        return None
    kind = DeadlineClass.DATE_THEN_ONGOING if tail.ongoing else DeadlineClass.DATE
    return Deadline(words, kind, day, milestone=tail.step, doubt=doubt or tail.doubt)


def _unknown(text: str, doubt: str) -> Deadline:
    return Deadline(text, DeadlineClass.UNKNOWN, doubt=doubt)

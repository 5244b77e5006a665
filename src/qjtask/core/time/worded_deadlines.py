"""What the words of a deadline mean, each form by a reader of its own; the first that knows them is right."""

from __future__ import annotations

from datetime import date

from qjtask.core.text.patterns import HAN, compiled
from qjtask.core.time import phrases
from qjtask.core.time.dates import count_times, lies_in_year, read_when
from qjtask.core.time.deadline_values import Deadline, DeadlineClass, unknown
from qjtask.core.time.recurrence import read_recurrence
from qjtask.core.time.spelling import canonical, is_plans_period, outer_and_inner

_WHOLE_YEAR = r"(?:[0-9]{4}年)?全年度?"
_THROUGH_THE_YEAR = rf"{_WHOLE_YEAR}[,;、]?(?=每)"  # 全年，每月25日前 repeats as 每月25日前 does
_FEASTS = frozenset("节旦庆劳青童党军一八四")
"""Every feast that has a day of its own is called by one of these."""
_ONCE_A_QUARTER = rf"1(?:季度?|月|年)(?:{HAN}{{2}})?1次"
_ONCE_OR_EACH = "可能是每期一次，也可能是只有一次，请写成“每季度”或“一季度末”一类的说法"
_ONLY_STARTS = "只说了开始时间，没有说完成时限，请写明"
_ABOUT = ("前后", "左右")  # 3月15日前后 is about that day; 6月底前后 is about no day
_STARTS = "开始时间不算完成时限，要提醒请写进milestones"


def read_words(words: str, said: str, year: int, issued: date | None) -> Deadline | None:
    """What words mean, `said` as they are printed; None for what is no deadline."""
    return (
        _understand(words, year, issued)
        or _bracketed(said, year, issued)
        or _before_feast(said, year, issued)
    )


def _understand(words: str, year: int, issued: date | None) -> Deadline | None:
    words = phrases.without_label(words)
    bare, since = phrases.read_lead(words)
    if "全年" in bare and "每" in bare:
        bare = compiled(_THROUGH_THE_YEAR).sub("", bare, 1)
    if bare.startswith("1") and "次" in bare and compiled(_ONCE_A_QUARTER).fullmatch(bare):
        return unknown(words, _ONCE_OR_EACH)
    return (
        _immediate(words)  # before 立行立改 is taken for the lead of 立行立改，6月底前完成
        or _undated(bare)
        or _going_on(bare, year)
        or _dated(phrases.after_periods(bare), year)  # 按季度推进，12月底完成
        or _recurring(bare)
        or _from_issue(bare, year, issued)
        or _dated(bare, year, since=since)
        or _counted(bare, issued)
    )


def _immediate(words: str) -> Deadline | None:
    head = next(filter(words.startswith, phrases.IMMEDIATE), None)
    tail = phrases.read_tail(words.removeprefix(head).removeprefix("推进")) if head else None
    return Deadline(words, DeadlineClass.IMMEDIATE, milestone=tail.step) if tail else None


def _undated(words: str) -> Deadline | None:
    if phrases.goes_on(phrases.after_now(words)):
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
    """Read 本月底前, 下季度末 and 下周五前 by the month, the quarter or the week of the day of issue."""
    if not words.startswith(("本", "这", "下")):
        return None
    from qjtask.core.time.terms import own_period, own_week  # few deadlines count from the issue

    own = own_period(words, issued) or own_week(words, issued)
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
    return _due(words, day, rest, doubt, is_end="内" not in rest and not count_times(rest))


def _dated(words: str, year: int, *, since: bool = False) -> Deadline | None:
    when = read_when(words, year=year)
    if when is None:
        return None
    rest = words[when.end :]
    if since and when.start is None:  # 自6月1日, without 起
        return _starting(words, rest) or _starting(words, f"起{rest}") or unknown(words, _ONLY_STARTS)
    doubt = when.doubt and f"暂按{when.day}，{when.doubt}"
    if rest.startswith(_ABOUT) and words[: when.end].endswith(("日", "号")):
        rest, doubt = rest[len(_ABOUT[0]) :], f"写的是大约的日子，暂按{when.day}，请核对"
    is_end = when.marked and not count_times(rest)
    return _due(words, when.day, rest, doubt, is_end=is_end) or _starting(words, rest)


def _starting(words: str, rest: str) -> Deadline | None:
    """Read 6月起持续推进: the date begins the work, and nothing is due on it."""
    start = phrases.read_start(rest)
    if start is None:
        return None
    if start.ongoing:
        return Deadline(words, DeadlineClass.ONGOING, doubt=_STARTS)
    return unknown(words, _ONLY_STARTS)


def _due(words: str, day: date, rest: str, doubt: str | None, *, is_end: bool = False) -> Deadline | None:
    """The day and what is asked for on it; any few words are, where the day is said to be the end."""
    tail = phrases.read_tail(rest, marked=is_end)
    if tail is None:
        return None
    kind = DeadlineClass.DATE_THEN_ONGOING if tail.ongoing else DeadlineClass.DATE
    return Deadline(words, kind, day, milestone=tail.step, doubt=doubt or tail.doubt)


def _bracketed(text: str, year: int, issued: date | None) -> Deadline | None:
    """Read 汛期前（5月31日前） and 整治阶段（5月至8月）: the bracket says when what stands before it is."""
    parts = outer_and_inner(text)
    if parts is None or is_plans_period(*parts):
        return None
    from qjtask.core.time.clock import says_days_again  # few deadlines end in a bracket

    if says_days_again(parts[1]):
        said = _understand(canonical(parts[0]), year, issued)
        return said if said and said.date else None
    outer, inner = (canonical(part) for part in parts)
    within = _understand(inner, year, issued)
    if within is not None and within.kind is DeadlineClass.RECURRING:
        return within if compiled(_WHOLE_YEAR).fullmatch(outer) else None
    is_dated = within is not None and within.kind is DeadlineClass.DATE
    return within if within and is_dated and _is_when(within, outer, year, issued) else None


def _is_when(within: Deadline, outer: str, year: int, issued: date | None) -> bool:
    """Whether the day in a bracket is that of what stands before it.

    Two different dates are two times, but a day in a year: 年内（11月底前）.
    """
    if count_times(outer) == 0:
        return _recurring(outer) is None
    without = _understand(outer, year, issued)
    day = within.date
    is_exact = day is not None and not within.milestone and lies_in_year(day, outer, year=year)
    return without is not None and (is_exact or without.date == day)


def _before_feast(text: str, year: int, issued: date | None) -> Deadline | None:
    """Read 国庆节前 and “七一”前: the last day before."""
    if "前" not in text or _FEASTS.isdisjoint(text):
        return None
    from qjtask.core.time.feasts import before_feast  # few deadlines name one

    feast = before_feast(text, year=year, issued=issued)
    return feast and _due(text, feast.day, feast.rest, feast.doubt)

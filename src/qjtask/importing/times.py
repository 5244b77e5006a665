"""Dates inside running text: 2021年4月底前，梳理…: a step by that day, or the deadline a column lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from qjtask.core.plan.plan import Milestone
from qjtask.core.time.dates import read_when
from qjtask.core.time.deadline import Deadline, DeadlineClass, read_deadline
from qjtask.core.time.phrases import canonical
from qjtask.importing.tidy_text import spans

_DAY = r"\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]"
_MONTH = r"\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:份)?"
_YEAR = r"(?:[0-9０-９]{4}|二[〇○零][一二三四五六七八九〇○零]{2})\s*年|[今明次]年"
_END = r"[底末](?:[之以]?前)?|[上中下]旬(?:[之以]?前)?|[之以]?前"
# A bare month or year says when only with an end or a beginning word: 到2027年, 12月完成.
_TIME = (
    rf"(?:{_YEAR})?{_MONTH}(?:{_DAY}(?:[之以]?前)?|{_END}|(?=完成|实现|建成|投|开工|动工|竣工|通车|出台|印发))"
    rf"|(?:{_YEAR})?年?(?:[底末终]|内)(?:[之以]?前)?(?<=[年底末终内前])"
    rf"|(?:{_YEAR})?(?:第?[一二三四1-4]季度|[上下]半年)(?:[末底](?:[之以]?前)?|[之以]?前)"
    rf"|(?:到|至|力争)(?:{_YEAR})(?=[，,]|实现|完成|建成|达到)"
)
# An opening sign ends the search for its like: a text full of them is walked once.
_QUIET = r"《[^《》]*》|〔[^〔〕]*〕|“[^“”年]*年[^“”]*”|[（(][^（()）]*[年〕]\d*(?:版|号)[)）]"
_LEAD_IN = r"(?:力争|确保|争取|原则上|务必|于|在|到|至|截至|并|同时|并于|每年)*"
_LONGEST_PERIOD = 12  # characters
_ANY_YEAR = 2021  # whether words name a time depends on no year
_STOPS = "。；;\n"
_PAUSES = _STOPS + "，,：:"
_PAST = r"(?:已|以来|起至|起(?!步))"


class Moment(NamedTuple):
    """A date met in a text: the words, the day, where they stand, and what is to be done by then."""

    words: str
    day: date
    start: int
    end: int
    work: str


def moments(text: str, *, year: int, issued: date | None) -> Iterator[Moment]:
    """The dates of a text that ask for something, in order. What is past, or begins something, does not."""
    within = spans(_QUIET, text)
    found = [one for one in re.finditer(_TIME, text) if not within(one.start())]
    for at, one in enumerate(found):
        words = one[0].strip()
        after = text[one.end() :]
        if re.match(_PAST, after) or re.search(r"[自从每]$", text[: one.start()]):
            continue
        day = _day(words, year)
        if day is None or day < (issued or date(year, 1, 1)):
            continue
        following = found[at + 1].start() if at + 1 < len(found) else len(text)
        yield Moment(words, day, one.start(), one.end(), _asked(text, one.start(), one.end(), following))


def _day(words: str, year: int) -> date | None:
    read = read_deadline(words, year=year)
    if read.date is not None:
        return read.date
    try:
        when = read_when(canonical(words).lstrip("到至"), year=year)
    except (ValueError, OverflowError):
        return None
    return when.day if when else None


def _asked(text: str, start: int, end: int, following: int) -> str:
    """What a date asks for: the rest of its sentence, or its clause where the date stands inside one."""
    begin = max((text.rfind(sign, 0, start) for sign in _PAUSES), default=-1) + 1
    before = text[begin:start].strip()
    if re.fullmatch(_LEAD_IN, before):
        stop = min((at for sign in _STOPS if (at := text.find(sign, end)) >= 0), default=len(text))
        if following < stop:  # the next date takes over at its own clause
            stop = max(text.rfind(sign, end, following) for sign in _PAUSES)
        asked = text[end:stop].strip("，,、：: ") if stop > end else ""
        return asked or text[begin:stop].strip()
    stop = min((at for sign in _PAUSES if (at := text.find(sign, end)) >= 0), default=len(text))
    return text[begin:stop].strip("，,、 （(）)")


def is_period(heading: str) -> bool:
    """Whether a column's heading is a time: 一季度, 上半年, 6月底前 under 时间节点."""
    return 0 < len(heading) <= _LONGEST_PERIOD and _day(heading, _ANY_YEAR) is not None


def steps_of(text: str, *, year: int) -> list[Milestone]:
    """The steps of a row's 分期节点 columns, each on a line with its column's heading: 一季度：完成可研."""
    found = []
    for line in text.split("\n"):
        heading, _, work = line.partition("：")
        day = _day(heading, year)
        if day is not None and work:
            found.append(Milestone(day, work))
    return found


def deadline_in(text: str, *, year: int, issued: date | None) -> tuple[Deadline, list[Moment]] | None:
    """The deadline that a work's text says itself, and the earlier dates; None when it says none.

    A deadline in brackets or after 完成时限： is meant as one; else the last of the dates is.
    """
    labelled = re.search(r"(?:完成|整改|办结)?(?:时限|期限|时间)\s*[：:]\s*([^。；;，,〕）)】]+)", text)
    bracketed = re.search(r"[（(〔【]([^（()）〔〕【】]{2,20})[)）〕】]\s*[。；;]?\s*$", text)
    for found in (labelled, bracketed):
        if found:
            deadline = read_deadline(found[1].strip(), year=year, issued=issued)
            if deadline.kind is not DeadlineClass.UNKNOWN:
                return deadline, []
    dates = list(moments(text, year=year, issued=issued))
    if not dates:
        return None
    last = max(dates, key=lambda one: one.day)
    deadline = read_deadline(last.words, year=year, issued=issued)
    if deadline.date is None:
        deadline = read_deadline(last.day.isoformat(), year=year)
    return deadline, [one for one in dates if one.day < last.day]

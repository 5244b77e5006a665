"""Dates inside running text: 2021年4月底前，梳理…: a step by that day, or the deadline a column lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.plan.plan import Milestone
from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import ANY_YEAR, read_when
from qjtask.core.time.deadline import Deadline, DeadlineClass, read_deadline
from qjtask.core.time.mentions import Mention, read_mentions
from qjtask.core.time.senses import Sense
from qjtask.core.time.spelling import canonical, is_plans_period
from qjtask.importing.dates.asked import Moment, moments_of
from qjtask.importing.words.tidy_text import flow

__all__ = [
    "Moment",
    "deadline_in",
    "gives_way",
    "is_period",
    "moments",
    "passed_over",
    "step_lines",
    "steps_of",
    "takes_place",
]

_LABELLED = r"(?:完成|整改|办结)?(?:时限|期限|时间)\s*[：:]\s*([^。；;，,〕）)】]{1,40})"
_BRACKETED = r"[（(〔【]([^（()）〔〕【】]{2,20})[)）〕】]\s{0,3}[。；;]?\s{0,3}$"
_MONTH = "(?:[0-9]{1,2}|十?[一二三四五六七八九]|十)"
_STEP_TIME = (
    r"(?:(?:第?[一二三四1-4][-—–~～至到、]?){1,3}季度|[上下]半年"
    rf"|{_MONTH}月?(?:[-—–~～至到]{_MONTH})?月份?)(?:[初中底末]|[上中下]旬)?前?"
)
_BRACKET = r"[（(][^（()）：:]{1,12}[)）]"
_NEXT_STEP = rf"(?:(?<=[。；;，,、])|\s)\s*(?=(?:[12][0-9]{{3}}年)?{_STEP_TIME}\s*(?:{_BRACKET})?\s*[：:])"
_AROUND = " 。；;，,、"
_CLOSING = tuple(")）〕】")
_LONGEST_PERIOD = 12  # characters
_SET = ("定于", "拟于", "将于", "定在", "计划于", "安排在")
_TAKES_PLACE = (
    r"(?:[上下]午|晚上?|[0-9]{1,2}[:：时点][0-9]{0,2}分?|在[^，,。；;]{2,16}?)*"
    r"(?:正式)?(?:召开|举[行办]|进行|开[幕考学赛班]|考试)"
)
_NEAR = 6  # characters
_FEASTS = frozenset("节旦一")
_BEFORE_FEAST = (
    r"(?:^|[，,；;。、：:（(\n]|[于在到至]|确保|力争|务必|争取)"
    r"(?P<when>(?:[今明]年|20[0-9]{2}年)?(?:“(?:五一|六一|七一|八一|十一)”(?:节日?|小?长假)?|五一|[六七八]一(?=前)"
    r"|元旦|(?:国庆|劳动|妇女|青年|儿童|建党|建军|教师)节)(?:到来|来临|放假)?之?前)(?![后往的]|一[天日周]|[0-9])"
)
# 上半年完成投资3亿元，全年完成8亿元: the year's amount is the whole of what is asked for.
_OF_THE_YEAR = r"[^。；;，,]{1,40}(?P<year>[，,；;]\s*(?:力争|确保|预计)?全年)[^，,。；;0-9]{0,20}[0-9]"
_NOT_TOLD = frozenset((Sense.ASKED, Sense.NAMED, Sense.PAST))


def moments(text: str, *, year: int, issued: date | None) -> Iterator[Moment]:
    """The dates of a text that ask for something, in order. What is past, or begins something, does not."""
    first = issued or date(year, 1, 1)
    named: Sequence[Mention] = read_mentions(text, year=year, issued=issued)
    if "前" in text and not _FEASTS.isdisjoint(text):
        feasts = _before_feasts(text, year, issued)
        named = sorted((*named, *feasts), key=lambda one: one.start)
    return (one for one in moments_of(text, named) if one.day >= first)


def _before_feasts(text: str, year: int, issued: date | None) -> Iterator[Mention]:
    """“五一”前建成 and 国庆节前开放: by the last day before a feast that has a day of its own."""
    for found in compiled(_BEFORE_FEAST).finditer(text):
        day = read_deadline(found["when"], year=year, issued=issued).date
        if day is not None:
            yield Mention(found["when"], day, *found.span("when"), Sense.ASKED)


def passed_over(text: str, *, year: int, issued: date | None) -> Iterator[Mention]:
    """The times of a text that could be asked for and are taken for something else, for a person to see.

    What lies before the issue, or stands in a name, is nobody's deadline; but 2月底前 in a notice of March
    asks for something, and is given with the sense ASKED.
    """
    first = issued or date(year, 1, 1)
    for mention in read_mentions(text, year=year, issued=issued):
        is_early = mention.day is not None and mention.day < first
        if _is_asked(text, mention) if is_early else mention.sense not in _NOT_TOLD:
            yield mention


def _is_asked(text: str, mention: Mention) -> bool:
    """Whether something is asked for by a day; 已于2月底前完成 says that it was done."""
    is_by = mention.sense is Sense.ASKED and mention.words.endswith("前")
    return is_by and compiled(r"已经?[于在]?$").search(text[: mention.start]) is None


def is_period(heading: str) -> bool:
    """Whether a column's heading is a time: 一季度, 上半年, 6月底前 under 时间节点."""
    return 0 < len(heading) <= _LONGEST_PERIOD and _day(heading, ANY_YEAR) is not None


def step_lines(text: str) -> tuple[str, ...]:
    """A cell of steps, 第一季度：立项。第二季度：招标。, as lines of one each; none for any other cell.

    Every step begins with a time and a colon, and says what is done by then.
    """
    parts = compiled(_NEXT_STEP).split(text.strip()) if "：" in text or ":" in text else []
    lines = [(_nearer(time.strip()), flow(work).strip(_AROUND)) for time, _, work in map(_at_colon, parts)]
    if any(not work or not is_period(time) for time, work in lines):
        return ()
    return tuple(f"{time}：{work}" for time, work in lines)


def _nearer(time: str) -> str:
    """A step's time without its bracket, or that in it: 第四季度（11月份）, 第四季度（验收阶段）."""
    bracket = compiled(rf"\s*{_BRACKET}$").search(time)
    if bracket is None:
        return time
    within = bracket[0].strip(" （()）")
    return within if is_period(within) else time[: bracket.start()]


def _at_colon(part: str) -> tuple[str, str, str]:
    return part.replace(":", "：", 1).partition("：")


def steps_of(text: str, *, year: int) -> list[Milestone]:
    """The steps of a row's 分期节点 columns, each on a line with its column's heading: 一季度：完成可研.

    What stands under a month may say the day itself: 十月：10月18日-11月29日.
    """
    found = []
    for line in text.split("\n"):
        heading, _, work = line.partition("：")
        day = _day(heading, year)
        if day is not None and work:
            own = _own_day(work, day) if heading.endswith("月") else None
            found.append(Milestone(own if own and own >= day.replace(day=1) else day, work))
    return found


def _own_day(work: str, month: date) -> date | None:
    """The one day that a step says itself, beginning in the month that it stands under."""
    if not compiled(rf"(?<![0-9]){month.month}月").search(work):
        return None
    if is_period(work):
        return _day(work, month.year)
    days = {one.day for one in moments(work, year=month.year, issued=None)}
    return days.pop() if len(days) == 1 else None


def deadline_in(text: str, *, year: int, issued: date | None) -> tuple[Deadline, list[Moment]] | None:
    """The deadline that a work's text says itself, and the earlier dates; None when it says none.

    A deadline in brackets or after 完成时限： is meant as one; else the last of the dates is, the year where
    its amount follows them, and not the date of an event, where the work asks for something by another:
    月考定于10月15日进行，9月25日前排出考务表.
    """
    for words in _set_apart(text):
        deadline = read_deadline(words, year=year, issued=issued)
        if deadline.kind is not DeadlineClass.UNKNOWN:
            return deadline, []
    dates = list(moments(text, year=year, issued=issued))
    if not dates:
        return None
    last = max([one for one in dates if not takes_place(text, one)] or dates, key=lambda one: one.day)
    of_year = compiled(_OF_THE_YEAR).match(text, last.end) if "全年" in text[last.end :] else None
    if of_year and last.day < date(year, 12, 31):
        steps = [one._replace(work=one.work.partition(of_year["year"])[0]) for one in dates]
        return read_deadline("全年", year=year, issued=issued), steps
    deadline = read_deadline(last.words, year=year, issued=issued)
    if deadline.date != last.day:
        deadline = read_deadline(last.day.isoformat(), year=year)
    return deadline, [one for one in dates if one.day < last.day]


def gives_way(words: str, text: str, *, year: int, issued: date | None) -> bool:
    """Whether a deadline that names no day stands in a text that names one: 8月底前建成，尽快完成任务."""
    if words not in text or any(sign.isdecimal() for sign in words):
        return False
    if read_deadline(words, year=year, issued=issued).kind is not DeadlineClass.UNKNOWN:
        return False
    return deadline_in(text, year=year, issued=issued) is not None


def takes_place(text: str, one: Moment) -> bool:
    """Whether something takes place on a day: 定于10月15日召开."""
    is_set = text[max(0, one.start - _NEAR) : one.start].endswith(_SET)
    return is_set and compiled(_TAKES_PLACE).match(text, one.end) is not None


def _set_apart(text: str) -> Iterator[str]:
    """What a text says after 完成时限：, and in brackets at its end."""
    labelled = compiled(_LABELLED).search(text) if "：" in text or ":" in text else None
    if labelled:
        yield labelled[1].strip()
    ends_so = text.rstrip().rstrip("。；;").rstrip().endswith(_CLOSING)
    in_brackets = compiled(_BRACKETED).search(text) if ends_so else None
    if in_brackets and not is_plans_period(text[: in_brackets.start()].rstrip(), in_brackets[1]):
        yield in_brackets[1].strip()


def _day(words: str, year: int) -> date | None:
    read = read_deadline(words, year=year)
    if read.date is not None:
        return read.date
    try:
        when = read_when(canonical(words).lstrip("到至"), year=year)
    except (ValueError, OverflowError):
        return None
    return when.day if when else None

"""Clauses that tell what has been done: 去年完成12亿元; 截至10月底，新增5家，其中2家…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.time.mentions import Mention
from qjtask.core.time.senses import Sense
from qjtask.importing.numbers.promise_words import MAKES
from qjtask.importing.words.word_set import WordSet


class Since(NamedTuple):
    """The plan's year and day of issue, as far as they are known: a number of a time before is a fact."""

    year: int | None = None
    issued: date | None = None

    def is_after(self, day: date) -> bool:
        """Whether the plan comes after a day."""
        if self.issued is not None:
            return day < self.issued
        return self.year is not None and day.year < self.year


_PAST_WORDS = (  # 由目前的75%提高到90% is of a time to come
    r"已(?!知)|(?<![较比于同和与由从])(?:去年|上年)(?!度)|截[至止]"
    r"|(?:完成|建成|实施|新建|新增|开工|培育|引进|开展|举办|改造|发放|打造|建设)了(?=[0-9])"
    r"|(?<![由从])(?:现有|原有|此前|目前)"
)
_THERE_ALREADY = (
    r"(?>已(?:建[成设]?|批|有|开工|完[工成]|竣工|投[用产运]|入[驻库]|脱贫|实施|改造|开通|备案|认定|登记)|[现原]有)的?+"
    r"(?=[^\W0-9_a-zA-Z]{2})(?!了|基础|完成|实现|达)"
)
_BUILT_ON = r"[现原]有[^,;。:0-9]{0,8}基础上"
_WITH = ("利用", "依托", "盘活", "对", "将", "把", "为", "给", "向", "加快", "巩固", "推动", "围绕", "针对")
_SOME = r"[一二两三四五六七八九十几]年"
_YEARS_GONE = rf"\s*(?:近年来|(?:过去|近){_SOME}(?:多?来|间)?|{_SOME}多?来)"  # 五年来新建桥梁26座
_PERIOD = r"\s*“?十[一二三四五六]五”?(?:期间|时期)"
_ORIGIN = r"[由从]\s*$"  # 由2020年的30亿元增加到50亿元
_RELATIVE = r"\s*(?:同比|较上年|比上年|较去年|比去年)"
_A_YEAR = r"[0-9]{4}年"
_WHOLE_TIME = rf"{_A_YEAR}|“?十[一二三四五六]五”?(?:期间|时期)"
_AND_RELATIVE = rf"{_A_YEAR}[^,;。]{{1,40}}[,;]\s*同比"
# A clause that says no more than a time of the past speaks for its sentence, until a time to come.
_HEAD = (
    r"\s*(?:(?:截[至止]|到)?到?目前(?:为止)?|(?:[一二两三四五六七八九十]|近几?)年多?来|[^,;。]{1,12}以来|[^,;。]{0,14}[0-9一二两三四五六七八九十]年间"
    r"|去年|上年|过去(?:的?一)?年|(?:经|据(?:[^,;。]{2,8}(?:部|局|厅|委|办))?|初步|经初步|据初步)(?:核算|统计|测算))\s*"
)
_VERBS = WordSet(MAKES)
_THEN = r"\s*(?:去年|上年)(?:全[市县区省镇乡])?(?:共|累计)?"  # before a verb
# Text without any of these tells of no time gone, and no pattern is tried on it.
_MAY_TELL = (
    "已",
    "去年",
    "上年",
    "截",
    "现有",
    "原有",
    "此前",
    "目前",
    "年来",
    "以来",
    "个月,",
    "过去",
    "了",
    "核算",
    "统计",
    "测算",
    "年间",
)
_MAY_BE_NEAR = r"近[一二两三四五六七八九十几年]"
_COUNTED_UNTIL = r"\s*截[至止]"
_PART = r"\s*其中"
_TO_COME = (
    r"今年(?![一二三上1-9]|以来)|不少于|不低于|力争|确保|争取|下一步|下半年|明年|今后"
    r"|(?:计划|拟|再)[新再改续增]"
)
_ALL_YEAR = "全年|年内"
_WHOLE_YEAR = r"\s*全年"
_MONTHS_GONE = r"\s*(?:今年)?前([0-9]{1,2})个月\s*"
# 力争2021年的项目开工, 完工2020年续建的3处: the time says which.
_DONE_NEXT = r"\s*(?:完成(?:率|投资|总?产值|任务)|占|完成(?=[0-9]))"
_DEED_GONE = r"(?:已|去年|上年|[0-9]{4}年).*[0-9]"
_ON_WHAT = ("基础上", "基础之上", "后", "前提下")
_AIM = "力争|确保|争取|不低于|不少于|以上"
_AIMS_AT = r"(?:力争|确保|争取)[^,;。]{0,20}$"
_SAID_WHICH = f"{_AIMS_AT}|{_ORIGIN}"
_WHERE_GONE = r"(?:[全我本][市县区省州镇乡])?(?:计划)?(?:共|累计)?"
_LONGEST_HEAD = 30  # signs
# 较2020年底提高5个百分点 promises: these times say nothing of when the number was reached.
_NOT_OF_THE_NUMBER = frozenset((Sense.COMPARED, Sense.LIMITING, Sense.STARTING, Sense.VALID))


class _TimedClause(NamedTuple):
    """A clause with its times, and where those stand that lie before the plan."""

    start: int
    stop: int
    times: Sequence[Mention]
    earlier: Sequence[int]


class _Told(NamedTuple):
    """What a sentence has told so far.

    `is_past` for the clause before; `is_headed` when a time of the past speaks for all that follows,
    `is_compared` when a comparison with last year does, until the whole year is named.
    """

    is_past: bool = False
    is_headed: bool = False
    is_compared: bool = False


def past_starts(
    text: str, clauses: Sequence[tuple[int, int]], mentions: Sequence[Mention], since: Since
) -> Iterator[int]:
    """For each clause from where on its numbers tell what has been done; its end where none does."""
    earlier = _earlier(text, mentions, since)
    if not (earlier or _may_tell(text)):
        yield from [stop for _, stop in clauses]
        return
    told = _Told()
    for clause in _with_times(clauses, mentions, earlier):
        if _begins_anew(text, clause, since):
            told = _Told(told.is_past)
        is_compared = _is_compared(text, clause, told) or _goes_on(text, clause, told)
        past = clause.start if told.is_headed or is_compared else _past_from(text, clause)
        told = _Told(past < clause.stop, _is_headed(text, clause, told, since), is_compared)
        yield past


def _may_tell(text: str) -> bool:
    return any(map(text.__contains__, _MAY_TELL)) or compiled(_MAY_BE_NEAR).search(text) is not None


def _with_times(
    clauses: Sequence[tuple[int, int]], mentions: Sequence[Mention], earlier: frozenset[int]
) -> Iterator[_TimedClause]:
    at = 0
    for start, stop in clauses:
        first = at
        while at < len(mentions) and mentions[at].start < stop:
            at += 1
        times = mentions[first:at]
        yield _TimedClause(start, stop, times, [one.start for one in times if one.start in earlier])


def _begins_anew(text: str, clause: _TimedClause, since: Since) -> bool:
    """A new sentence, or a time to come: 年内再建20座."""
    start, stop = clause.start, clause.stop
    if start == 0 or text[start - 1] in "。!?\n" or compiled(_TO_COME).search(text, start, stop):
        return True
    if compiled(_WHOLE_YEAR).match(text, start) and text[start - 2] != "年":  # not 2020年,全年完成
        return True
    first = clause.times[0] if clause.times else None
    if first and first.start not in clause.earlier and compiled(_A_YEAR).fullmatch(first.words):
        return text[start : first.start].strip() == ""
    return any(one.sense is Sense.ASKED and one.day and not since.is_after(one.day) for one in clause.times)


def _is_compared(text: str, clause: _TimedClause, told: _Told) -> bool:
    if told.is_past and compiled(_RELATIVE).match(text, clause.start):
        return True
    return told.is_compared and compiled(_ALL_YEAR).search(text, clause.start, clause.stop) is None


def _goes_on(text: str, clause: _TimedClause, told: _Told) -> bool:
    """目前已开工5条，完成投资2亿元; 在已建成5处的基础上，完成8处 is of a time to come."""
    start, stop = clause.start, clause.stop
    may = told.is_past and not clause.times and text.startswith(",", start - 1)
    if not may or text.endswith(_ON_WHAT, 0, start - 1) or compiled(_AIM).search(text, start, stop):
        return False
    before = compiled("[,;。]").split(text[max(0, start - 1 - _LONGEST_HEAD) : start - 1])[-1]
    is_deed = compiled(_DEED_GONE).search(before) is not None
    return is_deed and compiled(_DONE_NEXT).match(text, start) is not None


def _is_headed(text: str, clause: _TimedClause, told: _Told, since: Since) -> bool:
    """Whether what follows tells of the past too, as parts of it (其中), or under its time."""
    if told.is_headed or (told.is_past and compiled(_PART).match(text, clause.start)):
        return True
    start, stop = clause.start, clause.stop
    if compiled(_YEARS_GONE).match(text, start) or _is_done_then(text, clause):
        return True
    if clause.earlier and compiled(_PERIOD).match(text, start):
        return True
    is_short = stop - start <= _LONGEST_HEAD and text.startswith(",", stop)
    return is_short and _is_time_of_the_past(text, clause, since)


def _is_done_then(text: str, clause: _TimedClause) -> bool:
    """去年建成, 2021年全县共建成: a deed of the past; 去年建成的泵站 is a thing."""
    then = compiled(_THEN).match(text, clause.start)
    done = then.end() if then else _after_year_gone(text, clause)
    return done > 0 and _VERBS.begin(text, done) and "的" not in text[clause.start : clause.stop]


def _after_year_gone(text: str, clause: _TimedClause) -> int:
    """Where the words go on after a time gone, 2021年全县 or 2021年1—6月, that begins a clause; or 0."""
    start = clause.earlier[0] if clause.earlier else -1
    if start < 0 or text[clause.start : start].strip():
        return 0
    ends = [one.end for one in clause.times if one.start == start and not one.words.endswith("前")]
    where = compiled(_WHERE_GONE).match(text, ends[0]) if ends else None
    return where.end() if where else 0


def _is_time_of_the_past(text: str, clause: _TimedClause, since: Since) -> bool:
    """目前, 五年来, 前10个月, 截至10月底, 2022年 and nothing more."""
    start, stop = clause.start, clause.stop
    gone = compiled(_MONTHS_GONE).fullmatch(text, start, stop)
    if gone:
        return since.issued is not None and int(gone[1]) < since.issued.month
    if compiled(_HEAD).fullmatch(text, start, stop):
        return True
    whole = [one for one in clause.times if one.day is not None and one.end >= stop]
    if compiled(_COUNTED_UNTIL).match(text, start):
        return any(one.day is not None and since.is_after(one.day) for one in whole)
    return any(one.start in clause.earlier and text[start : one.start].strip() == "" for one in whole)


def _past_from(text: str, clause: _TimedClause) -> int:
    if compiled(_YEARS_GONE).match(text, clause.start):
        return clause.start
    said = compiled(_PAST_WORDS).finditer(text, clause.start, clause.stop)
    past = (one.start() for one in said if not _is_of_a_thing(text, clause.start, one.start()))
    return min([*clause.earlier[:1], next(past, clause.stop), clause.stop])


def _is_of_a_thing(text: str, start: int, at: int) -> bool:
    """完成已建小区燃气接入1200户, 改造现有管网30公里: what is done with a thing that is there already."""
    before = text[max(start, at - _LONGEST_HEAD) : at]
    if compiled(_THERE_ALREADY).match(text, at) is None:
        return before.endswith("在") and compiled(_BUILT_ON).match(text, at) is not None
    return _VERBS.end(before) or before.endswith(_WITH)


def _earlier(text: str, mentions: Sequence[Mention], since: Since) -> frozenset[int]:
    """Where times stand that lie before the plan; without a plan, years that 同比 or a later year belies."""
    named = [one.day.year for one in mentions if one.day and compiled(_A_YEAR).fullmatch(one.words)]
    last = since.year or max(named, default=0)
    return frozenset(
        one.start
        for one in mentions
        if _is_earlier(text, one, since, last)
        and not _says_which(text[max(0, one.start - _LONGEST_HEAD) : one.start])
    )


def _says_which(before: str) -> bool:
    return _VERBS.end(before) or compiled(_SAID_WHICH).search(before) is not None


def _is_earlier(text: str, one: Mention, since: Since, last: int) -> bool:
    if one.day is None or one.sense in _NOT_OF_THE_NUMBER:
        return False
    if since.issued is not None:
        return one.sense is Sense.PAST or one.day < since.issued
    if one.sense is Sense.PAST:
        return True
    if one.day.year < last and compiled(_WHOLE_TIME).fullmatch(one.words):
        return True
    return since.year is None and compiled(_AND_RELATIVE).match(text, one.start) is not None

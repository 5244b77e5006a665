"""Unnumbered headings that end in a colon or stand in brackets: 二月份：, 【三月】, 重点项目：."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.clauses.clause_finder import nothing_found
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.lines.levels import BULLET, OFFICE, PLAIN
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.words.numbering import Printed

_GOALS = r"[\u4e00-\u9fff]{0,4}目标[：:]"
_PARTED = r"[\u4e00-\u9fff]{0,4}(?:目标|任务|措施|举措)[：:]"
FIGURE = rf"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})"
TO = r"[-—–~～至到、]+"
_DAYS = (
    rf"{FIGURE}(?:月|[.．]){FIGURE}[日号]?(?:[（(][^（()）]{{2,4}}[)）])?"
    rf"{TO}(?:{FIGURE}(?:月|[.．]))?{FIGURE}[日号]?"
)
_TERM = (
    r"[上下]半年|[春秋]季学期|第?[一二上下]学期|学期[初中末]|开学初|期[初末](?=工作|$|：|:)|第[一二三四五六]阶段"
    rf"|(?:{FIGURE}月份?)?[上中下]旬|(?:周|星期|礼拜)[一二三四五六日天]|{FIGURE}月{FIGURE}[日号](?=[（(][周星])"
)
_TIME = (
    rf"(?:(?:(?:19|20)\d{{2}}|二[○〇0零]二[{NUMERALS}]|二[○〇0零][{NUMERALS}○零]{{2}})年)?"
    rf"(?:第?{FIGURE}(?:月份?)?(?:{TO}{FIGURE})*(?:月份?|季度|周|学月)|{_TERM}|{_DAYS})"
    r"(?:[（(][^（()）]{1,24}[)）])?(?:[\u4e00-\u9fff]{0,4}(?:工作|安排|重点|任务|计划|活动))?"
    rf"(?:[：:]?{_DAYS}|(?:[：:]|[—-]+)[\u4e00-\u9fff]{{2,10}}[月周]"
    r"|(?:工作|活动|教育)?主题[：:][^。；;]{2,24})?"
)
_DAY = (
    rf"{FIGURE}月{FIGURE}[日号](?:[之以]?前|[上下]午|晚上?|当[天日])?(?:[（(][^（()）]{{1,24}}[)）])?[：:]?"
)
_COLON = rf"{_TIME}\s*[：:]"
_BRACKETED = rf"[【〔［\[]\s*(?P<time>{_TIME})\s*[】〕］\]]\s*[：:]?"
_OVER_LIST = r"[^，,。；;：:！!？?（(《“]{2,16}[：:]"
_NO_HEADING = (
    r"会议|纪要|通知|报告|汇报|现将|如下|以下|下列|要求|决定|强调|指出|认为|必须|同志|附件|附表"
    r"|[局委办科室处部站所组长人员][：:]"
)
_LONGEST_TIME = 48  # signs
_FEWEST = 2  # such headings, where nothing else tells them from a sentence that leads in


def is_of_time(text: str) -> bool:
    """Whether a line is nothing but a month, a week or a term, as stands over works: 九月, 第一周：."""
    plain = "".join(text.split())
    is_short = len(plain) <= _LONGEST_TIME
    return is_short and compiled(f"{_TIME}[：:]?|{_BRACKETED}").fullmatch(plain) is not None


def is_of_day(text: str) -> bool:
    """Whether a heading is nothing but a day, or one by which: 8月25日前, 9月1日上午."""
    return compiled(_DAY).fullmatch(text.strip()) is not None


def without_colons(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines with such headings as the words that they say, so that they read as any other heading.

    Where lines of their own say who (责任单位：县住建局), 工作措施： is a label of one work.
    """
    times, bare = _times(lines), {*_alone(lines)}
    if not any(line.is_clause and line.search.clauses[0].names for line in lines):
        bare |= {*_of_parts(lines), *_over_lists(lines)}
    if not times | bare:
        return lines
    made = (_bare(line) if at in times | bare else line for at, line in enumerate(lines))
    return [
        line._replace(printed=Printed(PLAIN, 0, line.text)) if at in times else line
        for at, line in enumerate(made)
    ]


def _bare(line: TextLine) -> TextLine:
    found = compiled(_BRACKETED).fullmatch(line.text)
    text = found["time"] if found else line.text.rstrip("：: ")
    return line._replace(text=text, search=nothing_found(text))


def _times(lines: Sequence[TextLine]) -> set[int]:
    """The months, weeks and terms that part the works, numbered or not, where several do.

    In brackets one may be the deadline of the work above; they are headings where none is above the first.
    """
    times = {at for at, line in enumerate(lines) if _is_unnumbered(line) and is_of_time(line.text)}
    if len(times) < _FEWEST or any(at + 1 in times or at + 1 == len(lines) for at in times):
        return set()
    first = min(times)
    is_under_work = first > 0 and bool(lines[first - 1].search.clauses)
    return set() if is_under_work and compiled(_BRACKETED).fullmatch(lines[first].text) else times


def _is_unnumbered(line: TextLine) -> bool:
    return line.printed is None or line.printed.style == BULLET


def _alone(lines: Sequence[TextLine]) -> Iterator[int]:
    """A month, a week or a term with a colon over numbers, where there is but one."""
    return (at for at in _over_numbers(lines) if compiled(_COLON).fullmatch(lines[at].text))


def _of_parts(lines: Sequence[TextLine]) -> Iterator[int]:
    """攻坚目标： and 重点任务： where a notice parts goals from works so."""
    if any(compiled(_GOALS).fullmatch(line.text) for line in lines):
        yield from (at for at, line in enumerate(lines) if compiled(_PARTED).fullmatch(line.text))


def _over_lists(lines: Sequence[TextLine]) -> Sequence[int]:
    """Several titles over lists from 1 on, where the document has no other kind of number."""
    styles = {line.printed.style for line in lines if line.printed}
    own = [at for at in _over_numbers(lines) if _number_under(lines, at) == 1 and _is_title(lines[at].text)]
    return own if len(styles - {OFFICE}) == 1 and len(own) >= _FEWEST else ()


def _is_title(text: str) -> bool:
    is_one = compiled(_OVER_LIST).fullmatch(text) and not LABEL.match(text)
    return bool(is_one) and not compiled(_NO_HEADING).search(text)


def _over_numbers(lines: Sequence[TextLine]) -> Collection[int]:
    """The lines without a number that stand right over numbered ones."""
    return [
        at
        for at, (line, following) in enumerate(pairwise(lines))
        if line.printed is None and following.printed is not None and following.printed.number
    ]


def _number_under(lines: Sequence[TextLine], at: int) -> int:
    printed = lines[at + 1].printed
    return printed.number if printed else 0

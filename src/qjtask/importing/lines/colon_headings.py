"""Unnumbered headings that end in a colon or stand in brackets: 二月份：, 【三月】, 重点项目：."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.clauses.clause_finder import nothing_found
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.lines.levels import OFFICE
from qjtask.importing.lines.text_line import TextLine

_GOALS = r"[\u4e00-\u9fff]{0,4}目标[：:]"
_PARTED = r"[\u4e00-\u9fff]{0,4}(?:目标|任务|措施|举措)[：:]"
_FIGURE = rf"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})"
_TO = r"[-—–~～至到、]+"
_TIME = (
    rf"(?:(?:19|20)\d{{2}}年)?(?:第?{_FIGURE}(?:月份?)?(?:{_TO}{_FIGURE})*(?:月份?|季度|周|学月)|[上下]半年|[春秋]季学期)"
    r"(?:[（(][^（()）]{1,24}[)）])?(?:[\u4e00-\u9fff]{0,4}(?:工作|安排|重点|任务|计划|活动))?"
)
_COLON = rf"{_TIME}\s*[：:]"
_BRACKETED = rf"[【〔［\[]\s*(?P<time>{_TIME})\s*[】〕］\]]\s*[：:]?"
_OVER_LIST = r"[^，,。；;：:！!？?（(《“]{2,16}[：:]"
_NO_HEADING = (
    r"会议|纪要|通知|报告|汇报|现将|如下|以下|下列|要求|决定|强调|指出|认为|必须|同志|附件|附表"
    r"|[局委办科室处部站所组长人员][：:]"
)
_FEWEST = 2  # such headings, where nothing else tells them from a sentence that leads in


def without_colons(lines: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines with such headings as the words that they say, so that they read as any other heading.

    Where lines of their own say who (责任单位：县住建局), 工作措施： is a label of one work.
    """
    headings = {*_of_times(lines)}
    if not any(line.is_clause and line.search.clauses[0].names for line in lines):
        headings |= {*_of_parts(lines)}
    return [_bare(line) if at in headings else line for at, line in enumerate(lines)] if headings else lines


def _bare(line: TextLine) -> TextLine:
    found = compiled(_BRACKETED).fullmatch(line.text)
    text = found["time"] if found else line.text.rstrip("：: ")
    return line._replace(text=text, search=nothing_found(text))


def _of_times(lines: Sequence[TextLine]) -> Iterator[int]:
    """The months, weeks and terms over numbers; in brackets they may be the deadline of the work above.

    They are headings there when the first stands over 1, and no one stands under the last work.
    """
    yield from (at for at in _over_numbers(lines) if compiled(_COLON).fullmatch(lines[at].text))
    bracketed = [at for at, line in enumerate(lines) if compiled(_BRACKETED).fullmatch(line.text)]
    over = {*_over_numbers(lines)}
    if bracketed and over.issuperset(bracketed) and _number_under(lines, bracketed[0]) == 1:
        yield from bracketed


def _of_parts(lines: Sequence[TextLine]) -> Iterator[int]:
    """攻坚目标： and 重点任务： where a notice parts goals from works so; or several over lists from 1 on."""
    if any(compiled(_GOALS).fullmatch(line.text) for line in lines):
        yield from (at for at, line in enumerate(lines) if compiled(_PARTED).fullmatch(line.text))
    styles = {line.printed.style for line in lines if line.printed and line.printed.style != OFFICE}
    own = [at for at in _over_numbers(lines) if _number_under(lines, at) == 1 and _is_title(lines[at].text)]
    if len(styles) == 1 and len(own) >= _FEWEST:
        yield from own


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

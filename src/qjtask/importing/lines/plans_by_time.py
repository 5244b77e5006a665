"""A plan by months, weeks or terms: what stands under each is a work, though no office is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.document.titles import is_day
from qjtask.importing.lines.colon_headings import FIGURE, TO, is_of_day, is_of_time
from qjtask.importing.lines.heading_kinds import heads_no_works
from qjtask.importing.lines.levels import rank
from qjtask.importing.lines.notice_endings import ends_notice
from qjtask.importing.lines.text_line import SENTENCE_ENDS, TextLine, heads_narrower, is_titled
from qjtask.importing.words.numbering import count_on
from qjtask.importing.words.office_words import is_office

_PLAN = r"(?:计划|安排|行事历|工作要点|日程|月历|周历|月表|安排表)(?:（[^（）]*）|\([^()]*\))?$"
_HEAD = 6  # lines in which a title stands
_MONTHS = rf"(?:[0-9]{{4}}年)?{FIGURE}(?:月份?)?(?:{TO}{FIGURE})*月"
_BY_MONTH = rf"{_MONTHS}[份中上下旬初底末]{{0,2}}[，,：:、 ]\s*(?=.{{4}})"
_OF_ONE_TIME = (  # 第二周工作计划: all its points are of that week
    r"^[^，,。；;：:]{0,20}(?:第[0-9一二三四五六七八九十]{1,3}周|[0-9一二三四五六七八九十]{1,2}月份?|[本下]周)"
    r"[^，,。；;：:]{0,8}(?:计划|安排|要点)(?:[（(][^（()）]{2,24}[)）])?$"
)
_PHASE = "第.阶段"  # of how a plan is carried out
_FEWEST_TIMES = 2  # months, weeks or terms
_FEWEST = 3  # points that begin with a month each
_SHORTEST = 4  # signs of a work
_HARDLY = 4  # times as many works that name nobody


def works_by_time(lines: Sequence[TextLine]) -> set[int]:
    """The lines that say what is to be done in a month, a week or a term and name nobody.

    Of a document whose title calls it a plan, and that is parted by such times or counts them.
    """
    if not is_titled(lines, _PLAN, _HEAD):
        return set()
    times = {at for at in range(len(lines)) if _is_time(lines, at)}
    if len(times) < _FEWEST_TIMES or any(at + 1 in times for at in times):
        return {*_counted(lines)} or _of_one_time(lines)
    first = min(times)
    return (
        set()
        if any(line.is_owned for line in lines[:first])
        else {*_under(lines, times, _ends_at(lines, first))}
    )


def _of_one_time(lines: Sequence[TextLine]) -> set[int]:
    """The points of a plan that its title calls one of a week or a month, where hardly any name somebody."""
    if not is_titled(lines, _OF_ONE_TIME, _HEAD) or any(line.is_heading for line in lines):
        return set()
    works = {at for at in _points(lines) if _is_work(lines, at)}
    owned = sum(line.is_owned for line in lines)
    return works if len(works) >= max(_FEWEST, owned * _HARDLY) else set()


def _points(lines: Sequence[TextLine]) -> Iterator[int]:
    """The numbered lines, but for those of 指导思想 and what stands under it."""
    skipped = None  # how deep such a heading is
    for at, line in enumerate(lines):
        if line.printed is None or not line.is_numbered:
            continue
        depth = rank(line.printed.style)
        if skipped is None or depth <= skipped:
            is_title = not line.text.endswith(SENTENCE_ENDS)  # 打印报名单。 is a work
            skipped = depth if is_title and heads_no_works(line.text.strip("：: ")) else None
        if skipped is None:
            yield at


def _is_time(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line is a month, a week or a term, or a day with a number or over points."""
    text = lines[at].text
    if is_of_day(text):
        return any(line.is_numbered for line in lines[at : at + 2])
    return is_of_time(text) and compiled(_PHASE).match(text) is None


def _ends_at(lines: Sequence[TextLine], first: int) -> int:
    """How deep the number is that ends such headings: their own, or that of the section they stand in."""
    over = (one.printed for one in reversed(lines[: first + 1]) if one.printed and one.printed.number)
    printed = next(over, None)
    return rank(printed.style) if printed else -1


def _under(lines: Sequence[TextLine], times: set[int], ends_at: int) -> Iterator[int]:
    """The works under such headings; the next section, the day and the office at the end are none."""
    for at in range(min(times) + 1, len(lines)):
        line = lines[at]
        if is_day(line.text) or ends_notice(line.text) or (at not in times and _is_section(line, ends_at)):
            return
        if at not in times and not _signs(lines, at) and _is_work(lines, at):
            yield at


def _is_section(line: TextLine, ends_at: int) -> bool:
    """Whether a line has a number as wide as those that end such headings, or a wider one."""
    return line.printed is not None and line.is_numbered and rank(line.printed.style) <= ends_at


def _signs(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line is the office at the end of a plan."""
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    is_last = not following or is_day(following)
    return is_last and lines[at].printed is None and is_office(lines[at].text.strip())


def _counted(lines: Sequence[TextLine]) -> list[int]:
    """The points of a list that begin with a month each: （1）1—2月份，组建监督队."""
    found = [at for at, line in enumerate(lines) if line.printed and compiled(_BY_MONTH).match(line.text)]
    are_listed = count_on([printed for at in found if (printed := lines[at].printed)])
    return [at for at in found if _is_work(lines, at)] if are_listed and len(found) >= _FEWEST else []


def _is_work(lines: Sequence[TextLine], at: int) -> bool:
    line = lines[at]
    if line.is_owned or LABEL.match(line.text):
        return False
    is_title = line.text.endswith(("：", ":")) or heads_narrower(lines, at)
    return len(line.text) >= _SHORTEST and not is_title

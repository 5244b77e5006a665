"""What minutes decide and leave to nobody: 会议要求抓紧办理手续 is a work, though no office is named."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from functools import reduce

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause, joined
from qjtask.importing.clauses.clause_finder import Stretch
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.clause_words import AS_FOLLOWS
from qjtask.importing.clauses.name_kinds import heads_works
from qjtask.importing.clauses.opening_offices import LOOKED_AFTER, TOLD, read_opening
from qjtask.importing.clauses.opening_parts import EVERYBODY, read_part
from qjtask.importing.lines.deciding_minutes import keeps_decisions
from qjtask.importing.lines.heading_kinds import heads_no_works
from qjtask.importing.lines.levels import rank
from qjtask.importing.lines.minutes_words import MINUTES, SETS_UP
from qjtask.importing.lines.office_runs import begun_text
from qjtask.importing.lines.plans_by_time import works_by_time
from qjtask.importing.lines.text_line import SENTENCE_ENDS, TextLine, heads_narrower, is_titled
from qjtask.importing.words.office_words import is_collective

BY_LETTER = "没有另写责任单位"
"""How the words begin that tell of a work that is for whom its letter is written to."""

_VERBS = "要求|决定|议定|明确|确定|商定"
_DECIDED = rf"会议(?:还|一致)?(?:研究)?(?:{_VERBS})(?:{AS_FOLLOWS})?"
_LEADS_IN = (
    rf"(?:会议[\u4e00-\u9fff]{{0,4}}(?:{_VERBS}|强调)|(?:议定|决定|决议|确定)(?:的)?(?:事项|内容|意见)|纪要如下"
    rf"|^(?:研究)?(?:{_VERBS})(?=[：:])|(?:以下|下列)(?:事项|工作|任务)(?=[：:])"
    r"|下[一]?步(?:重点)?(?:工作|安排|打算|措施)+|工作(?:要求|安排|部署))"
    r"[\u4e00-\u9fff]{0,8}[：:]?$"
)
_SOON = "尽快|抓紧|立即|限期"  # no title begins so: 尽快组织实施编制工作
_NO_POINT = (
    rf"{MINUTES}|{SETS_UP}|{EVERYBODY}|{LOOKED_AFTER}|关于[^。：:]*[。：:]?$|听取|传达|学习|通报|审议|研究|同意|通过|目前|截至|近年|前期"
    r"|要?(?:进一步|切实)?(?:统一|提[高升]|强化|深化|增强)(?:思想|认识|站位|政治)|要?高度重视"
)
_LETTER = (
    r"^[^。，,：:]{0,40}(?:督办|交办|转办|批示)(?:事项|和要求|意见|要求)?(?:通知|单|函|件|书|办理|清单)*$"
)
_ADDRESSED = r"[^，,。；;：:]{3,40}[：:]"
_AGREED = (
    r"(?:会议)?(?:原则(?:上)?)?(?:同意|通过)(?P<who>[^，,。；;关提]{3,30}?)(?:关于|提[交出]|的(?:意见|方案|请示|报告|建议))"
    r".{0,200}?[，,。；;](?=.{0,60}(?:会后|修改|完善|印发|实施|提交|报.{0,12}(?:审|研究|批)))"
)
_TITLED = r"[^，,。；;：:]{2,20}[。：:]\s*(?=.{4})"  # 抓好消防安全。各社区……
_MOST_PARTS = 8  # of a point
_SHORTEST = 4  # signs of what is to be done
_NOBODY = Vocabulary(())


def with_decided_points(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines of minutes, with a clause that names nobody in each point that says what is to be done.

    Such a point stands in a list that the meeting decided or asked for, or says so itself. What was heard,
    approved or found is none, nor what all are called upon to do.
    """
    are_minutes = keeps_decisions(lines)
    if are_minutes:
        lines = [
            line if _is_over_points(lines, at) else _with_proposer(line) for at, line in enumerate(lines)
        ]
    decided = {*_decided(lines)} if are_minutes else works_by_time(lines)
    asked = _asked_by_letter(lines) if decided and are_minutes else Clause(is_decided=True)
    who = {at: _who(lines[at], asked) for at in decided}
    if are_minutes:
        who |= _told_beside(lines, decided)
    return [_with_clause(line, who[at]) if at in who else line for at, line in enumerate(lines)]


def _told_beside(lines: Sequence[TextLine], decided: Collection[int]) -> dict[int, Clause]:
    """Who else is told to do something, of a kind or by a mere deed, in points beside those with owners."""
    styles = {line.printed.style for line in lines if line.printed and line.is_numbered and line.is_shared}
    beside = {
        at: _who(line, Clause())
        for at, line in enumerate(lines)
        if line.printed and line.printed.style in styles and not line.is_shared and at not in decided
        if not heads_narrower(lines, at) and not compiled(rf"请?(?:{_NO_POINT})").match(line.text)
    }
    return {at: clause for at, clause in beside.items() if clause.names}


def _is_over_points(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a paragraph without a number stands between a heading and its numbered points."""
    if lines[at].printed is not None or not compiled(_AGREED).match(lines[at].text):
        return False
    over = next((line.printed for line in reversed(lines[:at]) if line.printed), None)
    below = next((line.printed for line in lines[at + 1 :] if line.printed), None)
    return below is not None and (over is None or rank(below.style) > rank(over.style))


def _with_proposer(line: TextLine) -> TextLine:
    """会议原则同意县经发局关于…的意见，会后…: whose proposal was agreed to sees to what is left to do.

    Not where another does, 由县法制办审查后报县委: that is who is named.
    """
    found = compiled(_AGREED).match(line.text) if not line.search.clauses else None
    if found and compiled("由(?![其该])").match(line.text, found.end()):
        own = read_opening(line.text[found.end() :], _NOBODY)
        return _with_clause(line, own.clause) if own else line
    names = names_only(found["who"], _NOBODY) if found else ()
    if not names or not all(map(heads_works, names)):
        return line
    return _with_clause(line, Clause(units=names, is_bare=True))


def _asked_by_letter(lines: Sequence[TextLine]) -> Clause:
    """Nobody, or the one office to which a letter with orders is written: 县住建局：现将有关事项交办你局."""
    nobody = Clause(is_decided=True)
    if not _is_letter(lines):
        return nobody
    head = itertools.takewhile(lambda line: not line.is_numbered, lines)
    to = [
        line.text.rstrip("：:") for line in head if line.printed or compiled(_ADDRESSED).fullmatch(line.text)
    ]
    names = names_only(to[0], _NOBODY) if len(to) == 1 else ()
    if len(names) != 1 or not heads_works(names[0]) or is_collective(names[0]):
        return nobody
    read = f"{BY_LETTER}，来文写给“{names[0]}”"
    return Clause(units=names, told=((read, "按这个单位记"),), is_decided=True)


def _who(line: TextLine, asked: Clause) -> Clause:
    """Who does what a point says that names nobody for certain: whoever it begins with, or was written to."""
    text = line.search.text
    titled = compiled(_TITLED).match(text)
    behind = text[titled.end() :] if titled else text
    own = read_opening(text, _NOBODY) or begun_text(behind)
    if own is not None and asked.names and compiled("会同|联合").match(text):
        return asked._replace(lead=asked.units, units=own.clause.names)  # whom the letter is to, with others
    if own is not None:
        return own.clause
    first, *others = compiled("[，,。；;]").split(behind)[:_MOST_PARTS]
    of_many = [read_part(first, behind, _NOBODY, may_be_many=True)]
    of_many += [read_part(part.removeprefix("请"), "", _NOBODY, may_be_many=True) for part in others]
    told = [one.clause for at, one in enumerate(of_many) if one and (one.is_strong or at == 0)]
    return reduce(joined, told) if told else asked


def _decided(lines: Sequence[TextLine]) -> Iterator[int]:
    """The points that name nobody."""
    over = _ListsOver(is_led_in=_is_letter(lines))
    for at, line in enumerate(lines):
        if line.printed is None or not line.is_numbered:
            if line.text.endswith(("：", ":")):
                over.lead_in(line.text)
            continue
        is_led_in = over.reach(rank(line.printed.style))
        if line.is_shared:
            continue
        if heads_narrower(lines, at) or _heads_text(lines, at):
            over.lead_in(line.text)
        elif _is_point(line.text, is_led_in=is_led_in):
            yield at


class _ListsOver:
    """The lists that a numbered line stands in, and whether one of them is led in as one of works."""

    def __init__(self, *, is_led_in: bool) -> None:
        self._lists: list[tuple[int, bool]] = []  # how deep each is, and whether it or one over it is led in
        self._is_led_in = is_led_in  # whether the next list is

    def lead_in(self, text: str) -> None:
        """Go through a line over the next list: 会议议定以下事项：, or a heading that asks for nothing."""
        self._is_led_in = compiled(_LEADS_IN).search(text) is not None

    def reach(self, depth: int) -> bool:
        """Go on to a number; gives whether its list is led in."""
        while self._lists and self._lists[-1][0] > depth:
            self._lists.pop()
        if not self._lists or self._lists[-1][0] < depth:
            self._lists.append((depth, self._is_led_in or any(below for _, below in self._lists)))
        self._is_led_in = False
        return self._lists[-1][1]


def _is_letter(lines: Sequence[TextLine]) -> bool:
    """Whether a title says that orders are handed on: 督办通知, 交办单, 某县长的批示."""
    return is_titled(lines, _LETTER)


def _heads_text(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a numbered line is a title over a paragraph without a number."""
    is_over_text = at + 1 < len(lines) and lines[at + 1].printed is None
    return is_over_text and not lines[at].text.endswith(SENTENCE_ENDS)


def _is_point(text: str, *, is_led_in: bool) -> bool:
    """Whether a point says what is to be done, by its own words or in a list of such."""
    found = compiled(_DECIDED).search(text)
    asked = text[found.end() :] if found else text
    is_title = compiled("[，,。；;：:]").search(asked.rstrip("。")) is None
    is_title = is_title and compiled(_SOON).match(asked) is None
    if len(asked) < _SHORTEST or compiled(_NO_POINT).match(asked) or (is_title and heads_no_works(asked)):
        return False
    if found:
        return True
    return is_led_in and compiled(TOLD).search(text) is None


def _with_clause(line: TextLine, clause: Clause) -> TextLine:
    for own in line.search.clauses:
        clause = joined(clause, own)
    text = line.search.text
    search = line.search._replace(stretches=(Stretch(text, clause),), text=text, ends=(len(text),))
    return line._replace(search=search)

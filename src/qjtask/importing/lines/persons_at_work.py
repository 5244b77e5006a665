"""Persons with their posts who begin the points of a list: 宣传委员王琳制作号牌, 通知卫生委员张燕检查工具."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause import Clause
from qjtask.importing.clauses.opening_parts import Opening
from qjtask.importing.clauses.person_names import IS_PERSON, has_title
from qjtask.importing.lines.text_line import TextLine, is_titled

_TITLE = r"(?:安排|方案|计划|分工)(?:[（(][^（()）]*[)）])?$"
_TOLD = r"(?:通知|请|由)?"
_DOES = (
    r"于|在|到|找|制作|组织|与|和|同|负责|准备|购[买置]|采购|检查|提醒|通知|安排|联系|整理|收集|带领?|做|写|拍|分别|依次|协助|配合"
    r"|统计|布置|打印|主持|维持|登记|领取|保管|落实|完成|协调|起草|拟定|印|发放|召集|训练|辅导|编排|排练"
)
_SHORTEST, _LONGEST = 4, 12  # signs of a person with a post
_FEWEST = 3  # points
_HEAD = 12  # lines in which a title, or 工作安排：, stands


def persons_at_work(lines: Sequence[TextLine], lists: Iterable[Sequence[int]]) -> Mapping[int, Opening]:
    """Who does what in the points of such lists, by line: most begin with a person and a post.

    Only where a title speaks of a plan: reports say where a 县长 went.
    """
    if not is_titled(lines, _TITLE, _HEAD):
        return {}
    made: dict[int, Opening] = {}
    for run in lists:
        named = {at: who for at in run if (who := _who(lines[at]))}
        if len(run) >= _FEWEST and len(named) * 2 > len(run):
            made |= {at: _answers(who) for at, who in named.items()}
    return made


def _who(line: TextLine) -> str:
    """The person with a post with whom a point begins, before what he or she does; "" for others."""
    told = compiled(_TOLD).match(line.text)
    start = told.end() if told else 0
    for end in range(start + _SHORTEST, min(start + _LONGEST, len(line.text))):
        who = line.text[start:end]
        if compiled(_DOES).match(line.text, end) and has_title(who) and IS_PERSON.fullmatch(who):
            return who
    return ""


def _answers(who: str) -> Opening:
    return Opening(Clause(notes=(f"责任：{who}",), is_bare=True), is_strong=True)

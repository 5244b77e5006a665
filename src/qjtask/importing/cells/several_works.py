"""Whether the numbered parts of one cell are works of their own, or the steps of one work.

Offices write the steps of a work as 1.……2.…… in its cell: who does it and by when stands once beside them
all. Only what names an owner or a day for each part, in the part or in another cell, may make several works.
"""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.duties import has_label
from qjtask.importing.cells.work_times import TimeFrame
from qjtask.importing.dates.named_times import is_within_year
from qjtask.importing.dates.times import moments
from qjtask.importing.outline.outline import FoundWork
from qjtask.importing.words.joining_signs import listed_names
from qjtask.importing.words.numbering import inner_numbers, inner_parts
from qjtask.importing.words.office_words import is_office

_COUNTED = (  # blanks are looked at from their first on
    r"(?:^|[。；;，,、]|(?<!\s)\s)\s*[1-9一二三四五六七八九]\s*[.．、)）]"
    r"|[（(][1-9一二三四五六七八九][)）]|[①-⑨]"
)
_FEWEST = 2
_SAYS_WHO = (  # 由甲局负责, （甲局牵头）; 甲局负责 at the head of a part
    r"(?:^|由|[（(〔【])\s*"
    r"(?P<who>[^，,。；;：:（()）〔〕【】]{2,40}?)(?:牵头|负责|承办|主办)(?!人)"
)
# 存在问题：1.……2.……整改措施：1.……2.……
_UNDER_LABEL = (
    r"(?:问题|隐患|不足|短板|原因|表现|整改(?:措施|目标|要求|步骤))(?:描述|清单|情况|表现)?[：:]\s*"
    r"(?=[（(]?[1一][)）、.．]|①)"
)
_FIRST_STEP = r"[（(]1[)）]|①"
_OVER_WORKS = r"(?:任务|事项|内容|措施)\W*$"  # 重点任务：（1）…… heads works of their own
_SHORTEST = 4  # signs of a work over its steps


def are_of_one_work(work: str) -> bool:
    """Whether a text says of what its numbered parts are a list: of faults, of what mends them, of steps."""
    return compiled(_UNDER_LABEL).search(work) is not None or _are_steps(work)


def _are_steps(work: str) -> bool:
    """Whether a work comes first, and then what belongs to it: 清理垃圾。（1）柴草整齐；（2）无垃圾."""
    first = compiled(_FIRST_STEP).search(work)
    over = work[: first.start()] if first else ""
    is_work = len(over) >= _SHORTEST and compiled(_OVER_WORKS).search(over) is None
    return is_work and not inner_numbers(over)


def are_several_works(work: str, found: FoundWork, frame: TimeFrame) -> bool:
    """Whether a numbered cell's parts may be works of their own: each with its owner or its day.

    The days of what is done for a work that its row names are that work's stages.
    """
    if len(inner_numbers(work)) < _FEWEST:
        return False
    if any(map(_is_counted, (found.lead, found.units, found.support, found.deadline_text))):
        return True
    parts = inner_parts(work)
    return any(map(_names_owner, parts)) or (not found.name and _have_days_of_their_own(parts, frame))


def _have_days_of_their_own(parts: Sequence[str], frame: TimeFrame) -> bool:
    """Whether the parts of a cell are to be done by different days."""
    days = (
        frozenset(
            one.day
            for one in moments(part, year=frame.year, issued=frame.issued)
            if not is_within_year(one.words)
        )
        for part in parts
    )
    return len(frozenset(filter(None, days))) >= _FEWEST


def _is_counted(cell: str) -> bool:
    """Whether a cell numbers what it says as the works are: 1.县教育局；2.县财政局."""
    return len(compiled(_COUNTED).findall(cell)) >= _FEWEST


def _names_owner(part: str) -> bool:
    """Whether a part says itself who does it."""
    if has_label(part):
        return True
    if not any(word in part for word in ("牵头", "负责", "承办", "主办")):
        return False
    return any(all(map(is_office, listed_names(one["who"]))) for one in compiled(_SAYS_WHO).finditer(part))

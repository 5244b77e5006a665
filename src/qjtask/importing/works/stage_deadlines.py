"""When works are due that stand under a stage or a month: 第一阶段　准备阶段（3月1日—3月15日）, 三月份."""

from __future__ import annotations

from collections.abc import Iterable

from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import ANY_YEAR
from qjtask.core.time.deadline import DeadlineClass, read_deadline
from qjtask.importing.clauses.clause_words import WHEN
from qjtask.importing.document.doubts import Doubt, in_part
from qjtask.importing.lines.colon_headings import is_of_day, is_of_time
from qjtask.importing.lines.levels import number_and_body
from qjtask.importing.outline.outline import FoundWork, Outline, with_deadlines

_IN_BRACKETS = r"[（(](?P<when>[^（()）]*[0-9一二三四五六七八九十][^（()）]*)[)）][：:]?$"
_SHOWN = 3
_A_DAY = r"[月.．]"


def stage_time(headings: Iterable[str]) -> str:
    """The time that the narrowest of some headings says which says any; "" for none."""
    for printed in reversed([*headings]):
        heading = number_and_body(printed)[1]
        found = compiled(_IN_BRACKETS).search(heading)
        when = str(found["when"]) if found and compiled(_A_DAY).search(found["when"]) else ""
        for text in filter(None, (when, heading if is_of_time(heading) or is_of_day(heading) else "")):
            if read_deadline(text, year=ANY_YEAR).kind is DeadlineClass.DATE:
                return text
    return ""


def with_stage_deadlines(outline: Outline) -> Outline:
    """The works without any time of their own given the last day of the stage they stand under, told once."""
    times = [stage_time(section.path) for section in outline.sections]
    made, due = with_deadlines(outline, times, _has_no_time)
    if not due:
        return outline
    shown = [f"“{when}”" for when in dict.fromkeys(due.values())]
    read = f"没有写完成时限，标题写着{in_part(shown[:_SHOWN])}{'等' * (len(shown) > _SHOWN)}"
    places = tuple(due)
    doubt = Doubt(places[0], read, "照标题记", "不对请改 deadline", rows=places)
    return made._replace(doubts=(*outline.doubts, doubt))


def _has_no_time(row: FoundWork) -> bool:
    return not row.deadline_text.strip() and compiled(WHEN).search(row.work) is None

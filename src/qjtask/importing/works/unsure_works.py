"""Why a document's paragraphs give no works though they say who does what: for the refusal."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.opening_offices import TOLD, read_opening
from qjtask.importing.clauses.opening_parts import EVERYBODY, read_part
from qjtask.importing.document.doubts import in_part, quoted_in_part
from qjtask.importing.lines.office_runs import begun_text
from qjtask.importing.lines.opened_lists import title_of_no_plan
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.works.clause_plan import ClausePlan

_MOST_SHOWN = 3
_MOST_PARTS = 12  # of a paragraph
_PARTS = "[，,。；;：:]"
_NOBODY = Vocabulary(())


def why_no_works(plan: ClausePlan) -> tuple[str, str]:
    """What was seen and what to do, where numbered paragraphs name a doer; else ("", "")."""
    begun = {at for at, line in enumerate(plan.lines) if _begins_with_doer(line)}
    title = title_of_no_plan(plan.lines)
    if begun and title:
        what = f"标题“{title}”像总结、制度或预案，其中{len(begun)}段写着单位做什么，没有当作任务"
        return what, "确是要分派的任务，请加 --clauses"
    if title or plan.mentions:  # of a 责任单位, which the refusal tells
        return "", ""
    named = [line.text for at, line in enumerate(plan.lines) if at in begun or _names_doer_within(line)]
    if not named:
        return "", ""
    shown = in_part([f"“{quoted_in_part(text)}”" for text in named[:_MOST_SHOWN]])
    count = f"等{len(named)}段" if len(named) > 1 else ""
    what = f"{shown}{count}写着单位，看不出是不是分派的任务"
    return what, "请给每项工作写明责任单位（如“由某科负责”），或整理成表格再导入"


def _begins_with_doer(line: TextLine) -> bool:
    """Whether a numbered paragraph begins with an office and what it does, or by whom it is done."""
    if not line.is_numbered:
        return False
    return begun_text(line.text) is not None or read_opening(line.text, _NOBODY) is not None


def _names_doer_within(line: TextLine) -> bool:
    """Whether some part of a numbered paragraph obliges an office, or all of a kind: …，各村也要开会.

    Everybody (各单位要高度重视) is nobody, and what was done already is no duty.
    """
    if not line.is_numbered or compiled(TOLD).search(line.text):
        return False
    parts = compiled(_PARTS).split(line.text)[:_MOST_PARTS]
    return any(_is_obliged(part) for part in parts if not compiled(EVERYBODY).match(part))


def _is_obliged(part: str) -> bool:
    """Whether a part of a sentence says for certain whose duty something is."""
    own = read_part(part, part, _NOBODY, may_be_many=True)
    return own is not None and own.is_strong

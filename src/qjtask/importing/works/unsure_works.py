"""Why a document's paragraphs give no works though they say who does what: for the refusal."""

from __future__ import annotations

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.opening_offices import read_opening
from qjtask.importing.document.doubts import in_part, quoted_in_part
from qjtask.importing.lines.office_runs import begun_text
from qjtask.importing.lines.opened_lists import title_of_no_plan
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.works.clause_plan import ClausePlan

_MOST_SHOWN = 3
_NOBODY = Vocabulary(())


def why_no_works(plan: ClausePlan) -> tuple[str, str]:
    """What was seen and what to do, where numbered paragraphs begin with a doer; else ("", "")."""
    begun = [line.text for line in plan.lines if _begins_with_doer(line)]
    if not begun:
        return "", ""
    title = title_of_no_plan(plan.lines)
    if title:
        what = f"标题“{title}”像总结、制度或预案，其中{len(begun)}段写着单位做什么，没有当作任务"
        return what, "确是要分派的任务，请加 --clauses"
    if plan.mentions:  # of a 责任单位, which the refusal tells
        return "", ""
    shown = in_part([f"“{quoted_in_part(text)}”" for text in begun[:_MOST_SHOWN]])
    count = f"等{len(begun)}段" if len(begun) > 1 else ""
    what = f"{shown}{count}写着单位，看不出是不是分派的任务"
    return what, "请给每项工作写明责任单位（如“由某科负责”），或整理成表格再导入"


def _begins_with_doer(line: TextLine) -> bool:
    """Whether a numbered paragraph begins with an office and what it does, or by whom it is done."""
    if not line.is_numbered:
        return False
    return begun_text(line.text) is not None or read_opening(line.text, _NOBODY) is not None

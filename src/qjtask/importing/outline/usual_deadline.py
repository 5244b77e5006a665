"""What a note says of works without a deadline: 未注明完成时限的，均应于12月20日前完成."""

from __future__ import annotations

from collections.abc import Iterable

from qjtask.core.text.patterns import compiled
from qjtask.core.time.dates import ANY_YEAR
from qjtask.core.time.deadline import DeadlineClass, read_deadline
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.row_words import without_note_label
from qjtask.importing.outline.outline import FoundWork, Outline

_UNSAID = (
    r"(?:未|没有?)(?:注明|标明|标注|明确|写明|列明|载明|规定|填写|写|注|填)(?:具体|明确)*"
    r"(?:完成|办结|整改|落实)?的?(?:时限|期限|时间|日期)(?:要求)?的?"
    r"(?:各项|重点|任务|事项|工作|项目)*[，,：:]?"
    r"(?:均|都|一律|统一|全部|原则上|应当?|须|需|要|为|是|按|视为|默认|其?完成时限)*(?P<when>[^。；;，,）)]{2,24})"
)


def usual_deadline(texts: Iterable[str]) -> str:
    """When works without a deadline of their own are due, as a note under the table says; "" for none."""
    for text in texts:
        found = compiled(_UNSAID).search(without_note_label(text)) if "未" in text or "没" in text else None
        if found and read_deadline(found["when"], year=ANY_YEAR).kind is DeadlineClass.DATE:
            return found["when"].removeprefix("于").removesuffix("完成")
    return ""


def says_usual(text: str) -> bool:
    """Whether a note is such a one."""
    return bool(usual_deadline([text]))


def with_usual_deadline(outline: Outline, usual: str) -> Outline:
    """The works whose deadline is blank given the usual one, told once."""
    blank = [row for row in outline.rows if not row.deadline_text.strip()] if usual else []
    if not blank:
        return outline
    sections = tuple(
        section._replace(rows=tuple(_due(row, usual) for row in section.rows)) for section in outline.sections
    )
    places = tuple(row.place for row in blank)
    read = f"没有写完成时限，表的注说未注明的是“{usual}”"
    doubt = Doubt(places[0], read, "照注记", "不对请改 deadline", rows=places)
    return outline._replace(sections=sections, doubts=(*outline.doubts, doubt))


def _due(row: FoundWork, usual: str) -> FoundWork:
    return row if row.deadline_text.strip() else row._replace(deadline_text=usual)

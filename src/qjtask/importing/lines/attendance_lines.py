"""Lines of minutes that say who was there and who gets a copy: they are the meeting's, and no work's."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.lines.text_line import TextLine

# 参加单位 is left out: a work may have such a label.
_ATTENDED = (
    r"(?:会议)?(?:(?:出席|列席|参会|与会|缺席|请假|主持|记录)(?:会议)?(?:人员|人|领导|者|同志|单位)?"
    r"|参加(?:会议)?(?:人员|人|领导|者|同志)?|(?:分|发|主|抄)送(?:单位)?|抄[报发]|签发人?|[报送发抄])(?:名单)?\s*[：:]"
)


def says_who_attended(text: str) -> bool:
    """Whether a paragraph begins as these lines do: 列席：县财政局, 分送：县教育局."""
    return compiled(_ATTENDED).match(text) is not None


def without_attendance(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines without those, wherever they stand; a numbered one says what is to be done."""
    return [line for line in lines if line.printed is not None or not says_who_attended(line.text)]

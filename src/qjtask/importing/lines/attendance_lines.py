"""Lines that say who was there, who sits in a body and who gets a copy: no work is theirs."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.answering_offices import are_of_a_kind
from qjtask.importing.clauses.clause_words import label_of
from qjtask.importing.clauses.person_names import IS_PERSON, is_post_alone
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.words.office_words import looks_like_person

# 参加单位 is left out: a work may have such a label.
_ATTENDED = (
    r"(?:会议)?(?:(?:出席|列席|参会|与会|缺席|请假|主持|记录)(?:会议)?(?:人员|人|领导|者|同志|单位)?"
    r"|参加(?:会议)?(?:人员|人|领导|者|同志)?|(?:分|发|主|抄)送(?:单位)?|抄[报发]|签发人?|[报送发抄])(?:名单)?\s*[：:]"
)
# 办公室、法规科负责人参加了相关议题的研究: what they did, and nobody is to do.
_TOOK_PART = (
    r"(?!请|由|需|要|会议)[^，,。；;：:]{2,300}(?:负责人|负责同志|主任|[局科处所站院校镇乡]长|领导|同志|人员|代表|单位|科室|部门)(?:[\u4e00-\u9fff]{2,3})?(?:分别|一并|应邀)?"
    r"(?:[参出]加|[参出列]席)了?(?:此次|本次|相关|有关|部分)*(?:会议|议题|研究|讨论|座谈|汇报)[^，,。；;]{0,12}。?\s*"
)
_BODY = r"团|会|组|队|成\s*员|委\s*员|组\s*员|[组队]\s*长|主\s*任|指\s*挥|评委|裁判|顾问"
_MEMBERS = rf"[\u4e00-\u9fff\s]{{0,10}}(?:{_BODY})\s*[：:]\s*(?P<names>[^：:]{{2,300}})"
_SENT = r"[^，,。；;：:]{2,20}[：:]\s*(?P<persons>[^。；;：:]{2,80}?)[。；;\s]?"
_IN_BRACKETS = r"[（(][^（()）]{1,20}[)）]"
_SPACED = r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s{1,4}([\u4e00-\u9fff])(?![\u4e00-\u9fff])"  # 罗  萍


def says_who_attended(text: str) -> bool:
    """Whether a paragraph is such a line: 列席：县财政局, 分送：县教育局, 县财政局负责人参加了会议."""
    may_have = "加" in text or "席" in text
    return compiled(_ATTENDED).match(text) is not None or (
        may_have and compiled(_TOOK_PART).fullmatch(text) is not None
    )


def lists_members(text: str) -> bool:
    """Whether a paragraph says who sits in a body, and nothing else: 主席团：李明、王平（学生会主席）.

    Under a label persons answer for a work: 负责人：李明.
    """
    found = compiled(_MEMBERS).fullmatch(text)
    if found is None or label_of(text) is not None:
        return False
    names = compiled(_SPACED).sub(r"\1\2", compiled(_IN_BRACKETS).sub("", found["names"]))
    parts = [part for part in compiled(r"[、，,；;\s]+").split(names.rstrip("。；;")) if part]
    return bool(parts) and all(looks_like_person(part) or are_of_a_kind(part) for part in parts)


def without_attendance(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines without those, wherever they stand; a numbered one says what is to be done."""
    kept: list[TextLine] = []
    are_listed = False  # those who were there
    for line in lines:
        is_such = line.printed is None and says_who_attended(line.text)
        are_listed = is_such or (are_listed and line.printed is None and _names_persons_of(line.text))
        if not are_listed:
            kept.append(line)
    return kept


def _names_persons_of(text: str) -> bool:
    """Whether a paragraph says whom an office sent, and nothing else: 物业公司：陈经理、赵主管."""
    found = compiled(_SENT).fullmatch(text)
    parts = compiled(r"[、，,\s]+").split(found["persons"]) if found else [""]
    return all(looks_like_person(part) or IS_PERSON.fullmatch(part) or is_post_alone(part) for part in parts)

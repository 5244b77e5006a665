"""Offices, and all persons of a kind, that a label for persons names: 责任人：总务处 各班主任."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.name_kinds import is_body
from qjtask.importing.clauses.person_names import IS_PERSON
from qjtask.importing.words.office_words import ends_as_office, looks_like_person

_ANSWERS = r"[^：]{0,6}(?:责任|负责|承办)人"
_PARTS = r"[、，,；;/\s（()）]+"  # 人力资源部（刘敏）
_OF_A_KIND = (  # 各工段长, 全体教师, 全校家长
    r"(?:各[^、，,。；;：:]{0,12}?(?:长|主任|书记|经理|教师|老师|教职工|员工?|人员|家长|同志|代表)"
    r"|全[体校园班年级院厂镇村局所站部][^、，,。；;：:]{0,6}?(?:教师|老师|教职工|职工|员工?|人员|师生|学生|家长|党员|干部|同志))"
)
_LONGEST = 60  # signs of all that answer


def answering_offices(label: str, value: str) -> tuple[Sequence[str], Sequence[str]]:
    """The offices that a label for whoever answers names, and the persons beside them.

    No offices where any part is neither: 责任人：公卫科 陈静组长 stays as it is printed.
    """
    if len(value) > _LONGEST or compiled(_ANSWERS).fullmatch(label) is None:
        return (), ()
    parts = [part for part in compiled(_PARTS).split(value.strip()) if part]
    offices = [part for part in parts if is_answering(part)]
    persons = [part for part in parts if part not in offices]
    return (offices, persons) if all(map(_is_person, persons)) else ((), ())


def is_answering(name: str) -> bool:
    """Whether a name is an office's, or stands for all persons of a kind."""
    return are_of_a_kind(name) or (ends_as_office(name) and is_body(name) and not name.endswith("主席"))


def are_of_a_kind(name: str) -> bool:
    """Whether a name stands for all persons of a kind: 各班教师, 全体党员."""
    return compiled(_OF_A_KIND).fullmatch(name) is not None


def _is_person(name: str) -> bool:
    return looks_like_person(name) or IS_PERSON.fullmatch(name) is not None

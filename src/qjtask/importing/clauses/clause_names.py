"""The names in one segment of a clause: offices with their roles, and the persons beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.cells.named_offices import Offices
from qjtask.importing.cells.names import Vocabulary, read_offices
from qjtask.importing.clauses.name_kinds import acts, is_field, is_name, is_sure
from qjtask.importing.clauses.person_names import (
    BESIDE_OFFICE,
    GLUED,
    IS_PERSON,
    OF_PERSON,
    has_title,
    is_post,
)
from qjtask.importing.clauses.telling_verbs import TELLS, TELLS_A_REGION
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.words.joining_signs import JOINTS, begins_name, of_the_county
from qjtask.importing.words.office_words import is_office, looks_like_person
from qjtask.importing.words.tidy_text import with_closed_brackets

_BEFORE = re.compile(
    r"(?:(?:会议[\u4e00-\u9fff]{2,4}[，,：:]|(?:具体|主要|统一)?由|请|以及|并由"
    rf"|{TELLS}|{TELLS_A_REGION}"
    r"|会同|同时|并(?!州)|及其|各由)(?=.{2}))+"
)
_OF_MANY = ("各", "有关", "相关")  # before which no name begins with 和: 配合单位：及各街道
_JOINED = re.compile(r"(?:同时|并)?([和及与])(?=.{2})(?!其)")
_OF = r"(?:行业|主管|职能|国务院|中央|有关|相关|各|其他|[国省市区州县][级直]?|责任|成员)*"
_COUNTED = r"等(?:[0-9一二三四五六七八九十]+个?)?"
_OTHERS = re.compile(
    rf"{_COUNTED}{_OF}(?:部门和单位|部门单位|部门|单位|科室|机构|地区|企业|方面|[名位]?(?:人员?|同志|老师))?$"
)
# 税务总局等国务院相关部门及各地区: 等 within the list.
_OTHERS_INSIDE = re.compile(
    rf"{_COUNTED}{_OF}(?:部门和单位|部门单位|部门|单位)?(?:以?及|和|与|并?会同|[、，,])(?=.{{2}})"
)
# 各县、市、区政府 and 各县(市)、区人民政府 are one name each, whatever stands between their parts.
_KIND = (
    r"(?:省|自治区|直辖市|计划单列市|设区的?市|地级以上市|地级市|县级市|自治县|市|州|盟|县|旗|区|镇|乡|街道|办事处|园区|开发区|特区|林区|矿区|自治旗|乡镇|村|社区|县区|市区"
    r"|市县|辖市|区市|县市|新区|功能区|管理区)(?:[（(〔][^（()）〔〕]{1,20}[)）〕])?"
)
_BODY = r"(?:党委[和、]?(?:人民)?政府|人民政府|政府|管委会|党委|党工委)"
_STOP = r"(?:[、/／，,；;。（()）〔\s及和与等]|以及|$)"
_ENDS_THERE = rf"(?={_BODY}?{_STOP})"  # not 县 in 各镇、县住建局、县政府办
_ONE_NAME = re.compile(
    rf"(?:各(?:有关|相关)?|有关|相关){_KIND}{_ENDS_THERE}(?:[、/／]{_KIND}{_ENDS_THERE})*{_BODY}?(?:[（(][^（()）]*[)）])?"
)
# 市直有关部门、单位 too: the second of two kinds of office is no name without the first.
_KIND_OF_OFFICE = r"(?:部门|单位|企业|机构|学校|院校|科室|股室|处室|站所|镇街|乡镇|街道|园区)"
_TWO_KINDS = re.compile(
    rf"(?<![^、，,；;。：:\s])(?=[^、，,；;。：:\s]*(?:各|有关|相关|[国省市区县州]直|[省市区县]级|成员|其他))"
    rf"[^、，,；;。：:\s]{{1,12}}{_KIND_OF_OFFICE}(?:、{_KIND_OF_OFFICE})+(?![^、，,；;。：:\s及和与])"
)
_HELD, _HELD_AND = "\ue000", "\ue001"  # stand for 、 and 和 that part no names
_ONE_KIND_OF_OFFICE = re.compile(r"(部门|地区|科室)[和及](单位|部门|机构)")
_AND = re.compile(r"以及|及|和|与")
# What stands before 和 is a name of its own: 市财政局和市税务局, not 区科技和经信局.
_WHOLE = re.compile(
    r"(?:[局委办室厅部院会署处队站所心府位门社司行镇乡县区市州盟旗省团校联园协组馆台厂]|中心|街道|集团|企业|机构|法院|检察院|管委会"
    r"|地区|科室|学校|海关|[分支]行)(?:[（(][^（()）]*[)）])?$"
)
# What one department looks after is no office before 与: 实验室与设备管理处, 社区与老年教育科.
_LOOKED_AFTER = re.compile(
    r"(?:实验室|教室|学校|学院|社区|企业|机构|市场)[和与][\u4e00-\u9fff]{2,12}[处科股部]"
)

_SHORTEST = 3  # characters of a name on either side of 和
_LONGEST_SURE_NAME = 24
_LONGEST_LIST = 400


class NamedOffices(NamedTuple):
    """The names of a segment with their roles, the persons beside them, and what was decided on the way.

    A person stands with the office, as far as one is named: 县卫健局：张三. `and_others` says that 等
    followed: the list is not whole.
    """

    names: tuple[tuple[Role, str], ...]
    persons: tuple[str, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    and_others: bool = False


def names_in(
    text: str, role: Role, vocabulary: Vocabulary, beside: Collection[str] | None = ()
) -> NamedOffices:
    """Split a segment that holds names and nothing else; a tag such as （牵头） overrules the role.

    `beside` are the names before it, to which 和 may join it; None where nothing can stand before.
    """
    plain = _begun(with_closed_brackets(text).strip(" 、，,；;。:：\n"), vocabulary, beside)
    listed = _OTHERS_INSIDE.sub("、", _OTHERS.sub("", plain) or plain)
    held = listed
    for one in (_ONE_NAME, _TWO_KINDS):
        held = one.sub(lambda found: re.sub("[、/／]", _HELD, found[0]).replace("和", _HELD_AND), held)
    held = _ONE_KIND_OF_OFFICE.sub(rf"\1{_HELD_AND}\2", BESIDE_OFFICE.sub(_in_brackets, held))
    held = _parted(held, vocabulary)
    read = read_offices(held, role, vocabulary, vocabulary.lead_mark)
    names: list[tuple[Role, str]] = []
    persons = [_whole(person) for person in read.persons]
    for own, printed in _printed_names(read, plain):
        office, person = _apart(_whole(printed))
        if person:
            persons.append(f"{office}：{person}" if office else person)
        if office:
            names.append((own, office))
    told = tuple((one.read, one.assumed) for one in read.told)
    return NamedOffices(tuple(names), tuple(persons), told, listed != plain)


def _begun(text: str, vocabulary: Vocabulary, beside: Collection[str] | None) -> str:
    """A segment from its first name on, without 由, 会同, 责成 and what joins it to the one before."""
    joined = _JOINED.match(text)
    rest = text[joined.end() :] if joined else ""
    if joined and (beside is not None or rest.startswith(_OF_MANY)):
        return text if begins_name(joined[1], rest, vocabulary, of_the_county(beside or ())) else rest
    begin = _BEFORE.match(text)
    if begin is None or (beside is None and text.startswith("会同县")):
        return text
    return text[begin.end() :]


def _in_brackets(beside: re.Match[str]) -> str:
    """（张三） for a person beside an office; 文旅局 beside 商务局 is an office, too."""
    return beside[0] if any(map(is_office, beside[1].split("、"))) else f"（{beside[1]}）"


def _printed_names(read: Offices, text: str) -> Iterator[tuple[Role, str]]:
    """The names that were read, each with its role, as the text prints them."""
    for role in OFFICES:
        for name in read.of(role):
            for printed in _as_printed(name.replace(_HELD, "、").replace(_HELD_AND, "和"), text):
                yield role, printed


def _whole(name: str) -> str:
    """A name without the bracket that a label was taken out of: 县住建局（联系人：王强）."""
    opened = re.sub(r"^[）)〕】\]]+|[（(〔【\[]+$", "", name)
    return opened if re.search(r"[（(〔【\[]", opened) else opened.rstrip("）)〕】]")


def _as_printed(name: str, text: str) -> list[str]:
    """A name that the text holds; of one that something among brackets was taken out of, its parts."""
    if "；" not in name and "".join(name.split()) in "".join(text.split()):
        return [name]
    return [part for piece in re.split("[、；]", name) if (part := piece.strip("（()）〔〕【】[] "))]


def _parted(text: str, vocabulary: Vocabulary) -> str:
    """A list with 、 for each 及 that stands between two names: 司法部及各地区, not 工业和信息化部."""
    pieces = re.split(r"([、\s]+)", text)
    return "".join(
        piece if at % 2 else "、".join(_two_names(piece, vocabulary)) for at, piece in enumerate(pieces)
    )


def _two_names(piece: str, vocabulary: Vocabulary) -> Iterator[str]:
    start = 0
    for found in _AND.finditer(piece):
        left, right = piece[start : found.start()].strip(), piece[found.end() :].strip()
        is_name = found[0] in JOINTS and begins_name(found[0], right, vocabulary, left)
        if is_name or _LOOKED_AFTER.fullmatch(piece, start):
            continue
        if _are_parted(left, found[0], right):
            yield left
            start = found.end()
    yield piece[start:]


def _are_parted(left: str, conjunction: str, right: str) -> bool:
    """Whether 及 or 和 stands between two names."""
    if is_field(left) and is_field(right):  # 卫生和交通 of 卫生和交通等部门
        return True
    is_short = len(right) < _SHORTEST and not right.startswith("各") and not is_sure(right)
    if len(left) < _SHORTEST or is_short:
        return False
    if unglued_person(left):  # 教务处王磊和学生处李明
        return unglued_person(right) is not None or is_name(right)
    return _is_whole_name(left, conjunction, right) and is_name(right.replace(_HELD_AND, "和"))


def _is_whole_name(left: str, conjunction: str, right: str) -> bool:
    """Whether what stands before 及 or 和 is a name of its own: 县委办和县政府办, not 科技和经信局."""
    if is_office(left) and (conjunction.endswith("及") or left[0] == right[0]):
        return True
    return _WHOLE.search(left) is not None


def _apart(name: str) -> tuple[str, str]:
    """The office and the person of 县城管局：张三 or 县水务局（李四）; one of them "" for any other name."""
    if (IS_PERSON.fullmatch(name) and not is_name(name)) or is_post(name):
        return "", name
    both = OF_PERSON.fullmatch(name)
    if both and is_name(both["office"]):
        return both["office"], both["person"]
    return unglued_person(name) or (name, "")


def unglued_person(name: str) -> tuple[str, str] | None:
    """The office and the person of 教务处王磊 or 七组组长; None for the name of an office, or of neither."""
    glued = None if is_name(name) else GLUED.fullmatch(name)
    if glued is None or not acts(glued["office"]):
        return None
    is_person = has_title(glued["person"]) or looks_like_person(glued["person"])
    return (glued["office"], glued["person"]) if is_person else None


def names_only(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The names of a text that holds offices beyond doubt and nothing else; () for any other text."""
    if len(text) > _LONGEST_LIST or re.search(r"[。！？!?《》“”]", text):
        return ()
    named = names_in(text, Role.UNITS, vocabulary)
    names = tuple(name for _, name in named.names)
    plain = "".join(text.split())  # what stands on both sides of words that were taken out is no name
    are_printed = all("".join(name.split()) in plain for name in names)
    are_names = are_printed and all(len(name) <= _LONGEST_SURE_NAME and is_name(name) for name in names)
    return names if are_names and not named.persons and any(map(is_sure, names)) else ()

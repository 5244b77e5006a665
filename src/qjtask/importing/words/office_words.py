"""Whether words name an office, several offices, or a person."""

from __future__ import annotations

from functools import lru_cache

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.tidy_text import flow
from qjtask.importing.words.vocabulary import words

_LONGEST = 24  # characters of a name
_LONGEST_PERSON = 12  # signs: four of a name, with a title before it and one behind
_LONGEST_HELPER = 10  # characters
_MOSTLY = 0.8
_OPENING = frozenset("（(〔【[＜<〈«")
_BRACKETS = r"[（(〔【\[＜<〈«][^（()）〔〕【】\[\]＜＞<>〈〉«»]*[)）〕】\]＞>〉»]"
_ASSOCIATION = r".[^局委办厅部院科股处所站\W\d]{1,4}协"
_AND_OTHERS = r".{2,}[局委办厅部院会中心]等[^等]{0,8}(?:部门|单位|科室|处室|机构)"  # 市司法局等行政执法部门
_JOINS = str.maketrans("", "", "（()）、")
_FIRST_NAMES = r"[\u4e00-\u9fff·]{1,3}"
_TITLES = r"(?:同志|书记|副?(?:主任|秘书长|[县市区镇乡局部处科股所站队院校]长))"


@lru_cache(maxsize=8192)
def is_office(name: str) -> bool:
    """Whether a name ends or begins as those of offices and places do."""
    return ends_as_office(name) or name.startswith(words().offices.begins) or _is_association(name)


@lru_cache(maxsize=8192)
def ends_as_office(name: str) -> bool:
    """Whether a name ends as those of offices and places do, what stands in brackets apart."""
    if not _OPENING.isdisjoint(name):
        name = compiled(_BRACKETS).sub("", name)
    return name.endswith(words().offices.ends) and not name.endswith(words().offices.not_ends)


def _is_association(name: str) -> bool:
    """Whether a name is that of a region's association for short: 市消协, 县计生协, not 县水利局协."""
    return (
        name.endswith("协")
        and begins_with_region(name)
        and compiled(_ASSOCIATION).fullmatch(name) is not None
    )


def ends_as_body(name: str) -> bool:
    """Whether a name ends as that of a body that acts does, and no field, house or place is called so."""
    return name.endswith(words().offices.acting) and ends_as_office(name)


@lru_cache(maxsize=8192)
def looks_like_person(text: str) -> bool:
    """Whether a text is a person's name, and no office's: 张三, 李四副县长, 主任王五."""
    text = text.replace(" ", "")
    if len(text) > _LONGEST_PERSON:
        return False
    bare = compiled(rf"^{_TITLES}(?=.{{2}})|{_TITLES}$").sub("", text)
    return (
        2 <= len(bare) <= 4
        and bare[0] in words().duties.surnames
        and compiled(_FIRST_NAMES).fullmatch(bare[1:]) is not None
        and not bare.startswith(words().duties.not_persons)
        and not bare.endswith(words().offices.ends)
        and not bare.startswith(words().offices.begins)
    )


def listed(text: str) -> str:
    """A cell's text without breaks; persons one per line are parted, and those of each: 各社区书记."""
    names = ["".join(line.split()) for line in text.split("\n")]
    persons = [name for name in names if not name.startswith("各")]
    are_listed = len(names) > 1 and bool(persons) and all(map(looks_like_person, persons))
    return "、".join(names) if are_listed else flow(text)


def may_help(name: str, duty: str) -> bool:
    """Whether words beside 配合 name who helps, though no office ends so: 市场热心群众. It is told."""
    is_short = len(name) <= _LONGEST_HELPER and name.isalpha()
    return is_short and duty in words().duties.support and not looks_like_person(name)


def looks_like_offices(text: str) -> bool:
    """Whether a cell holds names of offices, and nothing else."""
    pieces = [piece for piece in compiled(r"[、，,；;/\s]+").split(text) if piece]
    return (
        bool(pieces)
        and all(len(piece) <= _LONGEST for piece in pieces)
        and sum(map(is_office, pieces)) >= len(pieces) * _MOSTLY
    )


def begins_with_region(name: str) -> bool:
    """Whether a name begins as a local office's does: 市财政局, 各镇, but not 市场监管局."""
    known = words().offices
    return name[:1] in known.regions and not name.startswith(known.not_regions)


def is_place(name: str) -> bool:
    """Whether a name ends as a city's or a county's does, so that an office's may follow: 丙丁市."""
    return name.endswith(tuple("省市县区州旗盟")) and not name.endswith(words().offices.not_places)


@lru_cache(maxsize=8192)
def is_collective(name: str) -> bool:
    """Whether a name stands for several offices: 各镇（街道）, 县直有关部门, 相关街道, 镇街."""
    known = words().offices
    if name.startswith(known.collective) or any(word in name for word in known.collective_within):
        return True
    if "等" in name and compiled(_AND_OTHERS).fullmatch(name):
        return True
    plain = name.translate(_JOINS)
    return plain.endswith(known.collective_ends) or plain in known.collective_whole

"""和, 及 and 与 before an office: whether they join it to another, or its own name begins so: 和平区政府."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.office_words import is_place

JOINTS = frozenset("和及与")
"""The signs that may join two names, each of which may begin one as well."""

# Words of which such a sign is the first, as names begin with them.
_BEGIN_NAMES = (
    *(
        "和平",
        "和谐",
        "和睦",
        "和美",
        "和田",
        "和顺县",
        "和政县",
        "和静县",
        "和硕县",
        "和林格尔",
        "和布克赛尔",
    ),
    *("及时雨", "及第", "与时俱进"),
)
_JOINED = r"\s*(以及|并[和与]|及其|[和及与])(?=.{2})"
_BESIDE_COUNTIES = ("县", "各", "所有", "有关", "相关", "设区", "地级", "自治")
_OF_COUNTIES = r"县(?:[级直区域市乡镇属内（(]|以[上下内外])"
_SHORTEST_PLACE = 3  # signs: 马鞍山市, but not 各市 or 县市
# A single sign names nothing before these kinds, so that 平 of 平街道 is no name: 和平街道. What counts, and
# what is a word with the kind (城区, 乡镇, 总公司, 中小学), does.
_NOT_COUNTED = "一二三四五六七八九十0-9省市县区州旗盟镇乡村街各我本该某全两几多每国"
_ONE_SIGN = (
    rf"[^{_NOT_COUNTED}社城郊矿园林景库厂新老片辖小校院港山灾牧农营军防](?:区(?!域)|市(?![场政民容直]))"
    rf"|[^{_NOT_COUNTED}城集农](?:镇(?!村)|乡(?!村)|街道|村(?!居)|社区|派出所|[分支]局|支行|[分支]公司|中队|法庭|卫生院)"
    rf"|[^{_NOT_COUNTED}总分子母外大中党水电气热](?:公司|集团|学校|[小中]学|中心)"
)
# A place of two signs and a word are whole without it: 平利县, 美兰区, 平安办; but 和平社区, 和田地区.
_WHOLE = (
    r"平[安台原价面等战]|美[术育容丽好食]|田[径园间野]|睦邻"
    r"|[\u4e00-\u9fff]{2}[县市州旗]|[\u4e00-\u9fff][^社园小片新城景林库矿地路]区"
)


def begins_name(sign: str, rest: str, known: Container[str] = (), before: str = "") -> bool:
    """Whether 和, 及 or 与 is the first sign of a name, and joins nothing: 和平区政府, 及时雨公司.

    What the document names elsewhere decides: the name with the sign, or without it. 和县 is a county, or
    the county of those whose names begin so; `before` is what stands before the sign.
    """
    whole = sign + rest
    if whole in known or rest in known:
        return whole in known
    if rest.startswith("县") and sign == "和":
        return _is_of_another_county(rest, before)
    if whole.startswith(_BEGIN_NAMES) and not compiled(_WHOLE).match(rest):
        return True
    return sign == "和" and compiled(_ONE_SIGN).match(rest) is not None


def _is_of_another_county(rest: str, before: str) -> bool:
    """Whether 和 before 县财政局 begins 和县: behind nothing that it can join, or behind the city's name."""
    if compiled(_OF_COUNTIES).match(rest):
        return False
    if not before or rest == "县":
        return True
    is_named = len(before) >= _SHORTEST_PLACE and not before.startswith(_BESIDE_COUNTIES)
    return is_named and is_place(before)


def listed_names(text: str) -> list[str]:
    """The names of a list with 、, 和, 及 or 与 between them: 市城管局、和平区政府和市财政局."""
    names, start = [], 0
    for found in compiled("[、和及与]").finditer(text):
        name = text[start : found.start()]
        if found[0] in JOINTS and begins_name(found[0], text[found.end() :], before=name):
            continue
        names.append(name)
        start = found.end()
    return [name for name in (*names, text[start:]) if name]


def begins_county(rest: str, before: str) -> bool:
    """Whether 会同 before 县财政局 begins 会同县: behind 由 or 、, beside no other office of a county.

    Else it is what those before it do: 县住建局会同县财政局.
    """
    if not rest.startswith("县") or compiled(_OF_COUNTIES).match(rest):
        return False
    return before.endswith(("、", "由", "请")) and not of_the_county(before.split("、"))


def of_the_county(names: Iterable[str]) -> str:
    """The first of the names beside which 县 is the county, or any: 县财政局, 各市; "" where none is."""
    return next((name for name in names if name.startswith(_BESIDE_COUNTIES)), "")


def without_joints(pieces: Sequence[str], known: Container[str] = ()) -> list[str]:
    """The pieces of a list, each but the first without what joins it to those before: 、和市财政局."""
    found = [compiled(_JOINED).match(piece) if at else None for at, piece in enumerate(pieces)]
    if not any(found):
        return [*pieces]
    county = of_the_county(pieces)
    return [
        piece[begin.end() :] if begin and _only_joins(begin, piece, known, county) else piece
        for begin, piece in zip(found, pieces, strict=True)
    ]


def _only_joins(begin: re.Match[str], piece: str, known: Container[str], county: str) -> bool:
    return begin[1] not in JOINTS or not begins_name(begin[1], piece[begin.end() :], known, county)

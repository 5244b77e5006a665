"""Enumerations that are one name: after 各 and 有关, of bare levels, of one place's bodies: 各县、区政府."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.office_words import begins_with_region, is_office
from qjtask.importing.words.vocabulary import words

_MANY = "各|有关|相关|[国省市区县州]直|[省市区县]级|成员"
_KINDS = "(?:部门|单位|企业|机构|学校|科室|股室|处室)"
_SOME = ("有关", "相关", "其他", "其它", "其余", "涉及", "所涉", "属地", "所属", "所在", "试点", "上述")
_KINDS_OF_PLACES = "(?:县级市|自治县|街道(?:办事处)?|开发区|园区|[市县区州旗盟镇乡村街])"
_LEVELS = frozenset("省市县区州镇乡村")
_HIGHER = "国省市县区州"  # than the places that a county has: 有关镇、县政府 are two names
_NUMBER = "[一二三四五六七八九十]{1,2}"
_END = "[^、一二三四五六七八九十][^、]{1,8}"
_COUNTED = rf"(?<![^、])第(?P<first>{_NUMBER})(?P<more>(?:、第?{_NUMBER})+)(?P<end>{_END})"
_COMMITTEES = ("党委", "党工委", "市委", "县委", "区委", "州委", "镇委")
_BODIES = ("政府", "人民政府", "办事处", "街道办事处", "管委会")  # none of which is a name alone
_LONGEST_OFFICE = 12  # characters behind a level
_MOST_JOINED, _LONGEST_JOINED = 4, 6  # pieces of an enumeration after 各, and characters of one


def enumerated(pieces: Sequence[str]) -> list[str]:
    """Pieces in which an enumeration after 各 is one name again: 各县、市、区政府; 市直有关部门、单位 too.

    Those that are counted have their end each: 第一党支部 and 第二党支部 of 第一、二党支部.
    """
    found: list[str] = []
    if any(compiled(f"第{_NUMBER}").fullmatch(piece.strip()) for piece in pieces):
        pieces = compiled(_COUNTED).sub(_counted, "、".join(map(str.strip, pieces))).split("、")
    for piece in _closed(pieces) if "各" in "".join(pieces) else pieces:
        if found and _belongs(found[-1].strip(), piece.strip()):
            before = _bare_levels(found)
            found[-len(before) :] = ["、".join((*before, piece.strip()))]
        else:
            found.append(piece)
    return found


def _counted(found: re.Match[str]) -> str:
    """第一党支部、第二党支部 for 第一、二党支部; what is no office's end stays as it is printed."""
    numbers = [found["first"], *found["more"].replace("第", "")[1:].split("、")]
    return "、".join(f"第{one}{found['end']}" for one in numbers) if is_office(found["end"]) else found[0]


def _closed(pieces: Sequence[str]) -> Iterator[str]:
    """Pieces in which 各临床 is one name with those after it, up to the kind that they share: 医技科室."""
    at = 0
    while at < len(pieces):
        first = pieces[at].strip()
        end = at + 1
        if (
            first.startswith("各")
            and len(first) > 1
            and not is_office(first[1:])
            and first[1:] not in _LEVELS
        ):
            end = _end_of_kinds(pieces, at + 1)
        yield "、".join(piece.strip() for piece in pieces[at:end]) if end > at + 1 else pieces[at]
        at = end


def _end_of_kinds(pieces: Sequence[str], start: int) -> int:
    """Behind the piece that says what kind those before it are of; `start` where none does."""
    for at, piece in enumerate(pieces[start : start + _MOST_JOINED], start):
        plain = piece.strip()
        if compiled(rf".{{1,{_LONGEST_JOINED}}}{_KINDS}").fullmatch(plain):
            return at + 1 if not (plain.startswith("各") or begins_with_region(plain)) else start
        if len(plain) > _LONGEST_JOINED or is_office(plain):
            return start
    return start


def _bare_levels(found: Sequence[str]) -> list[str]:
    """The last piece, with the bare levels before it where it is one: 省 and 市 of 省、市、县人防办."""
    last = len(found) - 1
    while last and found[-1].strip() in _LEVELS and found[last - 1].strip() in _LEVELS:
        last -= 1
    return [piece.strip() for piece in found[last:]]


def _belongs(before: str, piece: str) -> bool:
    """Whether a piece goes on with the one before it: 市、县级林业部门, 各县、市、区政府, 市直部门、单位.

    政府 behind 柳林乡党委 is that of the same place, and both are named as one.
    """
    line = before.rpartition("\n")[2].strip()
    if line.startswith("各") and line != "各":  # 市建设局⏎各区、县（市）政府
        before = line
    if piece in _BODIES and before.endswith(_COMMITTEES):
        return True
    if before in _LEVELS:
        return piece[:1] in _LEVELS and len(piece) > 1
    return _is_of_many(before, piece) and _goes_on(before, piece)


def _is_of_many(before: str, piece: str) -> bool:
    """Whether a name stands for many offices, so that a piece can go on with it."""
    if before.startswith("各") or _is_of_places(before, piece):
        return True
    is_kind = compiled(_KINDS).match(piece) is not None
    return is_kind and compiled(rf"(?:{_MANY}).*{_KINDS}$").search(before) is not None


def _is_of_places(before: str, piece: str) -> bool:
    """Whether a name is some of a kind of places, and a piece no higher one: 有关区 before 县（市）政府."""
    if not before.startswith(_SOME) or compiled(_KINDS_OF_PLACES).match(piece) is None:
        return False
    found = compiled(rf"..的?{_KINDS_OF_PLACES}+(?:[（(、].*)?").fullmatch(before)
    return found is not None and (before[2:].lstrip("的")[0] in _HIGHER or piece[0] not in _HIGHER)


def _goes_on(before: str, piece: str) -> bool:
    """Whether a piece only names a level or a body: 区政府 after 各县, but not 县政府 after 各镇政府."""
    known = words().offices
    levels, bodies = "|".join(known.levels), "|".join(known.bodies)
    in_brackets = rf"(?:{levels})[（(](?:{levels})(?:、(?:{levels}))*[)）].{{1,{_LONGEST_OFFICE}}}"
    if is_office(piece) and compiled(in_brackets).fullmatch(piece):
        return True  # 县（区）招考办: of each of them
    if compiled(rf"(?:{levels})+(?:[（(][^（()）]*[)）](?:{bodies})?)?").fullmatch(piece) is None:
        return False
    has_body = before.endswith(known.bodies)
    return not has_body or piece[0] not in "国省市区县州" or piece in known.bodies

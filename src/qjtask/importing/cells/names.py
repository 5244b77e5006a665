"""The offices named in a cell: 区司法局、区财政局; 市经信局牵头，相关部门参与; names cut by a line break."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_blank
from qjtask.importing.cells.duties import (
    DutyPart,
    duty_parts,
    helper_pattern,
    outside_brackets,
    role_of_duty,
    tag_pattern,
    without_shared,
)
from qjtask.importing.cells.named_offices import Offices
from qjtask.importing.columns.column_content import is_deadline
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.elided_parts import whole_names
from qjtask.importing.words.enumerations import enumerated
from qjtask.importing.words.joining_signs import without_joints
from qjtask.importing.words.name_breaks import DoubtfulName, Known, Told, mended, unglued
from qjtask.importing.words.office_levels import PROVINCE, level_in_label, level_of
from qjtask.importing.words.office_words import (
    begins_with_region,
    ends_as_body,
    ends_as_office,
    is_office,
    looks_like_offices,
    looks_like_person,
    may_help,
)
from qjtask.importing.words.persons_apart import office_and_person, persons_apart
from qjtask.importing.words.vocabulary import words

__all__ = ["Vocabulary", "is_office", "looks_like_offices", "read_offices"]

_EACH_OF_THEM = ("各自", "分别", "共同", "分头")
_EACH_IN_BRACKETS = r"[（(](?:分办|(?:各自|分别|共同|分头|具体)(?:负责|落实|推进|实施|牵头|办理)?)[)）]$"
_AND_OTHERS = (
    r"等(?:\d{1,2}|[一二三四五六七八九十两]{1,3})?[个家]?"
    r"(?:有关|相关|各|[省市县区州][级直]?|责任)*(?:部门|单位|科室|机构)?$"
)
_MARKS = "★☆*＊▲△●○◆■□※"
_COUNTED = r"[（(]\d{1,2}[)）]|(?<![\d第])\d{1,2}[.．、)）](?=[^\d])|[\u2460-\u2473]"
_A_PAIR = 2
_CITIES = "市州"  # 金华⏎市教育局 is cut after a city's name, which begins as a person's does
_SLASHES = frozenset("/／-－—")
_SLASHED = r"([^、，,；;/／－—\n-]{1,40})[/／－—-]([^、，,；;/／－—\s-]+)"
# The same words of every work, so that they are told as one.
_NOT_ALL, _AS_LISTED = "单位写着“等”，没有列全", "只记写明的"
_FIGURES = r"[0-9\u2460-\u2473]"
_SIGNS = "、，,；;/／。"


class Vocabulary(Known):
    """The names that stand whole somewhere in the document, and how often; `lead_mark` as it gives leads."""

    def __init__(self, cells: Iterable[str], lead_mark: str = "") -> None:
        self.lead_mark = lead_mark
        counts: Counter[str] = Counter()
        begins = set()
        for text, times in Counter(cells).items():
            for at, piece in enumerate(_pieces(text)):
                name = _trimmed(piece)[0].strip(_MARKS)
                if name and not compiled(r"\s").search(name):
                    counts[name] += times
                    if not at:
                        begins.add(name)
        super().__init__(counts, begins)


@lru_cache(maxsize=4096)  # the same offices stand in many cells
def read_offices(text: str, role: Role, vocabulary: Known, lead_mark: str = "") -> Offices:
    """The names of a cell whose column has this role. "/", 无 and blanks name nobody.

    `lead_mark` is the sign that the table gives to leads.
    """
    if is_blank(text):
        return Offices({})
    cell = _Cell(vocabulary, lead_mark)
    read = duty_parts(text, role)
    for part in read.parts:
        cell.take(part)
    if read.first_leads:
        cell.first_leads(role)
    return cell.offices()


class _Cell:
    """The names of a cell while its parts are read."""

    def __init__(self, known: Known, lead_mark: str) -> None:
        self._known = known
        self._lead_mark = lead_mark
        self._named: dict[Role, list[str]] = {}
        self._told: Told = []
        self._persons: list[str] = []
        self._terms: list[str] = []
        self._labelled_term = ""
        self._above: dict[str, int] = {}

    def offices(self) -> Offices:
        """What was found."""
        named = {
            role: tuple(dict.fromkeys(whole_names(names, self._known, self._told)))
            for role, names in self._named.items()
        }
        persons, terms = tuple(self._persons), tuple(self._terms)
        return Offices(
            named, tuple(self._told), persons, terms, self._those_above(named), self._labelled_term
        )

    def _those_above(self, named: Mapping[Role, Sequence[str]]) -> tuple[str, ...]:
        """The names above the responsible offices: by their label, or a province's over a city's bureaus."""
        units = named.get(Role.UNITS, ())
        levels = [level for name in units if (level := level_of(name)) is not None]
        if not levels:
            return ()
        labelled = (name for name, level in self._above.items() if level > max(levels))
        bodies = any(map(ends_as_body, units)) and max(levels) < PROVINCE
        leads = (name for name in named.get(Role.LEAD, ()) if bodies and (level_of(name) or 0) >= PROVINCE)
        return tuple(dict.fromkeys((*labelled, *leads)))

    def take(self, part: DutyPart) -> None:
        """Read a part: persons, or the names of offices."""
        if part.role is Role.PERSON:
            names = "、".join(filter(None, compiled(_SEPARATORS).split(part.text)))
            self._persons.append(f"{part.label}：{names}")
            return
        before = len(self._named.get(part.role, ()))
        self._names(part)
        level = level_in_label(part.label) if part.label else None
        if level is not None:
            self._above.update(dict.fromkeys(self._named.get(part.role, ())[before:], level))

    def _names(self, part: DutyPart) -> None:
        """Read the names of offices in a part."""
        pieces = _parted(part.text)
        for piece in pieces:
            office = self._over_person(piece) or _without_person(piece, self._persons)
            for name in mended(office, self._known, self._told, is_wrapped=len(pieces) > 1):
                self._name(name, part.role)

    def _over_person(self, piece: str) -> str:
        """The office of 县城管局⏎王强 or 王强⏎县城管局, whose person is put to the others; "" for others."""
        tokens = piece.split()
        pair = _office_beside(tokens, self._known) if len(tokens) == _A_PAIR else None
        if pair is None:
            return ""
        office, person = pair
        self._persons.append(f"{office}：{person}")
        read, both = f"“{'⏎'.join(tokens)}”像是单位和人名", f"{office}、{person}"
        self._told.append(DoubtfulName(read, f"单位记“{office}”，“{person}”记作责任人", office, both))
        return office

    def _name(self, name: str, role: Role) -> None:
        trimmed, has_others = _trimmed(name)
        marked, role = self._without_mark(trimmed, role)
        if has_others:
            self._told.append(DoubtfulName(_NOT_ALL, _AS_LISTED, marked))
        if is_blank(marked):
            return
        if is_deadline(marked):
            self._term(marked, role)
        elif self._persons and looks_like_person(marked):
            self._persons.append(marked)
        else:
            self._offices(marked, role)

    def _term(self, text: str, role: Role) -> None:
        """A deadline among the names, or in the bracket behind one: 县水利局（6月底前完成）."""
        labelled = compiled(_TERM_LABEL).match(text)
        if labelled is not None:
            self._labelled_term = text[labelled.end() :]
            return
        behind = compiled(_BRACKET_BEHIND).fullmatch(text)
        if behind and is_office(behind[1]):
            self._terms.append(behind[2])
            self._offices(behind[1], role)
        else:
            self._terms.append(text)

    def _without_mark(self, name: str, role: Role) -> tuple[str, Role]:
        """A name without its ★, and what the mark makes of it where the table says so."""
        marked = name.strip(_MARKS)
        if marked != name and self._lead_mark and self._lead_mark in name:
            return marked, Role.LEAD
        if marked != name:
            self._told.append(DoubtfulName(f"“{name}”带有记号", f"记作“{marked}”", marked))
        return marked, role

    def _offices(self, name: str, role: Role) -> None:
        """One name, or two that are glued, each with its tag: 县公安局（配合）."""
        for one in unglued(self._without_helper(name), self._known, self._told):
            tagged = tag_pattern().search(one) if one.endswith(_CLOSING) else None
            target = role_of_duty(tagged["tag"]) if tagged else role
            if tagged and tagged["both"] and target is not role:  # 甲局、乙局（双牵头）: both of them
                self._named.setdefault(target, []).extend(self._named.pop(role, []))
            bare = one[: tagged.start()] if tagged else one
            if bare:
                self._named.setdefault(target, []).append(bare)

    def _without_helper(self, name: str) -> str:
        """A name without the office in its bracket, which has a duty of its own."""
        found = helper_pattern().fullmatch(name) if name.endswith(_CLOSING) else None
        helpers = compiled(_SEPARATORS).split(found["helper"]) if found else []
        if found is None or not all(is_office(one) or may_help(one, found["duty"]) for one in helpers):
            return name
        self._named.setdefault(role_of_duty(found["duty"]), []).extend(helpers)
        return found["office"]

    def first_leads(self, role: Role) -> None:
        """The first of the names leads, as the cell says."""
        names = self._named.get(role, [])
        if role is Role.UNITS and len(names) > 1 and Role.LEAD not in self._named:
            self._named[Role.LEAD] = [names.pop(0)]


_BRACKET_BEHIND = r"([^（(]{2,})[（(]([^（()）]+)[)）]"
_TERM_LABEL = r"^(?:完成|整改|办结|落实)?(?:时限|期限|时间)[：:]\s*"
_SEPARATORS = r"[、，,；;。\s]+"
_CLOSING = (")", "）")


def _office_beside(tokens: Sequence[str], known: Known) -> tuple[str, str] | None:
    """An office and the person in the line behind it or before it; None for one name, 黄山⏎市教育局 too.

    A person stands before an office for certain only where the two are no name that stands elsewhere.
    """
    first, second = tokens
    if ends_as_office(first) and is_office(first) and looks_like_person(second):
        return first, second
    is_apart = _is_whole_name(second, known) and first + second not in known
    return (second, first) if is_apart and looks_like_person(first) else None


def _is_whole_name(name: str, known: Known) -> bool:
    """Whether a body's name is whole for certain, wherever its line begins: 县城管局, but not 市教育局."""
    is_begun = name in known or (begins_with_region(name) and name[0] not in _CITIES)
    return is_begun and ends_as_body(name) and name not in words().offices.generic


# Pieces --------------------------------------------------------------------------------------


def _pieces(text: str) -> list[str]:
    """A cell cut at its signs; for the vocabulary, so verbs and labels go too."""
    parts = (part for part in duty_parts(text, Role.UNITS).parts if part.role is not Role.PERSON)
    return [_without_person(piece, []) for part in parts for piece in _parted(part.text)]


def _parted(text: str) -> list[str]:
    """A part cut at its signs, the numbers before its names apart; a person behind a slash stays with it."""
    if not _SLASHES.isdisjoint(text):
        text = compiled(_SLASHED).sub(_with_colon, text)
    pieces = enumerated(without_joints(outside_brackets(_uncounted(text), _SIGNS)))
    return [one for piece in pieces for one in persons_apart(piece)]


def _with_colon(found: re.Match[str]) -> str:
    """法规科/周涛 and 周涛/法规科 as 法规科：周涛; two offices as they are."""
    for office, person in ((found[1], found[2]), (found[2], found[1])):
        if is_office(office.strip()) and looks_like_person(person.strip()):
            return f"{office}：{person}、"
    return found[0]


def _uncounted(text: str) -> str:
    """A part without the numbers before its names, a date's line apart: 1.县教育局；2.县财政局."""
    if not compiled(_FIGURES).search(text):
        return text
    lines = text.split("\n")
    apart = [f"、{line}" if at and is_deadline(line) else line for at, line in enumerate(lines)]
    return compiled(_COUNTED).sub("、", "\n".join(apart))


def _without_person(piece: str, persons: list[str]) -> str:
    """县城管局：张三 without the person, who is put to the others."""
    found = office_and_person(piece)
    if found is None:
        return piece
    persons.append("：".join(found))
    return found[0]


def _trimmed(piece: str) -> tuple[str, bool]:
    """A name without stray signs and 按职责分工负责, and whether 等 stood after it."""
    name = without_shared(piece.strip(" \n、，,；;。:：.·"))
    name = compiled(_EACH_IN_BRACKETS).sub("", name) if name.endswith(_CLOSING) else name
    name = name[:-2] if name[2:].endswith(_EACH_OF_THEM) else name
    shorter = compiled(_AND_OTHERS).sub("", name) if "等" in name else name
    return (shorter, True) if shorter and shorter != name else (name, False)

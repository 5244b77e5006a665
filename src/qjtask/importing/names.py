"""The offices named in a cell: 区司法局、区财政局; 市经信局牵头，相关部门参与; names cut by a line break."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from qjtask.core.text.signs import is_blank
from qjtask.importing.columns import OFFICES, Role

_ENDS = (
    r"(?:局|委|办|厅|院|所|站|队|科|股|处|室|部|组|会|行|社|署|中心|公司|集团|政府|部门|单位|街道|乡镇|乡|镇|学校|大学|中学|小学"
    r"|银行|开发区|园区|高新区|经开区|新区|[区县市州]|联|馆|台|企业|机构|协会|学会|联盟|机关|窗口|专班|指挥部|党组|支部"
    r"|[（(][^（()）]*[)）])$"
)
_LONGEST_GLUED = 100  # characters of names without a sign between; a longer text is no names
_REGION = "国省市区县州镇乡各本我"
_NOT_A_REGION = r"市(?:场|政(?!府)|容|民|区)|[区县]域|各"
_GENERIC = frozenset(
    (
        "政府",
        "中心",
        "办公室",
        "委员会",
        "分局",
        "支队",
        "大队",
        "公司",
        "部门",
        "单位",
        "街道",
        "乡镇",
        "集团",
    )
)
_ROLE_WORDS = (
    (Role.LEAD, "牵头|主办|主牵头|总牵头"),
    (Role.UNITS, "责任|承办|负责|落实|实施|主责"),
    (Role.SUPPORT, "配合|协办|协同|协助|参与|参加|支持"),
)
_ANY_ROLE = "|".join(words for _, words in _ROLE_WORDS)
_LABEL = rf"(?:[国省市区县]级)?(?P<label>{_ANY_ROLE})(?:责任)?(?:单位|部门|科室|股室|处室|主体)?\s*[：:]"
_SHARED = (
    r"(?:[，,]?(?:按照?|依据|根据)(?:各自)?(?:职责|职能|分工)(?:分工|范围)*(?:(?:分别|具体|共同)?"
    r"(?:负责|落实|推进|抓好|做好|实施|配合)(?:落实|推进|实施|抓好)?)?)"
)
_DONE_BY = (
    rf"(?:共同|联合|分别|具体|总)?(?P<verb>{_ANY_ROLE})(?:[，,]?(?:负责|推进|落实|实施|抓落实|组织实施))?$"
)
_AND_OTHERS = r"等(?:有关|相关|各|区级|市级|县级|省级|责任)*(?:部门|单位|科室|机构)?$"
_AND_SO_ON = r"[，,]?(?:各|其他)?(?:有关|相关)?(?:部门|单位)?$"
_TERM = r"(?:完成|整改|办结)?(?:时限|期限|时间)\s*[：:]\s*(?P<term>[^；;。]+)"
_MARKS = r"^[★☆*＊▲△●○◆■□※]+|[★☆*＊▲△●○◆■□※]+$"
_TAGGED = r"[（(](?P<tag>牵头|主办|配合|协办|责任)(?:单位|部门|科室)?[)）]$"


class Offices(NamedTuple):
    """The names in a cell by what they have to do, as printed, and what was decided on the way."""

    named: Mapping[Role, tuple[str, ...]]
    told: tuple[tuple[str, str], ...] = ()

    def of(self, role: Role) -> tuple[str, ...]:
        """The names that have this role."""
        return self.named.get(role, ())


class Vocabulary:
    """The names that stand whole somewhere in the document, and how often."""

    def __init__(self, cells: Iterable[str]) -> None:
        self.counts: Counter[str] = Counter()
        for text in cells:
            for piece in _pieces(text):
                name = re.sub(_MARKS, "", _trimmed(piece)[0])
                if name and not re.search(r"\s", name):
                    self.counts[name] += 1

    def __contains__(self, name: str) -> bool:
        return name in self.counts


def is_office(name: str) -> bool:
    """Whether a name ends as offices do."""
    return name.startswith("各") or re.search(_ENDS, name) is not None


def looks_like_offices(text: str) -> bool:
    """Whether a cell holds names of offices, and nothing else."""
    pieces = [piece for piece in re.split(r"[、，,；;/\s]+", text) if piece]
    return (
        bool(pieces)
        and all(len(piece) <= 24 for piece in pieces)
        and (sum(is_office(piece) for piece in pieces) * 5 >= len(pieces) * 4)
    )


def read_offices(text: str, role: Role, vocabulary: Vocabulary) -> Offices:
    """The names of a cell whose column has this role. "/", 无 and blanks name nobody."""
    named: dict[Role, list[str]] = {}
    told: list[tuple[str, str]] = []
    if is_blank(text):
        return Offices({})
    for own, part in _labelled(text, role):
        for segment_role, piece in _assigned(part, own):
            names, more = _names(piece, vocabulary)
            told.extend(more)
            for name in names:
                tagged = re.search(_TAGGED, name)
                target = _role_word(tagged["tag"]) if tagged else segment_role
                named.setdefault(target, []).append(name[: tagged.start()] if tagged else name)
    return Offices({key: tuple(dict.fromkeys(names)) for key, names in named.items()}, tuple(told))


def in_text(text: str) -> tuple[str, str, str] | None:
    """The work without its 〔牵头单位：…；完成时限：…〕, the offices in it, and the deadline in it."""
    whole = re.sub(r"[。；]$", "", text.rstrip()).rstrip()
    begin = _labelled_bracket(whole) if whole.endswith(tuple("〕）)】]")) else None
    if begin is None:
        return None
    inside = whole[begin + 1 : -1]
    term = re.search(_TERM, inside)
    offices = inside[: term.start()] + "；" + inside[term.end() :] if term else inside
    return text[:begin].rstrip(), offices, term["term"].strip() if term else ""


def _labelled_bracket(text: str) -> int | None:
    """Where the bracket opens that goes to the text's end, a label first in it, others within or not."""
    square = max(text.rfind(sign) for sign in "〔【[")
    for label in re.finditer(_LABEL, text[:-1]):
        closed = max(text.rfind(sign, 0, label.start()) for sign in "〕）)】]")
        opened = re.search(r"[〔（(【\[]", text[max(square, closed, 0) : label.start()])
        if opened:
            return max(square, closed, 0) + opened.start()
    return None


# Parts of a cell -----------------------------------------------------------------------------


def _labelled(text: str, role: Role) -> Iterator[tuple[Role, str]]:
    """The cell cut at 牵头单位： and its like; what stands before the first has the column's role."""
    at, own = 0, role
    for label in re.finditer(_LABEL, text):
        yield own, text[at : label.start()]
        at, own = label.end(), _role_word(label["label"])
    yield own, text[at:]


def _assigned(text: str, role: Role) -> Iterator[tuple[Role, str]]:
    """Clauses such as X牵头 and Y、Z配合 apart, each with its role; without a verb it is the cell's."""
    waiting: list[str] = []
    for clause in _outside_brackets(text, "，,；;。"):
        plain = re.sub(_SHARED + "$", "", clause.strip())
        done_by = re.search(_DONE_BY, plain)
        is_name = done_by is None or not plain[: done_by.start()].strip("由、 \n")
        if is_name:
            waiting.append(plain)
            continue
        assert done_by is not None  # noqa: S101 - for the type checker
        found = _role_word(done_by["verb"])
        clause_role = role if found is Role.UNITS else found
        yield clause_role, "、".join([*waiting, re.sub("^由", "", plain[: done_by.start()])])
        waiting = []
    yield role, "、".join(waiting)


def _pieces(text: str) -> list[str]:
    """A cell cut at its signs; for the vocabulary, so verbs and labels go too."""
    return [
        piece
        for _, part in _labelled(text, Role.UNITS)
        for _, clause in _assigned(part, Role.UNITS)
        for piece in _outside_brackets(clause, "、，,；;/／。")
    ]


def _outside_brackets(text: str, signs: str) -> list[str]:
    """`text` cut at these signs, but not within brackets: 各乡镇（街道、园区） is one name."""
    pieces, start, depth = [], 0, 0
    for at, char in enumerate(text):
        if char in "（(〔[【":
            depth += 1
        elif char in "）)〕]】":
            depth = max(0, depth - 1)
        elif char in signs and depth == 0:
            pieces.append(text[start:at])
            start = at + 1
    pieces.append(text[start:])
    return pieces


def _names(text: str, vocabulary: Vocabulary) -> tuple[list[str], list[tuple[str, str]]]:
    names: list[str] = []
    told: list[tuple[str, str]] = []
    for piece in _outside_brackets(text, "、，,；;/／。"):
        for name in _mended(piece, vocabulary, told):
            trimmed, others = _trimmed(name)
            marked = re.sub(_MARKS, "", trimmed)
            if marked != trimmed:
                told.append((f"“{trimmed}”带有记号", f"记作“{marked}”"))
                trimmed = marked
            if others:
                told.append((f"“{name}”的“等”字后面没有列全", f"只记“{trimmed}”"))
            if trimmed and not is_blank(trimmed):
                names.extend(_unglued(trimmed, vocabulary, told))
    return names, told


def _trimmed(piece: str) -> tuple[str, bool]:
    """A name without stray signs and 按职责分工负责, and whether 等 stood after it."""
    name = piece.strip(" \n、，,；;。:：.·")
    name = re.sub(rf"[（(]{_SHARED}[)）]$|{_SHARED}$", "", name)
    shorter = re.sub(_AND_OTHERS, "", name)
    return (shorter, True) if shorter and shorter != name else (name, False)


# Names cut and names glued -------------------------------------------------------------------


def _mended(piece: str, vocabulary: Vocabulary, told: list[tuple[str, str]]) -> list[str]:
    """A piece with line breaks or spaces in it: each parts two names, or falls inside one."""
    parts = piece.split()
    if len(parts) < 2:
        return parts
    if all(len(part) == 1 for part in parts):  # spaced letter by letter
        return ["".join(parts)]
    names = [parts[0]]
    for at, part in enumerate(parts[1:], 1):
        following = parts[at + 1] if at + 1 < len(parts) else ""
        parted, is_sure = _is_parted(names[-1], part, following, vocabulary)
        if not is_sure:
            read = f"“{names[-1]}⏎{part}”在行末断开"
            told.append((read, "按两个单位记" if parted else f"按“{names[-1]}{part}”一个单位记"))
        if parted or len(names[-1]) > _LONGEST_GLUED:
            names.append(part)
        else:
            names[-1] += part
    return names


def _is_parted(name: str, part: str, following: str, vocabulary: Vocabulary) -> tuple[bool, bool]:
    """Whether a break between `name` and `part` parts two names, and whether that is sure."""
    if name + part in vocabulary or (following and name + part + following in vocabulary):
        return False, True
    if name in vocabulary and (part in vocabulary or (following and part + following in vocabulary)):
        return True, True
    if part in _GENERIC or part.startswith(("（", "(")) or len(part) == 1:
        return False, not re.search(_ENDS, name) or part.startswith(("（", "("))
    if not re.search(_ENDS, name):
        return False, is_office(name + part)
    if is_office(part) or part[0] in _REGION:
        return True, len(part) > 2
    return bool(following), False


def _unglued(name: str, vocabulary: Vocabulary, told: list[tuple[str, str]]) -> list[str]:
    """区司法局区财政局: two names without a sign between, both known, the second begun as names are."""
    if vocabulary.counts[name] > 1 or len(name) > _LONGEST_GLUED:
        return [name]
    for at in range(3, len(name) - 2):
        first, rest = name[:at], name[at:]
        if rest[0] not in _REGION or not is_office(first):
            continue
        if first in vocabulary and rest in vocabulary:
            told.append((f"“{name}”像是两个单位连在一起", f"按“{first}”和“{rest}”记"))
            return [first, rest]
        if rest[0] == name[0] and is_office(rest) and not re.match(_NOT_A_REGION, rest):
            parted = first in vocabulary or rest in vocabulary
            way = f"按“{first}”和“{rest}”记" if parted else "按一个单位记"
            told.append((f"“{name}”像是两个单位连在一起", way))
            return [first, rest] if parted else [name]
    conjunction = re.match(r"(.+?(?:局|委|办|厅|中心|公司|政府|科|部门))(?:和|及|以及|与|会同)(.+)$", name)
    if conjunction and is_office(conjunction[2]) and len(conjunction[1]) > 2:
        return [conjunction[1], *_unglued(conjunction[2], vocabulary, told)]
    return [name]


def _role_word(word: str) -> Role:
    return next(role for role, words in _ROLE_WORDS if re.fullmatch(words, word))


def merged(parts: Sequence[Offices]) -> Offices:
    """The names of several cells of one row together."""
    named = {role: tuple(dict.fromkeys(name for part in parts for name in part.of(role))) for role in OFFICES}
    return Offices(named, tuple(one for part in parts for one in part.told))

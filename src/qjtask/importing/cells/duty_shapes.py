"""The other ways to write 牵头单位： in a cell of offices: 【牵头】, 主办-, 牵头单位为, a line of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.column_roles import OFFICES
from qjtask.importing.words.office_words import is_office
from qjtask.importing.words.vocabulary import words

_NOUN = "(?:责任)?(?:单位|部门|科室|股室|处室|主体)"
_OPEN, _CLOSE = r"[（(〔［\[【]", r"[)）〕］\]】]"
_SQUARE = r"[〔［\[【]({0})[〕］\]】]"
_WHOLE = r"\s*[（(]([^（()）]*)[)）]\s*"
_BETWEEN = r"[&＆|｜+＋·•]"
_JOINS = frozenset("&＆|｜+＋·•")
_BLANKS, _COLONS = frozenset(" 　\t"), frozenset("：:")
_QUOTES = str.maketrans("", "", '“”"')
_LONGEST_DUTY = 4  # characters: 牵头单位
_BEGINS = r"(?:^|(?<=[\n，,；;。、]))[ 　]*"  # no line ends: a run of these is looked at once
_MAIN = r"(?:为主|主导|统筹(?:协调|推进|负责)?)(?=[，,；;\n])"


def in_plain_labels(text: str) -> str:
    """A cell's text with its duties as labels with a colon, or as verbs behind a sign, as they are read."""
    text = _joined_as_listed(_without_quotes(_without_frame(text)))
    if not _BLANKS.isdisjoint(text) and not _COLONS.isdisjoint(text):
        text = _spaced().sub(_closed_up, text)
    if not any(map(text.__contains__, _duty_words())):
        return text
    for pattern, plain in _shapes():
        text = pattern.sub(plain, text)
    return _before_names(_in_groups(text))


@lru_cache(maxsize=1)
def _duty_words() -> tuple[str, ...]:
    duties = words().duties
    return tuple(word for role in OFFICES for word in getattr(duties, role.name.lower()))


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each way to write a label, with the plain one; what is done to the text in order."""
    duty = "|".join(sorted(_duty_words(), key=len, reverse=True))
    noun = rf"{_NOUN}?"
    return tuple(
        (re.compile(pattern), plain)
        for pattern, plain in (
            (_SQUARE.format(rf"(?:{duty}){noun}"), r"（\1）"),
            (rf"(?:^|(?<=\n))[ 　]*({duty})({noun})[ 　]*(?=\n)", r"\1\2："),
            (rf"{_BEGINS}({duty})({noun})\s*[-—－]+\s*", r"\1\2："),
            (rf"{_BEGINS}({duty})({_NOUN})(?:为|是)(?=\S)", r"\1\2："),
            (rf"({duty})\n(?!{duty})(?=\S)", r"\1；"),
            (rf"(?<=[^\W\d_]{{2}}){_MAIN}", "牵头"),
            (rf"第[一1]{_NOUN}\s*[：:]", "牵头单位："),
            (rf"分牵头{noun}\s*[：:]", "责任单位："),
        )
    )


@lru_cache(maxsize=1)
def _spaced() -> re.Pattern[str]:
    """主 办： and 牵 头 单 位：."""
    spaced = "|".join(rf"{word[0]}\s+{word[1]}" for word in _duty_words() if len(word) == len("牵头"))
    return re.compile(rf"(?:{spaced})(?:\s*单\s*位|\s*部\s*门)?\s*[：:]")


def _closed_up(found: re.Match[str]) -> str:
    """牵 头： without its blanks."""
    return "".join(found[0].split())


def _without_frame(text: str) -> str:
    """A cell without the brackets around all of it, where names or duties stand in them."""
    framed = compiled(_WHOLE).fullmatch(text) if text.lstrip().startswith(("（", "(")) else None
    if framed is None:
        return text
    names = compiled(r"[、，,；;\s]+").split(framed[1])
    return framed[1] if all(map(is_office, names)) or says_duty(framed[1]) else text


def _without_quotes(text: str) -> str:
    """A cell without the quotes around each of its names."""
    if "“" not in text and '"' not in text:
        return text
    pieces = compiled(r"[、，,；;\s]+").split(text)
    is_quoted = all(piece.startswith(("“", '"')) and piece.endswith(("”", '"')) for piece in pieces if piece)
    return text.translate(_QUOTES) if is_quoted else text


def says_duty(text: str) -> bool:
    """Whether a text says what offices do, and names these: 县住建局牵头, but not 牵头单位."""
    return len(text) > _LONGEST_DUTY and any(map(text.__contains__, _duty_words()))


def _joined_as_listed(text: str) -> str:
    """甲局|乙局 and 甲局&乙局 as two names, where each part is an office's."""
    if _JOINS.isdisjoint(text):
        return text
    pieces = [piece.strip() for piece in compiled(_BETWEEN).split(text)]
    are_offices = all(is_office(name) for piece in pieces for name in compiled(r"[、，,；;]").split(piece))
    return "、".join(pieces) if are_offices else text


def _in_groups(text: str) -> str:
    """A tag that opens or closes each group of names as their label: （牵头）甲局（配合）乙局、丙局."""
    duty = "|".join(_duty_words())
    tag = rf"{_OPEN}((?:{duty}){_NOUN}?){_CLOSE}"
    if compiled(tag).match(text.lstrip()):
        return compiled(rf"{tag}[：:]?").sub(r"；\1：", text).lstrip("；")
    groups = _cut(text, "[；;\n]")
    tagged = [compiled(rf"(.+){tag}").fullmatch(group) for group in groups]
    if len(groups) > 1 and all(tagged) and all(len(compiled(tag).findall(group)) == 1 for group in groups):
        return "；".join(f"{found[2]}：{found[1]}" for found in tagged if found)
    return text


def _before_names(text: str) -> str:
    """牵头甲局，配合乙局 with colons, where each clause is a duty and names of offices."""
    clauses = _cut(text, "[，,；;\n]")
    duty = "|".join(sorted(_duty_words(), key=len, reverse=True))
    found = [compiled(rf"({duty}){_NOUN}?([^：:]{{3,}})").fullmatch(clause) for clause in clauses]
    if len(found) == 1 or not all(found):
        return text
    pairs = [(one[1], one[2]) for one in found if one]
    are_offices = all(is_office(name) for _, names in pairs for name in names.split("、"))
    return "；".join(f"{word}：{names}" for word, names in pairs) if are_offices else text


def _cut(text: str, signs: str) -> list[str]:
    """A text cut at signs, without the blanks around its parts."""
    return [part.strip() for part in compiled(signs).split(text.strip("；;。 \n"))]

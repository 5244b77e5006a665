"""One spelling for words about time: NFKC, no space or quotation mark, Arabic numerals, no list marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple
from unicodedata import normalize

from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import seen_line
from qjtask.core.time.numerals import NUMERALS, to_int

# Patterns are kept as text: `re` compiles each at its first use and keeps it, so importing is free.
_QUOTES = "\"'“”‘’「」『』"
_BRACKETS = "()[]【】〔〕〈〉《》"
_DASHES = "‐‒–—―−~〜"
_FULL_WIDTH = "[！-～\u3000]"
_HALF_WIDTH = {chr(code + 0xFEE0): chr(code) for code in range(ord("!"), ord("~") + 1)} | {"\u3000": " "}
_SIGNS = str.maketrans(dict.fromkeys(_QUOTES, "") | dict.fromkeys(_DASHES, "-"))
_NO_BRACKETS = str.maketrans(dict.fromkeys(_BRACKETS, ""))
# ① and ⑴ count the points of a list, or lead to a note: NFKC would make digits of them, and ①2月 December.
_ENCLOSED = "".join(
    chr(code)
    for first, last in (
        (0x2460, 0x249B),
        (0x24EA, 0x24FF),
        (0x2776, 0x2793),
        (0x3220, 0x3229),
        (0x3280, 0x3289),
    )
    for code in range(first, last + 1)
)
_LIST_MARK = rf"[{_ENCLOSED}]|[(（][0-9０-９]{{1,2}}[)）]|[(（][一二三四五六七八九十]{{1,3}}[)）]"
_MAY_MARK = frozenset(f"(（{_ENCLOSED}")
_BRACKET_AT_END = r"([^(（\[【〔]{1,40})[(（\[【〔]([^()（）\[\]【】〔〕]{2,40})[)）\]】〕]"
_EDGES = ",;。、.:!-/"

_NOT_PLAIN = r"[^\u4e00-\u9fff0-9A-Za-z,;。、.:!?()%-]"
_SOME_NUMERAL = frozenset(NUMERALS)
_ZERO = "[零〇○0oO]"
_DIGIT = "[一二三四五六七八九]"
# Only a numeral that counts time is rewritten, so that 建成一期 stays as printed. A run is read from its head
# alone, and no further than nine signs: the time taken is in proportion to the text.
_COUNTS_TIME = (
    rf"(?<![{NUMERALS}])(?:二{_ZERO}{_DIGIT}(?:{_DIGIT}|{_ZERO})(?=年)|[{NUMERALS}]{{1,9}}"
    r"(?=个?半?(?:[年月日号天季周次时点]|星期|工作日)|$|[之以]?前"
    rf"|[-至到]{{1,3}}[{NUMERALS}0-9]|[、和][{NUMERALS}]{{1,2}}(?:季|月)))"
)
# 3-6月, 2021-2023年 and 二、三季度 print the unit once.
_JOINS = frozenset("-至到、和")
_SHARED_UNIT = r"(?<![0-9./月日-])([0-9]{1,4})(?=[-至到]{1,3}[0-9]{1,4}([年月日号季]))"
_LISTED_UNIT = r"(?<![0-9./月日-])([0-9]{1,2})(?=(?:[、和][0-9]{1,2}){1,11}(季度?|月))"


class Spelled(NamedTuple):
    """Words in the one spelling; `origins` says of each sign, and of the end, where it stood in the text."""

    words: str
    origins: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where the words from `start` to `end` stand in the text."""
        return self.origins[start], self.origins[end - 1] + 1


def half_width(text: str) -> str:
    """The text with its full-width signs of half width, each in its place."""
    return compiled(_FULL_WIDTH).sub(lambda sign: _HALF_WIDTH[sign[0]], text)


def canonical(text: str) -> str:
    """The words of a cell in the one spelling, without brackets and without punctuation at the ends."""
    if not _MAY_MARK.isdisjoint(text):
        text = re.sub(_LIST_MARK, ";", text)
    words = "".join(seen_line(normalize("NFKC", text)).split())
    words = _rewritten(words.translate(_SIGNS).translate(_NO_BRACKETS))
    return words.strip(_EDGES)


def outer_and_inner(text: str) -> tuple[str, str] | None:
    """汛期前（5月31日前） as its two parts, when a bracket of some length ends the text."""
    seen = "".join(seen_line(text).split()).translate(_SIGNS)
    found = re.fullmatch(_BRACKET_AT_END, seen)
    return (found[1], found[2]) if found else None


def spelled(text: str) -> Spelled:
    """Running text in the one spelling, with its brackets and its punctuation."""
    made = Spelled(half_width(text), range(len(text) + 1))
    if not _MAY_MARK.isdisjoint(text):
        made = _replaced(made, _LIST_MARK, lambda _: ";")
    made = _replaced(made, _NOT_PLAIN, _plain)
    if not _SOME_NUMERAL.isdisjoint(made.words):
        made = _replaced(made, _COUNTS_TIME, _arabic)
    made = _replaced(made, "元月", lambda _: "1月")
    if not _JOINS.isdisjoint(made.words):
        for pattern in (_SHARED_UNIT, _LISTED_UNIT):
            made = _replaced(made, pattern, lambda found: found[1] + found[2])
    return made


def _plain(signs: re.Match[str]) -> str:
    plain = normalize("NFKC", signs[0].replace("\n", ";"))
    return "".join(seen_line(plain).split()).translate(_SIGNS)


def _rewritten(words: str) -> str:
    if not _SOME_NUMERAL.isdisjoint(words):
        words = re.sub(_COUNTS_TIME, _arabic, words)
    words = words.replace("元月", "1月")
    if not _JOINS.isdisjoint(words):
        words = re.sub(_LISTED_UNIT, r"\1\2", re.sub(_SHARED_UNIT, r"\1\2", words))
    return words


def _replaced(made: Spelled, pattern: str, new: Callable[[re.Match[str]], str]) -> Spelled:
    """The words with each find replaced; what is put in for it stands where the find began."""
    words: list[str] = []
    origins: list[int] = []
    at = 0
    for found in compiled(pattern).finditer(made.words):
        put = new(found)
        if put == found[0]:
            continue
        words += [made.words[at : found.start()], put]
        origins += made.origins[at : found.start()]
        # The last sign of what is put in stands for the last of what was there.
        origins += [made.origins[found.start()]] * (len(put) - 1)
        origins += [made.origins[found.end() - 1]] * bool(put)
        at = found.end()
    if not at:
        return made
    return Spelled("".join([*words, made.words[at:]]), [*origins, *made.origins[at:]])


def _arabic(numeral: re.Match[str]) -> str:
    value = to_int(numeral[0])
    return numeral[0] if value is None else str(value)

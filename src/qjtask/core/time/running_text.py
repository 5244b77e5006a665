"""Running text in the one spelling for words about time, with the place where each sign of it stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from unicodedata import is_normalized, normalize

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import seen_line
from qjtask.core.time.numerals import NUMERALS
from qjtask.core.time.spelling import (
    COUNTS_TIME,
    ENCLOSED,
    JOINED_NUMBERS,
    LISTED_UNIT,
    SHARED_UNIT,
    SIGNS,
    arabic,
)

_SOME_NUMERAL = frozenset(NUMERALS)
_FULL_WIDTH = "[！-～\u3000]"
_HALF_WIDTH = {chr(code + 0xFEE0): chr(code) for code in range(ord("!"), ord("~") + 1)} | {"\u3000": " "}
# A list mark, or a sign that may change. First what either begins with: `re` passes quickly over the rest.
_MARK_OR_ODD = r"(?:(?<=\()(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\)|(?<![,;。、.:!?()%-]))"  # ( of a mark
_NOT_PLAIN = rf"[^\u4e00-\u9fff0-9A-Za-z]{_MARK_OR_ODD}"
_NO_LETTER = rf"[\W{ENCLOSED}]{_MARK_OR_ODD}"  # all that can change of a text in NFKC, and soon compiled


class Spelled(NamedTuple):
    """Words in the one spelling; `origins` says of each sign, and of the end, where it stood in the text."""

    words: str
    origins: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where the words from `start` to `end` stand in the text."""
        return self.origins[start], self.origins[end - 1] + 1


@lru_cache(maxsize=16)  # a work's dates and its numbers are read one after the other
def half_width(text: str) -> str:
    """The text with its full-width signs of half width, each in its place."""
    return compiled(_FULL_WIDTH).sub(lambda sign: _HALF_WIDTH[sign[0]], text)


def spelled(text: str) -> Spelled:
    """Running text in the one spelling, with its brackets and its punctuation."""
    made = Spelled(half_width(text), range(len(text) + 1))
    odd = _NO_LETTER if is_normalized("NFKC", made.words) else _NOT_PLAIN
    made = _replaced(made, odd, _plain)
    if not _SOME_NUMERAL.isdisjoint(made.words):
        made = _replaced(made, COUNTS_TIME, arabic)
    if "元月" in made.words:
        made = _replaced(made, "元月", lambda _: "1月")
    for pattern in (SHARED_UNIT, LISTED_UNIT) if compiled(JOINED_NUMBERS).search(made.words) else ():
        made = _replaced(made, pattern, lambda found: found[1] + found[2])
    return made


def _plain(found: re.Match[str]) -> str:
    sign = found[0]
    if sign == "\n" or len(sign) > 1 or sign in ENCLOSED:
        return ";"  # a list mark, or a line's end
    return "".join(seen_line(normalize("NFKC", sign)).split()).translate(SIGNS)


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

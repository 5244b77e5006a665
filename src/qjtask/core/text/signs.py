"""Signs that are not seen, and words that say nothing: one list of each for the whole house.

Two rules are wider for a reason. A line of the log escapes whatever Python calls unprintable, since another
Python may break the line there; a file's name takes none of it either, since it is typed again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from unicodedata import category, normalize

# Controls, marks of no width or of direction, halves of a pair, and what breaks a line.
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_NOTHING = frozenset(("无", "暂无", "没有"))
_STROKES = " -‐‒–—―_/\\∕⁄、"


@lru_cache(maxsize=4096)
def is_unseen(char: str) -> bool:
    """Whether a character is not seen; a noncharacter, which XML and HTML forbid, is none to see either.

    Noncharacters are the last two of each plane and U+FDD0 to U+FDEF (The Unicode Standard, 23.7).
    """
    code = ord(char)
    return category(char) in _UNSEEN or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def with_unseen(text: str, instead: Callable[[str], str]) -> str:
    """The text with what `instead` makes of each sign that is not seen."""
    if text.isprintable():  # as nearly every text is
        return text
    return "".join(instead(char) if is_unseen(char) else char for char in text)


def seen_line(text: str) -> str:
    """A text from a file on one line, its spaces single, without the signs that are not seen."""
    return " ".join(with_unseen(text, lambda _: " ").split())


def is_blank(text: str) -> bool:
    """Whether a cell or a name says nothing: empty, 无, 暂无, 没有, or nothing but dashes and strokes."""
    if not text:
        return True
    if text[0].isalnum() and text[0] not in "无暂没":  # as most texts begin that say something
        return False
    words = seen_line(normalize("NFKC", text))
    return words in _NOTHING or not words.strip(_STROKES)

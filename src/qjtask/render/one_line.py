"""Text from files made harmless: it is data, never a control sequence."""

from __future__ import annotations

import re
from unicodedata import category

_BLANKS = re.compile(r"\s+")  # each run once: a break sought after blanks would be sought from each blank
_BREAK = re.compile(r"[\n\r\t\v\f\x1c-\x1f\x85\u2028\u2029]")
_UNSEEN = frozenset(("Cc", "Cf", "Cs"))  # controls; marks of direction and of no width; halves of a pair
_HARMLESS = "�"


def one_line(text: str) -> str:
    """`text` on one line: a break or a tab becomes a space, any other character that is not seen �.

    Among these are escapes and the marks that turn a line's direction.
    """
    if text.isprintable():
        return text
    return "".join(_HARMLESS if category(char) in _UNSEEN else char for char in _BLANKS.sub(_spaced, text))


def _spaced(blanks: re.Match[str]) -> str:
    return " " if _BREAK.search(blanks[0]) else blanks[0]

"""Text from files made harmless: it is data, never a control sequence."""

from __future__ import annotations

import re
from unicodedata import category

_BREAKS = re.compile(r"\s*[\n\r\t\v\f\x1c-\x1f\x85\u2028\u2029]+\s*")
_UNSEEN = frozenset(("Cc", "Cf", "Cs"))  # controls; marks of direction and of no width; halves of a pair
_HARMLESS = "�"


def one_line(text: str) -> str:
    """`text` on one line: a break or a tab becomes a space, any other character that is not seen �.

    Among these are escapes and the marks that turn a line's direction.
    """
    if text.isprintable():
        return text
    return "".join(_HARMLESS if category(char) in _UNSEEN else char for char in _BREAKS.sub(" ", text))

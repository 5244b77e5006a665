"""Text from files made harmless: it is data, never a control sequence."""

from __future__ import annotations

import re

from qjtask.core.text.signs import with_unseen

_BLANKS = r"\s+"  # each run once: a break sought after blanks would be sought from each blank
_BREAK = r"[\n\r\t\v\f\x1c-\x1f\x85\u2028\u2029]"
_HARMLESS = "�"


def one_line(text: str) -> str:
    """`text` on one line: a break or a tab becomes a space, any other character that is not seen �.

    Among these are escapes and the marks that turn a line's direction. Every character that is left is
    allowed in XML 1.0 (2.2) and in HTML (13.1.4); escaping is left to others.
    """
    if text.isprintable():
        return text
    return with_unseen(re.sub(_BLANKS, _spaced, text), lambda _: _HARMLESS)


def _spaced(blanks: re.Match[str]) -> str:
    return " " if re.search(_BREAK, blanks[0]) else blanks[0]

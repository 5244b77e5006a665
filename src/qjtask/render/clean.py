"""Text from files made harmless: it is data, never a control sequence."""

from __future__ import annotations

import re

_BREAKS = r"\s*[\n\r\t\v\f\x1c-\x1f\x85\u2028\u2029]+\s*"
_CONTROLS = r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
_HARMLESS = "�"


def one_line(text: str) -> str:
    """`text` on one line: line breaks and tabs become a space; escapes, other control characters
    and the marks that turn a line's direction become �."""
    if text.isprintable():
        return text
    return re.sub(_CONTROLS, _HARMLESS, re.sub(_BREAKS, " ", text))

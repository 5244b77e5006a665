"""Markdown's marks undone: **bold**, *italic*, <br>, [links](...), and ~~struck~~ words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from qjtask.importing.document.unshown import Run, Unshown

_RULE_UNDER_HEADING = r"(?m)^[ \t]{0,3}\|?[ \t]*(?::-+:?|-+:|-{2,})[ \t]*\|[ \t|:-]*$"
_BREAK = r"(?i)<br\s{0,3}/?>"
# A page's marks that Markdown lets stand.
_STRUCK_TAG = r"(?i)<(del|s|strike)>([^<>\n]{1,4000})</\1>"
_TAG = r"(?i)</?(?:b|i|u|em|strong|font|span|ins|sup|sub|center|p|div)(?:\s[^<>\n]{0,200})?>"
_STRUCK = r"~~([^~\n]+)~~"
# A star between two letters or digits multiplies.
_PAIRS = (
    r"\*\*([^*\n]+)\*\*",
    r"(?<![A-Za-z0-9_])__([^_\n]+)__(?![A-Za-z0-9_])",
    r"(?<![A-Za-z0-9*])\*([^*\s][^*\n]*)\*(?![A-Za-z0-9*])",
    r"`([^`\n]+)`",
    r"!\[[^\[\]\n]{0,200}\]\([^()\n]{0,2000}\)()",  # a picture says nothing
    r"\[([^\[\]\n]{1,4000})\]\([^()\n]{0,2000}\)",
)
_ESCAPED = r"\\([\\|*_`~#.()\[\]+-])"


def is_markdown(text: str) -> bool:
    """Whether a text holds a table as Markdown draws it: a rule under its heading."""
    return re.search(_RULE_UNDER_HEADING, text) is not None


def without_marks(text: str) -> Iterator[Run]:
    """The words of a line or a cell, those that are struck apart."""
    text = re.sub(_BREAK, "\n", text)
    if "<" in text:
        text = re.sub(_TAG, "", re.sub(_STRUCK_TAG, r"~~\2~~", text))
    for at, piece in enumerate(re.split(_STRUCK, text)):
        plain = piece
        for pattern in _PAIRS:
            plain = re.sub(pattern, r"\1", plain)
        yield Run(unescape(re.sub(_ESCAPED, r"\1", plain)), Unshown.STRUCK if at % 2 else None)

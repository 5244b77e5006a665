"""Signs of running text that say nothing of its numbers: 1. before a clause, a full stop of half width."""

from __future__ import annotations

import re

from qjtask.core.text.patterns import HAN, compiled

_STOP = rf"(?:(?<={HAN})|(?<=[%％)）]))[.．](?=$|{HAN}|[\s(（“]|[0-9]{{1,2}}[.．、])"
_NUMBERED = r"(?:[0-9]{1,2}[.．、]\s{0,2}){1,3}"
_MARK = rf"(?:^|(?<=[。；;：:，,\s]))(?:{_NUMBERED}|[一二三四五六七八九十]是)(?={HAN})|[①-⑳]"


def without_marks(text: str) -> str:
    """A text with 。 for a full stop of half width, and blanks for the numbers of its parts.

    Every other sign stays where it stood.
    """
    if "." in text or "．" in text:
        text = compiled(_STOP).sub("。", text)
    return compiled(_MARK).sub(_blanks, text)


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])

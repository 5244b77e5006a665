"""Patterns kept as text: importing them is free, and each is compiled at its first use and kept."""

from __future__ import annotations

import re
from functools import cache

HAN = r"[^\W\d\x00-\xff]"
"""A sign of Chinese in a pattern: a letter beyond Latin-1.

[一-鿿] says it more narrowly, and takes a millisecond to compile: `re` walks through its 20,992 signs.
"""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The compiled pattern, for matching from a place inside a text, or often."""
    return re.compile(pattern)


def without_head(pattern: str, text: str) -> str:
    """The text without what a pattern finds at its beginning: `sub` tries one with ^ at every sign."""
    found = compiled(pattern).match(text)
    return text[found.end() :] if found else text

"""Chinese text measured and folded in terminal cells: a Han character takes two, a Latin letter one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_NEVER_FIRST = frozenset("，。、；：？！）》〉】〕」』”’…,.;:?!)]}%％")
_NEVER_LAST = frozenset("（《〈【〔「『“‘([{")
_PIECE = re.compile(r"[!-~]+|.", re.DOTALL)


@lru_cache(maxsize=8192)
def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """How many terminal cells `text` takes."""
    return len(text) if text.isascii() else sum(map(_char_width, text))


def pad(text: str, cells: int) -> str:
    """`text` followed by spaces up to `cells`; a longer text is left whole."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int) -> list[str]:
    """Fold `text` into lines of at most `cells` (at least 2), losing nothing but spaces at the folds.

    A line never starts with a closing mark nor ends with an opening one (禁则), unless a line
    holds nothing else; Latin words and numbers stay whole where they fit.
    """
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for piece in _pieces(text, max(cells, 2)):
        size = width(piece)
        if used + size > cells and line:
            carried = _carry(line, piece)
            lines.append("".join(line).rstrip())
            line = carried
            used = sum(map(width, line))
        if line or not piece.isspace() or not lines:
            line.append(piece)
            used += size
    lines.append("".join(line).rstrip())
    return lines


def shorten(text: str, cells: int, lines: int) -> list[str]:
    """`wrap`, but at most `lines` lines; what is left out is told by a final …."""
    folded = wrap(text, cells)
    if len(folded) <= lines:
        return folded
    last = folded[lines - 1]
    while last and width(last) > cells - 1:
        last = last[:-1]
    return [*folded[: lines - 1], last + "…"]


def _pieces(text: str, cells: int) -> Iterator[str]:
    """Han characters one by one and Latin words whole, cut only where one alone is wider than a line."""
    for found in _PIECE.finditer(text):
        piece = found.group()
        for start in range(0, len(piece), cells):
            yield piece[start : start + cells]


def _carry(line: list[str], following: str) -> list[str]:
    """Take off the end of `line` what may not be parted from `following`."""
    keep = len(line)
    if following[0] in _NEVER_FIRST:
        keep -= 1
    while keep > 0 and line[keep - 1][-1] in _NEVER_LAST:
        keep -= 1
    if keep <= 0:
        return []
    carried = line[keep:]
    del line[keep:]
    return carried

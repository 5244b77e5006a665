"""Chinese text measured and folded in terminal cells: a Han character takes two, a Latin letter one.

Signs such as “ … ─ ● take one cell on most screens, and two on a `wide` one: the Chinese console of
Windows. Unicode (UAX #11) calls their width ambiguous.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_NEVER_FIRST = frozenset("，。、；：？！）》〉】〕」』”’…,.;:?!)]}%％")
_NEVER_LAST = frozenset("（《〈【〔「『“‘([{")
_PIECE = re.compile(r"[!-~]+|.", re.DOTALL)
_NO_WIDTH = ("Mn", "Me", "Cf")  # marks over the character before, and marks that are not seen


@lru_cache(maxsize=8192)
def _char_width(char: str, *, wide: bool) -> int:
    if unicodedata.category(char) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("WFA" if wide else "WF") else 1


def width(text: str, *, wide: bool = False) -> int:
    """How many terminal cells `text` takes."""
    return len(text) if text.isascii() else sum(_char_width(char, wide=wide) for char in text)


def pad(text: str, cells: int, *, wide: bool = False) -> str:
    """`text` followed by spaces up to `cells`; a longer text is left whole."""
    return text + " " * (cells - width(text, wide=wide))


def wrap(text: str, cells: int, *, wide: bool = False) -> list[str]:
    """Fold `text` into lines of at most `cells` (at least 2), losing nothing but spaces at the folds.

    A line never starts with a closing mark nor ends with an opening one (禁则), unless the marks
    leave no other place to fold; Latin words and numbers stay whole where they fit.
    """
    cells = max(cells, 2)
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for piece in _pieces(text, cells):
        size = width(piece, wide=wide)
        if used + size > cells and line and not piece.isspace():
            carried = _carry(line, piece, cells - size, wide=wide)
            lines.append("".join(line).rstrip())
            line = carried
            used = sum(width(part, wide=wide) for part in line)
        if line or not piece.isspace() or not lines:
            line.append(piece)  # spaces may hang over the edge: they go at the fold
            used += size
    lines.append("".join(line).rstrip())
    return lines


def shorten(text: str, cells: int, lines: int, *, wide: bool = False) -> list[str]:
    """`wrap`, but at most `lines` lines; what is left out is told by a final …."""
    folded = wrap(text, cells, wide=wide)
    if len(folded) <= lines:
        return folded
    last = folded[lines - 1]
    room = cells - width("…", wide=wide)
    while last and width(last, wide=wide) > room:
        last = last[:-1]
    return [*folded[: lines - 1], last + "…"]


def _pieces(text: str, cells: int) -> Iterator[str]:
    """Han characters one by one and Latin words whole, cut only where one alone is wider than a line."""
    for found in _PIECE.finditer(text):
        piece = found.group()
        for start in range(0, len(piece), cells):
            yield piece[start : start + cells]


def _carry(line: list[str], following: str, room: int, *, wide: bool) -> list[str]:
    """Take off the end of `line` what may not be parted from `following`, if that fits into `room`."""
    for at in range(len(line), 0, -1):
        carried = "".join(line[at:]).lstrip()
        if width(carried, wide=wide) > room:
            break
        before = "".join(line[:at]).rstrip()
        if not before:
            break
        if before[-1] not in _NEVER_LAST and (carried or following)[0] not in _NEVER_FIRST:
            del line[at:]
            return [carried] if carried else []
    return []

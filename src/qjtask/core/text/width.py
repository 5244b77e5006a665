"""Chinese text measured and folded in terminal cells: a Han character takes two, a Latin letter one.

Signs such as “ … ─ ● take one cell on most screens, and two on a `wide` one: the Chinese console of
Windows. Unicode (UAX #11) calls their width ambiguous.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

_NEVER_FIRST = frozenset("，。、；：？！）》〉】〕」』”’…,.;:?!)]}%％")
_NEVER_LAST = frozenset("（《〈【〔「『“‘([{")
_PIECE = re.compile(r"[!-~]+|.", re.DOTALL)
_NO_WIDTH = ("Mn", "Me", "Cf")  # marks over the character before, and marks that are not seen


class _Widths(dict[str, int]):
    """The cells of each character met."""

    def __init__(self, two: str) -> None:
        super().__init__()
        self._two = two

    def __missing__(self, char: str) -> int:
        cells = 2 if unicodedata.east_asian_width(char) in self._two else 1
        self[char] = found = 0 if unicodedata.category(char) in _NO_WIDTH else cells
        return found


_WIDTHS = (_Widths("WF").__getitem__, _Widths("WFA").__getitem__)
"""By whether the screen is a wide one."""


def width(text: str, *, wide: bool = False) -> int:
    """How many terminal cells `text` takes."""
    return len(text) if text.isascii() else sum(map(_WIDTHS[wide], text))


def pad(text: str, cells: int, *, wide: bool = False) -> str:
    """`text` followed by spaces up to `cells`; a longer text is left whole."""
    return text + " " * (cells - width(text, wide=wide))


def wrap(text: str, cells: int, *, wide: bool = False) -> list[str]:
    """Fold `text` into lines of at most `cells` (at least 2), losing nothing but spaces at the folds.

    A line never starts with a closing mark nor ends with an opening one (禁则), unless the marks
    leave no other place to fold; Latin words and numbers stay whole where they fit.
    """
    if width(text, wide=wide) <= cells:
        return [text.rstrip()]
    return list(_folded(text, max(cells, 2), wide=wide))


def _folded(text: str, cells: int, *, wide: bool) -> Iterator[str]:
    """The lines of a text, each folded when it is asked for."""
    is_first, cells_of = True, _WIDTHS[wide]
    line: list[str] = []
    used = 0
    for piece in _pieces(text, cells):
        size = cells_of(piece) if len(piece) == 1 else width(piece, wide=wide)
        if used + size > cells and line and not piece.isspace():
            carried = _carry(line, piece, cells - size, wide=wide)
            yield "".join(line).rstrip()
            is_first = False
            line = carried
            used = sum(width(part, wide=wide) for part in line)
        if line or not piece.isspace() or is_first:
            line.append(piece)  # spaces may hang over the edge: they go at the fold
            used += size
    yield "".join(line).rstrip()


def shorten(text: str, cells: int, lines: int, *, wide: bool = False) -> list[str]:
    """`wrap`, but at most `lines` lines; what is left out is told by a final …."""
    folded = [*islice(_folded(text, max(cells, 2), wide=wide), lines + 1)]
    if len(folded) <= lines:
        return folded
    last = folded[lines - 1]
    room = cells - width("…", wide=wide)
    while last and width(last, wide=wide) > room:
        last = last[:-1]
    return [*folded[: lines - 1], last + "…"]


def _pieces(text: str, cells: int) -> Iterator[str]:
    """Han characters one by one and Latin words whole, cut only where one alone is wider than a line."""
    for piece in _PIECE.findall(text):
        if len(piece) <= cells:
            yield piece
        else:
            yield from (piece[start : start + cells] for start in range(0, len(piece), cells))


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

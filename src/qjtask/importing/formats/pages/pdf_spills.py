"""Lines that ran out of their box: a row of fixed height clips them on the screen, and not in the file.

Such a line lies over the text of the row below, on a baseline of its own, and goes on from the last line
of the box above.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any

from qjtask.core.named_tuple import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points."""

Spilled = Mapping[Box, Sequence[Any]]
"""The characters that ran out of a box, by that."""

_NEAR = 3  # points; ruled lines of one edge rarely stand further apart
_SAME = 1  # points between baselines of one line
_ALIGNED = 2  # points between the beginnings of two lines of one text
_APART = 2  # characters' widths between texts that are not one line
# Characters' heights: no text has baselines nearer than these, over each other and far beside each other.
_OVER, _BESIDE = 0.6, 1.15
_LOWER = 0.3  # of a character's height, by which digits of another font may stand lower in their line
_MOST_PIECES = 60  # of a box; a row that clips its text holds few lines
_NEXT = 2  # characters' heights from one line to the next, at most
_FEWEST_LINES = 2  # of a cell, which show how far apart they are


class _Piece(NamedTuple):
    """Characters of one baseline that stand together."""

    characters: Sequence[Any]
    x0: float
    x1: float
    bottom: float
    size: float


def give_back_spilled(inside: Mapping[Box, list[Any]]) -> None:
    """Move the characters of lines that ran out of their box back into it."""
    ending: dict[int, list[Box]] = {}
    for box in inside:
        ending.setdefault(round(box[3] / _NEAR), []).append(box)
    for box, characters in inside.items():
        place = round(box[1] / _NEAR)
        above = [one for near in (place - 1, place, place + 1) for one in ending.get(near, ()) if one != box]
        for piece in _strays(characters):
            own = next((one for one in above if _goes_on(inside[one], piece, one)), None)
            if own is not None:
                inside[own].extend(piece.characters)
                gone = set(map(id, piece.characters))
                characters[:] = [char for char in characters if id(char) not in gone]


def spilled_under(characters: Sequence[Any], table: Any) -> dict[Box, Sequence[Any]]:
    """The lines that ran out of a table's lowest cells, each with as many lines as have room in it.

    A browser cuts a merged cell so that its next line stands under the page's last rule.
    """
    end = table.bbox[3]
    under = [char for char in characters if end + _SAME < _middle(char) < end + _NEXT * char["size"]]
    lowest = [box for box in table.cells if box and box[3] > end - _SAME]
    pieces = islice(_pieces(under), _MOST_PIECES)
    return {
        box: piece.characters
        for piece in pieces
        for box in lowest
        if box[0] - _SAME < piece.x0 < box[2] and _is_rest_of(characters, box, piece)
    }


def _is_rest_of(characters: Sequence[Any], box: Box, piece: _Piece) -> bool:
    """Whether a piece is the next line of a box that has no room for it."""
    own = [char for char in characters if _is_in(char, box)]
    return _has_no_room(own, box) and _is_next_line(own, piece) and _goes_on(own, piece, box)


def _middle(char: Any) -> float:
    return float(char["top"] + char["bottom"]) / 2


def _is_in(char: Any, box: Box) -> bool:
    return box[0] <= (char["x0"] + char["x1"]) / 2 <= box[2] and box[1] <= _middle(char) <= box[3]


def _has_no_room(characters: Sequence[Any], box: Box) -> bool:
    """Whether no line more has room in a box, over its lines or under them."""
    lines = _lines_of(characters)
    if len(lines) < _FEWEST_LINES:
        return False
    apart = lines[-1].bottom - lines[-2].bottom
    return lines[0].bottom - lines[0].size - box[1] < apart and lines[-1].bottom + apart > box[3]


def _is_next_line(characters: Sequence[Any], piece: _Piece) -> bool:
    """Whether a piece stands as far below the last line as that below the one before."""
    before, last = _lines_of(characters)[-2:]
    return abs(piece.bottom - 2 * last.bottom + before.bottom) <= _SAME


def _lines_of(characters: Sequence[Any]) -> list[_Piece]:
    return sorted(_pieces(characters), key=lambda piece: piece.bottom)


def _strays(characters: Sequence[Any]) -> list[_Piece]:
    """The pieces of a box that lie over others."""
    pieces = list(_pieces(characters))
    if len(pieces) > _MOST_PIECES:
        return []
    return [piece for piece in pieces if any(_lies_over(piece, other) for other in pieces)]


def _pieces(characters: Sequence[Any]) -> Iterator[_Piece]:
    lines: list[list[Any]] = []
    for char in sorted(
        (char for char in characters if char["text"].strip()), key=lambda char: char["bottom"]
    ):
        if lines and char["bottom"] - lines[-1][0]["bottom"] <= _SAME:
            lines[-1].append(char)
        else:
            lines.append([char])
    for line in lines:
        line.sort(key=lambda char: char["x0"])
        piece = line[:1]
        for char in line[1:]:
            if char["x0"] - piece[-1]["x1"] > _APART * char["size"]:
                yield _piece(piece)
                piece = []
            piece.append(char)
        yield _piece(piece)


def _piece(line: Sequence[Any]) -> _Piece:
    return _Piece(line, line[0]["x0"], max(char["x1"] for char in line), line[0]["bottom"], line[0]["size"])


def _lies_over(piece: _Piece, other: _Piece) -> bool:
    """Whether two pieces can be no lines of one text: their baselines are too near each other."""
    apart = abs(piece.bottom - other.bottom)
    if apart <= _SAME or abs(piece.size - other.size) > _SAME:
        return False
    gap = max(piece.x0, other.x0) - min(piece.x1, other.x1)
    if gap < -piece.size:
        return apart < _OVER * piece.size and _have_signs_on_each_other(piece, other)
    return gap > _APART * piece.size and _LOWER * piece.size < apart < _BESIDE * piece.size


def _have_signs_on_each_other(piece: _Piece, other: _Piece) -> bool:
    """Whether a character lies on one of the other piece: digits of another font stand in its gaps."""
    signs = sorted((*piece.characters, *other.characters), key=lambda char: char["x0"])
    return any(after["x0"] < (char["x0"] + char["x1"]) / 2 for char, after in pairwise(signs))


def _goes_on(above: Sequence[Any], piece: _Piece, box: Box) -> bool:
    """Whether a piece is the next line of the text in a box."""
    if not above or piece.x0 < box[0] - _SAME or piece.x1 > box[2] + _SAME:
        return False
    last = max(_pieces(above), key=lambda one: one.bottom, default=None)
    if last is None:
        return False
    lower = piece.bottom - last.bottom
    return abs(last.x0 - piece.x0) <= _ALIGNED and _OVER * piece.size < lower < _NEXT * piece.size

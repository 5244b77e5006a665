"""Pages that are set in two columns, as gazettes are: the left one is read before the right one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from qjtask.core.named_tuple import NamedTuple

_FEWEST = 8  # lines with words in both columns
_MIDDLE = (0.35, 0.65)  # of a page's width, between which the columns part
_WIDEST = 1.0  # characters; no sentence leaves as much free between two of its own
_MOSTLY = 0.5  # of the lines of a column fill it
_FEW = 0.3  # of the lines with words in both columns; so many may be headings over both
_NEARLY = 2.5  # characters that a filled line may be short, where a sign hangs behind another
_ALIKE = 0.1  # by which the columns' widths may differ


class _PageLine(NamedTuple):
    """The characters at one height, and the widest free place in the middle of the page."""

    characters: list[Any]
    left: float
    right: float


def in_columns(page: Any, near: float) -> Iterator[Any]:
    """The parts of a page in the order in which they are read; the page itself where it has one column.

    Characters whose tops are so `near` each other stand in one line.
    """
    lines = [_line(characters, page.width) for characters in _heights(page.chars, near)]
    parting = _parting(lines)
    if parting is None:
        yield page
        return
    for band in _bands(lines, parting):
        held = set(map(id, band))
        yield page.filter(lambda one, held=held: id(one) in held)


def _heights(characters: Sequence[Any], near: float) -> Iterator[list[Any]]:
    line: list[Any] = []
    for char in sorted((one for one in characters if one["text"].strip()), key=lambda one: one["top"]):
        if line and char["top"] - line[-1]["top"] > near:
            yield line
            line = []
        line.append(char)
    if line:
        yield line


def _line(characters: list[Any], width: float) -> _PageLine:
    characters.sort(key=lambda char: char["x0"])
    low, high = (share * width for share in _MIDDLE)
    free = [
        (one["x1"], other["x0"])
        for one, other in pairwise(characters)
        if one["x1"] < high and other["x0"] > low
    ]
    left, right = max(free, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
    return _PageLine(characters, left, right)


def _parting(lines: Sequence[_PageLine]) -> float | None:
    """Where two columns of prose part: as wide as each other, and filled by most of their lines."""
    both = [line for line in lines if line.right - line.left > _WIDEST * line.characters[0]["size"]]
    if len(both) < _FEWEST:
        return None
    left, right = max(line.left for line in both), min(line.right for line in both)
    size = both[0].characters[0]["size"]
    over = sum(_is_over(line, (left + right) / 2) for line in lines)
    if right - left < _WIDEST * size or over > _FEW * len(both):
        return None
    return (left + right) / 2 if _are_of_prose(both, left, right) else None


def _are_of_prose(both: Sequence[_PageLine], left: float, right: float) -> bool:
    """Whether columns beside a gap are as wide as each other, and filled by most lines with both."""
    begins = min(line.characters[0]["x0"] for line in both)
    ends = max(line.characters[-1]["x1"] for line in both)
    if abs((left - begins) - (ends - right)) >= _ALIKE * (ends - begins):
        return False
    free = _NEARLY * both[0].characters[0]["size"]
    filled = sum(left - line.left < free for line in both)
    filled_too = sum(ends - line.characters[-1]["x1"] < free for line in both)
    return bool(min(filled, filled_too) >= _MOSTLY * len(both))


def _bands(lines: Sequence[_PageLine], parting: float) -> Iterator[list[Any]]:
    """The characters of each column in turn, and those of a line over both where it stands."""
    left: list[Any] = []
    right: list[Any] = []
    for line in lines:
        if _is_over(line, parting):
            yield from filter(None, (left, right, line.characters))
            left, right = [], []
        else:
            left.extend(char for char in line.characters if char["x1"] <= parting)
            right.extend(char for char in line.characters if char["x0"] >= parting)
    yield from filter(None, (left, right))


def _is_over(line: _PageLine, parting: float) -> bool:
    """Whether a line stands over both columns: words on either side, and no free place between them."""
    begins, ends = line.characters[0]["x0"], line.characters[-1]["x1"]
    return bool(begins < parting < ends) and not line.left <= parting <= line.right

"""A title's lines: broken between words, of like length, in the shape of a trapezium or a rhombus.

So GB/T 9704-2012, 7.3.1 wants it: 回行时，要做到词意完整，排列对称，长短适宜，间距恰当.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from qjtask.core.layout.title_words import TitlePiece, pieces
from qjtask.core.named_tuple import NamedTuple

_WORD = 12  # what a line costs that begins with a word and no sense of its own, in cells squared
_WAIST = 200  # what a line costs that is shorter than those over and under it

_Costs = dict[tuple[int, int], tuple[float, tuple[int, ...]]]
"""By the last line's beginning and end, what the lines up to it cost and where they begin."""


def title_lines(title: str, room: int, size: Callable[[str], int]) -> list[str]:
    """The fewest lines of at most `room`, by `size`; the title whole where it fits or cannot be broken so."""
    if size(title) <= room:
        return [title]
    found = pieces(title)
    sizes = [size(piece.text) for piece in found]
    if max(sizes) > room:
        return [title]
    texts = [piece.text for piece in found]
    cuts = _best(found, sizes, _fewest(sizes, room), room)
    return ["".join(texts[first:last]) for first, last in pairwise((*cuts, len(found)))]


def _fewest(sizes: Sequence[int], room: int) -> int:
    """How many lines it takes when each is as full as it can be."""
    lines, used = 1, 0
    for wide in sizes:
        lines, used = (lines + 1, wide) if used + wide > room else (lines, used + wide)
    return lines


def _best(found: Sequence[TitlePiece], sizes: Sequence[int], lines: int, room: int) -> tuple[int, ...]:
    """Where the lines begin, at the least cost; so many can hold the title."""
    line = _TitleCosts(found, [0, *accumulate(sizes)], lines, room)
    costs: _Costs = {
        (0, last): (cost, (0,))
        for last in range(1, len(found) + 1)
        if (cost := line.cost(0, last)) is not None
    }
    for _ in range(lines - 1):
        costs = _one_line_more(costs, line)
    return min(one for (_, last), one in costs.items() if last == len(found))[1]


class _TitleCosts(NamedTuple):
    """The pieces of a title, where each ends, how many lines they fill and how wide these may be."""

    pieces: Sequence[TitlePiece]
    ends: Sequence[int]
    number: int
    room: int

    def cost(self, first: int, last: int) -> float | None:
        """What a line of these pieces costs; None where it is too wide."""
        wide = self.ends[last] - self.ends[first]
        if wide > self.room:
            return None
        whole = self.ends[-1] / self.number
        return (wide - whole) ** 2 + (_WORD if first and not self.pieces[first].is_sense else 0)


def _one_line_more(costs: _Costs, line: _TitleCosts) -> _Costs:
    """The costs of the same lines with each that can stand below."""
    longer: _Costs = {}
    for (_, first), (cost, cuts) in costs.items():
        for last in range(first + 1, len(line.pieces) + 1):
            added = line.cost(first, last)
            if added is None:
                break
            total = cost + added + _waist((*cuts, first), line.ends, last)
            if (first, last) not in longer or total < longer[first, last][0]:
                longer[first, last] = (total, (*cuts, first))
    return longer


def _waist(cuts: Sequence[int], ends: Sequence[int], last: int) -> int:
    if len(cuts) < 3:
        return 0
    over, middle, under = (ends[b] - ends[a] for a, b in pairwise((*cuts[-3:], last)))
    return _WAIST if middle < min(over, under) else 0

"""Lines that stand over and under a table on each of its pages: a browser's address, a running title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.grid import Grid

_COUNTED = r"(?:[a-z]+://\S+|[\s\d第共页/:：—\-–－·|()（）.])+"  # what may differ by the page's number


class PageBlocks(NamedTuple):
    """A page's paragraphs and tables; `head` and `foot` are those beyond its first and last table."""

    number: int
    head: list[str]
    body: list[str | Grid]
    foot: list[str]


def blocks_of(pages: Sequence[PageBlocks]) -> Iterator[str | Grid]:
    """All blocks in order; of a line that runs over pages with tables the first head and the last foot."""
    heads = [0, *(_alike(one.head, other.head, other.number - one.number) for one, other in pairwise(pages))]
    feet = [
        *(
            _alike(one.foot[::-1], other.foot[::-1], other.number - one.number)
            for one, other in pairwise(pages)
        ),
        0,
    ]
    for page, head, foot in zip(pages, heads, feet, strict=True):
        yield from page.head[head:]
        yield from page.body
        yield from page.foot[: len(page.foot) - foot]


def _alike(lines: Sequence[str], others: Sequence[str], later: int) -> int:
    """How many lines from the page's edge on are the same on the page that comes `later`."""
    same = takewhile(lambda pair: _is_same(*pair, later), zip(lines, others, strict=False))
    return sum(1 for _ in same)


def _is_same(line: str, other: str, later: int) -> bool:
    if line == other:
        return True
    both = [compiled(r"\d+").sub("#", text) for text in (line, other)]
    if both[0] != both[1] or not all(compiled(_COUNTED).fullmatch(text) for text in (line, other)):
        return False
    numbers, further = ([int(one) for one in compiled(r"\d{1,9}").findall(text)] for text in (line, other))
    return all(after - before in {0, later} for before, after in zip(numbers, further, strict=False))

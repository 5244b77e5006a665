"""What a command takes at several sizes, and whether that grows as they do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple


class Measured(NamedTuple):
    """What a command took with that many items."""

    size: int
    seconds: float
    megabytes: float


def growth(small: Measured, big: Measured) -> float:
    """How many times more an item more costs than items grow: 1 is linear, 10 is square for tenfold."""
    return big.seconds / small.seconds / (big.size / small.size)


def table(found: Mapping[str, Sequence[Measured]]) -> str:
    """The measures as a Markdown table; a line for each command."""
    sizes = [one.size for one in next(iter(found.values()))]
    lines = [
        "| rows | " + " | ".join(f"{size:,}" for size in sizes) + " |",
        "|---|" + "---:|" * len(sizes),
    ]
    for name, row in found.items():
        cells = (f"{one.seconds:.2f} s, {one.megabytes:.0f} MB" for one in row)
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def told(found: Mapping[str, Sequence[Measured]]) -> str:
    """The table, and under it the growth from each size to the next."""
    return "\n".join([table(found), *_growth_lines(found)])


def _growth_lines(found: Mapping[str, Sequence[Measured]]) -> Iterator[str]:
    for name, row in found.items():
        for small, big in pairwise(row):
            times = growth(small, big)
            yield f"\n{name}, {small.size:,} to {big.size:,} rows: {times:.2f} of linear growth."

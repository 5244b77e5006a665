"""What a command takes at several sizes, and whether that grows as they do."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

from measure import Run

SIZES = (45, 1_000, 10_000)
_KEPT_ENV = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")

Measure = Callable[[str, int, int, Path], "Measured"]
"""Measures a program with so many items in so many runs, in a folder of its own."""


class Measured(NamedTuple):
    """What a command took with that many items."""

    size: int
    seconds: float
    megabytes: float


def medians(size: int, took: Sequence[Run]) -> Measured:
    """The medians of some runs, but for the first, which warms the caches."""
    counted = took[1:]
    return Measured(size, median(one.seconds for one in counted), median(one.megabytes for one in counted))


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


def children_env(home: Path) -> dict[str, str]:
    """The environment of what is measured, the real home out of sight."""
    return {name: os.environ[name] for name in _KEPT_ENV if name in os.environ} | {"HOME": str(home)}


def measure_all(description: str | None, measures: Mapping[str, Measure]) -> None:
    """Measure the qjtask beside this interpreter at the sizes asked for, and print."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    program = str(Path(sys.executable).with_name("qjtask"))
    with tempfile.TemporaryDirectory() as folder:
        found = {
            name: [measure(program, size, options.runs, Path(folder)) for size in options.sizes]
            for name, measure in measures.items()
        }
    print(told(found))

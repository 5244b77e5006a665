"""Dotted and dashed rulings that are drawn dot by dot, each of them too short to be a ruling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from qjtask.importing.formats.pages.pdf_rulings import Edge, ruling, turned

_LONG = 9.0  # points, of one dot or dash
_APART = 4.0  # points between two
_SHORTEST = 10.0  # points, of a row of them
_FEWEST = 4  # of which a row is made
_SAME = 0.1  # of a point, by which they may stand beside each other
_DRAWN = frozenset({"rect", "curve", "line"})
_NAMES = {"h": ("top", "x0", "x1"), "v": ("x0", "top", "bottom")}


def dotted_rulings(edges: Sequence[Edge]) -> list[Edge]:
    """The rulings across and down that the dots of a page make, of which these are the edges."""
    across, down = (_rows(turned(way, edges), *names) for way, names in _NAMES.items())
    return [
        *(ruling("h", row[0]["x0"], row[-1]["x1"], row[0]["top"], row[0]["top"]) for row in across),
        *(ruling("v", row[0]["x0"], row[0]["x0"], row[0]["top"], row[-1]["bottom"]) for row in down),
    ]


def without_dots(page: Any) -> Any:
    """The page without what is as small as a dot; characters stay."""
    return page.filter(
        lambda one: one.get("object_type") not in _DRAWN or max(one["width"], one["height"]) > _LONG
    )


def _rows(edges: Sequence[Edge], place: str, begin: str, end: str) -> Iterator[list[Edge]]:
    """The dots that stand in a row, near each other, where it is as long as a ruling."""
    row: list[Edge] = []
    dots = [edge for edge in edges if edge[end] - edge[begin] <= _LONG]
    for dot in sorted(dots, key=lambda dot: (round(dot[place], 1), dot[begin])):
        if row and (abs(dot[place] - row[-1][place]) > _SAME or dot[begin] - row[-1][end] > _APART):
            yield from _if_long(row, begin, end)
            row = []
        row.append(dot)
    yield from _if_long(row, begin, end)


def _if_long(row: list[Edge], begin: str, end: str) -> Iterator[list[Edge]]:
    if len(row) >= _FEWEST and row[-1][end] - row[0][begin] >= _SHORTEST:
        yield row

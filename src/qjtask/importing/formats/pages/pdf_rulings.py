"""The rulings of a page made whole: what Word and WPS leave out where a table goes on over a page.

A merged cell that goes on has no ruling at its top; the merged first columns may have none at all. The
columns of the page before say where these would be.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from qjtask.core.named_tuple import NamedTuple

NEAR = 3
"""Points; ruled lines of one edge rarely stand further apart."""

_MOST_COLUMNS = 60  # of a table whose rulings are made whole
FEWEST_RULES = 3
"""That a table has: over it, under its heading, at its end."""


Edge = dict[str, Any]


class _Region(NamedTuple):
    """The part of a page that one table takes: left, top, right, bottom in points."""

    left: float
    top: float
    right: float
    bottom: float


def edges_of(values: Sequence[float]) -> list[float]:
    """Places that are near each other as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def missing_rulings(
    edges: Sequence[Edge], tables: Sequence[Any], frame: Sequence[float], page: Any
) -> list[Edge]:
    """The rulings that the tables of a page lack; `frame` are the columns of the table before it."""
    return [edge for region in _regions(tables) for edge in _missing(region, edges, tables, frame, page)]


def _missing(
    region: _Region, edges: Sequence[Edge], tables: Sequence[Any], frame: Sequence[float], page: Any
) -> Iterator[Edge]:
    near = [edge for edge in edges if _overlaps(edge, region)]
    upright = turned("v", near)
    places = edges_of([edge["x0"] for edge in upright])
    if not _goes_on(places, frame) or not _is_broken(tables, region, places, frame):
        return
    top = min([region.top, *(edge["top"] for edge in upright)])
    bottom = max([region.bottom, *(edge["bottom"] for edge in upright)])
    yield from _box(_Region(frame[0], top, frame[-1], bottom))
    rows = edges_of([top, *(edge["top"] for edge in turned("h", near)), bottom])
    for place in frame[1:-1]:
        if not has_place(places, place):
            yield from _columns(place, rows, page)


def turned(orientation: str, edges: Sequence[Edge]) -> list[Edge]:
    """The rulings that go across (h) or down (v)."""
    return [edge for edge in edges if edge["orientation"] == orientation]


def _regions(tables: Sequence[Any]) -> list[_Region]:
    """Tables beside each other as one."""
    found: list[_Region] = []
    for left, top, right, bottom in sorted((table.bbox for table in tables), key=lambda box: box[1]):
        last = found[-1] if found else None
        if last is not None and top < last.bottom - NEAR:
            found[-1] = _Region(
                min(last.left, left), last.top, max(last.right, right), max(last.bottom, bottom)
            )
        else:
            found.append(_Region(left, top, right, bottom))
    return found


def _is_broken(
    tables: Sequence[Any], region: _Region, places: Sequence[float], frame: Sequence[float]
) -> bool:
    """Whether a region is cut into tables beside each other, or lacks a column of the table it continues."""
    beside = sum(region.top - NEAR <= table.bbox[1] < region.bottom for table in tables)
    is_narrow = region.left > frame[0] + NEAR or region.right < frame[-1] - NEAR
    return beside > 1 or is_narrow or not all(has_place(places, place) for place in frame)


def _goes_on(places: Sequence[float], frame: Sequence[float]) -> bool:
    """Whether all upright rulings stand where the table before has its columns."""
    return 1 < len(places) <= len(frame) <= _MOST_COLUMNS and all(has_place(frame, place) for place in places)


def has_place(places: Sequence[float], wanted: float) -> bool:
    """Whether one of the places, in their order, is near the one that is wanted."""
    at = bisect_left(places, wanted - NEAR)
    return at < len(places) and places[at] <= wanted + NEAR


def _overlaps(edge: Edge, region: _Region) -> bool:
    return bool(edge["bottom"] >= region.top - NEAR and edge["top"] <= region.bottom + NEAR)


def _box(region: _Region) -> Iterator[Edge]:
    for y in (region.top, region.bottom):
        yield ruling("h", region.left, region.right, y, y)
    for x in (region.left, region.right):
        yield ruling("v", x, x, region.top, region.bottom)


def _columns(x: float, rows: Sequence[float], page: Any) -> Iterator[Edge]:
    """A column's ruling in each row that no text crosses: what it crosses is merged."""
    crossing = sorted(
        (char["top"] + char["bottom"]) / 2
        for char in page.chars
        if char["x0"] <= x <= char["x1"] and char["text"].strip()
    )
    free_or_not = groupby(
        pairwise(rows), lambda row: bisect_left(crossing, row[0]) == bisect_left(crossing, row[1])
    )
    for is_free, run in free_or_not:
        (top, bottom), *others = run
        if is_free:
            yield ruling("v", x, x, top, others[-1][1] if others else bottom)


def ruling(orientation: str, x0: float, x1: float, top: float, bottom: float) -> Edge:
    """A ruling across (h) or down (v), as the tables' finder takes it."""
    return {"orientation": orientation, "x0": x0, "x1": x1, "top": top, "bottom": bottom}


def rules_alike(edges: Sequence[Edge], fewest: int = FEWEST_RULES) -> list[Edge]:
    """A table's rules under each other, all as wide, where no upright ones stand between; else none."""
    alike: dict[tuple[int, int], list[Edge]] = {}
    for edge in turned("h", edges):
        alike.setdefault((round(edge["x0"] / NEAR), round(edge["x1"] / NEAR)), []).append(edge)
    rules = max(alike.values(), key=lambda own: len(edges_of([edge["top"] for edge in own])), default=[])
    tops = edges_of([edge["top"] for edge in rules])
    if len(tops) < fewest:
        return []
    inside = _Region(rules[0]["x0"] + NEAR, tops[0] + NEAR, rules[0]["x1"] - NEAR, tops[-1] - NEAR)
    return [] if any(_is_within(edge, inside) for edge in turned("v", edges)) else rules


def _is_within(upright: Edge, region: _Region) -> bool:
    is_beside = region.left < upright["x0"] < region.right
    return bool(is_beside and upright["bottom"] > region.top and upright["top"] < region.bottom)

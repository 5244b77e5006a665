"""The outer rulings that a page leaves out: a table open at its sides, and one that a page ends in mid-row.

A browser draws a row that runs over a page without its lower edge, and the rest of it without its upper one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.formats.pages.pdf_rulings import NEAR, Edge, edges_of, has_place, ruling, turned

_FEWEST_RULES = 3  # that a table has: over it, under its heading, at its end
_FEWEST_SIDES = 4  # of the cells of a table with three columns


class _Upright(NamedTuple):
    """The upright rulings of one place that join: where they begin and end."""

    x: float
    top: float
    bottom: float


def side_rulings(edges: Sequence[Edge], page: Any) -> list[Edge]:
    """The left and right sides of tables whose rules go on beyond their first and last upright ruling."""
    uprights = _joined(edges)
    return [edge for rules in _alike(edges) for edge in _sides(rules, uprights, page)]


def end_rulings(edges: Sequence[Edge], tables: Sequence[Any], page: Any) -> list[Edge]:
    """The upper and lower ends of tables: where their upright rulings end, and in columns without one."""
    uprights = _joined(edges)
    rules = turned("h", edges)
    return [edge for table in tables for edge in _ends(table, uprights, rules, page)]


def cut_row_rulings(edges: Sequence[Edge], frame: Sequence[float], page: Any) -> list[Edge]:
    """The upper and lower end of the rest of a row that stands alone on a page.

    Nothing crosses the sides of its cells there: these stand where the table before, whose columns `frame`
    are, has its own, and all begin at one height and end at another.
    """
    uprights = _joined(edges)
    if len(frame) < _FEWEST_SIDES or len(uprights) != len(frame):
        return []
    tops, bottoms = edges_of([one.top for one in uprights]), edges_of([one.bottom for one in uprights])
    are_its_own = all(has_place(frame, one.x) for one in uprights)
    left, right = frame[0], frame[-1]
    if len(tops) > 1 or len(bottoms) > 1 or not are_its_own:
        return []
    if not _has_words(page, (left, tops[0], right, bottoms[0])):
        return []
    return [ruling("h", left, right, place, place) for place in (tops[0], bottoms[0])]


def _by_place(upright: Sequence[Edge]) -> dict[float, list[Edge]]:
    """Upright rulings by their place from the left; what stands nearly in one place does."""
    places = edges_of([edge["x0"] for edge in upright])
    by_place: dict[float, list[Edge]] = {}
    at = 0
    for edge in sorted(upright, key=lambda edge: edge["x0"]):
        while at + 1 < len(places) and edge["x0"] >= places[at + 1]:
            at += 1
        by_place.setdefault(places[at], []).append(edge)
    return by_place


def _joined(edges: Sequence[Edge]) -> list[_Upright]:
    found: list[_Upright] = []
    for place, own in _by_place(turned("v", edges)).items():
        for edge in sorted(own, key=lambda edge: edge["top"]):
            last = found[-1] if found else None
            if last is not None and last.x == place and edge["top"] <= last.bottom + NEAR:
                found[-1] = last._replace(bottom=max(last.bottom, edge["bottom"]))
            else:
                found.append(_Upright(place, edge["top"], edge["bottom"]))
    return found


def _alike(edges: Sequence[Edge]) -> Iterator[list[Edge]]:
    """Rules that begin and end at the same places, as many as a table has."""
    found: dict[tuple[int, int], list[Edge]] = {}
    for edge in turned("h", edges):
        found.setdefault((round(edge["x0"] / NEAR), round(edge["x1"] / NEAR)), []).append(edge)
    for rules in found.values():
        if len(edges_of([rule["top"] for rule in rules])) >= _FEWEST_RULES:
            yield rules


def _sides(rules: Sequence[Edge], uprights: Sequence[_Upright], page: Any) -> Iterator[Edge]:
    """The sides that are not ruled, of rules between which something is, with words beside that."""
    left, right = rules[0]["x0"], rules[0]["x1"]
    top, bottom = min(rule["top"] for rule in rules), max(rule["top"] for rule in rules)
    within = _reaching(uprights, top + NEAR, bottom - NEAR)
    inner = [one.x for one in within if left + NEAR < one.x < right - NEAR]
    for side, x0, x1 in ((left, left, min(inner)), (right, max(inner), right)) if inner else ():
        is_ruled = any(abs(one.x - side) <= NEAR for one in within)
        if not is_ruled and _has_words(page, (x0, top, x1, bottom)):
            yield ruling("v", side, side, top, bottom)


def _ends(table: Any, uprights: Sequence[_Upright], rules: Sequence[Edge], page: Any) -> Iterator[Edge]:
    left, top, right, bottom = table.bbox
    columns = _sides_of_cells(table)
    own = [one for one in uprights if has_place(columns, one.x)]
    lower = [one.bottom for one in _reaching(own, bottom + NEAR, bottom + NEAR)]
    upper = [one.top for one in _reaching(own, top - NEAR, top - NEAR)]
    below = (left, bottom, right, max(lower, default=bottom))
    above = (left, min(upper, default=top), right, top)
    for end, ends, box in ((bottom, lower, below), (top, upper, above)):
        if len(ends) == len(columns) and len(edges_of(ends)) == 1 and _has_words(page, box):
            yield ruling("h", left, right, ends[0], ends[0])
        elif not _is_ruled(end, left, right, rules):
            yield ruling("h", left, right, end, end)


def _sides_of_cells(table: Any) -> list[float]:
    """Where the cells of a table begin and end, from the left."""
    return edges_of([x for box in table.cells if box for x in (box[0], box[2])])


def _reaching(uprights: Sequence[_Upright], down_to: float, up_to: float) -> list[_Upright]:
    """The upright rulings that reach below one height and above another."""
    return [one for one in uprights if one.top < up_to and one.bottom > down_to]


def _is_ruled(place: float, left: float, right: float, rules: Sequence[Edge]) -> bool:
    """Whether rules at one height leave no gap between two places."""
    at = left
    for rule in sorted(
        (rule for rule in rules if abs(rule["top"] - place) <= NEAR), key=lambda rule: rule["x0"]
    ):
        if rule["x0"] > at + NEAR:
            return False
        at = max(at, rule["x1"])
    return at >= right - NEAR


def _has_words(page: Any, box: tuple[float, float, float, float]) -> bool:
    x0, top, x1, bottom = box
    return any(
        x0 < (char["x0"] + char["x1"]) / 2 < x1 and top < (char["top"] + char["bottom"]) / 2 < bottom
        for char in page.chars
        if char["text"].strip()
    )

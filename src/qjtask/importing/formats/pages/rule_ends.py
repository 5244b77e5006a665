"""Rules across that are drawn cell by cell: where one ends and the next begins, two columns part."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.formats.pages.pdf_rulings import Edge, edges_of, turned

_FEWEST = 2  # columns' ends; and rules that end there
_MOSTLY = 0.5  # of the rules that end where columns part
_SHORTEST = 3  # points, of a cell's rule
_TOUCHING = 1.5  # points between the rules of two cells, at most


class RuleEnds(NamedTuple):
    """Where the columns part, and the heights of rules that are drawn in one over all of them."""

    places: list[float]
    whole: list[float]


def rule_ends(edges: Sequence[Edge]) -> RuleEnds:
    """The ends of a table's rules as they were drawn; none where they are not drawn cell by cell."""
    by_top: dict[int, list[Edge]] = {}
    rules = [edge for edge in turned("h", edges) if edge["x1"] - edge["x0"] > _SHORTEST]
    for edge in sorted(rules, key=lambda edge: edge["x0"]):
        by_top.setdefault(round(edge["top"]), []).append(edge)
    parted = [found for own in by_top.values() if (found := _parted(own))]
    places = _most_frequent(parted)
    if len(places) < _FEWEST:
        return RuleEnds([], [])
    whole = [rule["top"] for rule in rules if rule["x0"] < places[0] and rule["x1"] > places[-1]]
    return RuleEnds(places, sorted(whole))


def _parted(rules: Sequence[Edge]) -> list[float]:
    """Where a rule of one height ends and the next begins."""
    return [after["x0"] for rule, after in pairwise(rules) if abs(after["x0"] - rule["x1"]) <= _TOUCHING]


def _most_frequent(parted: Sequence[Sequence[float]]) -> list[float]:
    """The places near which the rules of most heights end."""
    places = edges_of([*chain.from_iterable(parted)])
    times = Counter(at for found in parted for at in {bisect_right(places, place) - 1 for place in found})
    fewest = max(_FEWEST, _MOSTLY * len(parted))
    return [place for at, place in enumerate(places) if times[at] >= fewest]

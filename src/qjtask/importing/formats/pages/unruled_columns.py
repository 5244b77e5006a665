"""The columns of a table that is ruled across alone: where all its lines leave room, under a heading each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from operator import itemgetter
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.formats.pages.pdf_lines import ink_end
from qjtask.importing.formats.pages.pdf_rulings import (
    NEAR,
    Edge,
    edges_of,
    rules_alike,
    ruling,
    turned,
)

_FEWEST = 3  # columns, and rules
_MOST_RULES = 500  # of one page
_BETWEEN = 0.25  # characters that columns stand apart in all lines
APART = 0.8  # characters that texts beside each other stand apart
_WITHIN = 1.5  # characters that the signs of one heading stand apart, at most
_NEXT = 0.1  # of a character between the place where columns part and a text that goes on over it
_TOUCHING = 0.5  # points between two signs of one text, at most
_OVER = 0.8  # of a character's height that lines beyond a table's rules stand apart, at most
_LONGEST = 10  # signs of a heading


class PageBand(NamedTuple):
    """What stands between two rules: its upper and lower end, its characters from the left."""

    top: float
    bottom: float
    characters: list[Any]

    @property
    def is_full(self) -> bool:
        """Whether texts stand in it beside each other."""
        return len(runs_apart(self.characters, APART)) >= _FEWEST

    @property
    def is_heading(self) -> bool:
        """Whether it holds several short texts, none of which is a number."""
        texts = ["".join(char["text"] for char in run) for run in runs_apart(self.characters, APART)]
        return len(texts) >= _FEWEST and all(
            len(text) <= _LONGEST and not text[0].isdigit() for text in texts
        )


class _Gap(NamedTuple):
    left: float
    right: float


def unruled_columns(edges: Sequence[Edge], frame: Sequence[float], page: Any) -> list[Edge]:
    """The rulings that make columns of a page's only table; none where its columns are not certain.

    `frame` are the columns of the table before it, which may go on here without its heading.
    """
    rules = turned("h", edges)
    tops = edges_of([rule["top"] for rule in rules]) if rules_alike(edges) else []
    if not _FEWEST <= len(tops) <= _MOST_RULES:
        return []
    left, right = _sides(rules)
    over, *bands, under = _bands(tops, left, right, page)
    if bands[0].is_heading:
        places = column_places(bands)
    elif over.is_heading:
        bands = [over, *bands]
        places = column_places(bands)
    elif _goes_on(frame, left, right):
        places = list(frame[1:-1])
        bands = [over, *bands] if _is_row(over, places) else bands
    else:
        return []
    bands = [*bands, under] if _is_row(under, places) else bands
    return [*column_rulings(places, left, right, bands)] if places else []


def _sides(rules: Sequence[Edge]) -> tuple[float, float]:
    """How far rules reach to the left and to the right."""
    return min(rule["x0"] for rule in rules), max(rule["x1"] for rule in rules)


def _goes_on(frame: Sequence[float], left: float, right: float) -> bool:
    """Whether rules reach as far as the columns of the table before them, if there was one."""
    return bool(frame) and abs(frame[0] - left) <= NEAR and abs(frame[-1] - right) <= NEAR


def _bands(tops: Sequence[float], left: float, right: float, page: Any) -> list[PageBand]:
    """What stands right over the first rule, between two rules, and right under the last."""
    inside = sorted(
        (char for char in page.chars if char["text"].strip() and left <= _across(char) <= right), key=_down
    )
    heights = [_down(char) for char in inside]
    at = [bisect_left(heights, top) for top in tops]
    over, under = _near(tops[0], inside[: at[0]][::-1]), _near(tops[-1], inside[at[-1] :])
    return [
        PageBand(min((char["top"] for char in over), default=tops[0]) - 1, tops[0], from_left(over)),
        *(
            PageBand(top, bottom, from_left(inside[first:last]))
            for (top, bottom), (first, last) in zip(pairwise(tops), pairwise(at), strict=True)
        ),
        PageBand(tops[-1], max((char["bottom"] for char in under), default=tops[-1]) + 1, from_left(under)),
    ]


def _near(rule: float, characters: Iterable[Any]) -> list[Any]:
    """The first of characters up or down from a rule, as far as their lines stand near it and each other."""
    found: list[Any] = []
    top = bottom = rule
    for char in characters:
        if max(top - char["bottom"], char["top"] - bottom) > _OVER * char["size"]:
            break
        top, bottom = char["top"], char["bottom"]
        found.append(char)
    return found


def column_places(bands: Sequence[PageBand]) -> list[float]:
    """Where the columns part; none where one has no heading, or more than one."""
    size = bands[0].characters[0]["size"]
    texts = from_left(chain(*(band.characters for band in bands if band.is_full)))
    gaps = [gap for gap in _gaps(texts) if gap.right - gap.left > _BETWEEN * size]
    held = sorted(_held(texts))
    tried = gaps, [gap for gap in gaps if not _has(held, gap)]
    return next((places for places in map(_middles, tried) if _are_headed(bands[0], places)), [])


def _middles(gaps: Sequence[_Gap]) -> list[float]:
    return [(gap.left + gap.right) / 2 for gap in gaps]


def _are_headed(heading: PageBand, places: Sequence[float]) -> bool:
    """Whether each of the columns that these places make has one heading."""
    headings = _in_columns(heading, places)
    return len(headings) >= _FEWEST and all(len(runs_apart(one, _WITHIN)) == 1 for one in headings)


def _held(texts: Sequence[Any]) -> Iterator[float]:
    """Where a sign with room behind its ink ends right before the next of its line: no columns part there."""
    lines: dict[int, Any] = {}
    for char in texts:
        before = lines.get(round(_down(char)))
        if before is not None and ink_end(before) < char["x0"] and abs(char["x0"] - before["x1"]) < _TOUCHING:
            yield char["x0"]
        lines[round(_down(char))] = char


def _has(places: Sequence[float], gap: _Gap) -> bool:
    at = bisect_left(places, gap.left)
    return at < len(places) and places[at] <= gap.right


def _in_columns(band: PageBand, places: Sequence[float]) -> list[list[Any]]:
    columns: list[list[Any]] = [[] for _ in range(len(places) + 1)]
    for char in band.characters:
        columns[bisect_left(places, _across(char))].append(char)
    return columns


def _is_row(band: PageBand, places: Sequence[float]) -> bool:
    """Whether texts at a table's end are part of it: in several columns, none over two."""
    filled = sum(map(bool, _in_columns(band, places)))
    return filled > 1 and not any(is_crossed(band, place) for place in places)


def is_crossed(band: PageBand, place: float) -> bool:
    """Whether a text goes on over the place where two columns part."""
    return any(
        char["x0"] - _NEXT * char["size"] < place < ink_end(char) + _NEXT * char["size"]
        for char in band.characters
    )


def runs_apart(characters: Sequence[Any], apart: float) -> list[list[Any]]:
    """Characters that do not stand so many of their widths apart, whatever their line."""
    runs: list[list[Any]] = []
    end = 0.0
    for char in characters:
        if runs and char["x0"] - end <= apart * char["size"]:
            runs[-1].append(char)
        else:
            runs.append([char])
        end = max(end, char["x1"])
    return runs


def _gaps(characters: Sequence[Any]) -> Iterator[_Gap]:
    """The places between the first and the last of characters, from the left, that none covers."""
    end = characters[0]["x1"] if characters else 0.0
    for char in characters:
        if char["x0"] > end:
            yield _Gap(end, char["x0"])
        end = max(end, ink_end(char))


def column_rulings(
    places: Sequence[float], left: float, right: float, bands: Sequence[PageBand]
) -> Iterator[Edge]:
    """The sides and ends of a table, and its columns; a text that stands alone may reach over several."""
    top, bottom = bands[0].top, bands[-1].bottom
    for x in (left, right):
        yield ruling("v", x, x, top, bottom)
    for y in (top, bottom):
        yield ruling("h", left, right, y, y)
    for place in places:
        free = [band.is_full or not is_crossed(band, place) for band in bands]
        for is_free, run in groupby(zip(free, bands, strict=True), itemgetter(0)):
            own = [band for _, band in run]
            if is_free:
                yield ruling("v", place, place, own[0].top, own[-1].bottom)


def from_left(characters: Iterable[Any]) -> list[Any]:
    """Characters in their order from the left."""
    return sorted(characters, key=lambda char: char["x0"])


def _across(char: Any) -> float:
    return float((char["x0"] + char["x1"]) / 2)


def _down(char: Any) -> float:
    return float((char["top"] + char["bottom"]) / 2)

"""The columns of a table that is ruled across alone: where all its lines leave room, under a heading each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.formats.pages.column_gaps import column_places
from qjtask.importing.formats.pages.page_bands import (
    PageBand,
    across,
    down,
    from_left,
    in_columns_of,
    is_crossed,
)
from qjtask.importing.formats.pages.pdf_rulings import (
    NEAR,
    Edge,
    edges_of,
    has_place,
    rules_alike,
    ruling,
    turned,
)
from qjtask.importing.formats.pages.rule_ends import RuleEnds, rule_ends

_FEWEST = 3  # columns, and rules
_ONE_ROW = 2  # rules
_WITH_HEADING = 2  # bands, of a table whose rows are not ruled apart
_MOST_LINES = 1  # that stands at one height in all columns of a row
_NUMBER = r"\d{1,3}[*＊.．、]?"
_MOST_RULES = 500  # of one page
_OVER = 0.8  # of a character's height that lines beyond a table's rules stand apart, at most


class UnruledColumns(NamedTuple):
    """The rulings that make columns, and whether the rules themselves said where these are."""

    edges: list[Edge]
    is_drawn: bool = False


def unruled_columns(
    edges: Sequence[Edge], frame: Sequence[float], page: Any, *, goes_on: bool = False
) -> UnruledColumns:
    """The rulings that make columns of a page's only table; none where its columns are not certain.

    `frame` are the columns of the table before it, which may go on here without its heading; a row alone
    is a table where that one `goes_on`.
    """
    rules = turned("h", edges)
    fewest = _ONE_ROW if goes_on and rules and _goes_on(frame, *_sides(rules)) else _FEWEST
    tops = edges_of([rule["top"] for rule in rules]) if rules_alike(edges, fewest) else []
    if not fewest <= len(tops) <= _MOST_RULES:
        return UnruledColumns([])
    left, right = _sides(rules)
    ends = rule_ends(page.edges)
    over, *bands, under = bands_between(tops, left, right, page)
    if ends.places and (bands[0].is_heading or _goes_on(frame, left, right)):
        return UnruledColumns([*_drawn_columns(ends, left, right, bands)], is_drawn=True)
    bands, places = _from_heading(over, bands, frame if _goes_on(frame, left, right) else ())
    if not places:
        return UnruledColumns([])
    bands = [*bands, under] if _is_row(under, places) else bands
    if any(_holds_rows(band, places, is_all=len(bands) == _WITH_HEADING) for band in bands[1:]):
        return UnruledColumns([])
    return UnruledColumns([*column_rulings(places, left, right, bands)])


def _from_heading(
    over: PageBand, bands: list[PageBand], frame: Sequence[float]
) -> tuple[list[PageBand], list[float]]:
    """The bands of a table from its heading on, and where its columns part; no places where that is unknown.

    `frame` are the columns of a table before it that may go on here without a heading.
    """
    if bands[0].is_heading:
        return bands, column_places(bands)
    if over.is_heading:
        return [over, *bands], column_places([over, *bands])
    places = list(frame[1:-1])
    return ([over, *bands] if places and _is_row(over, places) else bands), places


def _is_under_whole(band: PageBand, whole: Sequence[float]) -> bool:
    """Whether the rules over and under a row are drawn in one."""
    return all(has_place(whole, height) for height in (band.top, band.bottom))


def _drawn_columns(ends: RuleEnds, left: float, right: float, bands: Sequence[PageBand]) -> Iterator[Edge]:
    """The sides of a table and the columns where its rules end; a heading over all of them has none."""
    for x in (left, right):
        yield ruling("v", x, x, bands[0].top, bands[-1].bottom)
    for is_wide, run in groupby(bands, lambda band: band.is_alone and _is_under_whole(band, ends.whole)):
        own = list(run)
        for place in () if is_wide else ends.places:
            yield ruling("v", place, place, own[0].top, own[-1].bottom)


def _holds_rows(band: PageBand, places: Sequence[float], *, is_all: bool) -> bool:
    """Whether several rows stand between two rules: numbers under each other, or lines in all columns.

    It is the case without numbers where that `is_all` of the table.
    """
    columns = in_columns_of(band, places)
    lines = [_by_height(column) for column in columns]
    first = ["".join(char["text"] for char in line) for line in lines[0].values()]
    numbers = sum(compiled(_NUMBER).fullmatch(text) is not None for text in first)
    return numbers > 1 or (not numbers and (is_all or len(set.intersection(*map(set, lines))) > _MOST_LINES))


def _by_height(characters: Sequence[Any]) -> dict[int, list[Any]]:
    lines: dict[int, list[Any]] = {}
    for char in characters:
        lines.setdefault(round(down(char)), []).append(char)
    return lines


def _sides(rules: Sequence[Edge]) -> tuple[float, float]:
    """How far rules reach to the left and to the right."""
    return min(rule["x0"] for rule in rules), max(rule["x1"] for rule in rules)


def _goes_on(frame: Sequence[float], left: float, right: float) -> bool:
    """Whether rules reach as far as the columns of the table before them, if there was one."""
    return bool(frame) and abs(frame[0] - left) <= NEAR and abs(frame[-1] - right) <= NEAR


def bands_between(tops: Sequence[float], left: float, right: float, page: Any) -> list[PageBand]:
    """What stands right over the first rule, between two rules, and right under the last."""
    inside = sorted(
        (char for char in page.chars if char["text"].strip() and left <= across(char) <= right), key=down
    )
    heights = [down(char) for char in inside]
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


def _is_row(band: PageBand, places: Sequence[float]) -> bool:
    """Whether texts at a table's end are part of it: in several columns, none over two."""
    filled = sum(map(bool, in_columns_of(band, places)))
    return filled > 1 and not any(is_crossed(band, place) for place in places)


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
        free = [
            band.is_full or not (is_crossed(band, place) or _is_title(band, places, left, right))
            for band in bands
        ]
        for is_free, run in groupby(zip(free, bands, strict=True), itemgetter(0)):
            own = [band for _, band in run]
            if is_free:
                yield ruling("v", place, place, own[0].top, own[-1].bottom)


def _is_title(band: PageBand, places: Sequence[float], left: float, right: float) -> bool:
    """Whether a text alone stands in the middle of a table, and of no column."""
    if not band.is_alone:
        return False
    size, begin, end = band.characters[0]["size"], band.characters[0]["x0"], band.characters[-1]["x1"]
    at = bisect_left(places, (begin + end) / 2)
    edges = [left, *places, right]
    is_column = abs(edges[at] + edges[at + 1] - left - right) <= 2 * size
    return abs(begin + end - left - right) <= 2 * size and not is_column

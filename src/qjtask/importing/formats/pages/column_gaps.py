"""Where the columns of a table without upright rulings part: all its lines leave room there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.formats.pages.page_bands import (
    PageBand,
    down,
    from_left,
    in_columns_of,
    runs_apart,
)
from qjtask.importing.formats.pages.pdf_lines import ink_end

_FEWEST = 3  # columns
_BETWEEN = 0.25  # characters that columns stand apart in all lines
_WITHIN = 1.5  # characters that the signs of one heading stand apart, at most
_TOUCHING = 0.5  # points between two signs of one text, at most


class _Gap(NamedTuple):
    left: float
    right: float


def column_places(bands: Sequence[PageBand]) -> list[float]:
    """Where the columns part; none where one has no heading, or more than one."""
    several = [band for band in bands if not band.is_alone]
    tried = chain.from_iterable(
        _places(bands, own) for own in (several, [one for one in several if one.is_full])
    )
    return next((places for places in tried if _are_headed(bands[0], places)), [])


def _places(bands: Sequence[PageBand], own: Sequence[PageBand]) -> Iterator[list[float]]:
    """Where some of a table's bands, the first its heading, leave room for columns to part."""
    size = bands[0].characters[0]["size"]
    texts = from_left(chain(*(band.characters for band in own)))
    gaps = [gap for gap in _gaps(texts) if gap.right - gap.left > _BETWEEN * size]
    held = sorted(_held(texts))
    yield _middles(gaps)
    free = _middles([gap for gap in gaps if not _has(held, gap)])
    yield free
    yield _without_halves(free, own)


def _without_halves(places: Sequence[float], bands: Sequence[PageBand]) -> list[float]:
    """The places but those between texts and their heading, which stands in the middle of a wider column."""
    heads = [bool(column) for column in in_columns_of(bands[0], places)]
    below = PageBand(0, 0, [char for band in bands[1:] for char in band.characters])
    bare = [is_head and not texts for is_head, texts in zip(heads, in_columns_of(below, places), strict=True)]
    gone: set[int] = set()
    for at, is_head in enumerate(heads):
        own = [one for one in (at - 1, at + 1) if 0 <= one < len(bare) and bare[one]]
        if not is_head and len(own) == 1:
            gone.add(min(at, *own))
    return [place for at, place in enumerate(places) if at not in gone]


def _middles(gaps: Sequence[_Gap]) -> list[float]:
    return [(gap.left + gap.right) / 2 for gap in gaps]


def _are_headed(heading: PageBand, places: Sequence[float]) -> bool:
    """Whether each of the columns that these places make has one heading."""
    headings = in_columns_of(heading, places)
    return len(headings) >= _FEWEST and all(len(runs_apart(one, _WITHIN)) == 1 for one in headings)


def _held(texts: Sequence[Any]) -> Iterator[float]:
    """Where a sign with room behind its ink ends right before the next of its line: no columns part there."""
    lines: dict[int, Any] = {}
    for char in texts:
        before = lines.get(round(down(char)))
        if before is not None and ink_end(before) < char["x0"] and abs(char["x0"] - before["x1"]) < _TOUCHING:
            yield char["x0"]
        lines[round(down(char))] = char


def _has(places: Sequence[float], gap: _Gap) -> bool:
    at = bisect_left(places, gap.left)
    return at < len(places) and places[at] <= gap.right


def _gaps(characters: Sequence[Any]) -> Iterator[_Gap]:
    """The places between the first and the last of characters, from the left, that none covers."""
    end = characters[0]["x1"] if characters else 0.0
    for char in characters:
        if char["x0"] > end:
            yield _Gap(end, char["x0"])
        end = max(end, ink_end(char))

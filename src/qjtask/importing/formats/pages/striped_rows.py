"""Rows that are not filled, between rows that are: the columns of those go on in them without a rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import gt
from typing import Any

from qjtask.importing.formats.pages.page_bands import PageBand, in_columns_of, is_crossed
from qjtask.importing.formats.pages.pdf_cells import columns_of, rows_of
from qjtask.importing.formats.pages.pdf_rulings import NEAR, Edge, edges_of, ruling
from qjtask.importing.formats.pages.unruled_columns import bands_between

_FEWEST = 3  # columns, and of these that say something in such a row


def striped_rulings(tables: Sequence[Any], page: Any) -> list[Edge]:
    """The rulings of rows beside filled ones; none where a row that is parted into columns is not filled."""
    alike = _alike(tables)
    if not alike:
        return []
    columns = columns_of(alike[0])
    tops = edges_of([*chain.from_iterable(map(rows_of, alike))])
    filled = _filled(tops, page)
    if any(map(gt, _parted(alike, tops, columns), filled)):
        return []
    over, *bands, under = bands_between(tops, columns[0], columns[-1], page)
    plain = [band for band, is_filled in zip(bands, filled, strict=True) if not is_filled]
    beside = [band for band in (over, under) if _is_row(band, columns)]
    return [edge for band in (*beside, *plain) for edge in _rulings(band, columns)]


def _alike(tables: Sequence[Any]) -> list[Any]:
    """The tables with the columns of the first that has several."""
    wide = [table for table in tables if len(columns_of(table)) > _FEWEST]
    return [table for table in wide if _are_near(columns_of(table), columns_of(wide[0]))]


def _are_near(some: Sequence[float], others: Sequence[float]) -> bool:
    return len(some) == len(others) and all(
        abs(one - other) <= NEAR for one, other in zip(some, others, strict=True)
    )


def _parted(tables: Sequence[Any], tops: Sequence[float], columns: Sequence[float]) -> list[bool]:
    """Whether each row of tables is parted into columns."""
    found = [False] * (len(tops) - 1)
    for box in (box for table in tables for box in table.cells if box):
        if box[0] > columns[0] + NEAR or box[2] < columns[-1] - NEAR:
            for at in range(bisect_left(tops, box[1] - NEAR), bisect_left(tops, box[3] - NEAR)):
                found[at] = True
    return found


def _filled(tops: Sequence[float], page: Any) -> list[bool]:
    """Whether each row has something filled in it: no ruling, and no area behind several rows."""
    found = [False] * (len(tops) - 1)
    for area in getattr(page, "rects", ()):
        at = bisect_left(tops, area["top"] + NEAR) - 1
        is_within = 0 <= at < len(found) and area["bottom"] <= tops[at + 1] + NEAR
        if is_within and area["fill"] and min(area["height"], area["width"]) > 2 * NEAR:
            found[at] = True
    return found


def _is_row(band: PageBand, columns: Sequence[float]) -> bool:
    """Whether what stands in a band says something in several columns, and nothing over two."""
    places = columns[1:-1]
    filled = sum(map(bool, in_columns_of(band, places)))
    return filled >= _FEWEST and not any(is_crossed(band, place) for place in places)


def _rulings(band: PageBand, columns: Sequence[float]) -> Iterator[Edge]:
    """The rulings around a band, and those between the columns of a row: a heading over them has none."""
    for x in columns if _is_row(band, columns) else (columns[0], columns[-1]):
        yield ruling("v", x, x, band.top, band.bottom)
    for y in (band.top, band.bottom):
        yield ruling("h", columns[0], columns[-1], y, y)

"""A table without rulings: its rows by their numbers or the room between them, its columns by their room."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.formats.pages.pdf_lines import ink_end
from qjtask.importing.formats.pages.pdf_rulings import Edge, ruling
from qjtask.importing.formats.pages.unruled_columns import (
    PageBand,
    column_places,
    column_rulings,
    from_left,
    is_crossed,
)

_NUMBER = r"(\d{1,3})[*＊.．、]?"
_ENDS = tuple("。；;！")
_NEAR = 1.2  # of the usual distance between lines: those of one row stand no further apart
_SHORT = 0.9  # characters by which a line is short that is a text's last
_PARTED = 0.3  # of a character, by which there is more room between rows than between lines


class BareLine(NamedTuple):
    """The texts that stand apart at one height, from the left."""

    top: float
    bottom: float
    texts: list[list[Any]]

    @property
    def number(self) -> int:
        """The number with which it begins; 0 where it does with none."""
        found = compiled(_NUMBER).fullmatch(said(self.texts[0]))
        return int(found[1]) if found else 0

    @property
    def size(self) -> float:
        """How high its first sign is."""
        return float(self.texts[0][0]["size"])


class _BareRow(NamedTuple):
    """The lines of a row, or the one of a heading over all columns."""

    lines: list[BareLine]
    is_wide: bool = False


def said(text: Sequence[Any]) -> str:
    """What a text says."""
    return "".join(char["text"] for char in text)


def bare_rulings(heading: BareLine, lines: Sequence[BareLine]) -> list[Edge]:
    """The rulings that make a table of a heading and the lines under it; none where it is not certain."""
    seen = [(line, _is_wide(line, heading)) for line in lines]
    if not _count_on(seen):
        return []
    for parted in (_by_room, _by_numbers):
        rows, rest = parted(heading, seen)
        places = _places(rows, rest)
        if places and (parted is _by_room or _are_whole(rows, places)):
            return list(_rulings([_band(row.lines) for row in rows], places))
    return []


def _count_on(lines: Sequence[tuple[BareLine, bool]]) -> bool:
    """Whether lines that are no headings have numbers, each one more than the last."""
    numbers = [line.number for line, is_wide in lines if line.number and not is_wide]
    return bool(numbers) and all(after == before + 1 for before, after in pairwise(numbers))


def _places(rows: Sequence[_BareRow], rest: Sequence[BareLine]) -> list[float]:
    """Where the columns of rows part; none where a text goes over two, or the lines behind have such too."""
    if not rows or any(len(line.texts) > 1 for line in rest):
        return []
    bands = [_band(row.lines) for row in rows if not row.is_wide]
    places = column_places(bands)
    return [] if any(is_crossed(band, place) for place in places for band in bands) else places


def _is_wide(line: BareLine, heading: BareLine) -> bool:
    """Whether a line is a heading over columns: one text over two, or words where numbers stand.

    The table's own heading is one too where it stands once more.
    """
    if len(line.texts) > 1 or line.number:
        return [said(text) for text in line.texts] == [said(text) for text in heading.texts]
    (text,) = line.texts
    begin, end = text[0]["x0"], text[-1]["x1"]
    middles = [(one[0]["x0"] + one[-1]["x1"]) / 2 for one in heading.texts]
    return sum(begin < middle < end for middle in middles) > 1 or bool(begin < heading.texts[0][-1]["x1"])


_Parted = tuple[list[_BareRow], list[BareLine]]


def _by_room(heading: BareLine, lines: Sequence[tuple[BareLine, bool]]) -> _Parted:
    """The rows between which there is more room than between their lines: each has its number."""
    rooms = list(_rooms([heading, *(line for line, _ in lines)]))
    least = _room_between_rows(rooms, heading.size)
    if least is None:
        return [], []
    rows: list[_BareRow] = [_BareRow([heading])]
    for (line, is_wide), room in zip(lines, rooms, strict=True):
        if room > least:
            rows.append(_BareRow([line], is_wide))
        elif is_wide or rows[-1].is_wide:
            return [], []
        else:
            rows[-1].lines.append(line)
    rows, rest = _to_last_number(rows)
    return (rows, rest) if _are_numbered(rows) else ([], [])


def _room_between_rows(rooms: Sequence[float], size: float) -> float | None:
    """More than the room between lines, and less than that between rows; None where all is about alike."""
    ordered = sorted({round(room, 1) for room in rooms})
    jumps = [pair for pair in pairwise(ordered) if pair[1] - pair[0] > _PARTED * size]
    return sum(jumps[0]) / 2 if jumps else None


def _to_last_number(rows: Sequence[_BareRow]) -> _Parted:
    """The rows to the last that has a number, and the lines of those behind it."""
    last = max(at for at, row in enumerate(rows) if any(line.number for line in row.lines) or not at)
    return list(rows[: last + 1]), list(chain.from_iterable(row.lines for row in rows[last + 1 :]))


def _are_numbered(rows: Sequence[_BareRow]) -> bool:
    """Whether each row has one number, and the table's heading none."""
    heading, *others = rows
    have_one = all(row.is_wide or sum(line.number > 0 for line in row.lines) == 1 for row in others)
    return have_one and not any(line.number for line in heading.lines)


def _rooms(lines: Sequence[BareLine]) -> Iterator[float]:
    """The room over each line but the first, under all before it."""
    bottom = lines[0].bottom
    for line in lines[1:]:
        yield line.top - bottom
        bottom = max(bottom, line.bottom)


def _by_numbers(heading: BareLine, lines: Sequence[tuple[BareLine, bool]]) -> _Parted:
    """The rows that begin with a number each, and the lines under the last."""
    end = _end(heading, lines)
    rows: list[_BareRow] = [_BareRow([heading])]
    for line, is_wide in lines[:end]:
        if is_wide or line.number:
            if not is_wide and _has_loose_lines(rows):
                return [], []
            rows.append(_BareRow([line], is_wide))
        elif rows[-1].is_wide:
            return [], []
        else:
            rows[-1].lines.append(line)
    return rows, [line for line, _ in lines[end:]]


def _has_loose_lines(rows: Sequence[_BareRow]) -> bool:
    """Whether lines stand under the table's heading that may be its own, or the first row's."""
    return len(rows) == 1 and len(rows[0].lines) > 1


def _end(heading: BareLine, lines: Sequence[tuple[BareLine, bool]]) -> int:
    """How many lines are the rows': those to the last number, and those that stand near under it."""
    every = [heading, *(line for line, _ in lines)]
    far = _NEAR * _pitch(every)
    last = max(at for at, (line, is_wide) in enumerate(lines) if line.number and not is_wide)
    for at in range(last + 1, len(lines)):
        line, is_wide = lines[at]
        if is_wide or line.bottom - every[at].bottom > far:
            return at
    return len(lines)


def _pitch(lines: Sequence[BareLine]) -> float:
    """How far lines of one text stand apart: as most do."""
    apart = sorted(below.bottom - above.bottom for above, below in pairwise(lines))
    return apart[len(apart) // 2]


def _are_whole(rows: Sequence[_BareRow], places: Sequence[float]) -> bool:
    """Whether no line over a number goes on beside it: else that number stands in the middle of its row."""
    ends = _ends_of_columns(rows, places)
    for row, below in pairwise(rows[1:]):
        if row.is_wide or below.is_wide or len(row.lines) == 1:
            continue
        if any(_may_go_on(text, ends[_column(text, places)]) for text in row.lines[-1].texts):
            return False
    return all(row.is_wide or len(row.lines[0].texts) > 1 for row in rows)


def _ends_of_columns(rows: Sequence[_BareRow], places: Sequence[float]) -> dict[int, float]:
    """How far the texts of each column reach to the right, headings over all columns apart."""
    ends: dict[int, float] = {}
    for text in chain.from_iterable(line.texts for row in rows if not row.is_wide for line in row.lines):
        column = _column(text, places)
        ends[column] = max(ends.get(column, 0.0), ink_end(text[-1]))
    return ends


def _may_go_on(text: Sequence[Any], end: float) -> bool:
    """Whether a text fills its line, which may reach so far, and ends in no sign that ends a text."""
    is_full = end - ink_end(text[-1]) < _SHORT * text[-1]["size"]
    return bool(is_full) and not said(text).endswith(_ENDS)


def _column(text: Sequence[Any], places: Sequence[float]) -> int:
    return bisect_left(places, (text[0]["x0"] + text[-1]["x1"]) / 2)


def _band(lines: Sequence[BareLine]) -> PageBand:
    characters = from_left(chain.from_iterable(text for line in lines for text in line.texts))
    return PageBand(min(line.top for line in lines), max(line.bottom for line in lines), characters)


def _rulings(bands: Sequence[PageBand], places: Sequence[float]) -> Iterator[Edge]:
    """The rulings of a table whose rows stand under each other."""
    middles = [(above.bottom + below.top) / 2 for above, below in pairwise(bands)]
    heights = [bands[0].top - 1, *middles, bands[-1].bottom + 1]
    left = min(char["x0"] for band in bands for char in band.characters) - 1
    right = max(char["x1"] for band in bands for char in band.characters) + 1
    bands = [
        band._replace(top=top, bottom=bottom)
        for band, (top, bottom) in zip(bands, pairwise(heights), strict=True)
    ]
    yield from column_rulings(places, left, right, bands)
    for height in middles:
        yield ruling("h", left, right, height, height)

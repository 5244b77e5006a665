"""A table without rulings: its rows by their numbers or the room between them, its columns by their room."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Any

from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.columns.heading_words import role_of
from qjtask.importing.formats.pages.bare_lines import BareLine, BareRow, SeenLine, said
from qjtask.importing.formats.pages.column_gaps import column_places
from qjtask.importing.formats.pages.page_bands import PageBand, from_left, is_crossed
from qjtask.importing.formats.pages.pdf_lines import ink_end
from qjtask.importing.formats.pages.pdf_rulings import Edge, ruling
from qjtask.importing.formats.pages.room_rows import PartedRows, numbered_by_room, parted_by_room
from qjtask.importing.formats.pages.unruled_columns import column_rulings
from qjtask.importing.words.column_roles import Role

_ENDS = tuple("。；;！")
_GOES_ON, _NO_BEGIN = tuple("，、（《“：—"), tuple("，、。；：）》”")
_NEAR = 1.2  # of the usual distance between lines: those of one row stand no further apart
_SHORT = 0.9  # characters by which a line is short that is a text's last
_FEWEST = 2  # rows that have no numbers
_GROUP = rf"(?:[{NUMERALS}]{{1,3}}、|[（(][{NUMERALS}]{{1,3}}[）)]).+"


def bare_rulings(heading: BareLine, lines: Sequence[BareLine], rules: Sequence[float] = ()) -> list[Edge]:
    """The rulings that make a table of a heading and the lines under it; none where it is not certain.

    A row ends at each of the `rules` that were drawn.
    """
    is_numbered = role_of(said(heading.texts[0])) is Role.NUMBER
    parting = column_places([_band([line]) for line in (heading, *lines)])
    lines = [line.parted(parting) for line in lines]
    seen = [(line, _is_wide(line, heading, is_numbered=is_numbered)) for line in lines]
    ways = _numbered(heading, seen, rules) if is_numbered else _without_numbers(heading, seen, rules)
    for rows, rest in ways:
        if places := _places(rows, rest):
            return list(_rulings([_band(row.lines) for row in rows], places))
    return []


def _numbered(heading: BareLine, seen: Sequence[SeenLine], rules: Sequence[float]) -> Iterator[PartedRows]:
    """The ways to part lines into rows whose numbers count on."""
    if not _count_on(seen):
        return
    yield from numbered_by_room([(heading, False), *seen], rules)
    parted = _by_numbers(heading, seen)
    if parted and (places := _places(*parted)) and _are_whole(parted.rows, places):
        yield parted


def _without_numbers(
    heading: BareLine, seen: Sequence[SeenLine], rules: Sequence[float]
) -> Iterator[PartedRows]:
    """The one way to part lines into rows that say something in each column; of two, that of sentences."""
    tried = ((way, _places(*way)) for way in parted_by_room([(heading, False), *seen], rules))
    ways = [(way, places) for way, places in tried if places and _are_complete(way.rows[1:], places)]
    if len(ways) == 1 or (ways and _are_sentences(ways[0][0].rows[1:], ways[0][1])):
        yield ways[0][0]


def _are_sentences(rows: Sequence[BareRow], places: Sequence[float]) -> bool:
    """Whether a text of every row ends as one does."""
    texts = (_texts_in_columns(row, places).values() for row in rows if not row.is_wide)
    return all(any(text.endswith(_ENDS) for text in own) for own in texts)


def _are_complete(rows: Sequence[BareRow], places: Sequence[float]) -> bool:
    """Whether every row has a text in each column that has any, and none that is cut off."""
    columns = [_texts_in_columns(row, places) for row in rows if not row.is_wide]
    used = {column for texts in columns for column in texts}
    return len(columns) >= _FEWEST and all(
        texts.keys() == used and not any(map(_is_cut, texts.values())) for texts in columns
    )


def _texts_in_columns(row: BareRow, places: Sequence[float]) -> dict[int, str]:
    found: dict[int, str] = {}
    for text in chain.from_iterable(line.texts for line in row.lines):
        column = _column(text, places)
        found[column] = found.get(column, "") + said(text)
    return found


def _is_cut(text: str) -> bool:
    """Whether a text goes on elsewhere, or from elsewhere."""
    return text.endswith(_GOES_ON) or text.startswith(_NO_BEGIN)


def _count_on(lines: Sequence[SeenLine]) -> bool:
    """Whether lines that are no headings have numbers, each one more than the last."""
    numbers = [line.number for line, is_wide in lines if line.number and not is_wide]
    return bool(numbers) and all(after == before + 1 for before, after in pairwise(numbers))


def _places(rows: Sequence[BareRow], rest: Sequence[BareLine]) -> list[float]:
    """Where the columns of rows part; none where a text goes over two, or the lines behind have such too."""
    if not rows or any(len(line.texts) > 1 for line in rest):
        return []
    bands = [_band(row.lines) for row in rows if not row.is_wide]
    places = column_places(bands)
    return [] if any(is_crossed(band, place) for place in places for band in bands) else places


def _is_wide(line: BareLine, heading: BareLine, *, is_numbered: bool) -> bool:
    """Whether a line is a heading over columns: one text over two, words where numbers stand, or 一、 alone.

    The table's own heading is one too where it stands once more.
    """
    if len(line.texts) > 1 or line.number:
        return [said(text) for text in line.texts] == [said(text) for text in heading.texts]
    (text,) = line.texts
    begin, end = text[0]["x0"], text[-1]["x1"]
    middles = [(one[0]["x0"] + one[-1]["x1"]) / 2 for one in heading.texts]
    if sum(begin < middle < end for middle in middles) > 1:
        return True
    if not is_numbered:
        return compiled(_GROUP).fullmatch(said(text)) is not None
    return bool(begin < heading.texts[0][-1]["x1"])


def _by_numbers(heading: BareLine, lines: Sequence[SeenLine]) -> PartedRows | None:
    """The rows that begin with a number each, and the lines under the last."""
    end = _end(heading, lines)
    rows: list[BareRow] = [BareRow([heading])]
    for line, is_wide in lines[:end]:
        if is_wide or line.number:
            if not is_wide and _has_loose_lines(rows):
                return None
            rows.append(BareRow([line], is_wide))
        elif rows[-1].is_wide:
            return None
        else:
            rows[-1].lines.append(line)
    return PartedRows(rows, [line for line, _ in lines[end:]])


def _has_loose_lines(rows: Sequence[BareRow]) -> bool:
    """Whether lines stand under the table's heading that may be its own, or the first row's."""
    return len(rows) == 1 and len(rows[0].lines) > 1


def _end(heading: BareLine, lines: Sequence[SeenLine]) -> int:
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


def _are_whole(rows: Sequence[BareRow], places: Sequence[float]) -> bool:
    """Whether no line over a number goes on beside it: else that number stands in the middle of its row."""
    ends = _ends_of_columns(rows, places)
    for row, below in pairwise(rows[1:]):
        if row.is_wide or below.is_wide or len(row.lines) == 1:
            continue
        if any(_may_go_on(text, ends[_column(text, places)]) for text in row.lines[-1].texts):
            return False
    return all(row.is_wide or len(row.lines[0].texts) > 1 for row in rows)


def _ends_of_columns(rows: Sequence[BareRow], places: Sequence[float]) -> dict[int, float]:
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

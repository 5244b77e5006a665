"""The rows of a table that is ruled down alone: their numbers stand under each other between two rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate, chain, pairwise
from operator import itemgetter
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.formats.pages.page_bands import across, down
from qjtask.importing.formats.pages.pdf_cells import columns_of, rows_of
from qjtask.importing.formats.pages.pdf_rulings import Edge, ruling

_FEWEST = 3  # columns, and of these that say something in each row: a number of two lines has no other text
_NUMBER = r"\d{1,3}[.．、]?"
_SAME = 0.4  # of a sign's height, by which signs of one line may stand higher or lower


class _ColumnLine(NamedTuple):
    """What stands at one height of a column: its upper and lower end, and its text."""

    top: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


class _Body(NamedTuple):
    """What stands between two rules of a table: the lines of its columns, the numbers first."""

    top: float
    bottom: float
    columns: list[list[_ColumnLine]]

    @property
    def numbers(self) -> list[int]:
        """The numbers in the first column; none where anything else stands there."""
        texts = [line.text for line in self.columns[0]]
        are_numbers = all(compiled(_NUMBER).fullmatch(text) for text in texts)
        return [int(text.rstrip(".．、")) for text in texts] if are_numbers else []

    @property
    def lines(self) -> Iterator[_ColumnLine]:
        """The lines of all columns."""
        return chain.from_iterable(self.columns)

    @property
    def is_begun(self) -> bool:
        """Whether a line stands over the first number."""
        return any(line.bottom <= self.columns[0][0].top for line in self.lines)


class UnruledRows(NamedTuple):
    """The rules that part rows, and whether there are some that cannot be parted."""

    edges: list[Edge]
    is_unread: bool = False


def unruled_rows(tables: Sequence[Any], page: Any, *, goes_on: bool = False) -> UnruledRows:
    """The rules that part such rows; the first may be the rest of a row where the page before `goes_on`."""
    inside = sorted((char for char in page.chars if char["text"].strip()), key=itemgetter("top"))
    edges: list[Edge] = []
    for table in tables:
        columns = columns_of(table)
        for body in _unparted(table, columns, inside, goes_on=goes_on):
            places = _places(body, goes_on=goes_on)
            if not places:
                return UnruledRows([], is_unread=len(body.numbers) >= _FEWEST)
            edges.extend(ruling("h", columns[0], columns[-1], height, height) for height in places)
    return UnruledRows(edges)


def _unparted(table: Any, columns: Sequence[float], inside: Sequence[Any], *, goes_on: bool) -> list[_Body]:
    """The bodies of a table that hold rows; none where their numbers do not count on."""
    if len(columns) <= _FEWEST:
        return []
    bodies = [body for body in _bodies(table, columns, inside) if body.numbers]
    first = bodies[:1] if goes_on else []
    return (
        [*first, *(body for body in bodies[len(first) :] if len(body.numbers) > 1)]
        if _count_on(bodies)
        else []
    )


def _count_on(bodies: Sequence[_Body]) -> bool:
    """Whether each number is one more than the last."""
    numbers = [number for body in bodies for number in body.numbers]
    return all(after == before + 1 for before, after in pairwise(numbers))


def _bodies(table: Any, columns: Sequence[float], inside: Sequence[Any]) -> Iterator[_Body]:
    """What stands between the rules of a table, of the characters of a page, which are given from above."""
    for top, bottom in pairwise(rows_of(table)):
        first, last = (bisect_left(inside, height, key=itemgetter("top")) for height in (top, bottom))
        parted: list[list[Any]] = [[] for _ in columns]
        for char in inside[first:last]:
            parted[bisect_left(columns, across(char)) - 1].append(char)
        yield _Body(top, bottom, [_lines(characters) for characters in parted[:-1]])


def _lines(characters: Sequence[Any]) -> list[_ColumnLine]:
    """The lines of characters that are given from above."""
    lines: list[list[Any]] = []
    for char in characters:
        if lines and down(char) - down(lines[-1][0]) <= _SAME * char["size"]:
            lines[-1].append(char)
        else:
            lines.append([char])
    return [
        _ColumnLine(
            min(char["top"] for char in line),
            max(char["bottom"] for char in line),
            "".join(char["text"] for char in sorted(line, key=across)),
        )
        for line in lines
    ]


def _places(body: _Body, *, goes_on: bool) -> list[float]:
    """Where the rows of a body part: over their numbers, or so that these stand in their middle."""
    over = [number.top for number in body.columns[0]]
    ways = [over[0 if body.is_begun else 1 :]] if goes_on or not body.is_begun else []
    whole = [way for way in (*ways, *_with_middles(body)) if not any(map(partial(_cuts, way), body.lines))]
    is_sure = len({_parted(way, body) for way in whole}) == 1
    return whole[-1] if is_sure and _are_full(whole[-1], body) else []


def _with_middles(body: _Body) -> Iterator[list[float]]:
    """The places that leave each number in the middle of its row, where the last row ends with the body."""
    numbers = body.columns[0]
    ends = [*accumulate(numbers, lambda end, number: 2 * number.middle - end, initial=body.top)]
    if abs(ends.pop() - body.bottom) < numbers[0].bottom - numbers[0].top and ends == sorted(ends):
        yield ends[1:]


def _are_full(places: Sequence[float], body: _Body) -> bool:
    """Whether each row, the rest of one apart, says something in several columns."""
    filled = [0] * (len(places) + 1)
    for column in body.columns:
        for row in {bisect_left(places, line.middle) for line in column}:
            filled[row] += 1
    own = filled[1:] if len(filled) > len(body.columns[0]) else filled
    return min(own) >= _FEWEST


def _cuts(places: Sequence[float], line: _ColumnLine) -> bool:
    """Whether one of the places is within a line."""
    slack = _SAME * (line.bottom - line.top) / 2
    return bisect_left(places, line.top + slack) < bisect_left(places, line.bottom - slack)


def _parted(places: Sequence[float], body: _Body) -> tuple[int, ...]:
    """In which row each line stands."""
    return tuple(bisect_left(places, line.middle) for line in body.lines)

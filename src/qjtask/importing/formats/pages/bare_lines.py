"""The lines of a page that may hold a table without rulings: the texts that stand apart at each height."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.formats.pages.page_bands import APART, from_left, runs_apart

_NUMBER = r"(\d{1,3})[*＊.．、]?"
_SAME = 0.4  # of a character, by which signs of one line may stand higher or lower


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

    @property
    def middle(self) -> float:
        """Where it stands."""
        return (self.top + self.bottom) / 2

    def parted(self, places: Sequence[float]) -> BareLine:
        """The line with texts that nearly touch taken apart where columns part."""
        texts = [part for text in self.texts for part in _parts(text, places)]
        return self._replace(texts=texts)


class BareRow(NamedTuple):
    """The lines of a row, or the one of a heading over all columns."""

    lines: list[BareLine]
    is_wide: bool = False


SeenLine = tuple[BareLine, bool]
"""A line, and whether it is a heading over columns."""


def said(text: Sequence[Any]) -> str:
    """What a text says."""
    return "".join(char["text"] for char in text)


def _parts(text: list[Any], places: Sequence[float]) -> Iterator[list[Any]]:
    """The parts of a text on either side of places that none of its signs covers."""
    begin = 0
    for at in range(1, len(text)):
        free = bisect_left(places, text[at - 1]["x1"]), bisect_left(places, text[at]["x0"])
        if free[0] < free[1]:
            yield text[begin:at]
            begin = at
    yield text[begin:]


def bare_lines(page: Any) -> Iterator[BareLine]:
    """The lines of a page, from above."""
    held: list[Any] = []
    for char in sorted((one for one in page.chars if one["text"].strip()), key=lambda one: one["bottom"]):
        if held and char["bottom"] - held[0]["bottom"] > _SAME * char["size"]:
            yield _line(held)
            held = []
        held.append(char)
    if held:
        yield _line(held)


def _line(characters: Sequence[Any]) -> BareLine:
    texts = runs_apart(from_left(characters), APART)
    top, bottom = min(char["top"] for char in characters), max(char["bottom"] for char in characters)
    return BareLine(top, bottom, texts)

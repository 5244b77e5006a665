"""What stands between two rules of a table without upright ones, and the columns of its texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.formats.pages.pdf_lines import ink_end

_FEWEST = 3  # columns
APART = 0.8  # characters that texts beside each other stand apart
_NEXT = 0.1  # of a character between the place where columns part and a text that goes on over it
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
    def is_alone(self) -> bool:
        """Whether one text stands in it."""
        return len(runs_apart(self.characters, APART)) == 1

    @property
    def is_heading(self) -> bool:
        """Whether it holds several short texts, none of which is a number."""
        texts = ["".join(char["text"] for char in run) for run in runs_apart(self.characters, APART)]
        return len(texts) >= _FEWEST and all(
            len(text) <= _LONGEST and not text[0].isdigit() for text in texts
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


def is_crossed(band: PageBand, place: float) -> bool:
    """Whether a text goes on over the place where two columns part."""
    return any(
        char["x0"] - _NEXT * char["size"] < place < ink_end(char) + _NEXT * char["size"]
        for char in band.characters
    )


def in_columns_of(band: PageBand, places: Sequence[float]) -> list[list[Any]]:
    """The characters of a band in each of the columns that places part."""
    columns: list[list[Any]] = [[] for _ in range(len(places) + 1)]
    for char in band.characters:
        columns[bisect_left(places, across(char))].append(char)
    return columns


def from_left(characters: Iterable[Any]) -> list[Any]:
    """Characters in their order from the left."""
    return sorted(characters, key=lambda char: char["x0"])


def across(char: Any) -> float:
    """Where a character stands from the left."""
    return float((char["x0"] + char["x1"]) / 2)


def down(char: Any) -> float:
    """Where a character stands from above."""
    return float((char["top"] + char["bottom"]) / 2)

"""Cells whose signs are written from above to below, in columns that follow each other from the right.

A browser names a sign that is turned for them by a code of its own (The Unicode Standard: Vertical Forms, CJK
Compatibility Forms).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Any

from qjtask.importing.words.tidy_text import tidy

_BESIDE = 1.2  # of a sign's height between the beginnings of two columns, at the least
_UNDER = 1.1  # between the tops of two signs of a column, at most: lines that are read across have room
_SAME = 0.5  # of a sign's height by which the signs of one column stand aside
_COMMON = str.maketrans(
    "︐︑︒︓︔︕︖︙︱︵︶︹︺︻︼︽︾︿﹀﹁﹂﹃﹄", "，、。：；！？…—（）〔〕【】《》〈〉「」『』"
)


def written_down(lines: Sequence[Sequence[Any]]) -> str:
    """The text of such signs, given by their heights; "" where these are lines that are read across."""
    shown = [[char for char in line if char["text"].strip()] for line in lines]
    beside = chain.from_iterable(map(pairwise, shown))
    are_apart = all(right["x0"] - left["x0"] > _BESIDE * left["size"] for left, right in beside)
    are_near = all(
        below[0]["top"] - above[0]["top"] < _UNDER * above[0]["size"] for above, below in pairwise(shown)
    )
    if len(shown) == 1 or not (are_apart and are_near):
        return ""
    columns = _columns([char for line in shown for char in line])
    are_whole = len(columns) == max(map(len, shown))
    text = "".join(char["text"] for column in columns for char in column) if are_whole else ""
    return tidy(text.translate(_COMMON))


def _columns(characters: Sequence[Any]) -> list[list[Any]]:
    """Signs in their columns from the right, each as they were given: from above."""
    columns: list[list[Any]] = []
    for char in sorted(characters, key=lambda one: -one["x0"]):
        if columns and columns[-1][0]["x0"] - char["x0"] < _SAME * char["size"]:
            columns[-1].append(char)
        else:
            columns.append([char])
    return [sorted(column, key=lambda char: char["top"]) for column in columns]

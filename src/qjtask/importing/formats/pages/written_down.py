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
    if len(shown) == 1 or not _stand_under_each_other(shown):
        return ""
    columns = _columns([*chain.from_iterable(shown)])
    if len(columns) != max(map(len, shown)):
        return ""
    return tidy("".join(char["text"] for char in chain.from_iterable(columns)).translate(_COMMON))


def _stand_under_each_other(lines: Sequence[Sequence[Any]]) -> bool:
    """Whether signs stand nearer under each other than beside."""
    beside = chain.from_iterable(map(pairwise, lines))
    are_apart = all(right["x0"] - left["x0"] > _BESIDE * left["size"] for left, right in beside)
    return are_apart and all(
        below[0]["top"] - above[0]["top"] < _UNDER * above[0]["size"] for above, below in pairwise(lines)
    )


def _columns(characters: Sequence[Any]) -> list[list[Any]]:
    """Signs in their columns from the right, each as they were given: from above."""
    columns: list[list[Any]] = []
    for char in sorted(characters, key=lambda one: -one["x0"]):
        if columns and columns[-1][0]["x0"] - char["x0"] < _SAME * char["size"]:
            columns[-1].append(char)
        else:
            columns.append([char])
    return [sorted(column, key=lambda char: char["top"]) for column in columns]

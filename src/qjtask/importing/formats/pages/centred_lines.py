"""Lines in the middle of a page that are one: a title fills the first, and goes on in the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_ALIKE = 1  # points between the heights of lines of one size
_SLACK = 0.3  # of a character, by which a filled line may be short
_NEXT = 2.2  # heights from one line to the next, at most
_NO_REST = "（(—-－第"  # a subtitle begins so, or a page's number

Line = dict[str, Any]


def with_whole_titles(lines: Sequence[Line], width: float) -> list[Line]:
    """Lines over a table, on a page so wide, each with the rest of it where it was too long.

    Both have to stand in the middle, the first as wide as the page's text allows.
    """
    left = min((line["x0"] for line in lines), default=0.0)
    made: list[Line] = []
    for line in lines:
        if made and _goes_on(made[-1], line, left, width):
            made[-1] = {**line, "top": made[-1]["top"], "text": f"{made[-1]['text']}{line['text']}"}
        else:
            made.append(line)
    return made


def _goes_on(line: Line, after: Line, left: float, width: float) -> bool:
    size = line["bottom"] - line["top"]
    are_alike = abs(size - (after["bottom"] - after["top"])) <= _ALIKE
    is_next = 0 < after["top"] - line["top"] <= _NEXT * size
    is_centred = all(abs(one["x0"] + one["x1"] - width) <= size for one in (line, after))
    is_rest = after["x0"] > line["x0"] + size and after["text"][0] not in _NO_REST
    is_filled = line["x1"] - line["x0"] + size > width - 2 * left - _SLACK * size
    return are_alike and is_next and is_centred and is_rest and is_filled

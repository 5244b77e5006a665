"""A plan's file cut into blocks: a key of the head, of a group or of an item, with the comments over it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import yaml

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.remarks import KeyPath

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser where libyaml is there
_OTHER_BREAKS = re.compile("[\r\x85\u2028\u2029]")
_IS_CONTENT = re.compile(r"[ ]*[^ #]")


class PlanBlock(NamedTuple):
    """The lines from one key to the next; `column` is where they begin, at the dash where there is one.

    The place of the first key of a group or an item is the group's or item's own.
    """

    place: KeyPath
    column: int
    lines: tuple[str, ...]


def plan_blocks(text: str) -> list[PlanBlock]:
    """The whole text in blocks. No block where two keys share a line, or lines end otherwise than on Unix."""
    if _OTHER_BREAKS.search(text):
        return []
    lines = text.split("\n")[:-1] if text.endswith("\n") else text.split("\n")
    starts = list(_starts(yaml.compose(text, Loader=_Loader), lines))
    if any(one[0] >= other[0] for one, other in pairwise(starts)) or len({one[2] for one in starts}) < len(
        starts
    ):
        return []
    begins = [0, *(_begin(line, column, lines) for line, column, _ in starts[1:])]
    ends = [*begins[1:], len(lines)]
    return [
        PlanBlock(place, column, tuple(lines[begin:end]))
        for (_, column, place), begin, end in zip(starts, begins, ends, strict=True)
    ]


def _starts(root: Any, lines: Sequence[str]) -> Iterator[tuple[int, int, KeyPath]]:
    """The line and column at which each block's key stands, and its place."""
    for key, value in root.value:
        yield key.start_mark.line, key.start_mark.column, (key.value,)
        if key.value == "groups":
            for group in value.value:
                yield from _of_entry(group, lines)


def _of_entry(entry: Any, lines: Sequence[str]) -> Iterator[tuple[int, int, KeyPath]]:
    """The keys of a group, or of an item."""
    entry_id = next(value.value for key, value in entry.value if key.value == "id")
    for number, (key, value) in enumerate(entry.value):
        line, column = key.start_mark.line, key.start_mark.column
        if number:
            yield line, column, (entry_id, key.value)
        else:
            yield line, max(lines[line].rfind("-", 0, column), 0), (entry_id,)
        if key.value == "items" and not value.flow_style:
            for item in value.value:
                yield from _of_entry(item, lines)


def _begin(line: int, column: int, lines: Sequence[str]) -> int:
    """The first line of a block: blank lines and comments over a key are its own, but those set deeper."""
    while line > 0 and not _IS_CONTENT.match(lines[line - 1]):
        above = lines[line - 1]
        if above.strip() and len(above) - len(above.lstrip(" ")) > column:
            break
        line -= 1
    return line

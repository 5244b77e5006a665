"""Where every kind of source ends: pieces of work as printed, each under the headings that stand over it.

A table's rows and a notice's numbered paragraphs meet here. What comes after (numbers, cells, checks) does
not ask which of the two a work was found in.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple


class Found(NamedTuple):
    """One piece of work as its source has it; nothing in it is understood yet.

    `number` is the 序号 as printed, "" for none. `path` holds the headings over the work, the widest
    first, with their numerals. `lead`, `units` and `support` are the names as printed, 、 between them.
    `place` is how messages name where it stands: 表1第5行, 第3段.
    """

    number: str
    path: tuple[str, ...]
    work: str
    lead: str
    units: str
    support: str
    deadline_text: str
    note: str
    place: str


class Section(NamedTuple):
    """Works that stand together under the same headings; `place` is where the last of these is printed."""

    path: tuple[str, ...]
    rows: tuple[Found, ...]
    place: str


def sections_of(rows: Iterable[Found]) -> tuple[Section, ...]:
    """The works put together, as long as the headings over them stay the same."""
    together = (tuple(same) for _, same in groupby(rows, key=lambda row: row.path))
    return tuple(Section(same[0].path, same, same[0].place) for same in together)

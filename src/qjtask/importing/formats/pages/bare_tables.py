"""Tables without any ruling: known headings beside each other, over texts that stand in columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.columns.heading_words import role_of
from qjtask.importing.formats.pages.bare_lines import BareLine, bare_lines, said
from qjtask.importing.formats.pages.bare_rows import bare_rulings
from qjtask.importing.formats.pages.pdf_rulings import Edge, edges_of, turned
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role

_FEWEST = 3  # columns; two texts beside each other may be anything
_LONGEST = 24  # signs of a heading
_MOSTLY = 0.4  # of a page's lines have texts beside each other where a table goes on


class BareTable(NamedTuple):
    """A table without rulings: where it begins, and the rulings that make it, if it can be read."""

    top: float
    edges: list[Edge]


def bare_table(page: Any, edges: Sequence[Edge] = (), *, goes_on: bool) -> BareTable | None:
    """The table of a page without upright rulings; it `goes_on` where the page before ended in one."""
    lines = list(bare_lines(page))
    for at, line in enumerate(lines):
        if _is_heading(line) and any(len(below.texts) > 1 for below in lines[at + 1 :]):
            rules = edges_of([edge["top"] for edge in turned("h", edges)])
            return BareTable(line.top - 1, bare_rulings(line, lines[at + 1 :], rules))
    beside = sum(len(line.texts) > 1 for line in lines)
    return BareTable(lines[0].top - 1, []) if goes_on and beside > _MOSTLY * len(lines) else None


def _is_heading(line: BareLine) -> bool:
    """Whether known headings of a plan stand beside each other."""
    names = [said(text) for text in line.texts]
    if len(names) < _FEWEST or any(len(text) > _LONGEST for text in names):
        return False
    roles = {role_of(text) for text in names}
    known = sum(role_of(text) is not None for text in names)
    is_plan = bool(roles & {*TEXTS, Role.TARGET}) and bool(roles & {*OFFICES, Role.DEADLINE})
    return is_plan and known >= _FEWEST

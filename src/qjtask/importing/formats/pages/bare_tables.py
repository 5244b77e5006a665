"""Tables without any ruling: known headings beside each other, over texts that stand in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.columns.heading_words import role_of
from qjtask.importing.formats.pages.bare_rows import BareLine, bare_rulings, said
from qjtask.importing.formats.pages.pdf_rulings import Edge
from qjtask.importing.formats.pages.unruled_columns import APART, from_left, runs_apart
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role

_FEWEST = 3  # columns; two texts beside each other may be anything
_LONGEST = 24  # signs of a heading
_SAME = 0.4  # of a character, by which signs of one line may stand higher or lower
_MOSTLY = 0.4  # of a page's lines have texts beside each other where a table goes on


class BareTable(NamedTuple):
    """A table without rulings: where it begins, and the rulings that make it, if it can be read."""

    top: float
    edges: list[Edge]


def bare_table(page: Any, *, goes_on: bool) -> BareTable | None:
    """The table of a page without rulings; it `goes_on` where the page before ended in one."""
    lines = list(_lines(page))
    for at, line in enumerate(lines):
        if _is_heading(line) and any(len(below.texts) > 1 for below in lines[at + 1 :]):
            return BareTable(line.top - 1, _rulings(line, lines[at + 1 :]))
    beside = sum(len(line.texts) > 1 for line in lines)
    return BareTable(lines[0].top - 1, []) if goes_on and beside > _MOSTLY * len(lines) else None


def _rulings(heading: BareLine, lines: Sequence[BareLine]) -> list[Edge]:
    is_numbered = role_of(said(heading.texts[0])) is Role.NUMBER
    return bare_rulings(heading, lines) if is_numbered else []


def _lines(page: Any) -> Iterator[BareLine]:
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


def _is_heading(line: BareLine) -> bool:
    """Whether known headings of a plan stand beside each other."""
    names = [said(text) for text in line.texts]
    if len(names) < _FEWEST or any(len(text) > _LONGEST for text in names):
        return False
    roles = {role_of(text) for text in names}
    known = sum(role_of(text) is not None for text in names)
    is_plan = bool(roles & {*TEXTS, Role.TARGET}) and bool(roles & {*OFFICES, Role.DEADLINE})
    return is_plan and known >= _FEWEST

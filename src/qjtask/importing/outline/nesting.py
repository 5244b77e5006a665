"""Headings over headings: 一、 over （一）, each in a row of its own."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.importing.outline.outline import Section
from qjtask.importing.words.numbering import read_number


def nested(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with the wider headings put over those they hold.

    A heading without works is one when the next is numbered in another style; it holds those that
    follow until its own style comes again. A heading that only opens the next ones is no section.
    """
    made: list[Section] = []
    style, over = "", ""
    for at, section in enumerate(sections):
        own = _style(section)
        after = sections[at + 1] if at + 1 < len(sections) else None
        if after is not None and _only_holds(section, after):
            if len(after.path) <= len(section.path):
                style, over = own, section.path[0]
            continue
        if own == style:
            over = ""
        is_held = over and own != style
        path = (over, *section.path) if is_held else section.path
        made.append(section._replace(path=path, rows=tuple(row._replace(path=path) for row in section.rows)))
    return tuple(made)


def _only_holds(section: Section, after: Section) -> bool:
    """Whether a section has no works of its own, and the next stands under its heading."""
    if section.rows or not section.path:
        return False
    if len(after.path) > len(section.path):
        return after.path[: len(section.path)] == section.path
    own, following = _style(section), _style(after)
    return bool(own and following) and own != following and len(section.path) == 1


def _style(section: Section) -> str:
    printed = read_number(section.path[0]) if section.path else None
    return printed.style if printed else ""

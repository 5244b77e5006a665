"""The weekly letter to read: as lines of text, and as a table."""

from __future__ import annotations

from collections.abc import Iterator

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.letters.reminder import Letter, ReminderLine
from qjtask.core.text.width import wrap

WIDTH = 72
"""Cells. A letter's line: mail allows 998 octets and readers like fewer than 80 columns."""


def letter_text(letter: Letter) -> Iterator[str]:
    """The letter's lines, at most WIDTH cells each, nothing cut: fit for a mail."""
    yield from wrap(letter.title, WIDTH)
    yield letter.dated
    if letter.to:
        yield ""
        yield from wrap(letter.to, WIDTH)
    yield ""
    for section in letter.sections:
        yield from wrap(f"【{section.unit}】", WIDTH)
        for part in section.parts:
            yield f"  {part.heading}"
            for line in part.lines:
                yield from _line_text(line)
        yield ""
    for closing in letter.closing:
        yield from wrap(closing, WIDTH)


def _line_text(line: ReminderLine) -> Iterator[str]:
    by = f"{line.by}  " if line.by else ""
    for number, folded in enumerate(wrap(f"{line.shown_id}  {by}{line.days}", WIDTH - 4)):
        yield f"  {' ' if number else '-'} {folded}"
    for folded in wrap(line.told, WIDTH - 6):
        yield f"      {folded}"


def letter_sheet(letter: Letter) -> Sheet:
    """The letter as a table: one line per unit and thing."""
    has_support = any(
        line.support for section in letter.sections for _, lines in section.parts for line in lines
    )
    columns = (
        Column(letter.owners),
        Column("类别", weight=1),
        Column("编号"),
        Column("期限"),
        Column("时间"),
        Column("要做的事", weight=4),
        Column("牵头单位", weight=1),
        *([Column("配合单位", weight=1)] if has_support else []),
    )
    lines = tuple(
        (
            Cell(section.unit, Tone.STRONG),
            Cell(name),
            Cell(line.shown_id),
            Cell(line.by),
            Cell(line.days),
            Cell(line.what),
            Cell(line.lead),
            *([Cell(line.support)] if has_support else []),
        )
        for section in letter.sections
        for name, lines in section.parts
        for line in lines
    )
    return Sheet(letter.title, columns, lines, letter.closing)

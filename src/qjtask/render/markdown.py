"""Documents as Markdown: CommonMark with GitHub's tables, readable as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qjtask.core.layout.document import Block, Document, Heading, Paragraph, Part, cell_words
from qjtask.core.layout.sheet import Cell, Column, Sheet
from qjtask.render.one_line import one_line

_MARKS = re.compile(r"[\\`*_\[\]<>|&~#$@]|(?<=:)//|(?<=www)\.|^[-+=](?=\s|[-+=]|$)")
_LIST = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
"""What Markdown would read as a mark, a link or the beginning of a list (CommonMark 0.31.2, 2.4, 5.2)."""


def markdown(document: Document) -> str:
    """The document's text, a rule between its parts, a newline at the end."""
    parts = ("\n\n".join(_part(part)) for part in document.parts)
    return "\n\n---\n\n".join(parts) + "\n"


def _part(part: Part) -> Iterator[str]:
    yield f"# {escaped(part.title)}"
    if part.head:
        yield "  \n".join(map(escaped, part.head))
    for block in part.on_paper.blocks:
        yield from _block(block)
    if part.sign:
        yield "  \n".join(map(escaped, part.sign))
    for block in part.below:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"## {escaped(block.text)}"
        case Paragraph():
            yield escaped(block.text)
        case Sheet():
            if block.title:
                yield f"### {escaped(block.title)}"
            if block.rows:
                yield "\n".join(_table(block))
            yield from map(escaped, block.notes)


def _table(sheet: Sheet) -> Iterator[str]:
    yield _line([escaped(column.heading) for column in sheet.columns])
    yield "|" + "|".join("---:" if column.is_number else "---" for column in sheet.columns) + "|"
    above: tuple[Cell, ...] | None = None
    for index, row in enumerate(sheet.rows):
        if index in sheet.sections:
            yield _line([f"**{escaped(sheet.sections[index])}**", *[""] * (len(row) - 1)])
            above = None
        yield _line([*_cells(sheet.columns, row, above)])
        above = row


def _cells(columns: Sequence[Column], row: Sequence[Cell], above: Sequence[Cell] | None) -> Iterator[str]:
    """A row's cells; of a merged column nothing where it goes on."""
    for at, (column, cell) in enumerate(zip(columns, row, strict=True)):
        goes_on = above is not None and column.merged and cell == above[at]
        yield "" if goes_on else escaped(cell_words(cell))


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """A text on one line, in which nothing is read as a mark: it is data."""
    return _LIST.sub(r"\1\\\2", _MARKS.sub(lambda found: f"\\{found[0]}", one_line(text)))

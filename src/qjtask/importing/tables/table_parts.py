"""The parts of one plan that stand as several tables, under headings of their own: 一、…, 二、…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qjtask.importing.columns.heading_words import plain_heading
from qjtask.importing.document.grid import Grid, SourceDocument
from qjtask.importing.document.titles import plain_title
from qjtask.importing.tables.part_names import (
    NamedPart,
    PartName,
    heads_part,
    numbered_as,
    parts_named,
    sheet_of,
)
from qjtask.importing.tables.parted_dates import TableRow
from qjtask.importing.tables.tables import Table


def shape_of(table: Table) -> tuple[str, ...]:
    """The headings of a table's columns: tables of one shape can be parts of one.

    What the columns hold is not asked: a part of one row does not tell it.
    """
    return tuple(map(plain_heading, table.header.names))


def parts_of(main: Table, tables: Sequence[Table]) -> list[Table]:
    """A table and those that go on with it: the same heading, and no title but what works these are."""
    if not main.header.is_printed:
        return [main]
    shape = shape_of(main)
    same = [table for table in tables if table.header.is_printed and shape_of(table) == shape]
    title = _title(same[0])
    if same[1:] and all(map(heads_part, map(_title, same))):
        return same
    return [table for table in same if table.number == main.number or _title(table) in {"", title}]


def rows_of_parts(parts: Sequence[Table], document: SourceDocument) -> Iterator[TableRow]:
    """The rows of all parts, with the texts between them.

    The line before the first part is one of these texts when it is numbered as they are.
    """
    between = [[], *(_texts_between(one, other, document) for one, other in pairwise(parts))]
    yield from _line_before(parts[0], [text for texts in between for text in texts], document)
    names = parts_named([_named_part(part, document) for part in parts])
    for texts, part, name in zip(between, parts, names, strict=True):
        yield from texts
        if name and part.rows and not isinstance(part.rows[0], PartName):
            yield name
        yield from part.rows


def _line_before(part: Table, others: Sequence[str], document: SourceDocument) -> Iterator[str]:
    """The line before a table, where it is numbered as one of the others is."""
    line = document.blocks[part.start - 1] if part.start else ""
    if isinstance(line, str) and numbered_as(line, others):
        yield line


def _named_part(part: Table, document: SourceDocument) -> NamedPart:
    grid = document.blocks[part.start]
    return NamedPart(sheet_of(grid) if isinstance(grid, Grid) else "", part.above)


def _texts_between(one: Table, other: Table, document: SourceDocument) -> list[str]:
    return [block for block in document.blocks[one.end + 1 : other.start] if isinstance(block, str)]


def _title(table: Table) -> str:
    """The title that a table has for itself: in the line right over it."""
    return plain_title(table.above[0]) if table.above else ""

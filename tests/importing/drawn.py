"""Grids and tables from a few drawn lines, with the signs of the samples (↑ ← ↖ ⏎)."""

from __future__ import annotations

from qjtask.importing.document.grid import Grid, GridCell, GridRow, SourceDocument
from qjtask.importing.tables.tables import Table, read_tables
from tests.importing.samples import BOTH, BREAK, LEFT, UP


def grid_of(text: str, name: str = "表1") -> Grid:
    """A grid whose lines are rows, its cells cut by |."""
    lines = [
        [cell.strip().replace(BREAK, "\n") for cell in line.split("|")] for line in text.strip().split("\n")
    ]
    width = max(map(len, lines))
    made: list[list[GridCell]] = []
    for line in lines:
        row: list[GridCell] = []
        for at, sign in enumerate([*line, *[""] * (width - len(line))]):
            if sign == LEFT:
                row.append(GridCell(row[at - 1].text, left=True))
            elif sign in {UP, BOTH}:
                row.append(GridCell(made[-1][at].text, up=True, left=sign == BOTH))
            else:
                row.append(GridCell(sign))
        made.append(row)
    return Grid(name, tuple(GridRow(tuple(row), f"{name}第{at}行") for at, row in enumerate(made, 1)))


def document_of(*blocks: str) -> SourceDocument:
    """A document of paragraphs and, where a block holds |, of tables."""
    made: list[str | Grid] = []
    for block in blocks:
        count = sum(isinstance(one, Grid) for one in made)
        made.append(grid_of(block, f"表{count + 1}") if "|" in block else block)
    return SourceDocument(tuple(made))


def tables_of(*blocks: str) -> tuple[Table, ...]:
    """The tables of a document."""
    return read_tables(document_of(*blocks))


def table_of(text: str) -> Table:
    """The only table of a document."""
    (table,) = tables_of(text)
    return table

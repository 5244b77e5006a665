"""What is too long to be part of a plan is kept from the patterns that read a plan."""

from __future__ import annotations

from collections.abc import Iterator

from qjtask.core.problem import Problem, Refused
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import LONGEST_TEXT, Budget, Grid, SourceDocument, anchors

_FRAME_COLUMNS = 2  # a table so narrow, with a cell so long, only frames the page


def bounded(document: SourceDocument, shown: str, size: int) -> SourceDocument:
    """A document of `size` bytes with no cell and no paragraph over `LONGEST_TEXT` characters.

    A longer paragraph is left out and told. Refused with the place of each longer cell, and when the
    texts, merged cells counted as often as they are repeated, are too long for such a file.
    """
    budget = Budget(shown, size)
    blocks: list[str | Grid] = []
    doubts = list(document.doubts)
    problems: list[Problem] = []
    for block in _without_frames(document):
        if isinstance(block, str) and len(block) > LONGEST_TEXT:
            doubts.append(_left_out(block, shown))
            continue
        if isinstance(block, Grid):
            budget.characters(_length(block))
            problems += [_too_long(f"{shown}:{place}", length) for place, length in _long_cells(block)]
        blocks.append(block)
    if problems:
        raise Refused(problems)
    return SourceDocument(tuple(blocks), tuple(doubts))


def _without_frames(document: SourceDocument) -> Iterator[str | Grid]:
    """The document's blocks, the lines of a table that only frames the page in its place."""
    for block in document.blocks:
        if isinstance(block, Grid) and _only_frames(block):
            yield from _lines(block)
        else:
            yield block


def _length(grid: Grid) -> int:
    return sum(len(cell.text) for row in grid.rows for cell in row.cells if not cell.left)


def _only_frames(grid: Grid) -> bool:
    """Whether a table only frames the page, so that its cells are read as paragraphs."""
    return grid.width <= _FRAME_COLUMNS and any(_long_cells(grid))


def _left_out(text: str, shown: str) -> Doubt:
    told = f"“{text[:10]}……”这一段有{len(text)}字，超过{LONGEST_TEXT}字，没有读"
    return Doubt(shown, told, "略去")


def _long_cells(grid: Grid) -> Iterator[tuple[str, int]]:
    """The places and lengths of the cells that are too long, each once however many places it covers."""
    for row in grid.rows:
        for at, cell in enumerate(row.cells):
            if len(cell.text) > LONGEST_TEXT and not cell.up and not cell.left:
                yield f"{row.place}第{at + 1}列", len(cell.text)


def _lines(grid: Grid) -> Iterator[str]:
    for row in grid.rows:
        for _, cell in anchors(row):
            yield from filter(None, cell.text.split("\n"))


def _too_long(where: str, length: int) -> Problem:
    told = f"这一格有{length}字，超过{LONGEST_TEXT}字，不像一项工作"
    return Problem(where, told, "请把它分成几项，或删去不相干的文字再导入")

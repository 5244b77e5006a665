"""What is written for a clerk to read, and is held by tests: the page of deadlines, and tables of text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

_PAGE = Path(__file__).parents[3] / "docs" / "deadlines.md"


class Block(NamedTuple):
    """Rows of a table, with the plan's year and day of issue that they are read with."""

    year: int
    issued: date
    rows: list[list[str]]


def page() -> str:
    """The page of the clerk's documentation that says how deadlines, dates and numbers are read."""
    return _PAGE.read_text(encoding="utf-8")


def rows_under(*headings: str) -> Iterator[list[str]]:
    """The rows of the page's tables whose headings begin so."""
    inside = False
    for line in page().splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|"):
            inside = False
        elif set(line) != {"|", "-"}:
            if inside:
                yield cells
            inside = inside or tuple(cells[: len(headings)]) == headings


def blocks(path: Path) -> list[Block]:
    """A table of tab-separated lines; 计划 begins the rows of another plan, # a remark."""
    found: list[Block] = []
    heading: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#"):
            continue
        if not heading:
            heading = cells
        elif cells[0] == "计划":
            found.append(Block(int(cells[1]), date.fromisoformat(cells[2]), []))
        else:
            assert len(cells) == len(heading), line
            found[-1].rows.append(cells)
    return found

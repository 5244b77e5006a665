"""The samples in samples/*.txt: a small table as a clerk would draw it, and what must be read of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "samples"
READ_AS, HEADINGS, DOUBTS, SAID, NONE = "应读作：", "重点任务：", "疑点：", "只说一次：", "无"
UP, LEFT, BOTH, BREAK = "↑", "←", "↖", "⏎"

Drawn = list[list[tuple[str, int, int]]]


class Sample(NamedTuple):
    """A drawn table, the lines over it, and its items, headings and doubts as they must come out.

    `said` is what must be told without a doubt.
    """

    name: str
    shows: str
    above: tuple[str, ...]
    table: Drawn
    items: tuple[tuple[str, ...], ...]
    headings: tuple[str, ...]
    doubts: tuple[str, ...]
    said: tuple[str, ...] = ()


def samples() -> list[Sample]:
    """All samples, by the names of their files."""
    return [parsed(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.txt"))]


def parsed(name: str, text: str) -> Sample:
    """One sample from its file's text."""
    parts: dict[str, list[str]] = {"": []}
    part = ""
    for line in text.splitlines():
        if line in {READ_AS, HEADINGS, DOUBTS, SAID}:
            part = line
            parts[part] = []
        elif line.strip():
            parts[part].append(line)
    shows, *drawn = parts[""]
    rows = [line for line in drawn if "|" in line]
    return Sample(
        name,
        shows.lstrip("# "),
        tuple(line for line in drawn if "|" not in line),
        _table([_cells(line) for line in rows]),
        tuple(tuple(_cells(line, 6)) for line in parts[READ_AS]),
        tuple(parts.get(HEADINGS, ())),
        tuple(line for line in parts.get(DOUBTS, ()) if line != NONE),
        tuple(parts.get(SAID, ())),
    )


def _cells(line: str, width: int = 0) -> list[str]:
    cells = [cell.strip().replace(BREAK, "\n") for cell in line.split("|")]
    return cells + [""] * (width - len(cells))


def _table(lines: list[list[str]]) -> Drawn:
    """The cells that begin in each row, with the rows and columns they cover."""
    width = max(map(len, lines))
    grid = [line + [""] * (width - len(line)) for line in lines]
    drawn: Drawn = []
    for row, line in enumerate(grid):
        drawn.append([])
        for column, text in enumerate(line):
            if text in {UP, LEFT, BOTH}:
                continue
            columns = 1
            while column + columns < width and line[column + columns] == LEFT:
                columns += 1
            rows = 1
            while row + rows < len(grid) and grid[row + rows][column] == UP:
                rows += 1
            drawn[-1].append((text, rows, columns))
    return drawn

"""Plain text: one cell a line (as a notice's table becomes when it is pasted), tabs, |, or commas."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from io import StringIO
from typing import NamedTuple

from qjtask.importing.grid import Budget, Grid, GridCell, GridRow, SourceDocument
from qjtask.importing.tidy_text import tidy

Progress = Callable[[int], None]

_RULE = r"[\s|+:=-]+"  # |---|:--| under a heading, +---+ around a drawn table
_FEWEST_COLUMNS = 2
_MOST_CHARACTERS = 1 << 20  # of one field; csv's own limit would be an exception


class _Line(NamedTuple):
    """A row as it stands in the file: its cells, and the number of its first line."""

    cells: tuple[str, ...]
    number: int


def read_text(text: str, shown: str, progress: Progress) -> SourceDocument:
    """Read a text that holds tables of one cell a line, or of lines cut by tabs or |."""
    budget = Budget(shown, len(text))
    lines = re.split(r"\r\n?|\n", text)
    blocks: list[str | Grid] = []
    for part in _parts(lines):
        if isinstance(part, str):
            blocks.append(part)
        elif part:
            blocks.append(_grid(part, budget))
            progress(part[-1].number)
    return SourceDocument(tuple(blocks))


def read_delimited(text: str, shown: str, progress: Progress, delimiter: str | None = None) -> SourceDocument:
    """Read .csv or .tsv; without a `delimiter`, the sign that cuts most lines.

    Strictly: a quotation mark without its partner would silently swallow the rows after it.
    """
    first = text[:_MOST_CHARACTERS].splitlines()[:50]
    sign = delimiter or max(",\t;|，", key=lambda one: sum(one in line for line in first))
    csv.field_size_limit(_MOST_CHARACTERS)
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True)
    budget = Budget(shown, len(text))
    rows, before = [], 0
    try:
        for cells in reader:
            budget.columns(len(cells))
            if any(cell.strip() for cell in cells):
                rows.append(_Line(tuple(map(tidy, cells)), before + 1))
            before = reader.line_num
            progress(before)
    except csv.Error as error:
        from qjtask.core.problem import refuse

        raise refuse(
            f"{shown}:{before + 1}:1",
            "这一行不是表格里的一行（引号没有配对，或一格太长）",
            "请在表格软件里打开，另存为 .xlsx 再导入",
        ) from error
    grid = _grid(rows, budget)
    return SourceDocument((grid,) if grid.rows else ())


def _parts(lines: Sequence[str]) -> Iterator[str | list[_Line]]:
    """Paragraphs, and the rows of a table together."""
    at = 0
    while at < len(lines):
        if lines[at].startswith("\t") and "\t" not in lines[at].strip("\t\r "):
            rows, at = _stacked(lines, at)
            yield rows
        elif _cut(lines[at]):
            rows, at = _drawn(lines, at)
            if len(rows) >= _FEWEST_COLUMNS:
                yield rows
            else:
                yield from (tidy(" ".join(row.cells)) for row in rows)
        else:
            text = tidy(lines[at])
            if text:
                yield text
            at += 1


def _stacked(lines: Sequence[str], at: int) -> tuple[list[_Line], int]:
    """One cell a line, each after a tab; a blank line ends a row, other text the table."""
    rows: list[_Line] = []
    cells: list[list[str]] = []  # each of one line or several
    first = at
    while at < len(lines):
        line = lines[at]
        if line.startswith("\t"):
            first = first if cells else at
            cells.append([tidy(line)])
        elif not line.strip():
            if cells:
                rows.append(_Line(tuple(map("\n".join, cells)), first + 1))
                cells = []
        elif rows and cells and len(cells) < len(rows[0].cells):
            cells[-1].append(tidy(line))  # a cell of several lines, in a row that is not yet full
        else:
            break
        at += 1
    if cells:
        rows.append(_Line(tuple(map("\n".join, cells)), first + 1))
    return rows, at


def _cut(line: str) -> list[str]:
    """The cells of a line drawn with | or tabs; [] for a line of text."""
    stripped = line.strip("\r\n ")
    sign = "|" if stripped.count("|") >= 1 else "｜" if stripped.count("｜") >= _FEWEST_COLUMNS else "\t"
    if sign not in stripped or (sign == "|" and not (stripped.startswith("|") or stripped.count("|") > 1)):
        return []
    cells = stripped.split(sign)
    if sign != "\t" and stripped.startswith(sign):
        cells = cells[1:]
    if sign != "\t" and stripped.endswith(sign):
        cells = cells[:-1]
    return cells if len(cells) >= _FEWEST_COLUMNS else []


def _drawn(lines: Sequence[str], at: int) -> tuple[list[_Line], int]:
    """Lines cut by tabs or |; blank lines and drawn rules between them say nothing."""
    rows: list[_Line] = []
    while at < len(lines):
        cells = _cut(lines[at])
        if cells and not all(re.fullmatch(_RULE, cell) for cell in cells if cell):
            rows.append(_Line(tuple(map(tidy, cells)), at + 1))
        elif not cells and lines[at].strip() and not re.fullmatch(_RULE, lines[at]):
            break
        at += 1
    return rows, at


def _grid(rows: Sequence[_Line], budget: Budget) -> Grid:
    """Rows made equally wide. A row cut in two by a blank line is put together again."""
    widths = [len(row.cells) for row in rows]
    counts = Counter(widths)
    # The widest that is no accident: many rows may lack their group's cell, few have a stray comma.
    width = max((one for one, count in counts.items() if count * 20 >= len(widths)), default=0)
    budget.columns(max(widths, default=0))
    budget.take(width * len(rows))
    made: list[GridRow] = []
    waiting: _Line | None = None
    for row in rows:
        if waiting is not None and len(waiting.cells) + len(row.cells) == width:
            made.append(_row(waiting.cells + row.cells, waiting.number, width))
            waiting = None
            continue
        if waiting is not None:
            made.append(_row(waiting.cells, waiting.number, width))
            waiting = None
        if len(row.cells) < width:
            waiting = row
        else:
            made.append(_row(row.cells, row.number, width))
    if waiting is not None:
        made.append(_row(waiting.cells, waiting.number, width))
    return Grid("表", tuple(made))


def _row(cells: tuple[str, ...], number: int, width: int) -> GridRow:
    """A row of the table's width: a single cell is a heading over all columns; others are ragged."""
    place = f"第{number}行"
    if len(cells) == 1:
        return GridRow(tuple(GridCell(cells[0], left=at > 0) for at in range(width)), place)
    extra = "\n".join(filter(None, cells[width:]))
    kept = [*cells[:width], *[""] * (width - len(cells))]
    if extra:
        kept[-1] = f"{kept[-1]}\n{extra}".strip()
    blank_tail = len(cells) > width and not extra
    return GridRow(tuple(map(GridCell, kept)), place, ragged=len(cells) != width and not blank_tail)

"""Text with one row per line and a sign between its cells: .csv, .tsv."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO

from qjtask.core.problem import refuse
from qjtask.importing.document.grid import Budget, SourceDocument
from qjtask.importing.formats.plain.text_grid import TextRow, grid_of_rows
from qjtask.importing.words.tidy_text import tidy

Progress = Callable[[int], None]

_MOST_CHARACTERS = 1 << 20  # of one field; csv's own limit would be an exception


def read_csv(text: str, shown: str, progress: Progress) -> SourceDocument:
    """Read .csv, whatever sign stands between its cells."""
    return _read(text, shown, progress)


def read_tsv(text: str, shown: str, progress: Progress) -> SourceDocument:
    """Read .tsv."""
    return _read(text, shown, progress, "\t")


def _literal(cell: str) -> str:
    """A cell without the ="..." that programs put around what Excel is to leave as it is."""
    is_literal = cell.startswith('="') and cell.endswith('"') and len(cell) >= len('=""')
    return cell[2:-1].replace('""', '"') if is_literal else cell


def _read(text: str, shown: str, progress: Progress, delimiter: str | None = None) -> SourceDocument:
    """The table of a text cut by a `delimiter`; without one, by the sign that cuts most lines.

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
                rows.append(TextRow(tuple(tidy(_literal(cell)) for cell in cells), before + 1))
            before = reader.line_num
            progress(before)
    except csv.Error as error:
        raise refuse(
            f"{shown}:{before + 1}:1",
            "这一行不是表格里的一行（引号没有配对，或一格太长）",
            "请在表格软件里打开，另存为 .xlsx 再导入",
        ) from error
    grid = grid_of_rows(rows, budget)
    return SourceDocument((grid,) if grid.rows else ())

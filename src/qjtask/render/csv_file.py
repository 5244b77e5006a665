"""Sheets as CSV that Excel and WPS open with a double click."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from qjtask.core.layout.sheet import Cell, Sheet
from qjtask.render.one_line import one_line

_BOM = "\ufeff"
_STARTS_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def csv_text(sheets: Iterable[Sheet]) -> str:
    """One table per sheet, blank lines between them; a byte-order mark first, so that Excel reads UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for number, sheet in enumerate(sheets):
        if number:
            writer.writerow([])
        writer.writerow([_field(Cell(column.heading)) for column in sheet.columns])
        writer.writerows([_field(cell) for cell in row] for row in sheet.rows)
    return _BOM + out.getvalue()


def _field(cell: Cell) -> str | int:
    """A cell's value; an apostrophe keeps a text that looks like a formula from being run as one."""
    if isinstance(cell.value, int):
        return cell.value
    text = one_line(cell.text)
    is_text = isinstance(cell.value, str)
    return f"'{text}" if is_text and text.lstrip().startswith(_STARTS_FORMULA) else text

"""How many rows and columns a cell of a page's table takes, within the limits of the HTML standard."""

from __future__ import annotations

import re
from typing import Any

_MOST_ROWS, _MOST_COLUMNS = 65_534, 1000


def rows_spanned(cell: Any) -> int:
    """The rows that a cell takes; "0" is all to the table's end, as the standard has it."""
    printed = cell.get("rowspan")
    is_to_the_end = (printed or "").strip() == "0"
    return _MOST_ROWS if is_to_the_end else min(_count(printed), _MOST_ROWS)


def columns_spanned(cell: Any) -> int:
    """The columns that a cell takes."""
    return min(_count(cell.get("colspan")), _MOST_COLUMNS)


def _count(text: str | None) -> int:
    found = re.match(r"\s*([0-9]{1,6})", text) if text else None
    return max(1, int(found[1])) if found else 1

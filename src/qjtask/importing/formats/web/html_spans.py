"""How many rows and columns a cell of a page's table takes, within the limits of the HTML standard."""

from __future__ import annotations

import re
from typing import Any

CELLS = frozenset(("td", "th"))

_MOST_ROWS, _MOST_COLUMNS = 65_534, 1000


def rows_spanned(cell: Any) -> int:
    """The rows that a cell takes; "0" is all to the table's end, as the standard has it."""
    printed = cell.get("rowspan") or ""
    return _MOST_ROWS if printed.strip() == "0" else min(_count(printed), _MOST_ROWS)


def columns_spanned(cell: Any) -> int:
    """The columns that a cell takes."""
    return min(_count(cell.get("colspan") or ""), _MOST_COLUMNS)


def _count(text: str) -> int:
    if not text:
        return 1
    found = re.match(r"\s*([0-9]{1,6})", text)
    return max(1, int(found[1])) if found else 1

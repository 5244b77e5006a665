"""A heading of words that nobody knows, told by what stands below it alone: numbers, days, offices."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qjtask.importing.columns.column_content import is_deadline, is_ordinal
from qjtask.importing.document.grid import GridRow
from qjtask.importing.words.office_words import looks_like_offices
from qjtask.importing.words.tidy_text import flow

_SAMPLE = 20  # rows
_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 3
_SURE = 2  # columns of one kind under a cell of none
_MOSTLY = 0.8
_LONGEST = 8  # characters of a heading
_KINDS: tuple[Callable[[str], bool], ...] = (is_ordinal, is_deadline, looks_like_offices)


def is_heading_by_contrast(row: GridRow, below: Sequence[GridRow]) -> bool:
    """Whether a row of short words stands over columns of numbers, days or offices, and holds none itself."""
    heads = [flow(cell.text) for cell in row.cells if not cell.left]
    is_full = len(heads) == len(row.cells) >= _FEWEST_COLUMNS and all(heads)
    if not is_full or len(below) < _FEWEST_ROWS or max(map(len, heads)) > _LONGEST:
        return False
    return sum(_differs(head, at, below[:_SAMPLE]) for at, head in enumerate(heads)) >= _SURE


def _differs(head: str, at: int, rows: Sequence[GridRow]) -> bool:
    """Whether most cells of a column are of one kind, and the one over them is not."""
    texts = [flow(row.cells[at].text) for row in rows if row.cells[at].text]
    return len(texts) >= _FEWEST_ROWS and any(
        not is_of_kind(head) and sum(map(is_of_kind, texts)) >= len(texts) * _MOSTLY for is_of_kind in _KINDS
    )

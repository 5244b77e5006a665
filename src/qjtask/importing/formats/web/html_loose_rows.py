"""Rows of a page's tables that no <tr> parts: browsers show their cells side by side, in one row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qjtask.core.problem import refuse
from qjtask.importing.columns.heading_words import role_of
from qjtask.importing.formats.web.html_spans import CELLS, columns_spanned, rows_spanned
from qjtask.importing.words.tidy_text import tidy

_PARTS = frozenset(("thead", "tbody", "tfoot"))
_FEWEST_HEADINGS = 3


def write_rows(root: Any, shown: str) -> None:
    """Write the rows of tables whose cells stand in none, and cut a row that holds a whole table.

    A row holds one where headings begin it, and what stands behind them, merged cells counted, fills rows
    of as many columns; refused where it does not.
    """
    for table in root.iter("table"):
        for part in (table, *(child for child in table if child.tag in _PARTS)):
            _put_into_rows(part)
        rows = [row for part in (table, *table) if part is table or part.tag in _PARTS for row in part]
        rows = [row for row in rows if row.tag == "tr"]
        counts = [sum(cell.tag in CELLS for cell in row) for row in rows]
        most = max(counts, default=0)
        if counts.count(most) == 1:
            _cut(rows[counts.index(most)], shown)


def _put_into_rows(part: Any) -> None:
    """Put cells that stand side by side in no row into one."""
    row = None
    for child in list(part):
        if child.tag not in CELLS:
            row = None
        elif row is None:
            row = part.makeelement("tr")
            child.addprevious(row)
            row.append(child)
        else:
            row.append(child)


def _cut(row: Any, shown: str) -> None:
    """Cut a row that holds a whole table into the table's rows."""
    cells = [cell for cell in row if cell.tag in CELLS]
    headings = _headings(cells)
    if headings < _FEWEST_HEADINGS or len(cells) < 2 * headings:
        return
    width = sum(map(columns_spanned, cells[:headings]))
    starts = _starts([(rows_spanned(cell), columns_spanned(cell)) for cell in cells], width)
    if not starts:
        told = f"网页表格的{len(cells)}格没有分行（缺少<tr>标记），按{headings}个标题也排不成整行"
        raise refuse(shown, told, "请在浏览器里打开，复制到 Excel 分好行，再导入")
    ends = (*starts[1:], len(cells))
    for start, end in reversed(list(zip(starts, ends, strict=True))[1:]):
        below = row.makeelement("tr")
        below.extend(cells[start:end])
        row.addnext(below)


def _headings(cells: Sequence[Any]) -> int:
    """How many first cells are headings: marked as such, or in words that head columns."""
    marked = next((at for at, cell in enumerate(cells) if cell.tag != "th"), 0)
    texts = (tidy("".join(cell.itertext())) for cell in cells)
    return marked or next((at for at, text in enumerate(texts) if not role_of(text)), 0)


def _starts(spans: Sequence[tuple[int, int]], width: int) -> list[int]:
    """With which cells, each of so many rows and columns, the rows begin; none where they fill no rows."""
    hanging = [0] * width
    starts = [0]
    column = 0
    for at, (rows, columns) in enumerate(spans):
        while column < width and hanging[column]:
            column += 1
        if column == width:
            hanging = [max(0, left - 1) for left in hanging]
            starts.append(at)
            column = next((free for free, left in enumerate(hanging) if not left), width)
        if column + columns > width or any(hanging[column : column + columns]):
            return []
        hanging[column : column + columns] = [rows] * columns
    return starts if all(hanging) else []

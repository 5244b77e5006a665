"""Whether a document's plan is its table or its paragraphs, and what is said of the one not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qjtask.core.problem import refuse
from qjtask.importing.clauses.clause_plan import ClausePlan
from qjtask.importing.columns import OFFICES, Role
from qjtask.importing.doubts import Doubt
from qjtask.importing.grid import Grid, SourceDocument
from qjtask.importing.table import find_header
from qjtask.importing.tidy_text import flow

_CARD = re.compile(r"索引号|发文字号|文号|发布机构|发文机关")
_FEWEST_ROWS = 2  # of a table beside paragraphs that share out works: one is a form's example


def reads_clauses(
    document: SourceDocument, shown: str, listed: ClausePlan, *, wished: bool, named: bool
) -> bool:
    """Whether the paragraphs are the plan: when the person wishes so, or the document has no table of works.

    `named` says that the person named a table or its columns. Refused when there is neither.
    """
    if wished and not listed.tasks:
        raise refuse("--clauses", f"{shown} 里{listed.seen}", "请不加 --clauses 再试")
    if wished or (listed.tasks and not named and not any(map(_is_plan, document.grids))):
        return True
    if not document.grids:
        fix = "请核对是不是选错了文件；扫描件要先转成文字"
        raise refuse(shown, f"没有找到表格，{listed.seen}", fix)
    return False


def _is_plan(grid: Grid) -> bool:
    """Whether a table names its columns of offices or deadlines, and has works below them."""
    header = find_header(grid)
    if header is None or len(grid.rows) - header.end < _FEWEST_ROWS:
        return False
    return bool({*OFFICES, Role.DEADLINE, Role.STEP} & set(header.roles))


def paragraphs_left(listed: ClausePlan) -> Iterator[Doubt]:
    """The works of paragraphs beside the table that was read."""
    if listed.tasks:
        read = f"正文里还有{len(listed.tasks)}项写了责任单位的工作"
        yield Doubt(listed.where, read, "按表格记，没有读这些段落", "要改读这些段落，请加 --clauses")


def tables_left(document: SourceDocument) -> Iterator[Doubt]:
    """The tables beside the paragraphs that were read, but for a web page's own card."""
    for number, grid in enumerate(document.grids, 1):
        texts = [flow(cell.text) for row in grid.rows for cell in row.cells]
        if len(grid.rows) >= _FEWEST_ROWS and not any(_CARD.match(text) for text in texts):
            read = f"还有一个{len(grid.rows)}行的表格"
            yield Doubt(grid.name, read, "没有读，读的是段落", f"要读它请用 --table {number}")

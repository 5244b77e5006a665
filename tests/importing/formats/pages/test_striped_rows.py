"""Tables whose rows are told apart by every second one that is filled."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import pytest

from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import HEIGHT, RuledPdf

_COLUMNS = (40, 80, 300, 420, 540)
_ROWS = (
    ("序号", "工作任务", "责任单位", "完成时限"),
    ("1", "改造健身广场。", "居委会", "6月底"),
    ("2", "清理楼道。", "物业公司", "5月底"),
    ("3", "开办四点半课堂。", "社区妇联", "全年"),
    ("4", "新建充电棚4处。", "物业公司", "10月底"),
)


def _read(
    rows: Sequence[Sequence[str]], filled: Collection[int], *, is_ruled: bool = False
) -> list[list[str]]:
    """The rows of a table of which some are filled, each cell for itself, or ruled around as well."""
    drawn = RuledPdf()
    for at, row in enumerate(rows):
        upper = 540 - HEIGHT * at
        lower = upper - HEIGHT
        for left, right in pairwise(_COLUMNS):
            if at in filled and len(row) > 1:
                drawn.fill(left, lower, right, upper)
        if is_ruled:
            sides = _COLUMNS if len(row) > 1 else (_COLUMNS[0], _COLUMNS[-1])
            for x in sides:
                drawn.stroke(x, lower, x, upper)
            for y in (lower, upper):
                drawn.stroke(_COLUMNS[0], y, _COLUMNS[-1], y)
        for x, text in zip(_COLUMNS, row, strict=False):
            drawn.words(x + 4, lower + 6, text)
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    return [[cell.text for cell in row.cells] for row in document.grids[0].rows]


@pytest.mark.parametrize("filled", [(0, 1, 3), (0, 2, 4), (1, 3), (0, 1, 2, 3, 4)])
def test_columns_go_on_in_rows_that_are_not_filled(filled: Collection[int]) -> None:
    assert _read(_ROWS, filled) == [list(row) for row in _ROWS]


def test_a_heading_over_columns_has_none() -> None:
    rows = [*_ROWS[:3], ("二、做好为民服务的各项工作并持续提升服务质量和服务水平，让群众满意",), *_ROWS[3:]]
    assert len(set(_read(rows, (0, 1, 2, 4, 5))[3])) == 1


def test_a_row_of_a_ruled_table_is_parted_by_its_rulings_alone() -> None:
    rows = [*_ROWS, ("填报人：　　　  联系电话：　　　　　　　　　　　    审核人：　　　　　　日期：",)]
    assert len(set(_read(rows, (0,), is_ruled=True)[-1])) == 1

"""Rulings that a browser draws dot by dot."""

from __future__ import annotations

import pytest

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import HEIGHT, LEFT, TOP, RuledPdf

UPPER = 595 - TOP
AT = (0, 40, 240, 340, 420)
ROWS = (
    ("序号", "工作任务", "责任单位", "完成时限"),
    ("1", "新建学校二所，改造三所", "县教育局", "6月底前"),
    ("2", "改造农村道路三十公里", "县交通局", "9月底前"),
)


def read(drawn: RuledPdf) -> SourceDocument:
    return read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)


@pytest.mark.parametrize("size", [0.5, 0.75, 1.5])
def test_dots_that_stand_in_a_row_are_a_ruling(size: float) -> None:
    drawn = RuledPdf()
    lower = UPPER - HEIGHT * len(ROWS)
    for at, row in enumerate(ROWS):
        drawn.dots(LEFT, UPPER - HEIGHT * at, LEFT + AT[-1], UPPER - HEIGHT * at, size)
        for x, text in zip(AT, row, strict=False):
            drawn.words(LEFT + x + 3, UPPER - HEIGHT * at - 15, text)
    drawn.dots(LEFT, lower, LEFT + AT[-1], lower, size)
    for x in AT:
        drawn.dots(LEFT + x, UPPER, LEFT + x, lower, size)
    (grid,) = read(drawn).grids
    assert tuple(tuple(cell.text for cell in row.cells) for row in grid.rows) == ROWS


def test_dots_that_stand_alone_are_none() -> None:
    drawn = RuledPdf()
    for at in range(6):
        drawn.dots(LEFT + 60 * at, UPPER - 30 * at, LEFT + 60 * at + 3, UPPER - 30 * at)
    drawn.line("某县重点工作")
    assert read(drawn).blocks == ("某县重点工作",)

"""Characters of a page that are none of its words."""

from __future__ import annotations

import pytest

from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import HEIGHT, LEFT, RuledPdf

ROWS = [("序号", "工作任务"), ("1", "新建学校2所"), ("2", "改造道路3条")]


@pytest.mark.parametrize("degrees", [0, 30, 45, 120])
def test_a_watermark_is_no_word_of_the_table_under_it(degrees: float) -> None:
    drawn = RuledPdf()
    upper = drawn.table((60, 300), ROWS)
    drawn.watermark(LEFT + 130, upper - 2 * HEIGHT, "内部资料", degrees=degrees)
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    assert [tuple(cell.text for cell in row.cells) for row in document.grids[0].rows] == ROWS
    assert not document.doubts


def test_a_large_title_is_read() -> None:
    drawn = RuledPdf()
    drawn.words(LEFT, 560, "任务分解表", 3 * 10)
    drawn.table((60, 300), ROWS)
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    assert document.blocks[0] == "任务分解表"

"""Tables that are ruled across alone."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import HEIGHT, LEFT, TOP, RuledPdf

AT = (0, 40, 240, 340)  # where the columns begin
WIDTH = 420
UPPER = 595 - TOP
HEADING = ("序号", "工作任务", "责任单位", "完成时限")
ROWS = [
    ("1", "新建学校二所，改造三所", "县教育局", "6月底前"),
    ("2", "改造农村道路三十公里", "县交通局、县财政局", "9月底前"),
    ("3", "扩建水厂", "县水务局", "12月底前"),
]
SAID = ["表格只有横线没有竖线"]


def draw(drawn: RuledPdf, rows: Sequence[Sequence[str]], *, is_open: bool = False) -> None:
    """Rows with a rule under each, and one over the first where the table is not open there."""
    for at, row in enumerate(rows):
        for x, text in zip(AT, row, strict=False):
            drawn.words(LEFT + x + 3, UPPER - HEIGHT * at - 15, text)
        drawn.rule(LEFT, LEFT + WIDTH, UPPER - HEIGHT * (at + 1))
    if not is_open:
        drawn.rule(LEFT, LEFT + WIDTH, UPPER)


def read(drawn: RuledPdf) -> SourceDocument:
    return read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)


def texts(document: SourceDocument, at: int = 0) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in document.grids[at].rows]


def test_columns_stand_under_their_headings_where_all_lines_leave_room() -> None:
    drawn = RuledPdf()
    draw(drawn, [HEADING, *ROWS])
    document = read(drawn)
    assert texts(document) == [HEADING, *ROWS]
    assert [doubt.read for doubt in document.doubts] == SAID


def test_a_heading_needs_no_rule_over_it() -> None:
    drawn = RuledPdf()
    draw(drawn, [HEADING, *ROWS], is_open=True)
    assert texts(read(drawn)) == [HEADING, *ROWS]


def test_a_text_alone_reaches_over_the_columns_that_it_crosses() -> None:
    drawn = RuledPdf()
    over = "一、持续保障和改善民生并促进县域经济社会高质量发展"
    draw(drawn, [HEADING, (over,), *ROWS])
    (row,) = (row for row in read(drawn).grids[0].rows if row.cells[0].text == over)
    assert [cell.left for cell in row.cells] == [False, True, True, False]


def test_a_table_goes_on_without_its_heading_in_the_columns_of_the_page_before() -> None:
    drawn = RuledPdf()
    draw(drawn, [HEADING, *ROWS])
    drawn.page()
    draw(drawn, ROWS)
    document = read(drawn)
    assert texts(document, 1) == ROWS
    assert [doubt.read for doubt in document.doubts] == SAID


def test_where_a_column_has_no_heading_the_table_is_told_and_not_read() -> None:
    drawn = RuledPdf()
    draw(drawn, [(*HEADING[:2], "", HEADING[3]), *ROWS])
    document = read(drawn)
    assert not document.grids
    assert [doubt.read for doubt in document.doubts] == ["第1页的表格只有横线没有竖线，没有读成表格"]


def test_where_texts_touch_the_table_is_told_and_not_read() -> None:
    drawn = RuledPdf()
    touching = ("4", "完善基层医疗卫生服务体系建设工作机制并推广", "县卫健局", "12月底前")
    draw(drawn, [HEADING, *ROWS, touching])
    assert not read(drawn).grids

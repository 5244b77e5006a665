"""Tables that are ruled across alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

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


ENDS = (*AT, WIDTH)
TOUCHING = ("4", "完善基层医疗卫生服务体系建设工作机制并推", "县卫健局", "12月底前")


def draw_cells(
    drawn: RuledPdf, rows: Sequence[Sequence[str]], missing: Sequence[tuple[int, int]] = ()
) -> None:
    """Rows with a rule over and under each cell, but under the missing ones; for a text alone in one."""
    for at, row in enumerate(rows):
        for x, text in zip(AT, row, strict=False):
            drawn.words(LEFT + x + (3 if len(row) > 1 else WIDTH / 3), UPPER - HEIGHT * at - 15, text)
        for y in (UPPER - HEIGHT * at, UPPER - HEIGHT * (at + 1)):
            if len(row) == 1:
                drawn.rule(LEFT, LEFT + WIDTH, y)
        for column, (x0, x1) in enumerate(pairwise(ENDS)):
            if len(row) > 1:
                if (at - 1, column) not in missing:
                    drawn.rule(LEFT + x0, LEFT + x1, UPPER - HEIGHT * at)
                if (at, column) not in missing:
                    drawn.rule(LEFT + x0, LEFT + x1, UPPER - HEIGHT * (at + 1))


def test_columns_part_where_rules_end_that_are_drawn_cell_by_cell() -> None:
    drawn = RuledPdf()
    draw_cells(drawn, [HEADING, *ROWS, TOUCHING])
    document = read(drawn)
    assert texts(document) == [HEADING, *ROWS, TOUCHING]
    assert not document.doubts


def test_a_rule_in_one_over_and_under_a_text_makes_a_heading_over_all_columns() -> None:
    drawn = RuledPdf()
    draw_cells(drawn, [HEADING, ("保障民生",), *ROWS])
    row = read(drawn).grids[0].rows[1]
    assert row.cells[0].text == "保障民生"
    assert [cell.left for cell in row.cells] == [False, True, True, True]


def test_a_cell_without_a_rule_under_it_goes_on() -> None:
    drawn = RuledPdf()
    rows = [HEADING, ROWS[0], (*ROWS[1][:2], "", ROWS[1][3])]
    draw_cells(drawn, rows, [(1, 2)])
    row = read(drawn).grids[0].rows[2]
    assert (row.cells[2].text, row.cells[2].up) == ("县教育局", True)


def test_a_row_alone_goes_on_with_the_table_of_the_page_before() -> None:
    drawn = RuledPdf()
    draw_cells(drawn, [HEADING, *ROWS])
    drawn.page()
    draw_cells(drawn, [TOUCHING])
    document = read(drawn)
    assert texts(document, 1) == [TOUCHING]
    assert document.blocks == tuple(document.grids)


def test_a_frame_around_rules_across_has_the_columns_of_the_words() -> None:
    drawn = RuledPdf()
    draw(drawn, [HEADING, *ROWS])
    for x in (LEFT, LEFT + WIDTH):
        drawn.stroke(x, UPPER, x, UPPER - HEIGHT * 4)
    document = read(drawn)
    assert texts(document) == [HEADING, *ROWS]
    assert [doubt.read for doubt in document.doubts] == SAID


def draw_open(drawn: RuledPdf, rows: Sequence[Sequence[str]]) -> None:
    """Rows with rules over and under the heading, and under the last."""
    for at, row in enumerate(rows):
        for x, text in zip(AT, row, strict=False):
            drawn.words(LEFT + x + 3, UPPER - HEIGHT * at - 15, text)
    for at in (0, 1, len(rows)):
        drawn.rule(LEFT, LEFT + WIDTH, UPPER - HEIGHT * at)


def test_rows_between_two_rules_part_at_their_numbers() -> None:
    drawn = RuledPdf()
    draw_open(drawn, [HEADING, *ROWS])
    assert texts(read(drawn)) == [HEADING, *ROWS]


def test_or_where_each_says_something_in_every_column() -> None:
    drawn = RuledPdf()
    rows = [("", *row[1:]) for row in (HEADING, *ROWS)]
    draw_open(drawn, rows)
    assert texts(read(drawn)) == [row[1:] for row in rows]


def test_a_rule_ends_the_last_of_rows_that_are_sentences() -> None:
    drawn = RuledPdf()
    rows = [("", row[1] + "。" * (row is not HEADING), *row[2:]) for row in (HEADING, *ROWS)]
    draw_open(drawn, [*rows[:3], ("", "一、抓好建设"), rows[3]])
    for at in (3, 4):
        drawn.rule(LEFT, LEFT + WIDTH, UPPER - HEIGHT * at)
    drawn.words(LEFT + 300, UPPER - HEIGHT * 6 - 15, "某县人民政府")
    assert [row[0] for row in texts(read(drawn))] == [
        *(row[1] for row in rows[:3]),
        "一、抓好建设",
        rows[3][1],
    ]


def test_rows_between_two_rules_that_cannot_be_parted_are_told_and_not_read() -> None:
    drawn = RuledPdf()
    draw_open(drawn, [HEADING, ROWS[0], ROWS[2]])
    document = read(drawn)
    assert not document.blocks
    assert [doubt.read for doubt in document.doubts] == ["第1页的表格只有横线没有竖线，没有读成表格"]


def test_a_text_alone_in_the_middle_is_a_heading_over_all_columns() -> None:
    drawn = RuledPdf()
    draw(drawn, [HEADING, (), *ROWS])
    drawn.words(LEFT + WIDTH / 2 - 20, UPPER - HEIGHT - 15, "保障民生")
    row = read(drawn).grids[0].rows[1]
    assert [cell.text for cell in row.cells if not cell.left] == ["保障民生"]


def test_headings_in_the_middle_of_columns_stand_over_texts_at_their_left() -> None:
    drawn = RuledPdf()
    rows = [HEADING, *(("", "", *row[2:]) for row in ROWS)]
    draw(drawn, rows)
    for at, row in enumerate(ROWS):
        drawn.words(LEFT + 3, UPPER - HEIGHT * (at + 1) - 15, row[0])
        drawn.words(LEFT + 100, UPPER - HEIGHT * (at + 1) - 15, row[1])
    assert texts(read(drawn)) == [HEADING, *ROWS]

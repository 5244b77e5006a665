"""Tables without any ruling."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import LEFT, TOP, RuledPdf

AT = (0, 40, 240, 340)  # where the columns begin
UPPER = 595 - TOP
LINE = 14
HEADING = ("序号", "工作任务", "责任单位", "完成时限")
UNREAD = "第{}页像是一张没有画线的表格，分不清各栏各行，这一页从表格起没有读"


def draw(drawn: RuledPdf, lines: Sequence[Sequence[str]], *, apart: float = LINE) -> None:
    """Lines of texts in columns, one under the other."""
    for at, texts in enumerate(lines):
        for x, text in zip(AT, texts, strict=False):
            drawn.words(LEFT + x, UPPER - apart * at - 30, text)


def read(drawn: RuledPdf) -> SourceDocument:
    return read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)


def texts(document: SourceDocument, at: int = 0) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in document.grids[at].rows]


UNCERTAIN = [
    HEADING,
    ("", "一、新建学校二所，改造三"),
    ("1", "所。", "县教育局", "6月底前"),
    ("", "二、改造农村道路三十公里"),
    ("2", "（县财政局配合）。", "县交通局", "9月底前"),
]


def test_a_table_that_cannot_be_read_becomes_no_paragraphs() -> None:
    drawn = RuledPdf()
    drawn.line("某县重点工作分解表")
    draw(drawn, UNCERTAIN)
    document = read(drawn)
    assert document.blocks == ("某县重点工作分解表",)
    assert [doubt.read for doubt in document.doubts] == [UNREAD.format(1)]


def test_nor_where_it_goes_on_without_its_heading() -> None:
    drawn = RuledPdf()
    draw(drawn, UNCERTAIN)
    drawn.page()
    draw(drawn, UNCERTAIN[1:])
    drawn.page()
    drawn.line("请认真贯彻落实。")
    document = read(drawn)
    assert document.blocks == ("请认真贯彻落实。",)
    assert [doubt.read for doubt in document.doubts] == [UNREAD.format(1), UNREAD.format(2)]


def test_labels_with_their_offices_are_no_heading() -> None:
    drawn = RuledPdf()
    draw(drawn, [("1.", "新建学校二所。", "责任单位：县教育局", "完成时限：6月底前"), ("", "其他", "工作")])
    document = read(drawn)
    assert document.blocks
    assert not document.doubts


CERTAIN = [
    HEADING,
    ("一、保障和改善民生，促进县域经济发展",),
    ("1", "新建学校二所，改造三", "县教育局", "6月底前"),
    ("", "所。"),
    ("2", "改造农村道路三十公里", "县交通局、县财", "9月底前"),
    ("", "，扩建水厂。", "政局"),
]
ROWS = [
    HEADING,
    ("一、保障和改善民生，促进县域经济发展", *[""] * 3),
    ("1", "新建学校二所，改造三所。", "县教育局", "6月底前"),
    ("2", "改造农村道路三十公里，扩建水厂。", "县交通局、县财政局", "9月底前"),
]


def said(document: SourceDocument) -> list[str]:
    return [doubt.read for doubt in document.doubts]


def rows_of(document: SourceDocument) -> list[tuple[str, ...]]:
    """The rows of the first table, each cell's lines as one."""
    (grid,) = document.grids
    return [
        tuple("" if cell.left else cell.text.replace("\n", "") for cell in row.cells) for row in grid.rows
    ]


def test_rows_begin_with_their_numbers_where_no_text_goes_on_beside_one() -> None:
    drawn = RuledPdf()
    draw(drawn, CERTAIN)
    document = read(drawn)
    assert rows_of(document) == ROWS
    assert said(document) == ["表格没有画线"]


def test_rows_stand_further_apart_than_their_lines_wherever_their_number_is() -> None:
    drawn = RuledPdf()
    draw(
        drawn,
        [HEADING, (), *UNCERTAIN[1:2], ("1", "", "县教育局", "6月底前"), ("", "所。"), (), *CERTAIN[4:]],
    )
    document = read(drawn)
    assert rows_of(document) == [HEADING, ("1", "一、新建学校二所，改造三所。", *ROWS[2][2:]), ROWS[3]]


def test_what_stands_under_the_table_is_no_part_of_it() -> None:
    drawn = RuledPdf()
    draw(drawn, [*CERTAIN, (), (), ("", "某县人民政府")])
    document = read(drawn)
    assert rows_of(document) == ROWS
    assert document.blocks[-1] == "某县人民政府"


def test_the_row_before_a_page_that_was_not_read_is_doubted() -> None:
    drawn = RuledPdf()
    draw(drawn, CERTAIN)
    drawn.page()
    draw(drawn, UNCERTAIN[1:])
    document = read(drawn)
    assert rows_of(document) == ROWS
    assert [doubt.place for doubt in document.doubts if "可能接到第2页" in doubt.read] == ["第1页表第4行"]


def test_numbers_that_do_not_follow_each_other_are_none_of_rows() -> None:
    drawn = RuledPdf()
    draw(drawn, [*CERTAIN, ("4", "建公园。", "县住建局")])
    assert said(read(drawn)) == [UNREAD.format(1)]


def test_texts_that_touch_leave_no_columns() -> None:
    drawn = RuledPdf()
    draw(drawn, [*CERTAIN, ("3", "完善基层医疗卫生服务体系建设工作机制并推", "县卫健局", "12月底前")])
    assert said(read(drawn)) == [UNREAD.format(1)]


def test_the_rows_after_a_page_that_was_not_read_are_doubted() -> None:
    drawn = RuledPdf()
    draw(drawn, UNCERTAIN)
    drawn.page()
    draw(drawn, CERTAIN)
    document = read(drawn)
    (doubt,) = (doubt for doubt in document.doubts if "第1页没有读" in doubt.read)
    assert doubt.rows == tuple(row.place for row in document.grids[0].rows)


def test_texts_in_the_middle_of_their_rows_overlap_and_rows_do_not() -> None:
    drawn = RuledPdf()
    first = [("", "", "县水务局"), ("1", "修水渠。", "", "6月底前"), ("", "", "县住建局")]
    rows = [HEADING, (), (), *first, (), (), ("2", "建公园。", "县住建局", "9月底前")]
    draw(drawn, rows, apart=LINE / 2)
    assert rows_of(read(drawn)) == [
        HEADING,
        ("1", "修水渠。", "县水务局县住建局", "6月底前"),
        ("2", "建公园。", "县住建局", "9月底前"),
    ]


UNNUMBERED = [
    ("", "工作任务", "责任单位", "完成时限"),
    ("", "修水渠", "县水务局", "6月底前"),
    ("", "建公园", "县住建局", "9月底前"),
]


def test_rows_without_numbers_say_something_in_every_column() -> None:
    drawn = RuledPdf()
    group = ("", "一、抓好项目建设")
    draw(drawn, [UNNUMBERED[0], group, *UNNUMBERED[1:], (), (), ("", "", "", "某县人民政府")])
    document = read(drawn)
    assert rows_of(document) == [row[1:] for row in (UNNUMBERED[0], (*group, "", ""), *UNNUMBERED[1:])]
    assert document.blocks[-1] == "某县人民政府"


@pytest.mark.parametrize(
    "row",
    [
        ("", "建公园", "", "9月底前"),
        ("", "建公园，", "县住建局", "9月底前"),
        ("", "、桥梁", "县住建局", "9月底前"),
    ],
)
def test_rows_without_numbers_are_not_read_where_one_lacks_a_text_or_goes_on(row: tuple[str, ...]) -> None:
    drawn = RuledPdf()
    draw(drawn, [*UNNUMBERED, row])
    assert said(read(drawn)) == [UNREAD.format(1)]


def test_texts_of_two_columns_that_nearly_touch_are_two() -> None:
    drawn = RuledPdf()
    wide = "完善基层医疗卫生服务体系建设工作机制推广"
    draw(drawn, [*CERTAIN[:4], ("2", wide[:19] + "，", "县卫健局", "12月底前")])
    assert drawn.width(wide[:19]) < AT[2] - AT[1]
    assert rows_of(read(drawn))[-1] == ("2", wide[:19] + "，", "县卫健局", "12月底前")

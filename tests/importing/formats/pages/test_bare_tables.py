"""Tables without any ruling."""

from __future__ import annotations

from collections.abc import Sequence

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

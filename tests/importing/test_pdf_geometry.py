"""Pages whose rulings are not whole, texts that ran out of their row, pages that hold no table to read."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import HEIGHT, LEFT, RuledPdf

WIDTHS = (40, 90, 330, 100, 80)
HEAD = ("序号", "重点任务", "具体工作", "责任单位", "完成时限")
TITLE = "某市2026年重点任务分解表"


def read(drawn: RuledPdf) -> SourceDocument:
    return read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)


def ids(kit: Any, drawn: RuledPdf) -> list[tuple[str, str, str]]:
    draft = kit.drafted(drawn.made(), "a.pdf", head=kit.head)
    return [(item.id, item.work, "、".join(item.units)) for item in draft.plan.items()]


def first_page(*rows: tuple[str | None, ...]) -> RuledPdf:
    drawn = RuledPdf()
    drawn.line(TITLE)
    drawn.table(WIDTHS, [HEAD, *rows])
    drawn.page()
    return drawn


def row(number: str | None, group: str | None, work: str, unit: str = "甲局") -> tuple[str | None, ...]:
    return (number, group, work, unit, "6月底前")


UNRULED = {
    "a merged cell without its top": {(0, 1, "t")},
    "a merged cell without its left side": {(line, 1, "l") for line in (0, 1)}
    | {(line, 0, "r") for line in (0, 1)},
    "the first columns without any": {
        (line, column, side) for line in (0, 1) for column in (0, 1) for side in "tbl"
    }
    | {(line, 0, "r") for line in (0, 1)},
    "the outer edges": {(line, 0, "l") for line in (0, 1)} | {(line, 4, "r") for line in (0, 1)},
}


@pytest.mark.parametrize("name", UNRULED)
def test_what_goes_on_over_a_page_is_read_without_its_rulings(kit: Any, name: str) -> None:
    drawn = first_page(row("1", "一、甲类工作", "做一。"), row(None, None, "做二。"))
    rest = [row("", "", "做三。", "乙局"), row(None, None, "做四。", "乙局")]
    drawn.table(WIDTHS, rest, UNRULED[name])
    drawn.page()
    drawn.table(WIDTHS, [row("2", "二、乙类工作", "做五。", "丙局")])
    assert ids(kit, drawn) == [
        *(("1.1", "做一。", "甲局"), ("1.2", "做二。", "甲局"), ("1.3", "做三。", "乙局")),
        *(("1.4", "做四。", "乙局"), ("2.1", "做五。", "丙局")),
    ]


def test_a_heading_over_all_columns_is_not_cut_by_columns_that_it_does_not_show() -> None:
    drawn = first_page(row("1", "", "做一。"))
    missing = {(0, column, "r") for column in range(4)} | {(0, column, "l") for column in range(5)}
    missing |= {(1, 0, "l")}
    drawn.table(
        WIDTHS, [("一、这一个标题很长很长，长过了头两栏", "", "", "", ""), row("2", "", "做二。")], missing
    )
    document = read(drawn)
    texts = [[cell.text for cell in one.cells] for one in document.grids[1].rows]
    assert "一、这一个标题很长很长，长过了头两栏" in texts[0]
    assert texts[1][2] == "做二。"


def test_a_table_with_columns_of_its_own_is_left_as_it_is() -> None:
    drawn = first_page(row("1", "", "做一。"))
    drawn.table((100, 200), [("甲", "乙"), ("丙", "丁")])
    grid = read(drawn).grids[1]
    assert [[cell.text for cell in one.cells] for one in grid.rows] == [["甲", "乙"], ["丙", "丁"]]


def test_a_line_that_ran_out_of_its_row_is_given_back_to_it() -> None:
    drawn = RuledPdf()
    drawn.line(TITLE)
    missing = {(2, column, "r") for column in range(4)} | {(2, column, "l") for column in range(1, 5)}
    rows = [HEAD, row("1", "", "做一。", "甲局、某"), ("二、机制", "", "", "", ""), row("2", "", "做二。")]
    upper = drawn.table(WIDTHS, rows, missing)
    drawn.words(LEFT + sum(WIDTHS[:3]) + 3, upper - 2 * HEIGHT - 6, "州市政府")
    texts = [[cell.text for cell in one.cells] for one in read(drawn).grids[0].rows]
    assert texts[1][3].replace("\n", "") == "甲局、某州市政府"
    assert texts[2] == ["二、机制"] * 5


def test_lines_of_a_cell_are_not_given_to_the_row_above() -> None:
    drawn = RuledPdf()
    drawn.table((200,), [("甲局、乙局、",), ("",)])
    drawn.words(LEFT + 3, 595 - 50 - HEIGHT - 8, "丙局、丁局、")
    drawn.words(LEFT + 3, 595 - 50 - HEIGHT - 18, "戊局")
    texts = [one.cells[0].text for one in read(drawn).grids[0].rows]
    assert texts == ["甲局、乙局、", "丙局、丁局、\n戊局"]


def test_a_frame_around_a_table_is_no_table(kit: Any) -> None:
    drawn = RuledPdf()
    for x in (30, 35, 810, 835):
        drawn.stroke(x, 560, x, 200)
    for y in (560, 200):
        drawn.stroke(30, y, 835, y)
    drawn.words(31, 500, "页", 4)
    drawn.line("2021年重点工作任务分解表")
    drawn.table(WIDTHS, [HEAD, row("1", "城建", "做一。"), row("2", "城建", "做二。", "乙局")])
    draft = kit.drafted(drawn.made(), "a.pdf")
    assert [item.units for item in draft.plan.items()] == [("甲局",), ("乙局",)]
    assert draft.plan.title == "2021年重点工作任务分解表"
    assert draft.places["1.2"] == "第1页表第3行"
    assert draft.doubts == ()


def test_a_table_without_upright_rulings_has_its_columns_where_the_rules_of_cells_end() -> None:
    drawn = RuledPdf()
    drawn.line(TITLE)
    sides = {(line, column, side) for line in range(3) for column in range(5) for side in "lr"}
    drawn.table(WIDTHS, [HEAD, row("1", "甲类", "做一。"), row("2", "乙类", "做二。")], sides)
    document = read(drawn)
    assert [one.cells[2].text for one in document.grids[0].rows] == [HEAD[2], "做一。", "做二。"]
    assert document.doubts == ()


def test_two_rules_under_a_head_are_no_table() -> None:
    drawn = RuledPdf()
    drawn.line("某市人民政府文件")
    drawn.table((600,), [("",)], {(0, 0, "l"), (0, 0, "r")})
    drawn.line("各县区：")
    assert read(drawn).doubts == ()


@pytest.mark.parametrize(("share", "told"), [(0.9, ["第2页是图片，里面的字没有读"]), (0.1, [])])
def test_a_page_that_is_a_picture_is_told_and_a_seal_is_none(share: float, told: list[str]) -> None:
    drawn = RuledPdf()
    drawn.line("关于印发2026年重点任务分解表的通知")
    drawn.page()
    drawn.line("附件")
    drawn.picture(share)
    assert [doubt.read for doubt in read(drawn).doubts] == told


def test_a_refusal_names_the_page_that_was_not_read(kit: Any) -> None:
    drawn = RuledPdf()
    drawn.line("关于印发2026年重点任务分解表的通知")
    drawn.page()
    drawn.picture(0.9)
    with pytest.raises(Refused, match="第2页是图片，里面的字没有读；请先用文字识别"):
        kit.drafted(drawn.made(), "a.pdf")


def test_words_that_a_line_strikes_out_are_left_out_and_told() -> None:
    drawn = RuledPdf()
    upper = drawn.table(WIDTHS, [HEAD, row("1", "", "做一。", "综合信息科"), row("2", "", "做二。")])
    begins = LEFT + sum(WIDTHS[:3]) + 3 + 20
    drawn.rule(begins, begins + 20, upper - HEIGHT - 15 + 3.4)
    document = read(drawn)
    texts = [one.cells[3].text.replace(" ", "") for one in document.grids[0].rows]
    assert texts == ["责任单位", "综合科", "甲局"]
    assert [(doubt.place, doubt.read) for doubt in document.doubts] == [("第1页", "“信息”划掉了（有删除线）")]


def test_a_line_under_words_or_a_ruling_through_none_strikes_nothing() -> None:
    drawn = RuledPdf()
    upper = drawn.table(WIDTHS, [HEAD, row("1", "", "做一。", "综合信息科")])
    begins = LEFT + sum(WIDTHS[:3]) + 3
    drawn.rule(begins, begins + 50, upper - HEIGHT - 16.5)
    document = read(drawn)
    assert document.grids[0].rows[1].cells[3].text == "综合信息科"
    assert document.doubts == ()


def test_a_line_on_the_upper_edge_of_a_table_stands_in_its_first_row() -> None:
    drawn = RuledPdf()
    upper = drawn.table(WIDTHS, [("序号", "", *HEAD[2:]), row("1", "甲类", "做一。")])
    drawn.words(LEFT + 43, upper - 2, "所属重点")
    drawn.words(LEFT + 43, upper - 14, "任务")
    cells = read(drawn).grids[0].rows[0].cells
    assert cells[1].text.replace("\n", "") == "所属重点任务"


def test_a_small_raised_number_behind_a_name_is_a_footnotes_and_behind_a_letter_is_not() -> None:
    drawn = RuledPdf()
    upper = drawn.table(WIDTHS, [HEAD, row("1", "", "绿地500m", "综合科")])
    line = upper - HEIGHT - 15
    drawn.words(LEFT + sum(WIDTHS[:3]) + 3 + 30, line + 4, "1", 6)
    drawn.words(LEFT + sum(WIDTHS[:3]) + 3 + 33, line + 4, "2", 6)
    drawn.words(LEFT + sum(WIDTHS[:2]) + 3 + drawn.width("绿地500m"), line + 4, "2", 6)
    cells = read(drawn).grids[0].rows[1].cells
    assert (cells[2].text.replace(" ", "").replace("\n", ""), cells[3].text) == ("绿地500m2", "综合科")


def test_words_drawn_twice_to_look_bold_are_read_once() -> None:
    drawn = RuledPdf()
    upper = drawn.table(WIDTHS, [HEAD, row("1", "", "做一。")])
    drawn.words(LEFT + 3.3, upper - 15, "序号")
    assert read(drawn).grids[0].rows[0].cells[0].text == "序号"


def test_a_gazettes_name_on_each_page_stands_in_no_sentence() -> None:
    drawn = RuledPdf()
    for page in range(3):
        drawn.words(LEFT, 565, "某市人民政府公报")
        for line in range(4):
            drawn.words(LEFT, 520 - 24 * line, f"做好第{page}类第{line}项工作")
        if page < 2:
            drawn.page()
    blocks = read(drawn).blocks
    assert blocks[:2] == ("某市人民政府公报", "做好第0类第0项工作")
    assert len(blocks) == 13


def test_what_a_browser_prints_over_and_under_a_page_is_no_line_of_the_notice() -> None:
    drawn = RuledPdf()
    drawn.line("2026/11/27 18:42 任务分解表")
    drawn.line("2026年任务分解表")
    drawn.table((40, 300), (("序号", "工作"), ("1", "做一。")))
    drawn.line("https://www.a.gov.cn/art/1.html 1/1")
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    assert [block for block in document.blocks if isinstance(block, str)] == ["2026年任务分解表"]


def test_a_time_or_an_address_within_a_page_is_a_line_of_it() -> None:
    drawn = RuledPdf()
    drawn.line("2026年任务分解表")
    for text in ("https://www.a.gov.cn/art/1.html", "2026/11/27 18:42 会议", "联系人：张三"):
        drawn.line(text)
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    assert len(document.blocks) == 4

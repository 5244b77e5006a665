"""Text that holds tables: drawn with lines, pasted with cells of several lines, or in Markdown."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document


def read(text: str, name: str = "a.txt") -> SourceDocument:
    return read_document(text.encode(), name, name, lambda _: None)


def texts(document: SourceDocument) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.grids[0].rows]


DRAWN = {
    "wide signs": """
┌──┬───────┬─────┐
│序号│工作任务　　　│责任单位　│
├──┼───────┼─────┤
│１　│改造小区１２个│县住建局、│
│　　│，新增车位。　│县公安局　│
├──┼───────┼─────┤
│２　│建桥。　　　　│县住建局　│
│　　│　　　　　　　│县财政局　│
└──┴───────┴─────┘
""",
    "plus signs": """
+------+----------------+------------+
| 序号 | 工作任务       | 责任单位   |
+======+================+============+
| １   | 改造小区１２个 | 县住建局、 |
|      | ，新增车位。   | 县公安局   |
+------+----------------+------------+
| ２   | 建桥。         | 县住建局   |
|      |                | 县财政局   |
+------+----------------+------------+
""",
}


@pytest.mark.parametrize("form", DRAWN)
def test_a_drawn_table_and_its_cells_of_several_lines(form: str) -> None:
    document = read(f"题\n{DRAWN[form]}后文")
    assert document.blocks[0] == "题"
    assert document.blocks[-1] == "后文"
    assert texts(document) == [
        ["序号", "工作任务", "责任单位"],
        ["１", "改造小区１２个，新增车位。", "县住建局、县公安局"],
        ["２", "建桥。", "县住建局\n县财政局"],
    ]
    assert document.grids[0].rows[1].place == "第6行"


def test_a_drawn_table_without_rules_between_its_rows() -> None:
    text = "┌─┬──┐\n│号│工作│\n├─┼──┤\n│1 │甲乙│\n│  │丙  │\n│2 │丁  │\n└─┴──┘\n"
    assert texts(read(text)) == [["号", "工作"], ["1", "甲乙丙"], ["2", "丁"]]


def test_points_of_a_drawn_cell_stay_apart() -> None:
    text = "┌──┬─────┐\n│任务│工作　　　│\n├──┼─────┤\n│城建│△做一件事│\n│　　│△做两件事│\n└──┴─────┘\n"
    assert texts(read(text))[1] == ["城建", "△做一件事\n△做两件事"]


def test_a_drawn_cell_over_several_rows_and_a_heading_over_all_columns() -> None:
    text = (
        "┌──┬──┐\n│任务│工作│\n├──┴──┤\n│一、城建　│\n├──┬──┤\n│抓实│做一│\n│　　├──┤\n│城建│做二│\n"
        "├──┼──┤\n│抓紧│做三│\n└──┴──┘\n"
    )
    rows = read(text).grids[0].rows
    assert [[(cell.text, cell.up) for cell in row.cells] for row in rows] == [
        [("任务", False), ("工作", False)],
        [("一、城建", False), ("一、城建", False)],
        [("抓实城建", False), ("做一", False)],
        [("抓实城建", True), ("做二", False)],
        [("抓紧", False), ("做三", False)],
    ]


def test_cells_of_several_lines_pasted_from_excel_and_from_word(kit: Any) -> None:
    head = "2021年任务分解表\n序号\t具体工作\t责任单位\t完成时限\n"
    last = "2\t做二。\t丙局\t7月\n"
    items = [("1.1", "做一。", "", "甲局、乙局", "6月"), ("1.2", "做二。", "", "丙局", "7月")]
    for first in ('1\t做一。\t"甲局\n乙局"\t6月\n', "1\t做一。\t甲局\n乙局\t6月\n"):
        draft = kit.drafted(head + first + last, "a.txt")
        assert kit.rows_of(draft) == items
        assert draft.places["1.2"] == "第5行"
    assert texts(read('甲\t"乙说""丙""\n丁"\t戊\n己\t庚\t辛\n'))[0] == ["甲", '乙说"丙"\n丁', "戊"]


def test_rows_after_a_heading_whose_last_cells_are_blank_go_on_with_the_table(kit: Any) -> None:
    text = (
        "2021年任务分解表\n序号\t具体工作\t责任单位\t完成时限\t备注\n1\t做一。\t甲局\t6月\t重点\n"
        "2\t做二。\t乙局\t7月\t重点\n一、组织领导\n3\t做三。\t丙局\t8月\n4\t做四。\t丁局\t9月\n"
    )
    assert [row[3] for row in kit.rows_of(kit.drafted(text, "a.txt"))] == ["甲局", "乙局", "丙局", "丁局"]


def test_quotation_marks_and_short_rows_that_are_none_stay() -> None:
    assert texts(read('甲\t"乙\t丙\n丁\t戊\t己\n')) == [["甲", '"乙', "丙"], ["丁", "戊", "己"]]
    short = "号\t工作\t单位\n1\t做一。\n2\t做二。\t甲局\n3\t做三。\t乙局\n"
    assert [row[0] for row in texts(read(short))] == ["号", "1", "2", "3"]


def test_markdowns_marks_are_undone_in_cells_and_lines() -> None:
    table = (
        "| **序号** | 工作 | `责任单位` |\n|:--:|---|---|\n"
        "| 1 | **新建**桥*2*座，3*4*5米\\|段。 | 县住建局<br>县财政局 |\n"
        "| 2 | __改造__~~旧~~&nbsp;小区 | 甲_乙_局<BR /> |\n"
    )
    document = read(f"**题目**\n\n{table}", "a.md")
    assert document.blocks[0] == "题目"
    assert texts(document) == [
        ["序号", "工作", "责任单位"],
        ["1", "新建桥2座，3*4*5米|段。", "县住建局\n县财政局"],
        ["2", "改造 小区", "甲_乙_局"],
    ]
    assert [(doubt.place, doubt.read) for doubt in document.doubts] == [("第6行", "“旧”划掉了（有删除线）")]


def test_a_bar_that_a_cell_itself_ends_in_ends_no_line() -> None:
    head, rows = (
        "序号|工作|单位\n---|---|---\n",
        "1|建桥。|甲局\\|\n2|建路。|乙局|\n| 3 | 建站。 | |\n|4|建库。|丁局\\|\n",
    )
    cells = [row[2] if len(row) > 2 else "" for row in texts(read(head + rows))]
    assert cells == ["单位", "甲局|", "乙局", "", "丁局|"]


def test_links_pictures_and_a_pages_tags_in_markdown_are_undone() -> None:
    table = (
        "| 工作 | 单位 |\n|:-:|-:|\n"
        "| 见[方案](https://a.b/c)![图](d.png)，5[6]（7） "
        "| 县<del>林业</del>住<b>建</b><span style='x'>局</span> |\n"
    )
    document = read(f"题目\n\n{table}", "a.md")
    assert texts(document)[1] == ["见方案，5[6]（7）", "县住建局"]
    assert [doubt.read for doubt in document.doubts] == ["“林业”划掉了（有删除线）"]


def test_stars_of_a_text_that_is_no_markdown_stay() -> None:
    assert read("甲|**乙**|丙\n丁|戊|己\n").grids[0].rows[0].cells[1].text == "**乙**"


_HEAD = ["序号", "工作任务", "责任单位", "完成时限"]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            ["一、城建", "1\t建桥。\t甲局\t6月底", "二、教育", "2\t建校。\t乙局\t8月底"],
            4,
        ),  # straight after the head
        (["续建项目（1个）", "", "1\t建桥。\t甲局\t6月底"], 2),  # unnumbered, with a blank line
        (["一、城建", "（一）桥", "1\t建桥。\t甲局\t6月底"], 3),  # of two levels
    ],
)
def test_a_line_among_the_rows_of_a_table_is_a_heading_over_those_below_it(
    lines: list[str], rows: int
) -> None:
    document = read("\n".join(["某区任务表", "", "\t".join(_HEAD), *lines]))
    assert len(document.grids) == 1
    assert document.grids[0].rows[0].cells[3].text == "完成时限"
    headings = [row for row in document.grids[0].rows[1:] if all(cell.left for cell in row.cells[1:])]
    assert [row.cells[0].text for row in headings] == [line for line in lines if line and "\t" not in line]
    assert len(document.grids[0].rows) == 1 + rows


def test_a_markdown_row_of_one_cell_is_a_heading_too() -> None:
    head = f"| {' | '.join(_HEAD)} |\n|---|---|---|---|\n"
    document = read(
        f"{head}| **一、城建** |\n| 1 | 建桥 | 甲局 | 6月底 |\n| 二、教育 |\n| 2 | 建校 | 乙局 | 8月底 |\n"
    )
    assert [row[0] for row in texts(document)] == ["序号", "一、城建", "1", "二、教育", "2"]


@pytest.mark.parametrize(
    "lines",
    [
        ["附件2：联系人", "序号\t单位\t姓名\t电话", "1\t甲局\t张三\t10086"],  # another heading below
        ["一、城建", "\t".join(_HEAD), "2\t建校。\t乙局\t8月底"],  # the same again: another table
        ["以上工作请各单位抓好落实。", "2\t建校。\t乙局\t8月底", "3\t建桥。\t乙局\t8月底"],  # a sentence
        ["联系人", "甲局\t10086", "乙局\t10087"],  # of other columns
    ],
)
def test_what_stands_between_two_tables_heads_no_rows(lines: list[str]) -> None:
    rows = ["\t".join(_HEAD), "1\t建桥。\t甲局\t6月底", "2\t修路。\t甲局\t6月底"]
    assert len(read("\n".join([*rows, *lines])).grids) == 2


def test_the_marks_of_markdowns_headings_go_where_the_text_is_markdown() -> None:
    table = "| 工作 | 单位 |\n|---|---|\n| 做一。 | 甲局 |\n"
    assert read(f"# 题目 ##\n\n## 一、甲类\n\n{table}", "a.md").blocks[:2] == ("题目", "一、甲类")
    assert read("# 甲\n#乙\n").blocks == ("# 甲", "#乙")


def test_rows_whose_cells_were_all_pasted_on_two_lines_are_as_long_as_the_heading() -> None:
    rows = "1\t做好\n甲事。\t甲局\t6月\n2\t做好\n乙事。\t乙局\t9月\n"
    found = texts(read(f"序号\t工作\t单位\t时限\n{rows}"))
    assert [row[1:] for row in found] == [
        ["工作", "单位", "时限"], ["做好\n甲事。", "甲局", "6月"], ["做好\n乙事。", "乙局", "9月"],
    ]  # fmt: skip


def test_a_longer_line_over_rows_that_are_whole_makes_none_longer() -> None:
    found = texts(read("序号\t工作\t单位\t时限\n1\t做好甲事。\t甲局\n2\t做好乙事。\t乙局\n"))
    assert [row[1] for row in found] == ["工作", "做好甲事。", "做好乙事。"]


@pytest.mark.parametrize("frame", ["+----+", "+--+\n+--+", "┌──┐\n└──┘", "┌─┬─┐\n├─┼─┤\n└─┴─┘"])
def test_rules_with_nothing_between_them_are_no_table(frame: str) -> None:
    assert read(f"正文\n{frame}\n后文。").blocks == ("正文", "后文。")

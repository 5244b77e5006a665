"""A table that a page gave with one cell a line: read where each cell's column is certain, else refused."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document
from qjtask.importing.tables import flattened_heading
from qjtask.importing.tables.table_header import may_head

HEAD = "2021年城建工作任务分解表\n"


def read(text: str, name: str = "a.txt") -> SourceDocument:
    return read_document(text.encode(), name, name, lambda _: None)


def lines(*rows: str, between: str = "\n\n") -> str:
    """Rows of cells cut by / with each cell in a line of its own."""
    return HEAD + between.join(cell for row in rows for cell in row.split("/")) + "\n"


def rows_of(document: SourceDocument) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.grids[0].rows]


WHOLE = ("序号/工作任务/责任单位/完成时限", "1/改造小区。/县住建局/6月底", "2/修桥。/县交通局/12月底前")


@pytest.mark.parametrize("between", ["\n", "\n\n", " |\n", "\n|\n", "\n| "])
def test_rows_as_long_as_the_heading(kit: Any, between: str) -> None:
    draft = kit.drafted(lines(*WHOLE, between=between).encode(), "a.txt")
    assert kit.full_rows_of(draft) == [
        ("1.1", "改造小区。", "", "县住建局", "", "6月底"),
        ("1.2", "修桥。", "", "县交通局", "", "12月底前"),
    ]
    assert draft.plan.title == HEAD.strip()
    assert [doubt.read for doubt in draft.doubts if doubt.place == "正文表格第1行"] == [
        "表格拆成了一格一行，没有格线：按标题和序号重新排成2行"
    ]


def test_a_page_s_paragraphs_are_read_as_its_text_is() -> None:
    page = "".join(f"<p>{line}</p>" for line in lines(*WHOLE, between="\n").splitlines())
    assert rows_of(read(f"<html><body>{page}</body></html>", "a.html")) == rows_of(read(lines(*WHOLE)))


def test_offices_in_lines_of_their_own_stand_in_one_cell() -> None:
    text = lines(WHOLE[0], "1/建桥。/县住建局/县财政局/12月底前", WHOLE[2])
    assert rows_of(read(text))[1] == ["1", "建桥。", "县住建局\n县财政局", "12月底前"]


def test_the_last_row_ends_where_its_last_cell_does() -> None:
    document = read(lines(*WHOLE[:2], "2/修桥。/县交通局/县财政局/12月底前", "打印本页/关闭窗口"))
    assert rows_of(document)[-1] == ["2", "修桥。", "县交通局\n县财政局", "12月底前"]
    assert document.blocks[-2:] == ("打印本页", "关闭窗口")


def test_offices_at_the_end_of_the_last_row_are_all_its_own() -> None:
    document = read(
        lines("序号/工作任务/责任单位", "1/改造小区。/县住建局", "2/修桥。/县交通局/县财政局", "关闭窗口")
    )
    assert rows_of(document)[-1] == ["2", "修桥。", "县交通局\n县财政局"]
    assert document.blocks[-1] == "关闭窗口"


def test_two_works_under_one_number_share_what_the_second_lacks(kit: Any) -> None:
    text = lines(WHOLE[0], "1/建养老院。/县民政局/5月底前/建老年大学。/12月底前", WHOLE[2])
    draft = kit.drafted(text.encode(), "a.txt")
    assert [(row[1], row[3], row[5]) for row in kit.full_rows_of(draft)] == [
        ("建养老院。", "县民政局", "5月底前"),
        ("建老年大学。", "县民政局", "12月底前"),
        ("修桥。", "县交通局", "12月底前"),
    ]
    told = [doubt for doubt in draft.doubts if doubt.read == "这一行没有“责任单位”一格"]
    assert [(doubt.assumed, doubt.items) for doubt in told] == [("当作与上一行合并", ("1.3",))]


def test_a_row_that_lacks_a_cell_leaves_it_blank_and_tells(kit: Any) -> None:
    draft = kit.drafted(
        lines(*WHOLE[:2], "2/修桥，通车。/12月底前", "3/植树。/县林业局/9月底").encode(), "a.txt"
    )
    assert kit.full_rows_of(draft)[1] == ("1.2", "修桥，通车。", "", "", "", "12月底前")
    assert any(doubt.read == "这一行没有“责任单位”一格" and doubt.items == ("1.2",) for doubt in draft.doubts)


def test_a_work_that_ends_as_an_office_does_is_a_work() -> None:
    text = lines(WHOLE[0], "1/建成残疾人服务中心/县残联/县财政局/5月底前", WHOLE[2])
    assert rows_of(read(text))[1] == ["1", "建成残疾人服务中心", "县残联\n县财政局", "5月底前"]


def test_a_column_left_of_the_numbers_goes_on_until_it_is_printed_again() -> None:
    text = lines(
        "重点任务/具体工作/责任科室/时限要求",
        "抓实城建/1/修路。/办公室/6月底",
        "2/建桥。/办公室/9月底",
        "抓紧绿化/3/植树。/园林科/3月底",
    )
    assert rows_of(read(text)) == [
        ["重点任务", "", "具体工作", "责任科室", "时限要求"],
        ["抓实城建", "1", "修路。", "办公室", "6月底"],
        ["抓实城建", "2", "建桥。", "办公室", "9月底"],
        ["抓紧绿化", "3", "植树。", "园林科", "3月底"],
    ]


def test_numbered_headings_between_rows_and_the_heading_again_on_the_next_page(kit: Any) -> None:
    text = lines(
        WHOLE[0],
        "1/改造小区。/县住建局/6月底",
        "二、交通",
        "2/修桥。/县交通局/12月底前",
        WHOLE[0],
        "3/植树。/县林业局/9月底",
    )
    draft = kit.drafted(text.encode(), "a.txt")
    assert [row[1] for row in kit.full_rows_of(draft)] == ["改造小区。", "修桥。", "植树。"]
    assert "交通" in [group.heading for group in draft.plan.groups]


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        (
            (
                "序号/考核内容/单位/年度目标/责任部门",
                "1/粮食产量/万吨/7/县农业农村局/县统计局",
                "2/油菜面积/县农业农村局",
            ),
            "1",
        ),
        ((WHOLE[0], "1/兴隆公园/建设项目/县住建局/6月底", WHOLE[2]), "1"),
        ((*WHOLE, "3/植树。/12月底前/县林业局"), "3"),
        ((WHOLE[0], "1/植树。", WHOLE[2]), "1"),
        (("序号/任务/目标/责任单位", "1/建所。/2/县教育局/县财政局", "2/建桥。/3/县住建局"), "1"),
    ],
)
def test_a_table_with_an_uncertain_row_is_refused_with_what_to_do(
    kit: Any, rows: tuple[str, ...], number: str
) -> None:
    with pytest.raises(Refused) as refused:
        kit.drafted(lines(*rows).encode(), "a.txt")
    told = refused.value.problems[0]
    assert f"序号{number}那一行分不清哪一格在哪一列" in told.what
    assert told.fix == "请从网页上把表格整个复制到 Word 或 Excel 里，看到格线了再存好导入"


def test_a_figure_in_a_cell_is_no_number_of_a_row() -> None:
    text = lines(
        "序号/考核内容/年度目标/责任单位",
        "1/新建学校（所）/2/县教育局",
        "2/新建车位（个）/3/县住建局",
        "3/植树（亩）/4/县林业局",
    )
    assert [row[0] for row in rows_of(read(text))[1:]] == ["1", "2", "3"]


def test_a_text_beside_a_real_table_is_left_as_it_is() -> None:
    page = "".join(f"<p>{line}</p>" for line in lines(*WHOLE, between="\n").splitlines())
    cells = (("序号", "工作任务", "责任单位"), ("1", "植树。", "县林业局"))
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    document = read(f"<html><body>{page}<table>{rows}</table></body></html>", "a.html")
    assert len(document.grids) == 1
    assert document.doubts == ()


def test_words_of_a_heading_without_rows_are_text() -> None:
    assert read("各单位要写明\n序号\n工作任务\n责任单位\n完成时限\n报县政府督查室。\n").grids == []


def test_a_heading_in_the_first_row_of_its_group_goes_on_until_the_next(kit: Any) -> None:
    text = lines(
        "序号/重点任务/具体工作/责任科室/时限要求",
        "1/一、抓实城建/修路。/办公室/6月底",
        "2/建桥。/办公室/9月底",
        "3/二、抓紧绿化/植树。/园林科/3月底",
        "4/建园。/园林科/园艺科/5月底",
        "附件说明如下，请各科室认真对照执行。",
    )
    draft = kit.drafted(text.encode(), "a.txt")
    assert [(group.heading, [item.work for item in group.items]) for group in draft.plan.groups] == [
        ("抓实城建", ["修路。", "建桥。"]),
        ("抓紧绿化", ["植树。", "建园。"]),
    ]
    assert not any("没有“" in doubt.read for doubt in draft.doubts)


def test_a_heading_that_no_number_shows_is_not_told_from_the_work(kit: Any) -> None:
    rows = ("1/抓实城建/修路。/办公室/6月底", "2/建桥。/办公室/9月底")
    with pytest.raises(Refused, match="序号2那一行分不清"):
        kit.drafted(lines("序号/重点任务/具体工作/责任科室/时限要求", *rows).encode(), "a.txt")


@pytest.mark.parametrize("number", ["4", "9", "22"])
def test_numbers_of_an_extract_jump(kit: Any, number: str) -> None:
    rows = (*WHOLE, f"{number}/新建公园3处。/县城管局/县财政局/9月底前")
    draft = kit.drafted(lines(*rows).encode(), "a.txt")
    assert kit.full_rows_of(draft)[-1] == (
        f"1.{number}",
        "新建公园3处。",
        "",
        "县城管局、县财政局",
        "",
        "9月底前",
    )
    assert any(f"序号从2跳到{number}" in doubt.read for doubt in draft.doubts)


@pytest.mark.parametrize("last", ["30/新建公园3处。/县城管局/9月底前", "9/县城管局/9月底前", "9"])
def test_a_number_too_far_or_before_no_work_is_none_of_a_row(last: str) -> None:
    assert [row[0] for row in rows_of(read(lines(*WHOLE, last)))] == ["序号", "1", "2"]


def test_a_figure_in_the_last_row_is_no_number_that_jumps() -> None:
    rows = ("序号/工作任务/数量/责任单位", "1/改造小区/3/县住建局", "2/新建桥梁和道路/12/县交通局")
    assert rows_of(read(lines(*rows)))[-1] == ["2", "新建桥梁和道路", "12", "县交通局"]


@pytest.mark.parametrize(
    "title", ["石门镇2026年整治任务清单", "甲县重点工作", "甲县问题清单", "甲县实事项目", "2021年改革事项"]
)
def test_a_title_that_could_head_a_column_is_none(title: str) -> None:
    text = lines(*WHOLE, between="\n").replace(HEAD, f"{title}\n")
    document = read(text)
    assert rows_of(document)[1] == ["1", "改造小区。", "县住建局", "6月底"]
    assert document.blocks[0] == title


def test_of_many_numbers_each_line_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of 序号 and 序号 again costs no more than its length."""
    seen: list[str] = []

    def counted(text: str) -> bool:
        seen.append(text)
        return may_head(text)

    monkeypatch.setattr(flattened_heading, "may_head", counted)
    assert not list(flattened_heading.flat_headings(["序号", "工作任务"] * 500))
    assert len(seen) == 2

"""Which works a doubt is about: by the rows of the source, as soon as these have ids."""

from __future__ import annotations

import io
from typing import Any

import pytest

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import Grid
from qjtask.importing.drafts.doubted_items import with_items
from qjtask.importing.drafts.draft import Draft, Wishes, read_draft
from qjtask.importing.outline.outline import FoundWork
from qjtask.importing.outline.work_numbers import GroupDraft, Member
from qjtask.importing.tables.flattened_table import with_flattened_table
from tests.importing.drawn import document_of

HEADINGS = "序号 | 工作任务 | 责任单位 | 完成时限"
ROWS = "1 | 做第一件事。 | 县教育局 | 6月底前\n2 | 做第二件事。 | 县财政局 | 7月底前"
TITLE = "2021年任务分解表"


def member(item: str, place: str, *further: str) -> Member:
    found = FoundWork("", (), "做", "", "甲局", "", "", "", place, further=further)
    return Member(item, found, "做", "", "")


DRAFTS = [
    GroupDraft("1", "甲", "", (member("1.1", "表1第2行", "表1第3行"), member("1.2", "表1第4行"))),
    GroupDraft("2", "乙", "", (member("2.1", "第9段"), member("2.2", "第9段"))),
]


@pytest.mark.parametrize(
    ("doubt", "items"),
    [
        (Doubt("表1第4行", "", ""), ("1.2",)),
        (Doubt("表1第3行", "", ""), ("1.1",)),  # goes on with it
        (Doubt("第9段", "", ""), ("2.1", "2.2")),  # two works of one paragraph
        (
            Doubt("表1第1行", "", "", rows=("表1第2行", "表1第3行", "表1第5行", "第9段")),
            ("1.1", "2.1", "2.2"),
        ),
        (Doubt("表1第2行", "", "", rows=("表1第4行",)), ("1.2",)),
        (Doubt("表2第4行", "", ""), ()),  # another table
        (Doubt("全文", "", ""), ()),
        (Doubt("表1第4行", "", "", items=("2",)), ("2",)),  # made about a group
        (Doubt("表1第4行", "", "", items=("2.1", "1.2", "1.1")), ("1.1", "1.2", "2.1")),
        (Doubt("表1第1行", "", "", rows=("第9段", "表1第4行")), ("1.2", "2.1", "2.2")),
    ],
)
def test_the_works_of_a_doubt_are_those_of_its_rows(doubt: Doubt, items: tuple[str, ...]) -> None:
    assert [one.items for one in with_items([doubt], DRAFTS)] == [items]


def about(made: Draft) -> dict[str, tuple[str, ...]]:
    """The works of each doubt, by the beginning of what was read."""
    return {doubt.read.partition("，")[0]: doubt.items for doubt in made.doubts}


def draft(*blocks: str, **wishes: int) -> Draft:
    return read_draft(document_of(*blocks), "a.html", Wishes(columns=wishes), 2021, lambda _: None)


@pytest.mark.parametrize(
    ("table", "read", "items"),
    [
        (
            (
                "序号 | 工作任务 | 责任单位 | 完成时限 | 缘起\n"
                "1 | 做甲。 | 县教育局 | 6月底前 | 已按去年群众反映的情况开工建设\n"
                "2 | 做乙。 | 县财政局 | 7月底前 | "
            ),
            "“缘起”一列没有读",
            ("1.1",),
        ),
        (
            (
                "工作任务 | 责任单位 | 报名时间 | 发文时间\n"
                "做甲。 | 甲局 | 3月底 | 6月底\n做乙。 | 乙局 | — | 7月底\n做丙。 | 丙局 | 4月底 | 7月底"
            ),
            "“报名时间”和“发文时间”两列都像完成时限",
            ("1.1", "1.2", "1.3"),
        ),
        (
            (
                "序号 | 工作任务 | 责任单位 | 责任科室 | 完成时限\n"
                "1 | 做甲。 | 县教育局 |  | 6月\n2 | 做乙。 |  | 人事科 | 7月\n3 | 做丙。 |  |  | 8月"
            ),
            "“责任单位”“责任科室”2列都像责任单位",
            ("1.1", "1.2"),
        ),
        (ROWS, "表格没有标题行", ("1.1", "1.2")),
        (
            "序号 | 工作任务 | 责任单位\n1 | 做甲。 | 县教育局\n2 | 做乙。 | 县财政局",
            "表格没有完成时限一栏",
            ("1.1", "1.2"),
        ),
        (
            "序号 | 工作任务 | 完成时限\n1 | 做甲。 | 6月\n2 | 做乙。 | 7月",
            "表格没有责任单位一栏",
            ("1.1", "1.2"),
        ),
    ],
)
def test_a_doubt_of_a_column_is_about_what_has_something_in_it_and_one_of_a_table_about_all(
    table: str, read: str, items: tuple[str, ...]
) -> None:
    assert about(draft(TITLE, table))[read] == items


def test_a_merged_cell_is_in_its_column_for_every_row_that_it_covers() -> None:
    made = draft(
        TITLE,
        f"{HEADINGS} | 缘起\n1 | 做甲。 | 县教育局 | 6月底前 | 已按去年群众反映的情况开工建设\n"
        "2 | 做乙。 | 县财政局 | 7月底前 | ↑\n3 | 做丙。 | 县财政局 | 8月底前 | ",
    )
    assert about(made)["“缘起”一列没有读"] == ("1.1", "1.2")


def test_a_table_that_is_not_taken_and_the_whole_document_are_about_no_work() -> None:
    made = draft(
        "任务分解表",
        f"{HEADINGS}\n{ROWS}\n3 | 做第三件事。 | 县教育局 | 6月",
        "项目清单",
        f"{HEADINGS}\n{ROWS}",
    )
    found = about(made)
    assert found["“项目清单”（第2个表格"] == ()
    assert found["没有写明年份"] == ()


def test_that_the_first_office_leads_is_about_the_works_with_several() -> None:
    rows = "1 | 做甲。 | 县教育局、县财政局 | 6月\n2 | 做乙。 | 县教育局 | 6月\n3 | 做丙。 |  | 6月"
    made = draft(TITLE, f"{HEADINGS}（列第一位的为牵头单位）\n{rows}")
    assert about(made)["写明排第一位的是牵头单位"] == ("1.1",)


def test_a_table_of_one_cell_a_line_is_about_its_works() -> None:
    lines = [TITLE, *HEADINGS.split(" | "), *(cell for row in ROWS.split("\n") for cell in row.split(" | "))]
    document = with_flattened_table(document_of(*lines), "a.html")
    assert any(isinstance(block, Grid) for block in document.blocks)
    made = read_draft(document, "a.html", Wishes(), 2021, lambda _: None)
    assert about(made)["表格拆成了一格一行"] == ("1.1", "1.2")


def test_what_is_told_of_all_paragraphs_is_about_all_of_their_works() -> None:
    made = draft(
        "关于印发2021年重点任务的通知",
        "1.做第一件事。（责任单位：县教育局、县财政局，列第一位的为牵头单位，下同）",
        "2.做第二件事。（责任单位：县财政局、县教育局）",
        "3.做第三件事。（责任单位：县财政局）",
    )
    assert about(made)["没有一项写了完成时限"] == ("1.1", "1.2", "1.3")
    assert about(made)["写明排第一位的是牵头单位"] == ("1.1", "1.2")


def test_every_paragraph_of_a_work_is_its_own(kit: Any) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    for text, struck in (
        ("2021年重点任务分工", ""),
        ("一、城建", ""),
        ("1.建桥。", "尽快"),
        ("责任单位：县住建局", "等"),
        ("完成时限：6月", "底前"),
        ("2.修路。（1）做甲事；（县交通局负责）（2）做乙事。（县财政局负责）", "好"),
    ):
        document.add_paragraph(text).add_run(struck).font.strike = True
    made = io.BytesIO()
    document.save(made)
    found = kit.drafted(made.getvalue(), "a.docx")
    assert [doubt.items for doubt in found.doubts if "删除线" in doubt.read] == [
        ("1.1",),
        ("1.1",),
        ("1.1",),
        ("2.1", "2.2"),
    ]


def test_every_row_of_a_form_is_its_work_s(kit: Any) -> None:
    page = (
        "<meta charset=utf-8><p>2021年任务分解表</p><table>"
        "<tr><td>重点工作<td>建桥。</tr><tr><td>责任单位<td>县住建局<s>科</s></tr><tr><td>完成时限<td>6月底</tr>"
        "<tr><td>重点工作<td>修路。</tr><tr><td>责任单位<td>县交通局</tr><tr><td>完成时限<td>6月<s>中</s></tr></table>"
    )
    assert [one.items for one in kit.drafted(page, "a.html").doubts] == [("1.1",), ("1.2",)]

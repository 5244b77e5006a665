"""What import --explain shows: each table, column and row with what it was taken for, and why."""

from __future__ import annotations

from qjtask.importing.drafts.draft import Wishes
from qjtask.importing.drafts.explain import Explanation, explain, explanation_object, explanation_sheets
from tests.importing.drawn import document_of

PLAN = (
    "序号 | 工作任务 | 责任单位 | 备注\n"
    "1 | 做第一件事。 | 甲局 | 6月\n"
    "一、乙类 | ← | ← | ←\n"
    "2 | 做第二件事。 | 乙局 | 7月"
)
CARD = "索引号： | 1100 | 主题分类： | 综合\n发布机构： | 甲县政府 | 成文日期： | 2021-03-01"


def explained(*blocks: str, wishes: Wishes = Wishes()) -> Explanation:  # noqa: B008 - a frozen value
    return explain(document_of(*blocks), "a.html", wishes)


def test_every_table_is_shown_and_the_plans_rows() -> None:
    sheets = explanation_sheets(explained(CARD, "2021年任务分解表", PLAN))
    assert [sheet.title.partition("，")[0] for sheet in sheets] == [
        "第1个表格（表1）：网页的信息卡",
        "第2个表格（表2）：任务分解表",
        "计划的各行",
    ]
    assert [sheet.notes for sheet in sheets] == [
        ("没有读",),
        ("这个表格读作计划",),
        ("3行，没有写入文件",),
    ]
    rows = [[cell.value for cell in row] for row in sheets[2].rows]
    assert rows[0] == ["表2第2行", "工作", "有具体工作", "1 | 做第一件事。 | 甲局 | 6月"]
    assert rows[1][:2] == ["表2第3行", "标题"]


def test_leads_that_stand_alone_are_said_to_owe_the_plans_works() -> None:
    sheets = explanation_sheets(explained(PLAN.replace("责任单位", "牵头单位")))
    assert sheets[0].notes == ("这个表格读作计划；单位只有牵头单位一栏，由牵头单位承办（rules.owner: lead）",)


def test_a_column_shows_its_evidence_and_a_near_miss_the_other_role() -> None:
    columns = [[cell.value for cell in row] for row in explanation_sheets(explained(PLAN))[0].rows]
    assert [row[:3] for row in columns] == [
        [1, "序号", "序号"],
        [2, "工作任务", "具体工作"],
        [3, "责任单位", "责任单位"],
        [4, "备注", "完成时限"],
    ]
    assert "备注+" in str(columns[3][3])
    assert str(columns[3][4]).startswith("备注（差")


def test_a_column_shows_which_other_one_came_near() -> None:
    rows = ("做第一件事。 | 甲局 | 3月底 | 6月底", "做第二件事。 | 乙局 | 4月底 | 7月底")
    made = explained("\n".join(("工作 | 责任单位 | 报名时间 | 发文时间", *rows)))
    columns = [[cell.value for cell in row] for row in explanation_sheets(made)[0].rows]
    assert str(columns[3][4]).endswith("“报名时间”一列（差2）")
    assert "完成时限+2（几栏时间里在最后）" in str(columns[3][3])
    told = explanation_object(made)["tables"][0]["columns"]
    assert [column["rival"] for column in told] == [None, None, None, {"column": 3, "margin": 2}]


def test_the_object_says_the_same_to_other_programs() -> None:
    made = explanation_object(explained(PLAN))
    assert made["plan"] == 1
    assert made["tables"][0]["kind"] == "任务分解表"
    assert made["tables"][0]["columns"][3]["role"] == "完成时限"
    assert made["tables"][0]["columns"][3]["other"] == "备注"
    assert {"role", "weight", "reason"} == set(made["tables"][0]["columns"][0]["evidence"][0])
    assert [row["kind"] for row in made["rows"]] == ["工作", "标题", "工作"]


def test_a_document_without_a_plan_is_shown_too_and_refused() -> None:
    made = explained(CARD)
    assert made.plan is None
    assert made.refused is not None
    assert [sheet.notes for sheet in explanation_sheets(made)] == [("没有读",)]
    assert explanation_object(made)["rows"] == []


def test_what_a_person_mapped_is_shown_as_that() -> None:
    made = explanation_object(explained(PLAN, wishes=Wishes(columns={"备注": 4})))
    assert [column["role"] for column in made["tables"][0]["columns"]][3] == "备注"

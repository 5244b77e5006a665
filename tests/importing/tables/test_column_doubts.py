"""What is told of a plan's columns."""

from __future__ import annotations

import pytest

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.tables.column_doubts import doubts_on_columns, said_of_columns
from tests.importing.drawn import table_of

ROWS = ("做第一件事。 | 甲局 | 3月底 | 6月底", "做第二件事。 | 乙局 | 4月底 | 7月底")


def told(heading: str, *rows: str) -> list[Doubt]:
    return list(doubts_on_columns(table_of("\n".join((heading, *rows))), is_mapped=False))


def said(heading: str, *rows: str) -> list[str]:
    return list(said_of_columns(table_of("\n".join((heading, *rows)))))


def test_two_columns_that_are_nearly_as_good_a_deadline_are_told_with_both_readings() -> None:
    (doubt,) = told("工作 | 责任单位 | 报名时间 | 发文时间", *ROWS)
    assert doubt.read == "“报名时间”和“发文时间”两列都像完成时限"
    assert doubt.assumed == "按“发文时间”读，“报名时间”作备注"
    assert doubt.fix.endswith("--map 完成时限=3")


def test_what_a_day_is_for_is_no_other_deadline() -> None:
    rows = ("消费者权益日 | 做一件事。 | 甲局 | 3月15日", "国家宪法日 | 做两件事。 | 乙局 | 12月4日")
    for heading in ("重要节点", "时间节点", "重要日期"):
        assert told(f"{heading} | 宣传主题 | 牵头单位 | 宣传时间", *rows) == []


def test_bodies_of_a_known_kind_are_who_does_it() -> None:
    for heading in ("党组织", "基层党组织", "群团组织"):
        assert (
            told(f"{heading} | 项目名称 | 时间", "甲街道党工委 | 做一件事 | 6月", "乙局党委 | 做两件事 | 7月")
            == []
        )


def test_a_heading_that_says_which_date_is_the_last_leaves_no_doubt() -> None:
    assert told("工作 | 责任单位 | 报名时间 | 办结时间", *ROWS) == []
    assert told("工作 | 责任单位 | 办结时限 | 回访时间", *ROWS) == []


def test_two_columns_that_are_nearly_as_much_the_work_are_told_with_both_readings() -> None:
    rows = [f"完善第{at}项制度，规范流程 | 开展第{at}次督查 | 甲局 | 6月底" for at in "一二三"]
    (doubt,) = told("任务描述 | 具体措施 | 责任单位 | 时限", *rows)
    assert doubt.read == "“任务描述”和“具体措施”两列都像具体工作"
    assert doubt.assumed == "按“具体措施”读，“任务描述”作重点任务"
    assert doubt.fix.endswith("--map 具体工作=1")


def test_of_a_name_and_what_is_done_nothing_is_told_where_both_are_in_the_work() -> None:
    rows = [f"第{at}桥 | 甲局 | 人行天桥第{at}座，引道两条，路灯。 | 6月底" for at in "一二"]
    assert told("项目名称 | 责任单位 | 建设内容 | 时限", *rows) == []


def test_what_a_meeting_decided_is_the_work_under_what_it_looked_into() -> None:
    rows = [f"研究第{at}项防汛抗旱工作 | 由县水利局修订第{at}个防御预案。 | 甲局 | 6月底" for at in "一二三"]
    assert told("议题 | 议定事项 | 责任单位 | 办理时限", *rows) == []


def test_a_time_when_it_begins_is_no_other_deadline() -> None:
    assert told("工作 | 责任单位 | 开工时间 | 完成时间", *ROWS) == []


@pytest.mark.parametrize("word", ["任务", "项目", "安全"])
def test_a_task_that_begins_as_a_name_is_no_person(word: str) -> None:
    rows = [f"{at} | {word} | {office} | 6月底" for at, office in enumerate(("甲局", "乙局", "丙局"), 1)]
    assert told("序号 | 重点任务 | 责任单位 | 时限", *rows) == []


def test_a_doubt_of_a_column_knows_its_heading_and_the_rows_that_have_something_in_it() -> None:
    (doubt,) = told("工作 | 责任单位 | 报名时间 | 发文时间", *ROWS, "做第三件事。 | 丙局 | — | —")
    assert (doubt.columns, doubt.rows) == (("报名时间", "发文时间"), ("表1第2行", "表1第3行"))
    (doubt,) = told(
        "工作 | 责任单位 | 缘起 | 存在问题 | 完成时限",
        "做第一件事。 | 甲局 | 已按去年群众反映的情况开工建设 |  | 3月底",
        "做第二件事。 | 乙局 |  |  | 4月底",
        "做第三件事。 | 丙局 |  | 资金缺口较大，人员不足 | 5月底",
    )
    assert (doubt.columns, doubt.rows) == (("缘起", "存在问题"), ("表1第2行", "表1第4行"))


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("项目所在县区", ("富县", "宝塔区", "延川县")),
        ("兑现方式", ("免申即享", "申报兑现", "免申即享")),
        ("得分现状", ("C", "B", "A")),
        ("指标文号", ("财农〔2023〕11号", "财建〔2023〕5号", "")),
    ],
)
def test_a_column_of_a_few_words_that_no_plan_has_is_said(heading: str, cells: tuple[str, ...]) -> None:
    rows = [f"{at} | 做第{at}件事。 | 县财政局 | {cell} | {at}月底" for at, cell in enumerate(cells, 1)]
    headings = f"序号 | 工作任务 | 责任单位 | {heading} | 完成时限"
    assert told(headings, *rows) == []
    assert said(headings, *rows) == [f"“{heading}”一列没有读"]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("缘起", ("去年人代会上代表们提出的建议", "县委常委会会议的有关决定")),
        ("涉及方", ("县教育局", "县水利局")),
    ],
)
def test_a_column_that_may_say_something_of_the_works_is_asked(heading: str, cells: tuple[str, ...]) -> None:
    rows = [f"{at} | 做第{at}件事。 | 县财政局 | {cell} | {at}月底" for at, cell in enumerate(cells, 1)]
    assert len(told(f"序号 | 工作任务 | 责任单位 | {heading} | 完成时限", *rows)) == 1


@pytest.mark.parametrize("heading", ["成员单位", "相关单位"])
def test_members_beside_who_leads_help_and_it_is_said(heading: str) -> None:
    rows = ("1 | 统筹调度。 | 县委办公室 | 县应急局", "2 | 走访企业。 | 县工信局 | 县税务局")
    headings = f"序号 | 工作任务 | 牵头单位 | {heading}"
    assert (told(headings, *rows), said(headings, *rows)) == ([], [f"“{heading}”一列作配合单位"])


def test_a_deadline_beside_the_next_step_is_no_doubt_where_each_cell_has_a_day() -> None:
    rows = ["1 | 建设中心2个 | 县民政局 | 10月底前开工建设", "2 | 建设停车场 | 县住建局 | 9月30日前完成招标"]
    assert told("序号 | 议定事项 | 责任单位 | 下一步工作及时限", *rows) == []


def test_a_doubt_of_a_table_is_about_all_its_rows() -> None:
    (doubt,) = told("1 | 做第一件事。 | 县教育局 | 3月底", "2 | 做第二件事。 | 县财政局 | 4月底")
    assert (doubt.read, doubt.columns, doubt.rows) == ("表格没有标题行", (), ("表1第1行", "表1第2行"))


def test_mixed_kinds_are_told_left_of_all_texts_alone() -> None:
    kinds = [(kind, f"做第{at}件事。") for at, kind in enumerate(("甲类", "乙类", "甲类"), 1)]
    (doubt,) = told("类别 | 任务 | 单位", *(f"{kind} | {work} | 甲局" for kind, work in kinds))
    assert doubt.read == "“类别”一列的各类交错着"
    assert told("任务 | 类别 | 单位", *(f"{work} | {kind} | 甲局" for kind, work in kinds)) == []


def test_what_is_to_be_done_and_was_put_to_the_notes_is_told() -> None:
    heading = "责任内容 | 时限 | 牵头部门 | 工作要求"
    rows = (
        "开展领导班子和领导干部的安全生产考核 | 11月底前 | 甲局 | 权重不低于5%",
        "召开常务会议研究全县安全生产工作 | 12月底前 | 乙局 | 不少于两次",
        "制定年度安全生产监督执法工作计划 | 3月底前 | 丙局 | 列入预算",
    )
    (doubt,) = told(heading, *rows)
    assert doubt.assumed == "按“责任内容”读，“工作要求”作备注"
    same = tuple(row.replace("权重不低于5%", "按时").replace("不少于两次", "按时") for row in rows)
    assert told(heading, *(row.replace("列入预算", "按时") for row in same)) == []


@pytest.mark.parametrize(("heading", "said"), [("督办件", 1), ("工作任务", 0)])
def test_works_under_a_heading_that_nobody_knows_are_said(heading: str, said: int) -> None:
    table = table_of(f"{heading} | 责任单位 | 时限\n修订预案 | 甲局 | 6月\n开展培训 | 乙局 | 7月")
    assert list(said_of_columns(table)) == ["“督办件”一列按格里写的，作具体工作"] * said


def test_owners_and_helpers_in_one_column_beside_leads_are_told() -> None:
    rows = ("1 | 建成一处。 | 丁局 | 甲局、乙局", "2 | 建成两处。 | 戊局 | 丙局")
    doubts = told("序号 | 任务 | 牵头单位 | 责任主体与协同单位", *rows)
    assert [one.assumed for one in doubts if "没有分开" in one.read] == ["都作责任单位"]


def test_a_demand_that_only_says_who_leads_is_no_other_work() -> None:
    rows = (
        "1 | 建设高速公路。 | 市交通局 | 由市交通局牵头，并负责报进度。",
        "2 | 扩建火电厂。 | 市发改委 | 由市发改委牵头，并负责报进度。",
    )
    heading = "序号 | 工作内容 | 责任单位 | 工作要求"
    assert not [one for one in told(heading, *rows) if "两列" in one.read]
    others = (row.replace("并负责报进度", "年底前建成两处") for row in rows)
    assert [one for one in told(heading, *others) if "两列" in one.read]

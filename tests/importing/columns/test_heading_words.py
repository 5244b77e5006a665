"""What headings say, as offices print them."""

from __future__ import annotations

import pytest

from qjtask.importing.columns.heading_words import evidence_of_heading, own_heading, plain_heading, role_of
from qjtask.importing.words.column_roles import Role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("序\n号", Role.NUMBER),
        ("建议编号", Role.NUMBER),
        ("重点任务", Role.TASK),
        ("2021年重点任务", Role.TASK),
        ("2021—2023年重点任务", Role.TASK),
        ("任务目标", Role.TASK),
        ("年度目标", Role.TARGET),
        ("2026年目标", Role.TARGET),
        ("具体举措", Role.WORK),
        ("任务分解/时序进度", Role.WORK),
        ("任务分解及进度安排", Role.WORK),
        ("整改措施", Role.WORK),
        ("建设内容及规模", Role.WORK),
        ("反馈意见", Role.TASK),
        ("标准要求", Role.TARGET),
        ("工作标准", Role.TARGET),
        ("建设规模", Role.OTHER),
        ("责任单位（排第一位的为牵头单位）", Role.UNITS),
        ("责任单位及责任人", Role.UNITS),
        ("牵头责任单位", Role.LEAD),
        ("牵头领导", Role.PERSON),
        ("参与单位", Role.SUPPORT),
        ("会同单位", Role.SUPPORT),
        ("督导单位", Role.OTHER),
        ("省级对口单位", Role.OTHER),
        ("完成期限要求", Role.DEADLINE),
        ("拟投入运营时间", Role.DEADLINE),
        ("开工时间", Role.NOTE),
        ("隐患部位", Role.NOTE),
        ("点位", Role.NOTE),
        ("具体位置", Role.NOTE),
        ("建设地点", Role.NOTE),
        ("复查人", Role.NOTE),
        ("督办人", Role.NOTE),
        ("验收责任人", Role.NOTE),
        ("整改责任人", Role.PERSON),
        ("填报时间", Role.OTHER),
        ("下步措施", Role.OTHER),
        ("下一阶段工作安排", Role.OTHER),
        ("需协调事项", Role.OTHER),
        ("1—9月完成情况", Role.OTHER),
        ("1-9月份工作取得成效", Role.OTHER),
        ("进展与成效", Role.OTHER),
        ("工作成效", Role.OTHER),
        ("进展情况及成效", Role.OTHER),
        ("完成情况和成效", Role.OTHER),
        ("预期工作成效", Role.TARGET),
        ("工作成效目标", Role.TARGET),
        ("1-8月完成率%", Role.OTHER),
        ("1-8月实际完成率％", Role.OTHER),
        ("10月底完成率（%）", Role.OTHER),
        ("%", None),
        ("一季度", Role.STEP),
        ("第四季度工作目标", Role.STEP),
        ("上半年", Role.STEP),
        ("备注", Role.NOTE),
        ("民生实事", Role.TASK),
        ("由头", None),
        ("工作抓手", Role.TASK),
        ("路线图", Role.WORK),
        ("承办单位名称", Role.UNITS),
        ("技术支撑", Role.SUPPORT),
        ("交办单位", Role.OTHER),
        ("检查对象", Role.OTHER),
        ("责任院系", Role.UNITS),
        ("责任党支部", Role.UNITS),
        ("归口办理部门", Role.UNITS),
        ("归口管理部门", Role.OTHER),
        ("提案人", Role.OTHER),
        ("信访人", Role.OTHER),
        ("登记时间", Role.OTHER),
        ("问题表现", Role.TASK),
        ("问题简要表述", Role.TASK),
        ("问题概述", Role.TASK),
        ("任务书", Role.TASK),
        ("责任分解", Role.WORK),
        ("责任清单", Role.UNITS),
        ("牵头责任清单", Role.LEAD),
        ("责任人清单", Role.PERSON),
        ("时限清单", Role.DEADLINE),
        ("整改时限清单", Role.DEADLINE),
        ("措施清单", Role.WORK),
        ("整改措施清单", Role.WORK),
        ("问题清单", Role.TASK),
        ("任务清单", Role.TASK),
        ("目标清单", Role.TARGET),
        ("负面清单", Role.TASK),
        ("抽查比例", Role.OTHER),
        ("未返学生数", Role.OTHER),
        ("2023年形象进度", Role.TARGET),
        ("年度形象进度", Role.TARGET),
        ("工程形象进度", Role.OTHER),
        ("1-9月形象进度", Role.OTHER),
        ("上年形象进度", Role.OTHER),
        ("项目编码", Role.NUMBER),
        ("具体责任", Role.WORK),
        ("参建单位", Role.SUPPORT),
        ("协查部门", Role.SUPPORT),
        ("方式方法", Role.OTHER),
        ("成果形式", Role.TARGET),
        ("成果要求", Role.TARGET),
        ("目标及标准", Role.TARGET),
        ("具体目标", Role.TARGET),
        ("工作细项", Role.WORK),
        ("任务明细", Role.WORK),
        ("测评标准", Role.WORK),
        ("责任归属", Role.UNITS),
        ("限期", Role.DEADLINE),
        ("时限安排", Role.DEADLINE),
        ("序列", Role.NUMBER),
        ("责任人及电话", Role.PERSON),
        ("联系人及联系方式", Role.PERSON),
        ("联系电话", Role.OTHER),
        ("后续计划", Role.OTHER),
        ("滞后原因", Role.OTHER),
        ("问题及建议", Role.OTHER),
        ("需上级协调事项", Role.OTHER),
        ("评价部门", Role.OTHER),
        ("来源文件", Role.OTHER),
        ("任务属性", Role.OTHER),
        ("紧急程度", Role.OTHER),
        ("重大火灾隐患单位名称", Role.TASK),
        ("被督办单位", Role.TASK),
        ("隐患整改责任单位", Role.UNITS),
        ("计量单位", Role.MEASURE),
        ("整改建议", Role.WORK),
        ("意见建议", Role.OTHER),
        ("采纳情况", Role.OTHER),
        ("归口单位", Role.UNITS),
        ("实际完成时间", Role.OTHER),
        ("验收结果", Role.OTHER),
        ("培训方式", Role.OTHER),
        ("考核方式", Role.OTHER),
        ("测评方法", Role.OTHER),
        ("整改方法", Role.WORK),
        ("公开渠道", Role.OTHER),
        ("佐证资料", Role.OTHER),
        ("年度投资计划（万元）", Role.OTHER),
        ("所属行业", Role.OTHER),
        ("谁来干", Role.UNITS),
        ("干什么", Role.TASK),
        ("怎么干", Role.WORK),
        ("何时干成", Role.DEADLINE),
        ("干到什么程度", Role.TARGET),
        ("评价标准", Role.TARGET),
        ("链长单位", Role.LEAD),
        ("召集单位", Role.LEAD),
        ("施工班组", Role.UNITS),
        ("责任岗位", Role.PERSON),
        ("工作主线", Role.FIELD),
        ("任务点", Role.WORK),
        ("新建人行天桥2座。", None),
        ("", None),
    ],
)
def test_a_heading_names_a_role(heading: str, role: Role | None) -> None:
    assert role_of(heading) is role


def test_a_weak_heading_waits_for_the_cells() -> None:
    assert role_of("建设主体") is None
    assert [(one.role, one.weight) for one in evidence_of_heading("建设主体")] == [(Role.UNITS, 3)]


def test_a_longer_word_beats_a_shorter_one_and_both_are_known() -> None:
    said = {one.role: one.weight for one in evidence_of_heading("时限要求")}
    assert said[Role.DEADLINE] > said[Role.TASK] > 0


def test_headings_are_compared_without_breaks_brackets_years_and_conjunctions() -> None:
    assert plain_heading("2021年度\n工作 任务（要求）及措施") == "工作任务措施"
    assert plain_heading("参与单位") == "参与单位"
    assert plain_heading("（牵头）") == "(牵头)"


@pytest.mark.parametrize(
    ("heading", "weights"),
    [
        ("责任单位（配合）", [(Role.SUPPORT, 10), (Role.UNITS, 7)]),
        ("责任单位（协办）", [(Role.SUPPORT, 10), (Role.UNITS, 7)]),
        ("单位(牵头)", [(Role.LEAD, 10), (Role.UNITS, 7)]),
        ("责任（配合）单位", [(Role.UNITS, 7), (Role.SUPPORT, 10)]),
        ("责任单位（科室）", [(Role.UNITS, 7)]),
        ("完成时限（牵头）", [(Role.DEADLINE, 7)]),
    ],
)
def test_brackets_in_a_heading_of_offices_say_who_leads_and_who_helps(
    heading: str, weights: list[tuple[Role, int]]
) -> None:
    assert [(one.role, one.weight) for one in evidence_of_heading(heading)] == weights


def test_that_offices_stand_below_weighs_less_than_which_these_are() -> None:
    assert [(one.role, one.weight) for one in evidence_of_heading("配合单位")] == [
        (Role.SUPPORT, 7),
        (Role.UNITS, 3),
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Task", Role.TASK),
        ("Owner", Role.UNITS),
        ("Support", Role.SUPPORT),
        ("Due Date", Role.DEADLINE),
        ("DEADLINE", Role.DEADLINE),
        ("Department", Role.UNITS),
        ("责任部门Owner", Role.UNITS),
        ("责任部门\nOwner", Role.UNITS),
        ("完成日期/Due Date", Role.DEADLINE),
        ("No.", Role.NUMBER),
        ("Responsible Department", Role.UNITS),
        ("上线ERP", None),
        ("ERP系统", None),
        ("IT部", None),
    ],
)
def test_headings_in_english_are_read_alone_and_beside_chinese_ones(heading: str, role: Role | None) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("资料发放", Role.NOTE),
        ("收取资料", Role.NOTE),
        ("所需材料", Role.NOTE),
        ("提交材料", Role.NOTE),
        ("阶段", Role.FIELD),
        ("工作阶段", Role.FIELD),
        ("实施阶段", Role.FIELD),
    ],
)
def test_papers_are_noted_and_stages_stand_over_works(heading: str, role: Role) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("进度安排\n全年", "年底"),
        ("时间节点\n全年", "年底"),
        ("进度安排\n上半年", "上半年"),
        ("年度目标\n全年", "全年"),
        ("投资\n全年", "全年"),
        ("全年", "全年"),
    ],
)
def test_what_is_due_in_the_whole_year_is_by_its_end_under_a_schedule_alone(name: str, own: str) -> None:
    assert own_heading(name) == own

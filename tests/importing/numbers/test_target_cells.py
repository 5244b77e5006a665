"""Bare numbers in a column of goals."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.importing.numbers.target_cells import bare_numbers, goals_of_year, named_goal, named_in_row


@pytest.mark.parametrize(
    ("goals", "found"),
    [
        ("30个", ["30个"]),
        ("2026年目标：500；全部完成", ["500"]),
        ("≥95%", ["≥95%"]),
        ("98%以上", ["98%以上"]),
        ("12万平方米", ["12万平方米"]),
        ("30个工作日以内", ["30个工作日以内"]),
        ("6月30日", []),
        ("招引项目30个", []),
        ("2026年", []),
        ("6月", []),
        ("", []),
        ("全部完成", []),
    ],
)
def test_a_number_that_says_not_of_what_is_found(goals: str, found: list[str]) -> None:
    assert list(bare_numbers(goals)) == found


def test_goals_of_other_years_are_told_apart() -> None:
    both = "2026年目标：建桥2座；修路。；2027年目标：建桥5座"
    assert goals_of_year(both, 2026) == "2026年目标：建桥2座；修路。"
    assert goals_of_year(both, 2028) == ""
    assert goals_of_year("建桥2座；修路", 2026) == "建桥2座；修路"


def test_columns_headed_by_years_hold_each_years_goals(kit: Any) -> None:
    rows = kit.table(
        ("序号", "重点工程", "主要任务", "2021年", "2022年", "责任单位"),
        ("1", "引育工程", "绘制图谱。", "招引项目30个", "招引项目60个", "市招商中心"),
        ("2", "引育工程", "构建体系。", "5家", "9家", "市经信局"),
    )
    draft = kit.drafted(kit.to_html(rows), "a.html", head=kit.head)
    assert [item.work for item in draft.plan.items()] == ["绘制图谱。", "构建体系。"]
    assert [[(one.name, one.at_least) for one in item.targets] for item in draft.plan.items()] == [
        [("招引项目", "30")],
        [],
    ]
    assert "2022年目标：招引项目60个" in next(draft.plan.items()).note
    assert "目标一栏的“5家”没有写是什么的数" in [doubt.read for doubt in draft.doubts]


def test_years_over_two_rows_of_headings_are_read(kit: Any) -> None:
    rows = kit.table(
        (("序号", 2, 1), ("主要任务", 2, 1), ("年度目标", 1, 2), ("责任单位", 2, 1)),
        ("2021年", "2022年"),
        ("1", "绘制图谱。", "招引项目30个", "招引项目60个", "市招商中心"),
    )
    (item,) = kit.drafted(kit.to_html(rows), "a.html", head=kit.head).plan.items()
    assert [(one.name, one.at_least) for one in item.targets] == [("招引项目", "30")]


@pytest.mark.parametrize(
    ("goal", "work", "measure", "named"),
    [
        ("3.5", "早稻播种面积", "万亩", "早稻播种面积3.5万亩"),
        ("≥6", "生猪出栏", "万头", "生猪出栏≥6万头"),
        ("95%", "群众满意率", "%", "群众满意率95%"),
        ("1200", "城镇新增就业（人）", "", "城镇新增就业1200人"),
        ("98%以上", "网上办税率", "", "网上办税率98%以上"),
        ("不低于95%", "群众满意度", "", "群众满意度不低于95%"),
        ("98%以上", "推行网上办税", "", "98%以上"),
        ("良好以上", "粮食安全责任制", "-", "良好以上"),
        ("12", "改造老旧小区，完善配套。", "个", "12"),
        ("12", "改造老旧小区", "", "12"),
        ("6月", "改造老旧小区", "个", "6月"),
        ("5万亩", "高标准农田建设面积", "", "高标准农田建设面积5万亩"),
        ("20亿元", "招商引资到位资金", "", "招商引资到位资金20亿元"),
        ("≥5000人", "城镇新增就业", "", "城镇新增就业≥5000人"),
        ("120公里以上", "农村公路改造", "", "农村公路改造120公里以上"),
        ("不少于12个", "村卫生室", "", "村卫生室不少于12个"),
        ("5个", "新建公园", "", "新建公园5个"),
        ("8 万平方米", "标准化厂房", "", "标准化厂房8万平方米"),
        ("5家", "构建体系", "", "5家"),
        ("5家", "完善制度", "", "5家"),
        ("2次", "党建工作", "", "2次"),
        ("10分", "党建引领", "", "10分"),
        ("5天", "项目审批", "", "5天"),
        ("5个工作日", "项目审批", "", "5个工作日"),
        ("3起", "安全生产事故", "", "3起"),
        ("6月", "农田建设", "", "6月"),
        ("2026年", "农田建设", "", "2026年"),
        ("12", "村卫生室", "", "12"),
        ("增长6%", "服务业增加值", "", "服务业增加值增长6%"),
        ("完成130亿元", "固定资产投资", "", "固定资产投资130亿元"),
        ("达到12个", "老旧小区改造", "", "老旧小区改造12个"),
        ("控制在5.5%以内", "城镇调查失业率", "", "城镇调查失业率控制在5.5%以内"),
        ("提高20%", "推进网上办税", "", "提高20%"),
        ("完成主体工程", "改造老旧小区", "", "完成主体工程"),
        ("增长6%，新增企业5家", "服务业增加值", "", "服务业增加值增长6%，新增企业5家"),
        ("2.1亿元，增长8%", "业务收入", "", "业务收入2.1亿元，增长8%"),
        ("≥95%，无丙级病历", "甲级病历率", "", "甲级病历率≥95%，无丙级病历"),
        ("较上年增长5%", "门诊人次", "", "门诊人次较上年增长5%"),
        ("85%-93%", "床位使用率", "", "床位使用率85%-93%"),
        ("＜8%", "院感发生率", "", "院感发生率＜8%"),
        ("≤40DDDs", "抗菌药物使用强度", "", "抗菌药物使用强度≤40DDDs"),
        ("8以上", "居民收入增长", "%", "居民收入增长8%以上"),
        ("≥70%", "65岁以上老年人健康管理率", "", "65岁以上老年人健康管理率≥70%"),
        ("30个", "新建30个便民驿站", "", "30个"),
        ("37", "PM2.5平均浓度", "微克/立方米", "37"),
        ("≤37", "PM2.5平均浓度", "微克/立方米", "PM2.5平均浓度≤37微克/立方米"),
        ("每个科室至少1项", "开展新技术", "", "每个科室至少1项"),
        ("每学期不少于20节", "教师听课", "", "教师听课每学期不少于20节"),
        ("生均30册", "图书借阅", "", "图书借阅生均30册"),
        ("人均72学时", "教师培训", "", "人均72学时"),
        ("1.6亿美元", "实到外资", "", "实到外资1.6亿美元"),
        ("8000万港元", "到位资金", "", "到位资金8000万港元"),
        ("12.5亿千瓦时", "用电量", "", "用电量12.5亿千瓦时"),
        ("3.5立方米/秒", "供水能力", "", "供水能力3.5立方米/秒"),
        ("3万吨标准煤", "减排二氧化碳", "", "减排二氧化碳3万吨标准煤"),
        ("不少于5000人", "城镇新增就业", "", "城镇新增就业不少于5000人"),
        ("800个", "新增停车位", "", "新增停车位800个"),
        ("3个工作日以内", "办理时限", "", "办理时限3个工作日以内"),
        ("15项", "推行联合验收", "", "15项"),
        ("完成8处水厂改造提升", "农村供水", "", "完成8处水厂改造提升"),
        ("3000人", "就业服务", "", "3000人"),
        ("5家", "加强产业培育", "", "5家"),
        ("320天", "空气优良天数", "", "320天"),
        ("800个", "新增停车位，完善配套。", "", "800个"),
        ("2次", "开展产科急救演练。", "", "开展产科急救演练2次"),
        ("6000人", "完成农村妇女免费“两癌”筛查。", "", "完成农村妇女免费“两癌”筛查6000人"),
        ("5000亩", "完成农田建设任务。", "", "5000亩"),
        ("≥92%", "落实专案管理，孕产妇系统管理率达标。", "", "孕产妇系统管理率≥92%"),
        ("≥92%", "提升门诊病历合格率，稳步提高住院病历合格率。", "", "≥92%"),
        ("年底", "实到外资", "", "年底"),
        ("改造45家", "粪污设施改造", "", "粪污设施改造45家"),
        ("修订18项核心制度", "修订制度", "", "修订18项核心制度"),
    ],
)
def test_a_bare_number_takes_name_and_unit_from_its_row(
    goal: str, work: str, measure: str, named: str
) -> None:
    assert named_goal(goal, work, measure) == named


def test_a_goal_may_be_of_the_indicator_beside_its_work() -> None:
    assert named_in_row("≥40%", ["新增绿地35公顷", "绿化覆盖率"], "") == "绿化覆盖率≥40%"
    assert named_in_row("800个", ["新增停车位", "便民工程"], "") == "新增停车位800个"
    assert named_in_row("5家", ["加强培育", ""], "") == "5家"


def test_indicators_become_targets(kit: Any) -> None:
    rows = kit.table(
        ("序号", "考核内容", "单位", "年度目标", "责任部门"),
        ("1", "早稻播种面积", "万亩", "3.5", "县农业农村局"),
        ("2", "群众满意率", "%", "≥95", "县统计局"),
    )
    items = [
        item for group in kit.drafted(kit.writers["html"](rows), "a.html").plan.groups for item in group.items
    ]
    assert [(one.name, one.at_least, one.unit) for item in items for one in item.targets] == [
        ("早稻播种面积", "3.5", "万亩"),
        ("群众满意率", "95", "%"),
    ]


def test_a_bare_number_that_the_work_says_too_is_not_told(kit: Any) -> None:
    rows = kit.table(
        ("序号", "任务举措", "2026年目标值", "责任单位"),
        ("1", "“跨省通办”事项新增20项", "20项", "县政务服务局"),
        ("2", "推行联合验收", "15项", "县住建局"),
    )
    told = [doubt.read for doubt in kit.drafted(kit.writers["html"](rows), "a.html").doubts]
    assert [read for read in told if "没有写是什么的数" in read] == ["目标一栏的“15项”没有写是什么的数"]


def test_numbers_with_their_units_are_goals_and_no_works(kit: Any) -> None:
    rows = kit.table(
        ("指标", "目标", "责任单位"),
        ("实到外资", "1.6亿美元", "县商务局"),
        ("固定资产投资增速", "8%", "县发改局"),
        ("空气优良天数", "320天", "县生态环境局"),
    )
    draft = kit.drafted(kit.to_html(rows), "a.html", head=kit.head)
    assert [item.work for item in draft.plan.items()] == ["实到外资", "固定资产投资增速", "空气优良天数"]
    assert [[one[:4] for one in item.targets] for item in draft.plan.items()] == [
        [("实到外资", "1.6", None, "亿美元")],
        [("固定资产投资增速", "8", None, "%")],
        [],
    ]
    assert [doubt.read for doubt in draft.doubts] == [
        "表格没有完成时限一栏",
        "目标一栏的“320天”没有写是什么的数",
    ]


def test_the_only_text_of_a_table_is_its_work_without_a_doubt(kit: Any) -> None:
    rows = kit.table(
        ("序号", "目标", "责任单位", "完成时限"),
        ("1", "城镇新增就业5000人", "县人社局", "6月底前"),
        ("2", "新建公厕12座", "县城管局", "年底前"),
    )
    draft = kit.drafted(kit.to_html(rows), "a.html", head=kit.head)
    assert [item.targets[0].at_least for item in draft.plan.items()] == ["5000", "12"]
    assert draft.doubts == ()

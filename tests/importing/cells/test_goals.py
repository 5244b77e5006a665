"""What the headings over works promise."""

from __future__ import annotations

from typing import Any

import pytest


def read(kit: Any, headed: str, *rows: tuple[str, str]) -> Any:
    number = iter(range(1, 99))
    table = kit.table(
        ("序号", headed, "推进措施", "责任单位", "完成时限"),
        *((str(next(number)), goal, work, "县住建局", "年底前") for goal, work in rows),
    )
    return kit.drafted(kit.to_html(table), "a.html", head=kit.head)


def targets(draft: Any) -> list[list[tuple[str, str, str]]]:
    return [[(one.name, one.at_least, one.unit) for one in item.targets] for item in draft.plan.items()]


def told(draft: Any) -> list[tuple[tuple[str, ...], str]]:
    return [(doubt.items, doubt.read) for doubt in draft.doubts]


@pytest.mark.parametrize("headed", ["目标任务", "重点任务", "重点工作", "民生实事"])
def test_what_a_heading_promises_is_its_only_works(kit: Any, headed: str) -> None:
    draft = read(kit, headed, ("新建管网12公里", "编制方案"), ("新增绿地5万平方米", "开展勘察"))
    assert targets(draft) == [[("新建管网", "12", "公里")], [("新增绿地", "5", "万平方米")]]
    assert told(draft) == []


@pytest.mark.parametrize("headed", ["存在问题", "重点项目"])
def test_what_a_problem_or_a_project_counts_is_no_promise(kit: Any, headed: str) -> None:
    draft = read(kit, headed, ("新增违法建设12处未整改", "编制方案"), ("新建管网5公里未完工", "开展勘察"))
    assert targets(draft) == [[], []]


def test_a_promise_over_several_works_is_told_once(kit: Any) -> None:
    draft = read(
        kit,
        "目标任务",
        ("新建管网12公里", "编制方案"),
        ("新建管网12公里", "加快施工"),
        ("修路30公里", "勘察路线"),
    )
    assert targets(draft)[:2] == [[], []]
    assert told(draft) == [(("1.1", "1.2"), "重点任务“新建管网12公里”里写着数，下面有几项工作")]


def test_what_the_works_promise_themselves_is_not_told_again(kit: Any) -> None:
    several = read(kit, "目标任务", ("新建管网12公里", "新建管网12公里以上"), ("新建管网12公里", "加快施工"))
    assert (targets(several), told(several)) == ([[("新建管网", "12", "公里")], []], [])
    alone = read(kit, "目标任务", ("新建管网12公里", "新建管网12公里以上"), ("绿化", "新增绿地5万平方米"))
    assert targets(alone) == [[("新建管网", "12", "公里")], [("新增绿地", "5", "万平方米")]]


def test_a_work_that_only_says_how_much_is_named_by_its_heading(kit: Any) -> None:
    draft = read(
        kit,
        "任务名称",
        ("服务业增加值", "增长6%"),
        ("群众满意率", "达到95%以上"),
        ("招商引资", "新引进项目5个"),
        ("城市绿化", "推进绿道建设"),
    )
    assert targets(draft) == [
        [("服务业增加值增长", "6", "%")],
        [("群众满意率", "95", "%")],
        [("新引进项目", "5", "个")],
        [],
    ]
    assert next(item.work for item in draft.plan.items()) == "服务业增加值：增长6%"


def test_the_heading_of_a_column_of_goals_names_nothing_that_is_counted(kit: Any) -> None:
    table = kit.table(
        ("序号", "工作任务", "目标值", "考核标准", "责任科室"),
        ("1", "集成改革", "新增20件", "按比例计", "县住建局"),
        ("2", "网上可办率", "98%", "不达标不计", "县教育局"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html", head=kit.head)
    assert targets(draft) == [[], [("网上可办率", "98", "%")]]
    assert (("1.1",), "“新增20件”里的数没有读成指标") in told(draft)


def test_what_a_deadline_asks_for_is_promised_unless_it_is_a_part_of_the_work(kit: Any) -> None:
    table = kit.table(
        ("序号", "工作任务", "责任单位", "完成时限"),
        ("1", "解决充电桩不足问题", "社区发展办", "力争6月底前新增充电桩80个"),
        ("2", "新增充电桩80个", "社区发展办", "6月底前建成充电桩80个"),
        ("3", "编制方案", "社区发展办", "6月底前完成80%"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html", head=kit.head)
    assert targets(draft) == [[("新增充电桩", "80", "个")], [("新增充电桩", "80", "个")], []]


@pytest.mark.parametrize(
    ("name", "measures", "promised"),
    [
        (
            "新建公厕3座，新增车位60个",
            "1.6月底前建成2座。2.9月底前完成3座任务。",
            ["新建公厕 3 座", "新增车位 60 个"],
        ),
        ("实施公路大中修20公里", "7月底前开工，11月底前建成", ["实施公路大中修 20 公里"]),
        ("新增违法建设12处未整改", "1.制定方案。2.逐处拆除。", []),
        ("推进缓慢，仅完成60%", "倒排进度，每周调度", []),
    ],
)
def test_a_works_name_that_is_a_deed_promises_what_it_counts(
    kit: Any, name: str, measures: str, promised: list[str]
) -> None:
    table = kit.table(
        ("序号", "实事项目", "工作举措及实施计划", "责任单位", "配合单位"),
        ("1", name, measures, "县住建局", "各镇"),
        ("2", "开展夜间巡查", "每周巡查", "县交通局", "各镇"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html", head=kit.head)
    first = next(draft.plan.items())
    assert [f"{one.name} {one.at_least} {one.unit}" for one in first.targets] == promised


def test_a_goal_that_counts_nothing_is_told_once(kit: Any) -> None:
    table = kit.table(
        ("序号", "工作内容", "目标值", "责任单位", "完成时限"),
        ("1", "推行“互联网+护理服务”", "不少于5项", "护理部", "9月底前"),
        ("2", "优质护理服务覆盖率", "≥90%", "护理部", "6月底前"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html", head=kit.head)
    assert told(draft) == [(("1.1",), "目标一栏的“不少于5项”没有写是什么的数")]

"""A work's cells: its dates and its numbers, and what is told of them."""

from __future__ import annotations

from typing import Any

HEAD = ("序号", "具体工作", "责任单位", "完成时限")


def told(draft: Any) -> list[str]:
    return [f"{doubt.read}；{doubt.assumed}" for doubt in draft.doubts if doubt.items]


def test_a_time_that_is_not_taken_is_told(kit: Any) -> None:
    table = kit.table(
        HEAD,
        ("1", "对2021年6月30日前注册的企业开展走访。", "甲局", "年底前"),
        ("2", "每月25日前报送进展，较2020年底下降5%。", "甲局", "年底前"),
        ("3", "每月25日前报送进展。", "甲局", "每月25日前"),
        ("4", "截至12月31日仍未办结的，一律销号。", "甲局", "12月31日"),
        ("5", "6月初完成摸底。", "甲局", "年底前"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html")
    assert told(draft) == [
        "具体工作里的“2021年6月30日前”只是限定语；没有记作时间节点",
        "具体工作里的“每月25日前”是每期都有的时间；没有记作时间节点",
        "“较2020年底下降5%”里的数没有读成指标；没有记",
        "具体工作里藏着时间“6月初”，完成时限是“年底前”；记作时间节点 2021-06-05",
    ]


def test_a_share_of_the_work_that_its_step_holds_needs_no_doubt(kit: Any) -> None:
    table = kit.table(
        HEAD,
        ("1", "公路建设上半年完成50%。", "甲局", "年底前"),
        ("2", "完成年度任务，一季度完成20%，上半年完成总进度的50%以上。", "甲局", "年底前"),
        ("3", "完成50%。", "甲局", "年底前"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html")
    assert [one for one in told(draft) if "指标" in one] == [
        "“完成50%”里的数没有读成指标；没有记",
    ]
    one, two, *_ = draft.plan.items()
    assert [step.work for item in (one, two) for step in item.milestones] == [
        "公路建设完成50%",
        "完成20%",
        "完成总进度的50%以上",
    ]


def test_without_a_column_the_doubt_shows_the_words_and_the_day(kit: Any) -> None:
    table = kit.table(
        HEAD[:3],
        ("1", "一季度完成立项，三季度开工建设。", "甲局"),
        ("2", "三年内建成统一监管平台。", "甲局"),
        ("3", "抓好落实（长期坚持）。", "甲局"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html")
    assert told(draft) == [
        "表格没有完成时限一栏；空着",
        "没有完成时限一栏，具体工作里写着“三季度”；当作完成时限 2021-09-30",
        "具体工作里藏着时间“一季度”，完成时限是“三季度”；记作时间节点 2021-03-31",
        "具体工作里的“三年内”没有写从哪天算起；没有记作时间节点",
        "没有完成时限一栏，具体工作里写着“长期坚持”；当作完成时限",
    ]
    assert draft.doubts[0].items == ("1.2",)
    first, second, third = draft.plan.items()
    assert [milestone.work for milestone in first.milestones] == ["完成立项"]
    assert (first.deadline.text, second.deadline.text, third.deadline.text) == ("三季度", "", "长期坚持")


def test_a_number_that_is_not_read_or_only_about_right_is_told(kit: Any) -> None:
    table = kit.table(
        (*HEAD, "目标"),
        ("1", "平均办理时间压缩三分之一以上。", "甲局", "年底前", "满意率95%左右"),
        ("2", "2020年完成投资3亿元，今年完成4亿元。", "甲局", "年底前", ""),
    )
    draft = kit.drafted(kit.to_html(table), "a.html")
    assert told(draft) == [
        "“平均办理时间压缩三分之一以上”里的数没有读成指标；没有记",
        "带“左右”的数是约数；按不低于记",
    ]
    targets = [[(one.name, one.at_least) for one in item.targets] for item in draft.plan.items()]
    assert targets == [[("满意率", "95")], [("完成投资", "4")]]


def test_the_dates_of_a_goal_are_told_but_those_that_the_work_has(kit: Any) -> None:
    table = kit.table(
        ("序号", "具体工作", "年度目标", "责任单位", "完成时限"),
        ("1", "推进长江百里生态廊道建设。", "造林3000亩，3月底前完成栽植任务", "甲局", "年底前"),
        ("2", "推进人民医院新院区建设。", "10月底前主体封顶", "甲局", "10月31日"),
        ("3", "推进湿地公园建设。", "年内通过验收", "甲局", "11月底前"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html")
    assert told(draft) == ["目标一栏里写着时间“3月底前”；没有记作时间节点"]
    assert draft.doubts[0].other == "2021-03-31 完成栽植任务"


def test_how_often_a_work_is_done_is_told_once(kit: Any) -> None:
    table = kit.table(
        HEAD,
        ("1", "每季度召开2次例会。", "甲局", ""),
        ("2", "每月开展不少于2次巡查。", "甲局", ""),
        ("3", "每月开展不少于2次巡查。", "甲局", "年底前"),
        ("4", "修路。", "甲局", "年底前"),
    )
    draft = kit.drafted(kit.to_html(table), "a.html")
    assert told(draft) == [
        "完成时限一栏是空的，具体工作里写着“每季度召开2次”；没有写是哪一天，空着",
        "完成时限一栏是空的，具体工作里写着“每月开展不少于2次”；没有写是哪一天，空着",
        "“每月开展不少于2次”是每一期的数；照印的数记，不是全年的",
    ]


def test_how_big_a_project_is_promises_nothing_beside_the_goal_of_the_year(kit: Any) -> None:
    table = kit.table(
        ("序号", "项目名称", "建设规模及内容", "2022年工作目标", "责任单位"),
        ("1", "市医院二期", "新增床位800张", "12月底前主体结构封顶", "市卫健委"),
        ("2", "文化公园", "新建步道6.8公里", "建成步道3公里", "市建设集团"),
        ("3", "水厂扩建", "新建泵站2座", "", "市水务局"),
    )
    items = [*kit.drafted(kit.to_html(table), "a.html").plan.items()]
    assert [[(one.name, one.at_least) for one in item.targets] for item in items] == [
        [],
        [("建成步道", "3")],
        [("新建泵站", "2")],
    ]
    assert items[0].deadline.text == "12月底前"

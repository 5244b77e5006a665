"""Plans by months, weeks or terms that name no office: their works are read, and that is told once."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, works

TITLE = "某小学2025年德育工作月安排"
NOBODY = "没有写责任单位"


def said(*paragraphs: str) -> list[tuple[str, str]]:
    """The months with their works."""
    return [(one.split("|")[0].rpartition("：")[2], one.split("|")[2]) for one in works(*paragraphs)]


@pytest.mark.parametrize("number", ["1.", ""])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("二月", "三月"),
        ("一、9月份", "二、10月份"),
        ("第1周：", "第2周："),
        ("一、8月25日前", "二、9月1日上午"),
    ],
)
def test_what_stands_under_a_month_is_a_work_though_nobody_is_named(
    number: str, first: str, second: str
) -> None:
    lines = (
        TITLE,
        first,
        f"{number}制定工作计划。",
        second,
        f"{number}召开家长会。",
        "某小学德育处",
        "2025年2月1日",
    )
    months = [text.strip("：").removeprefix(mark) for text, mark in ((first, "一、"), (second, "二、"))]
    assert said(*lines) == list(zip(months, ["制定工作计划。", "召开家长会。"], strict=True))
    assert [(one.read, one.rows) for one in read(*lines).doubts] == [(f"2项{NOBODY}", ("第3段", "第5段"))]


def test_points_that_begin_with_a_month_each_are_works() -> None:
    points = ("（1）1——2月份，组建监督队。", "（2）3——4月份，开展大整治。", "（3）5——6月份，举办培训。")
    assert len(works("兰岭社区共建工作计划", "一、共建活动安排", *points)) == len(points)
    assert works("兰岭社区共建工作计划", "一、共建活动安排", *points[:2]) == []


def test_an_office_that_begins_a_work_does_it() -> None:
    found = works(TITLE, "二月", "1.制定工作计划。", "三月", "1.教导处组织听课。")
    assert [one.split("|")[4] for one in found] == ["", "教导处"]


@pytest.mark.parametrize(
    "lines",
    [
        ("某小学2025年工作总结", "二月", "1.制定了计划。", "三月", "1.召开了家长会。"),
        (TITLE, "二月", "1.制定工作计划。", "2.召开家长会。"),
        (TITLE, "第一阶段（2月）", "1.宣传发动。", "第二阶段（3月）", "1.总结提升。"),
    ],
)
def test_other_papers_name_nobody_and_are_none(lines: tuple[str, ...]) -> None:
    assert works(*lines) == []


def test_a_plan_with_offices_before_its_months_is_read_by_them() -> None:
    lines = (
        "一、任务",
        "1.修路。（县交通局）",
        "2.建桥。（县住建局）",
        "二、步骤",
        "3月",
        "1.发动。",
        "4月",
        "1.总结。",
    )
    assert [one.split("|")[2] for one in works("某县工作计划", *lines)] == ["修路。", "建桥。"]


def test_the_next_section_is_under_no_month() -> None:
    lines = (TITLE, "一、安排", "2月", "1.制定计划。", "3月", "1.召开家长会。", "二、要求", "1.高度重视。")
    assert [work for _, work in said(*lines)] == ["制定计划。", "召开家长会。"]


@pytest.mark.parametrize("title", ["第二周工作计划", "某幼儿园9月份工作安排", "本周工作要点"])
def test_the_points_of_a_plan_of_one_week_or_month_are_works(title: str) -> None:
    goals = ("一、工作目标", "1.安全无事故。")
    lines = (title, *goals, "二、常规", "1.制定周计划。", "2.维修门窗。", "三、保健", "1.检查卫生。")
    assert said(*lines) == [("常规", "制定周计划。"), ("常规", "维修门窗。"), ("保健", "检查卫生。")]
    assert f"3项{NOBODY}" in [one.read for one in read(*lines).doubts]


@pytest.mark.parametrize("title", ["2025年工作计划", "年度工作要点", "第二周工作总结"])
def test_those_of_a_year_s_or_a_report_s_are_not(title: str) -> None:
    assert works(title, "一、常规", "1.制定周计划。", "2.维修门窗。", "3.检查卫生。") == []


WEEK = ("第四周工作安排（3.12—3.18）", "一、教学", "1.上交教案。", "2.打印报名单。", "3.维修电脑房。")


def test_a_title_with_its_days_in_brackets_is_one_of_a_week() -> None:
    assert [work for _, work in said(*WEEK)] == ["上交教案。", "打印报名单。", "维修电脑房。"]


def test_one_point_that_names_somebody_stands_among_those_of_nobody() -> None:
    found = works(*WEEK, "4.做好家访。", "5.参加区里培训。（教导处、语文组）")
    assert [one.split("|")[4] for one in found] == ["", "", "", "", "教导处、语文组"]

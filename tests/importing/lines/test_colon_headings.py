"""Unnumbered headings that end in a colon or stand in brackets."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.colon_headings import without_colons
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.text_lines import read_lines
from tests.importing.works.documents import works

FIRST, SECOND = "1.教师报到。（教务处）", "1.检查消防。（总务处）"


def bared(*texts: str) -> list[str]:
    """The lines that lost a colon or brackets, as they are then."""
    lines = read_lines(Passage(text, "") for text in texts)
    return [new.text for old, new in zip(lines, without_colons(lines), strict=True) if old.text != new.text]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("二月份：", "三月份："),
        ("第一季度：", "第二季度："),
        ("1—3月：", "4—6月："),
        ("二月份工作：", "三月份工作："),
        ("第一周（2月23日—27日）：", "第二周（3月2日—6日）："),
        ("上半年：", "下半年："),
        ("【二月】", "【三月】"),
        ("〔第一季度〕：", "〔第二季度〕："),
        ("重点项目：", "日常工作："),
        ("九月份（主题：养成月）", "十月份（主题：爱国月）"),
        ("九月：养成教育月", "十月：爱国教育月"),
        ("二月主题：新起点、新打算", "三月主题：养成文明习惯"),
        ("第一周：9月1日-9月5日", "第二周：9月8日-9月12日"),
        ("9月1日（星期一）：", "9月2日（星期二）："),
        ("9月1日—9月5日", "9月8日—9月12日"),
        ("二〇二五年九月", "二〇二五年十月"),
        ("★九月", "★十月"),
        ("7、8月份", "9、10月份"),
        ("上旬：", "下旬："),
        ("开学初", "学期末"),
    ],
)
def test_such_headings_part_works(upper: str, lower: str) -> None:
    title = "中心小学2026年春季学期工作计划"
    one, other = (text.strip("：【】〔〕★") for text in (upper, lower))
    assert works(title, upper, FIRST, "2.检查备课。（办公室）", lower, SECOND) == [
        f"{one}|1|教师报到。||教务处||",
        f"{one}|2|检查备课。||办公室||",
        f"{other}|1|检查消防。||总务处||",
    ]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("九月：", "十月："),
        ("【九月】", "【十月】"),
        ("第1周（9月1日—9月5日）", "第2周（9月8日—9月12日）"),
        ("第一阶段（9月1日—9月30日）", "第二阶段（10月8日—10月31日）"),
        ("星期一：", "星期二："),
        ("9月上旬", "9月下旬"),
        ("第一学期", "第二学期"),
        ("9—10月", "11—12月"),
    ],
)
def test_such_headings_part_works_without_numbers(upper: str, lower: str) -> None:
    title = "中心小学2026年春季学期工作计划"
    one, other = (text.strip("：【】") for text in (upper, lower))
    found = works(title, upper, FIRST[2:], "检查备课。（办公室）", lower, SECOND[2:])
    assert found == [
        f"{one}|-|教师报到。||教务处||",
        f"{one}|-|检查备课。||办公室||",
        f"{other}|-|检查消防。||总务处||",
    ]


def test_a_month_alone_or_at_the_end_parts_nothing() -> None:
    assert bared("工作计划", "九月", FIRST[2:], SECOND[2:]) == []
    assert bared("工作计划", FIRST[2:], "九月：", SECOND[2:], "十月：") == []


def test_a_month_in_brackets_under_each_work_stays_its_deadline() -> None:
    lines = (FIRST, "【二月】", "2.检查消防。（总务处）", "【三月】", "3.做好收尾。（总务处）", "【四月】")
    assert bared("工作计划", *lines) == []
    assert bared("工作计划", *lines[:-1]) == []
    assert [one.rpartition("|")[2] for one in works("工作计划", *lines)] == ["二月", "三月", "四月"]


@pytest.mark.parametrize(
    "texts",
    [
        ("会议指出：", FIRST, "会议议定：", SECOND),
        ("现将任务安排如下：", FIRST, "有关要求如下：", SECOND),
        ("重点项目：", FIRST, "2.检查备课。（办公室）"),  # one alone may lead in
        (
            "工作措施：",
            FIRST,
            "责任单位：教务处",
            "工作进度：",
            SECOND,
            "责任单位：总务处",
        ),
        ("一、修桥", "主要内容：", FIRST, "二、修路", "主要内容：", SECOND),
    ],
)
def test_what_leads_in_or_is_a_label_is_no_heading(texts: tuple[str, ...]) -> None:
    assert bared("2026年工作计划", *texts) == []


def test_goals_and_works_are_parted() -> None:
    assert bared("一、修桥", "攻坚目标：", "1.通车2座", "重点任务：", FIRST) == ["攻坚目标", "重点任务"]

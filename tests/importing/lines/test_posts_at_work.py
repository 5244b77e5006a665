"""Posts before a colon do what stands behind it, in lists whose points all name an office or a post."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read

POSTS = ("班主任：打扫教室，整理课桌椅。", "任课教师：写好第一周教案。", "食堂管理员：办理健康证。")


@pytest.mark.parametrize("numbered", [True, False])
def test_each_point_is_a_work_of_its_post(numbered: bool) -> None:
    lines = [f"{at}、{text}" if numbered else text for at, text in enumerate(POSTS, 1)]
    tasks = read("开学第一周工作安排", *lines).tasks
    assert [(task.work, task.units) for task in tasks] == [
        (text, (text.partition("：")[0],)) for text in POSTS
    ]


def test_offices_stand_among_posts() -> None:
    lines = ("教导处：负责检查评比。", POSTS[0], "各班：擦净门窗。", "中心学校：开展“小手拉大手”活动。")
    tasks = read("大扫除工作安排", *lines).tasks
    assert [task.units for task in tasks] == [("教导处",), ("班主任",), ("各班",), ("中心学校",)]


@pytest.mark.parametrize(
    "lines",
    [
        ("组长：李明", "副组长：王强、赵丽", "总务主任：孙刚"),
        ("1、学生：上下楼梯靠右行。", "2、家长：按时接送。", "3、教师：严禁体罚学生。"),
        POSTS[:2],
        ("活动时间：5月31日上午", "活动地点：幼儿园操场", "班主任：带好本班学生。"),
    ],
)
def test_persons_rules_and_single_lines_are_none(lines: tuple[str, ...]) -> None:
    assert not read("六一活动方案", "一、要求", *lines).tasks

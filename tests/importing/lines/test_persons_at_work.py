"""Persons with their posts who begin the points of a plan answer for them."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read

POINTS = (
    "1、通知卫生委员张燕于4月25号之前检查清扫工具；",
    "2、宣传委员王琳制作运动员的序号牌；",
    "3、体育委员蒋涛找时间组织同学们练队",
    "4、副班长张磊与体委共同维持纪律",
)


def test_each_of_them_answers_for_what_follows() -> None:
    tasks = read("运动会活动计划", "一、工作安排：", *POINTS).tasks
    assert [(task.work, task.units, task.note) for task in tasks] == [
        (point[2:], (), f"责任：{who}")
        for point, who in zip(
            POINTS, ("卫生委员张燕", "宣传委员王琳", "体育委员蒋涛", "副班长张磊"), strict=True
        )
    ]


@pytest.mark.parametrize(
    ("title", "points"),
    [
        ("工作简报", POINTS),
        ("运动会活动计划", POINTS[:2]),
        ("运动会活动计划", ("1、班长要带头；", "2、委员要负责；", "3、组长到场。")),
    ],
)
def test_reports_short_lists_and_posts_alone_are_none(title: str, points: tuple[str, ...]) -> None:
    assert not read(title, *points).tasks

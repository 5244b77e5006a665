"""Headings over what is no list of works."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.heading_kinds import heads_aims, heads_goals, heads_no_works


@pytest.mark.parametrize("title", ["攻坚目标", "总体目标", "工作目标", "主要目标", "年度目标"])
def test_goals(title: str) -> None:
    assert heads_goals(title)
    assert heads_no_works(title)


@pytest.mark.parametrize("title", ["完成年度目标", "落实双控目标", "主要目标任务", "目标管理"])
def test_what_is_done_about_goals_is_none(title: str) -> None:
    assert not heads_goals(title)


@pytest.mark.parametrize(
    "title",
    [
        *(
            "成员单位职责",
            "保障措施",
            "活动主题",
            "活动时间和地点",
            "活动主题：健康同行",
            "举办日期与活动地点",
        ),
        *("整治范围", "奖项设置", "评比表彰", "表彰奖励及经费保障", "激励机制", "组委会"),
    ],
)
def test_other_headings_over_no_works(title: str) -> None:
    assert heads_no_works(title)


@pytest.mark.parametrize(
    "title", ["重点任务", "主题公园建设", "学习时间管理改革", "压缩办理时间", "扩大保障范围", "做好经费保障"]
)
def test_headings_over_works(title: str) -> None:
    assert not heads_no_works(title)


@pytest.mark.parametrize(
    "title",
    ["总体要求", "指导思想", "基本原则", "主要目标", "总体要求和主要目标", "指导思想及工作目标", "年度目标"],
)
def test_what_the_whole_plan_aims_at(title: str) -> None:
    assert heads_aims(title)


@pytest.mark.parametrize("title", ["工作要求", "目标任务", "完成年度目标", "总体情况", "实现工作目标"])
def test_what_may_hold_works(title: str) -> None:
    assert not heads_aims(title)

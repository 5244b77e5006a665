"""What is told of the paragraphs beside works."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read

_WORKS = ("二、重点举措", "（一）建桥2座。（县住建局负责）", "（二）修路3公里。（县交通局负责）")


@pytest.mark.parametrize(
    "goals",
    [
        ("一、总体要求", "（一）指导思想。坚持人民至上。", "（二）主要目标。到2025年，绿化率达到40%。"),
        ("一、工作目标", "到年底绿化率由35%提高到40%，空气优良率达到90%。"),
        ("一、指导思想和主要目标", "力争2026年底绿化率达到40%。"),
    ],
)
def test_what_the_plan_aims_at_is_said_and_not_asked(goals: tuple[str, ...]) -> None:
    found = read(*goals, *_WORKS)
    assert not found.doubts
    assert len(found.said) == 1
    assert found.said[0].startswith("第1段“")
    assert len(found.tasks) == 2


@pytest.mark.parametrize(
    "goals",
    [
        ("一、主要目标", "6月底前建成充电桩30个。"),
        ("一、主要目标", "县住建局要建成充电桩30个。"),
        ("一、总体要求", "（一）主要目标。第三季度前建成充电桩30个。"),
        ("一、总体情况", "绿化率达到40%。"),
    ],
)
def test_a_goal_with_an_office_or_a_day_and_what_is_no_goal_are_asked_about(goals: tuple[str, ...]) -> None:
    found = read(*goals, *_WORKS)
    assert [one.read.endswith("没有写责任单位") for one in found.doubts] == [True]
    assert not found.said


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("一、活动时间及地点", "3月5日在人民广场。"),
        ("一、整治范围：城区主干道", "（一）人民路。", "（二）解放路。"),
        ("一、奖项设置", "（一）一等奖若干。", "（二）优秀奖若干。"),
        ("一、目标任务", "全县全面禁烧秸秆。"),
    ],
)
def test_what_tells_of_an_event_or_an_aim_is_not_asked_about(paragraphs: tuple[str, ...]) -> None:
    found = read(*paragraphs, *_WORKS)
    assert not found.doubts
    assert len(found.tasks) == 2


def test_a_list_under_an_aim_is_asked_about() -> None:
    found = read("一、目标任务", "（一）全县全面禁烧秸秆。", "（二）新建收储点。", *_WORKS)
    assert [one.read.endswith("没有写责任单位") for one in found.doubts] == [True]

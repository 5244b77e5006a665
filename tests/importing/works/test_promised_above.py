"""What nothing takes for a work is told: numbers under a heading, bodies to be set up, how a work stands."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, told

_WORKS = ("1.建桥2座。（县住建局负责）", "2.修路3公里。（县交通局负责）")


@pytest.mark.parametrize(
    "text",
    [
        "2025年，研发投入强度达到2.95%。",
        "加快培育新质生产力。全年新增高企50家。",
        "力争到年底绿化率不低于40%。",
        "投资增长8%以上；新增就业3000人。",
        "全年完成投资30亿元。",
    ],
)
def test_a_target_between_a_heading_and_its_works_is_told(text: str) -> None:
    found = read("一、城建", text, *_WORKS)
    assert ["没有写责任单位" in doubt.read for doubt in found.doubts] == [True]


@pytest.mark.parametrize("text", ["为加快城市建设，制定本方案。", "市委十二届五次全会提出了要求。"])
def test_words_without_a_target_are_not(text: str) -> None:
    assert read("一、城建", text, *_WORKS).doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "成立领导小组，制定方案。",
        "成立工作领导小组，新建消防站3座。",
        "关于组织机构。成立县社区办公用房建设及精品社区建设工作领导小组，由副县长任组长。",
        "组建工作专班，每月调度。",
        "建立县级指挥部，统筹推进。",
    ],
)
def test_a_body_to_be_set_up_is_told(text: str) -> None:
    found = read("一、城建", f"1.{text}", "2.建桥2座。（县住建局负责）", "3.修路3公里。（县交通局负责）")
    read_so = [*(doubt.read for doubt in found.doubts), *(one.read for one in found.tasks[0].told)]
    assert ["责任单位" in one for one in read_so] == [True]


@pytest.mark.parametrize("label", ["完成情况", "进展情况", "工作进展", "整改成效", "备注说明"])
def test_how_the_last_work_stands_is_told_as_of_the_others(label: str) -> None:
    after = ("责任单位：县住建局", f"{label}：已经通水。")
    found = told("一、城建", "1.建管网。", *after, "2.建设泵站。", *after)
    assert sum("责任单位后面还有" in one for one in found) == 2


@pytest.mark.parametrize(
    ("title", "goals", "count"),
    [
        ("1.主要目标指标。", ("健康素养水平达39%以上，培育样板50个。",), 2),
        ("1.主要目标", ("绿化率达到40%。", "（1）新增就业3000人。", "（2）完成投资30亿元。"), 3),
        ("1.工作目标。到年底绿化率不低于40%。", (), 1),
        ("1.总体目标", ("力争绿化率达到40%，空气优良率达到90%。",), 2),
        ("1.目标要求", ("绿化率达到40%。",), 1),
        ("1.总体要求", ("坚持以人民为中心。",), 0),
    ],
)
def test_how_many_targets_goals_without_an_office_hold_is_said_once(
    title: str, goals: tuple[str, ...], count: int
) -> None:
    works = ("2.重点举措", "（1）建桥2座。（县住建局负责）", "（2）修路3公里。（县交通局负责）")
    found = read("一、城建", title, *goals, *works)
    assert [said.partition("不")[2] for said in found.said] == (
        [f"记作工作，其中的{count}个数没有记作目标；要考核请写进各项的 targets"] if count else []
    )
    assert not found.doubts

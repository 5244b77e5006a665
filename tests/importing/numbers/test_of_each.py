"""Numbers of each thing are told, and taken for no sum of all."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.promises import read_targets


@pytest.mark.parametrize(
    "text",
    [
        "为全区739艘渔船每艘增配1只救生筏。",
        "为每个社区配备3名专干。",
        "每个县培育2家龙头企业。",
        "每村选派1名指导员。",
        "每所学校配备2名保安。",
        "每辆公交车安装2个摄像头。",
    ],
)
def test_a_number_of_each_is_told(text: str) -> None:
    targets, told = read_targets(text)
    assert targets == []
    assert [one.assumed for one in told] == ["没有记"]


@pytest.mark.parametrize(
    "text",
    ["每个楼道确定1名楼道长。", "每村明确一名联络员。", "每个网格指定1人负责。", "每所学校推选1名代表。"],
)
def test_that_each_names_one_person_is_no_goal_and_not_told(text: str) -> None:
    assert read_targets(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("每年新建3座公园。", "公园"),
        ("每个镇街至少建成1个综合文化站。", "综合文化站"),
        ("为社区配备3名专干。", "专干"),
    ],
)
def test_a_number_of_the_year_and_a_least_for_all_are_promised(text: str, name: str) -> None:
    assert [one.name for one in read_targets(text)[0]] == [name]


@pytest.mark.parametrize(
    ("text", "names", "is_told"),
    [
        ("培训31个团队124人以上。", ["团队"], True),
        ("培育5支队伍60人。", ["队伍"], True),
        ("新建3个站点12台充电桩。", ["站点", "充电桩"], False),
        ("培育形成2个产业集群和6个专业园区。", ["产业集群", "专业园区"], False),
        ("建公园2座，总面积30亩；建设绿道，总长5公里。", ["建公园", "总面积", "建设绿道"], False),
    ],
)
def test_each_number_has_its_own_thing(text: str, names: list[str], *, is_told: bool) -> None:
    targets, told = read_targets(text)
    assert [one.name for one in targets] == names
    assert bool(told) == is_told


def test_a_share_of_a_year_is_no_comparison() -> None:
    targets, told = read_targets("多元化解读占比2023年达到80%、2025年达到95%。", year=2022)
    assert [(one.name, one.at_least) for one in targets] == [("多元化解读占比", "80")]
    assert [one.read for one in told] == ["“多元化解读占比”写了几个数"]


@pytest.mark.parametrize(
    "text",
    [
        "建立1至6名骨干教师组成的名师工作室，发挥示范引领作用。",
        "组建5名专家组成的指导组。",
        "组建不少于5名专家组成的指导组。",
        "成立3个部门构成的专班。",
    ],
)
def test_a_number_of_those_who_make_something_up_is_told(text: str) -> None:
    targets, told = read_targets(text)
    assert (targets, len(told)) == ([], 1)


@pytest.mark.parametrize(
    ("text", "name"),
    [("建立10个名师工作室。", "名师工作室"), ("培训500名由村干部组成的宣讲员。", "由村干部组成的宣讲员")],
)
def test_a_number_of_the_whole_is_promised(text: str, name: str) -> None:
    assert [one.name for one in read_targets(text)[0]] == [name]

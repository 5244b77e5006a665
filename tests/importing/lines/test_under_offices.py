"""What stands between an office's line and its works takes none of them away."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, works

OTHERS = ("二、后勤集团", "（一）保证供应食品的卫生。", "三、保卫处", "（一）制定安全保卫预案。")
OWN = ("（一）负责看台的人员分布。", "（二）负责开幕式的广播工作。")


@pytest.mark.parametrize(
    ("between", "note"),
    [
        (("联系人：樊继福", "荆昊"), "联系人：樊继福、荆昊"),
        (("联系人：樊继福", "荆昊", "李小明"), "联系人：樊继福、荆昊、李小明"),
        (("张三",), "张三"),
    ],
)
def test_persons_under_an_office_are_noted_with_its_works(between: tuple[str, ...], note: str) -> None:
    tasks = read("工作分工", "一、学工部", *between, *OWN, *OTHERS).tasks
    assert [(task.units, task.note) for task in tasks[:2]] == [(("学工部",), note)] * 2
    assert [task.path[-1].text for task in tasks] == ["学工部", "学工部", "后勤集团", "保卫处"]


@pytest.mark.parametrize("heading", ["职责", "主要职责", "具体安排"])
def test_a_heading_under_an_office_leaves_it_its_works(heading: str) -> None:
    for contact in ((), ("联系人：樊继福",)):
        tasks = read("工作分工", "一、学工部", *contact, heading, *OWN, *OTHERS).tasks
        assert [task.units for task in tasks] == [("学工部",), ("学工部",), ("后勤集团",), ("保卫处",)]


GROUPS = ("（一）节目组：文艺部", "（二）后勤组：生活部、女生部")
FIRST = "完成节目收集、筛选及前期的排练"


@pytest.mark.parametrize("label", ["任务：", "工作职责：", ""])
def test_the_office_behind_a_group_s_name_does_the_works_below(label: str) -> None:
    texts = (GROUPS[0], f"{label}1、{FIRST}", "2、负责节目的编排", GROUPS[1], f"{label}1、负责会场后勤保障")
    assert works("元旦晚会工作方案", "二、人员分工", *texts) == [
        f"人员分工：节目组：文艺部|1|{FIRST}||文艺部||",
        "人员分工：节目组：文艺部|2|负责节目的编排||文艺部||",
        "人员分工：后勤组：生活部、女生部|1|负责会场后勤保障||生活部、女生部||",
    ]


def test_a_duty_without_a_number_is_a_work_among_others() -> None:
    texts = (GROUPS[0], f"任务：1、{FIRST}", "2、负责节目的编排", "（二）外联组：外联部", "任务：拉赞助")
    assert works("元旦晚会工作方案", "二、人员分工", *texts)[2:] == [
        "人员分工：外联组：外联部|-|拉赞助||外联部||"
    ]


def test_offices_of_one_group_have_each_their_own_duties() -> None:
    texts = ("（一）宣传组：宣传部和组织部", "宣传部任务：1、张贴海报横幅", "2、负责现场摄影")
    others = ("组织部任务：准备好服装道具", "（二）统筹组：主席团", f"任务：1、{FIRST}", "2、反馈意见")
    end = ("（三）催促台：学习部", "任务：组织演员候场")
    tasks = read("元旦晚会工作方案", "二、人员分工", *texts, *others, *end).tasks
    assert [(task.work, task.units) for task in tasks] == [
        ("张贴海报横幅", ("宣传部",)),
        ("负责现场摄影", ("宣传部",)),
        ("准备好服装道具", ("组织部",)),
        (FIRST, ("主席团",)),
        ("反馈意见", ("主席团",)),
        ("组织演员候场", ("学习部",)),
    ]
    assert not any(task.told for task in tasks)


def test_groups_that_head_nothing_are_no_works() -> None:
    assert works("应急预案", "二、组织体系", *GROUPS) == []

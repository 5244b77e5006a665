"""The duties of a group with its members are works of that group; members alone are nobody's work."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.groups_with_members import with_duties_of_groups
from qjtask.importing.lines.paragraphs import Passage
from tests.importing.works.documents import read, told, works

MEMBERS = ("组长：王学林", "副组长：朱永刚", "成员：吴雪莹 余新祚")
DUTIES = ("①负责邀请和接待来宾；", "②填写奖状；")
NOTED = "组长：王学林；副组长：朱永刚"
OTHER = ("2.竞赛组", "组长：邓亮亮", "成员：各班班主任", "职责：负责运动员报名、编排。")
EXPECTED = [
    ("联络组", 1, "负责邀请和接待来宾；", NOTED),
    ("联络组", 2, "填写奖状；", NOTED),
    ("竞赛组", 0, "负责运动员报名、编排。", "组长：邓亮亮"),
]


def shown(*paragraphs: str) -> list[tuple[str, int, str, str]]:
    tasks = read("秋季运动会方案", "二、分组安排", *paragraphs).tasks
    assert all(task.units == (task.path[-1].text,) for task in tasks)
    return [(task.path[-1].text, task.number, task.work, task.note) for task in tasks]


@pytest.mark.parametrize(
    "duties",
    [
        (f"职责：{''.join(DUTIES)}",),
        ("主要职责：", *DUTIES),
        ("职责：1.负责邀请和接待来宾；2.填写奖状；",),
        ("职 责：", "1、负责邀请和接待来宾；", "2、填写奖状；"),
        (f"工作职责：{DUTIES[0]}", DUTIES[1]),
    ],
)
def test_each_duty_of_a_group_is_a_work_and_who_leads_it_is_noted(duties: tuple[str, ...]) -> None:
    assert shown("1.联络组", *MEMBERS, *duties, *OTHER) == EXPECTED


@pytest.mark.parametrize(
    "group",
    [
        ("1.联络组", f"职责：{''.join(DUTIES)}", *MEMBERS),
        (f"1.联络组。{'；'.join(MEMBERS)}。职责：{''.join(DUTIES)}",),
        (f"1.联络组 {' '.join(MEMBERS)} 职责：{''.join(DUTIES)}",),
        ("1.联络组：", "组长：王学林", "副组长：朱永刚", "职责：", *DUTIES),
    ],
)
def test_members_and_duties_stand_in_any_order_and_in_one_line(group: tuple[str, ...]) -> None:
    assert shown(*group, *OTHER) == EXPECTED


def test_groups_without_numbers_stand_under_the_section_they_are_in() -> None:
    found = read(
        "学雷锋活动方案",
        *("二、活动小组", "宣传组", "组长：张丽", "职责：制作展板，出黑板报。"),
        *("后勤组：", "组长：刘海", "成员：总务处人员", "主要职责：", "1.准备工具；", "2.安排车辆。"),
        *("三、活动安排", "1、3月1日召开动员会。（少先队）", "2、3月5日上街清扫。（政教处）"),
    )
    paths = [tuple(title.text for title in task.path) for task in found.tasks]
    group = ("活动小组", "后勤组")
    assert paths == [("活动小组", "宣传组"), group, group, ("活动安排",), ("活动安排",)]
    assert [task.note for task in found.tasks][:3] == ["组长：张丽", "组长：刘海", "组长：刘海"]
    assert not any("标题写了责任单位" in one.read for task in found.tasks for one in task.told)


def test_the_numbers_of_duties_end_where_the_next_group_counts_on() -> None:
    assert shown("1、联络组", *MEMBERS, "职责：", "1、填写奖状；", "2、竞赛组", *OTHER[1:]) == [
        ("联络组", 1, "填写奖状；", NOTED),
        EXPECTED[2],
    ]


@pytest.mark.parametrize("members", [("负责人：张明",), ("组长：李红", "成员：各班班主任")])
def test_groups_without_duties_are_no_works(members: tuple[str, ...]) -> None:
    texts = ("四、组织机构", "1、工作小组", "组长：李红", "2、宣传组", *members, "五、活动内容")
    assert works("艺术节方案", *texts, "1、舞蹈比赛（团委）", "2、征文比赛（语文组）") == [
        "活动内容|1|舞蹈比赛||团委||",
        "活动内容|2|征文比赛||语文组||",
    ]


def test_what_a_leading_group_is_there_for_is_no_work() -> None:
    texts = (
        "一、领导小组",
        "组长：刘强",
        "职责：全面负责活动的组织。",
        "二、安排",
        "1、召开大会。（少先队）",
    )
    assert len(works("活动方案", *texts, "2、上街清扫。（政教处）")) == 2


def test_a_person_in_charge_of_a_work_stays_its_own() -> None:
    lines = ("1、成立义务消防队", "负责人：周大勇", "2、安装路灯86盏", "负责人：黄军")
    assert [task.note for task in read(*lines).tasks] == ["负责人：周大勇", "负责人：黄军"]


def test_duties_in_one_line_are_works_of_the_office_behind_a_group() -> None:
    texts = ("（二）后勤组：生活部、女生部", "负责人：李四", "职责：1.准备器材；2.清理场地")
    other = ("（三）安保组：保卫处", "负责人：王五", "职责：维持秩序")
    found = read("运动会方案", "二、人员分工", *texts, *other)
    assert [(task.work, task.units, task.note) for task in found.tasks] == [
        ("准备器材；", ("生活部", "女生部"), "负责人：李四"),
        ("清理场地", ("生活部", "女生部"), "负责人：李四"),
        ("维持秩序", ("保卫处",), "负责人：王五"),
    ]
    assert not told("运动会方案", "二、人员分工", *texts, *other)


def test_a_text_without_members_stays_as_it_is() -> None:
    passages = [Passage(text, f"第{at}段") for at, text in enumerate(("1.宣传组", "2.成员要到齐。"))]
    assert with_duties_of_groups(passages) == passages


def test_labels_with_numbers_and_leaders_in_brackets_are_read_so() -> None:
    found = read(
        *("体育艺术节活动方案", "一、职能部门", "1、宣传秘书组（孟庆民、王炼负责）"),
        *("（1）职责：布置校园环境。", "（2）成员：政教处、电教组。", "2、后勤保障组（王寿军负责）"),
        *("（1）职责：购置奖品。", "（2）成员：总务处、医务室。"),
    )
    assert [(task.work, task.units, task.note) for task in found.tasks] == [
        ("布置校园环境。", ("宣传秘书组",), "负责人：孟庆民、王炼"),
        ("购置奖品。", ("后勤保障组",), "负责人：王寿军"),
    ]


def test_many_labels_that_count_on_are_read_in_no_depth() -> None:
    lines = ("2、职责：1.巡逻。",) * 2000
    passages = [Passage(text, f"第{at}段") for at, text in enumerate(("1、宣传组", "组长：李明", *lines))]
    assert len(with_duties_of_groups(passages)) >= len(lines)


@pytest.mark.parametrize(
    ("heading", "name", "leader", "duties"),
    [
        ("第三项目组：宣传组", "宣传组", "组长：王平", "任务："),
        ("第一小组：宣传组：", "宣传组", "总负责：王平", "具体工作："),
        ("宣传组", "宣传组", "主要负责人：王平", "主要工作："),
        ("宣传部：", "宣传部", "负责人：王平", "工作："),
        ("宣传组", "宣传组", "组长：王平", "职责分工："),
    ],
)
def test_groups_and_offices_without_a_number_head_their_duties(
    heading: str, name: str, leader: str, duties: str
) -> None:
    texts = (heading, leader, duties, "1、联系音响。", "2、摄影。", "后勤组", leader, f"{duties}采购物品。")
    found = read("晚会方案", "七、组织机构", *texts)
    assert [(task.path[-1].text, task.work, task.units, task.note) for task in found.tasks] == [
        (heading.rstrip("："), "联系音响。", (name,), leader),
        (heading.rstrip("："), "摄影。", (name,), leader),
        ("后勤组", "采购物品。", ("后勤组",), leader),
    ]


def test_who_leads_a_group_may_stand_on_its_line() -> None:
    group = ("1、警戒组：组长：赵刚", "成员：", "职责：封闭各入口。")
    others = ("2、设备组：组长：李明成员：", "职责：巡查电梯。", "3、通讯组：", "组长：", "职责：准备毛巾。")
    assert shown(*group, *others) == [
        ("警戒组", 0, "封闭各入口。", "组长：赵刚"),
        ("设备组", 0, "巡查电梯。", "组长：李明"),
        ("通讯组", 0, "准备毛巾。", ""),
    ]

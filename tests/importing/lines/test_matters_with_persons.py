"""Matters with whoever sees to them are works, in a list of such under 分工."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, works

LINES = ("总指挥：袁静", "主持：周家芳、张放", "统分：李如轩", "摄相：杨勇", "舞台布置：工会小组")


@pytest.mark.parametrize("heading", ["五、工作人员安排：", "筹备活动分工"])
def test_each_matter_is_a_work_of_whoever_sees_to_it(heading: str) -> None:
    tasks = read("中秋节活动方案", heading, *LINES).tasks
    assert [(task.work, task.units, task.note) for task in tasks] == [
        ("主持", (), "责任人：周家芳、张放"),
        ("统分", (), "责任人：李如轩"),
        ("摄相", (), "责任人：杨勇"),
        ("舞台布置", ("工会小组",), ""),
    ]


def test_numbers_stay() -> None:
    lines = ("1、奖品采购及发放：工会、财务部", "2、现场摄像：宣传科", "3、准备奖品：张敏")
    tasks = read("文体活动方案", "一、工作分工", *lines).tasks
    assert [(task.number, task.work, task.units) for task in tasks] == [
        (1, "奖品采购及发放", ("工会", "财务部")),
        (2, "现场摄像", ("宣传科",)),
        (3, "准备奖品", ()),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("组长：袁静", "副组长：李如轩", "成员：杨勇", "总策划：黄玉梅"),
        LINES[1:3],
        ("活动时间：9月28日下午", "活动地点：多功能厅", "活动主题：弘扬师德", "主持：周家芳"),
    ],
)
def test_members_single_lines_and_times_are_none(lines: tuple[str, ...]) -> None:
    assert not read("中秋节活动方案", "五、工作人员安排：", *lines).tasks


def test_what_is_said_of_a_matter_in_brackets_stays_with_it() -> None:
    lines = ("1、后勤：王平（负责道具的摆放）；", "2、主持及裁判：刘芳、李静", "3、摄像师：陈明；")
    tasks = read("亲子运动会方案", "九、人员安排表：", *lines).tasks
    assert [(task.work, task.note) for task in tasks] == [
        ("后勤（负责道具的摆放）", "责任人：王平"),
        ("主持及裁判", "责任人：刘芳、李静"),
        ("摄像师", "责任人：陈明"),
    ]


def test_a_group_s_leader_before_its_duty_is_noted() -> None:
    lines = ("1、晚宴组组长：黄丽，负责实施晚宴准备工作；", "2、节目组组长：吴强，负责组织联欢节目。")
    tasks = read("晚宴活动工作安排", *lines).tasks
    assert [(task.work, task.units, task.note) for task in tasks] == [
        ("晚宴组：负责实施晚宴准备工作。", ("晚宴组",), "负责人：黄丽"),
        ("节目组：负责组织联欢节目。", ("节目组",), "负责人：吴强"),
    ]


def test_members_under_a_heading_of_duties_are_no_matters() -> None:
    members = ("总指挥：王三元（负责全面工作）", "副总指挥：谢元雄（负责疏散）", "成员：各班主任（负责组织）")
    group = ("（一）宣传组", "组长：左新光", "职责：负责摄影、记录。")
    found = works("演练方案", "一、职责分工", *members, *group)
    assert [one.split("|")[2] for one in found] == ["负责摄影、记录。"]

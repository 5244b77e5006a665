"""Contacts at a notice's end are none of the last work's."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, works

WORKS = (
    *("督办事项一：加固东门桥", "承办单位：县住建局", "办结时限：10月15日前"),
    *("督办事项二：清理北河段", "承办单位：县水利局", "办结时限：9月30日前"),
)


@pytest.mark.parametrize(
    "contact",
    [
        ("联系人：王芳，电话：0716-1234567",),
        ("联系人：王芳", "联系电话：0716-1234567"),
        ("县督查室联系人：王芳", "2024年9月6日"),
        ("联系电话：0716-1234567", "青禾县人民政府办公室"),
        ("业务联系人及电话：王芳 0716-1234567", "邮箱：wf@example.com"),
    ],
)
def test_whom_to_call_is_said_of_no_work(contact: tuple[str, ...]) -> None:
    tasks = read(*WORKS, *contact).tasks
    assert [(task.work, task.note) for task in tasks] == [("加固东门桥", ""), ("清理北河段", "")]


def test_a_work_s_own_contact_stays_with_it() -> None:
    own = "联系人：王芳，电话：0716-1234567"
    tasks = read(*WORKS[:3], own, *WORKS[3:], own).tasks
    assert [task.note for task in tasks] == ["联系人：王芳；电话：0716-1234567"] * 2


@pytest.mark.parametrize(
    "label", ["督办事项", "事项名称", "议题", "交办问题", "实事项目", "项目名称", "承办事项名称"]
)
def test_the_name_under_a_label_stays_in_the_work(label: str) -> None:
    one = (
        f"{label}：加固东门桥",
        "具体要求：完成铺装1200平方米。",
        "承办单位：县住建局",
        "办结时限：10月15日前",
    )
    two = (f"{label}：清理北河段", "具体要求：清理障碍物36处。", "承办单位：县水利局")
    assert works("2024年督办通知", *one, *two) == [
        "|-|加固东门桥。具体要求：完成铺装1200平方米。||县住建局||10月15日前",
        "|-|清理北河段。具体要求：清理障碍物36处。||县水利局||",
    ]


def test_measures_stand_under_the_problem_they_answer() -> None:
    lines = (
        "问题一：制度不全",
        "措施一：修订制度",
        "责任单位：县住建局",
        "问题二：台账不清",
        "措施一：清理台账",
    )
    assert works(*lines, "责任单位：县水利局") == [
        "制度不全|1|修订制度||县住建局||",
        "台账不清|1|清理台账||县水利局||",
    ]

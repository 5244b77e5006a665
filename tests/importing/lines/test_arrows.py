"""Whoever stands behind an arrow and is in charge does what stands before it."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read


@pytest.mark.parametrize("arrow", ["→", " → ", "⇒"])
def test_an_office_behind_an_arrow_owns_the_work(arrow: str) -> None:
    lines = (f"1.青春舞步开幕式表演{arrow}体育组负责。", f"2.作品评选{arrow}美术组负责，12月15日前完成。")
    assert [(task.work, task.units, task.deadline_text) for task in read(*lines).tasks] == [
        ("青春舞步开幕式表演", ("体育组",), ""),
        ("作品评选", ("美术组",), "12月15日前"),
    ]


def test_a_person_behind_an_arrow_is_noted() -> None:
    lines = ("1.流程、主持→马丽负责。", "2.学生入场→孙强负责；音响调试→何涛负责。")
    found = [(task.work, task.units, task.note) for task in read(*lines).tasks]
    assert found == [
        ("流程、主持", (), "责任：马丽"),
        ("学生入场", (), "责任：孙强"),
        ("音响调试", (), "责任：何涛"),
    ]


def test_any_other_arrow_stays() -> None:
    assert [task.work for task in read("1.受理→审核→办结。（政务办）", "2.修路。（交通局）").tasks] == [
        "受理→审核→办结。",
        "修路。",
    ]

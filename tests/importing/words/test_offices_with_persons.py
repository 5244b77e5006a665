"""Cells of persons that name offices too."""

from __future__ import annotations

import pytest

from qjtask.importing.words.offices_with_persons import names_an_office, offices_and_persons


@pytest.mark.parametrize(
    ("text", "offices", "persons"),
    [
        ("德育处", "德育处", ""),
        ("安全生产委员会办公室", "安全生产委员会办公室", ""),
        ("市场监管局、城管局", "市场监管局、城管局", ""),
        ("各班主任", "各班主任", ""),
        ("德育处 周海", "德育处", "周海"),
        ("德育处：周海", "德育处", "周海"),
        ("周海（德育处）", "德育处", "周海"),
        ("德育处（周海）", "德育处", "周海"),
        ("德育处（周海，主任）", "德育处", "周海，主任"),
        ("县公安局（交警大队）", "县公安局（交警大队）", ""),
        ("总务处/吴敏", "总务处", "吴敏"),
        ("德育处周海", "德育处", "周海"),
        ("办公室主任李明", "办公室", "主任李明"),
        ("德育处\n周海", "德育处", "周海"),
        ("县交通\n运输局\n周海", "县交通运输局", "周海"),
        ("市场监督\n管理局 周海", "市场监督管理局", "周海"),
        ("德育处\n周海\n总务处\n吴敏", "德育处、总务处", "德育处\n周海\n总务处\n吴敏"),
        ("德育处\n总务处（吴敏）", "德育处、总务处", "德育处\n总务处（吴敏）"),
        ("德育处 周海、总务处 吴敏", "德育处、总务处", "德育处 周海、总务处 吴敏"),
        ("德育处、周海", "德育处", "周海"),
        ("安全生产委\n员会办公室", "安全生产委\n员会办公室", ""),
        ("各镇（街道、园区）", "各镇（街道、园区）", ""),
        ("甲局牵头，乙局配合", "甲局牵头，乙局配合", ""),
        ("赵大山", "", "赵大山"),
        ("周海\n吴敏", "", "周海、吴敏"),
        ("张三副县长", "", "张三副县长"),
        ("德育处主任", "", "德育处主任"),
        ("县委常委", "", "县委常委"),
        ("王科", "", "王科"),
        ("李新科", "", "李新科"),
        ("安全科", "安全科", ""),
        ("德育处、" * 60, "德育处、" * 60, ""),
        ("县住建局、阳光花园物业", "县住建局、阳光花园物业", ""),
        ("德育处、班级任课教师", "德育处、班级任课教师", ""),
        ("常务副县长 林峰", "", "常务副县长 林峰"),
        ("买买提", "", "买买提"),
    ],
)
def test_offices_stand_apart_from_persons(text: str, offices: str, persons: str) -> None:
    assert offices_and_persons(text) == (offices, persons)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("德育处", True),
        ("宣传科 李四", True),
        ("国家电网", True),
        ("李四", False),
        ("王州", False),
        ("孙国州", False),
    ],
)
def test_a_column_of_offices_is_told_by_certain_names(text: str, names: bool) -> None:
    assert names_an_office(text) is names

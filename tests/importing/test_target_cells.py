"""Bare numbers in a column of goals."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.importing.target_cells import bare_numbers, goals_of_year


@pytest.mark.parametrize(
    ("goals", "found"),
    [
        ("30个", ["30个"]),
        ("2026年目标：500；全部完成", ["500"]),
        ("≥95%", ["≥95%"]),
        ("招引项目30个", []),
        ("2026年", []),
        ("6月", []),
        ("", []),
        ("全部完成", []),
    ],
)
def test_a_number_that_says_not_of_what_is_found(goals: str, found: list[str]) -> None:
    assert list(bare_numbers(goals)) == found


def test_goals_of_other_years_are_told_apart() -> None:
    both = "2026年目标：建桥2座；修路。；2027年目标：建桥5座"
    assert goals_of_year(both, 2026) == "2026年目标：建桥2座；修路。"
    assert goals_of_year(both, 2028) == ""
    assert goals_of_year("建桥2座；修路", 2026) == "建桥2座；修路"


def test_columns_headed_by_years_hold_each_years_goals(kit: Any) -> None:
    rows = kit.table(
        ("序号", "重点工程", "主要任务", "2021年", "2022年", "责任单位"),
        ("1", "引育工程", "绘制图谱。", "招引项目30个", "招引项目60个", "市招商中心"),
        ("2", "引育工程", "构建体系。", "5家", "9家", "市经信局"),
    )
    draft = kit.drafted(kit.to_html(rows), "a.html", head=kit.head)
    assert [item.work for item in draft.plan.items()] == ["绘制图谱。", "构建体系。"]
    assert [[(one.name, one.at_least) for one in item.targets] for item in draft.plan.items()] == [
        [("招引项目", "30")],
        [],
    ]
    assert "2022年目标：招引项目60个" in next(draft.plan.items()).note
    assert "目标一栏的“5家”没有写是什么的数" in [doubt.read for doubt in draft.doubts]


def test_years_over_two_rows_of_headings_are_read(kit: Any) -> None:
    rows = kit.table(
        (("序号", 2, 1), ("主要任务", 2, 1), ("年度目标", 1, 2), ("责任单位", 2, 1)),
        ("2021年", "2022年"),
        ("1", "绘制图谱。", "招引项目30个", "招引项目60个", "市招商中心"),
    )
    (item,) = kit.drafted(kit.to_html(rows), "a.html", head=kit.head).plan.items()
    assert [(one.name, one.at_least) for one in item.targets] == [("招引项目", "30")]

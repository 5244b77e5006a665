"""Headings that say two things of their column."""

from __future__ import annotations

import pytest

from qjtask.importing.columns.column_content import ColumnContent
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.combined_headings import roles_of_parts
from qjtask.importing.columns.heading_words import evidence_of_heading, role_of
from qjtask.importing.words.column_roles import Role

U, D, P, W = Role.UNITS, Role.DEADLINE, Role.PERSON, Role.WORK


@pytest.mark.parametrize(
    ("heading", "roles"),
    [
        ("责任分工及时限", [U, D]),
        ("责任单位及完成时限", [U, D]),
        ("牵头单位及完成时限", [Role.LEAD, D]),
        ("责任分工和时间要求", [U, D]),
        ("分工及进度安排", [U, D]),
        ("责任单位、完成时限", [U, D]),
        ("责任单位\n完成时限", [U, D]),
        ("责任单位（完成时限）", [U, D]),
        ("完成时限及责任单位", [U, D]),
        ("责任领导及责任单位", [U, P]),
        ("分管领导/责任科室", [U, P]),
        ("责任单位、责任人及完成时限", [U, D, P]),
        ("责任人及完成时限", [P, D]),
        ("责任领导责任单位", [U, P]),
        ("责任科室分管领导", [U, P]),
        ("责任单位（责任人）", [U, P]),
        ("牵头单位及责任人", [Role.LEAD, P]),
        ("责任单位及配合单位", [U, Role.SUPPORT]),
        ("整改措施及时限", [W, D]),
        ("工作任务及完成时限", [Role.TASK, D]),
        ("重点任务及责任单位", [Role.TASK, U]),
    ],
)
def test_each_part_says_something(heading: str, roles: list[Role]) -> None:
    assert [one.role for one in evidence_of_heading(heading)] == roles


@pytest.mark.parametrize(
    "heading",
    [
        "责任单位主要领导",
        "责任单位（科室）",
        "涉及单位",
        "参与单位",
        "时间及地点",
        "责任单位（省级）",
        "问题及建议",
        "内容和要求",
        "牵头单位及责任单位",
    ],
)
def test_other_headings_are_whole(heading: str) -> None:
    assert roles_of_parts(heading, role_of) is None


@pytest.mark.parametrize(
    ("heading", "is_dated", "is_shared_out"),
    [
        ("责任单位及完成时限", True, False),
        ("整改措施及时限", True, False),
        ("重点任务及责任单位", False, True),
        ("责任分解", False, False),
        ("责任单位及责任人", False, False),
        ("完成时限", False, False),
    ],
)
def test_a_column_knows_what_else_its_cells_say(heading: str, is_dated: bool, is_shared_out: bool) -> None:
    column = ColumnReading(0, heading, (), ColumnContent((), 0, 0))
    assert (column.is_dated, column.is_shared_out) == (is_dated, is_shared_out)

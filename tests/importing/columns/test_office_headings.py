"""What headings of offices say."""

from __future__ import annotations

import pytest

from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.office_headings import (
    are_plain,
    builds_or_owns,
    is_headed_by_duty,
    is_open,
    is_paid,
    names_the_responsible,
    part_in,
)
from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of


def headed(heading: str) -> ColumnReading:
    return table_of(f"序号 | 工作任务 | {heading}\n1 | 做甲。 | 甲局\n2 | 做乙。 | 乙局").columns[2]


@pytest.mark.parametrize(
    ("heading", "part", "responsible", "duty", "is_left_open"),
    [
        ("责任单位", "责任", True, True, False),
        ("部门", "", True, True, False),
        ("牵头科室", "牵头", True, False, False),
        ("配合单位", "配合", False, False, False),
        ("建设单位", "建设", False, False, True),
        ("挂牌单位", "挂牌", False, False, False),
        ("随同单位", "随同", True, False, True),
        ("属地单位", "属地", True, False, False),
        ("由头", None, False, False, False),
    ],
)
def test_a_heading_says(
    heading: str, part: str | None, responsible: bool, duty: bool, is_left_open: bool
) -> None:
    column = headed(heading)
    assert part_in(column) == part
    assert names_the_responsible(column) is responsible
    assert is_headed_by_duty(column) is duty
    assert is_open(column) is is_left_open


@pytest.mark.parametrize(
    ("heading", "builds", "paid"),
    [
        ("业主单位", True, False),
        ("施工单位", True, True),
        ("承建企业", True, False),
        ("实施单位", False, False),
        ("配合单位", False, False),
    ],
)
def test_who_builds_is_told_from_who_is_responsible(heading: str, builds: bool, paid: bool) -> None:
    column = headed(heading)
    assert builds_or_owns(column) is builds
    assert is_paid(column) is paid


@pytest.mark.parametrize(("helpers", "plain"), [("会办单位", True), ("配合单位", True), ("联查单位", False)])
def test_a_word_for_leading_beside_one_for_helping_is_plain(helpers: str, plain: bool) -> None:
    lead, support = headed("主办单位"), headed(helpers)
    assert are_plain([lead._replace(role=Role.LEAD), support._replace(role=Role.SUPPORT)]) is plain

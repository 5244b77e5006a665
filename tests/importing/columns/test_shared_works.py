"""Columns headed as a sharing out: works beside offices of their own, or the offices themselves."""

from __future__ import annotations

import pytest

from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of


def roles(heading: str, first: str, second: str, others: str = "责任处室") -> tuple[Role | None, ...]:
    return table_of(
        f"序号 | 工作任务 | {heading} | {others}\n"
        f"1 | 疫情信息发布 | {first} | 应急处\n2 | 预决算公开 | {second} | 财务处"
    ).roles[1:]


@pytest.mark.parametrize("heading", ["细化分工", "具体分工", "任务分工", "责任分工", "工作分工", "分工"])
def test_works_stand_under_a_sharing_out_beside_offices(heading: str) -> None:
    read = roles(heading, "发布疫情权威信息", "推进所属单位预算、决算公开")
    assert read == (Role.TASK, Role.WORK, Role.UNITS)


@pytest.mark.parametrize("heading", ["任务分工", "分工"])
def test_offices_under_a_sharing_out_are_no_works(heading: str) -> None:
    assert Role.WORK not in roles(heading, "县教育局、县财政局", "县住建局")[1:]
    assert Role.WORK not in roles(heading, "发展改革局、财政局", "建设局")[1:]
    assert roles(heading, "县教育局、县财政局", "县住建局", "备注")[:2] == (Role.WORK, Role.UNITS)


def test_a_sharing_out_that_says_who_does_what_is_no_work() -> None:
    assert roles("任务分工", "应急处负责发布", "财务处负责公开")[1] is not Role.WORK

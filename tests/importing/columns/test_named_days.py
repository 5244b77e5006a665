"""Columns of names of days."""

from __future__ import annotations

import pytest

from qjtask.importing.columns.column_content import ColumnContent
from qjtask.importing.columns.column_reading import ColumnReading, evidence_of_name
from qjtask.importing.columns.named_days import what_day
from qjtask.importing.words.column_roles import Role

DEADLINE = ColumnReading(1, "完成时限", evidence_of_name("完成时限"), ColumnContent(("6月",), 1, 0))


def column(heading: str, *texts: str) -> ColumnReading:
    return ColumnReading(0, heading, evidence_of_name(heading), ColumnContent(texts, 1, 0)).with_more()


@pytest.mark.parametrize(
    "heading",
    [
        "重要时间节点",
        "时间节点",
        "重要节点",
        "宣传节点",
        "宣传日",
        "主题日",
        "重大节日",
        "纪念日",
        "宣传活动",
    ],
)
def test_names_of_days_name_the_works(heading: str) -> None:
    read = what_day((column(heading, "“6·26”国际禁毒日", "安全生产月", "青年节"), DEADLINE))
    assert read[0].role is Role.TASK


@pytest.mark.parametrize(
    "texts",
    [
        ("6月", "12月"),
        ("6月30日", "12日"),
        ("每月", "次月"),
        ("春季", "秋季"),
        ("国庆节前", "6月"),
        ("3个工作日",),
    ],
)
def test_times_under_the_same_heading_are_none(texts: tuple[str, ...]) -> None:
    own = column("时间节点", *texts)
    assert what_day((own, DEADLINE)) == (own, DEADLINE)


def test_what_alone_says_when_stays_the_deadline() -> None:
    own = column("时间节点", "春节", "中秋节")
    assert what_day((own,)) == (own,)


def test_names_of_days_under_other_headings_name_nothing() -> None:
    own = column("备注", "国际禁毒日", "安全生产月")
    assert what_day((own, DEADLINE)) == (own, DEADLINE)

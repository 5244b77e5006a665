"""Headings numbered without a sign."""

from __future__ import annotations

import pytest

from qjtask.importing.outline.bare_numerals import with_signs
from qjtask.importing.outline.outline import Section


def paths(*paths: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [section.path for section in with_signs([Section(path, (), "第1行") for path in paths])]


def test_numerals_that_count_on_are_numbers() -> None:
    assert paths(("一农贸市场", "甲"), ("一农贸市场", "乙"), ("二健康教育",)) == [
        ("一、农贸市场", "甲"),
        ("一、农贸市场", "乙"),
        ("二、健康教育",),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        ["一般公共预算", "三农工作"],
        ["一般公共预算", "债务"],
        ["一般公共预算"],
        ["一季度", "二季度"],
        ["一月份", "二月份"],
        ["一年级", "二年级"],
        ["一组（包抓东片）", "二组（包抓西片）"],
        ["一、农贸市场", "二、健康教育"],
        [],
    ],
)
def test_other_headings_stay(headings: list[str]) -> None:
    assert paths(*((one,) for one in headings)) == [(one,) for one in headings]


def test_more_headings_than_there_are_numerals_have_none() -> None:
    many = [(f"第{at}类",) for at in range(1, 1002)]
    assert paths(*many) == many

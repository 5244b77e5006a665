"""Months that run on into the year after."""

from __future__ import annotations

import pytest

from tests.importing.drafts.test_draft import draft


def days(heading: str, *months: str, title: str = "2026年工作安排") -> tuple[list[str], int]:
    rows = [f"{month} | 做第{at}件事。 | 甲科" for at, month in enumerate(months, 1)]
    made = draft(title, "\n".join((f"{heading} | 主要工作 | 责任科室", *rows)))
    turned = [doubt for doubt in made.doubts if "当作2027年" in doubt.assumed]
    return [str(one.deadline.date) for one in made.plan.items()], len(turned)


@pytest.mark.parametrize(
    ("months", "last"),
    [
        (("9月", "12月", "1月"), "2027-01-31"),
        (("9月", "10月", "11月", "12月", "1月", "2月"), "2027-02-28"),
        (("10月底前", "12月15日", "1月10日前"), "2027-01-10"),
        (("11月", "12月", "1月5日—8日"), "2027-01-08"),
        (("10月上旬", "11月", "3月"), "2027-03-31"),
        (("3月", "6月", "9月", "12月", "1月"), "2027-01-31"),
    ],
)
@pytest.mark.parametrize("heading", ["月份", "时间", "完成时限"])
def test_the_months_behind_the_turn_are_of_the_next_year_and_told_once(
    heading: str, months: tuple[str, ...], last: str
) -> None:
    found, turned = days(heading, *months)
    assert found[-1] == last
    assert found[0].startswith("2026-")
    assert turned == 1


@pytest.mark.parametrize(
    "months",
    [
        ("1月", "9月", "12月"),
        ("9月", "12月", "6月"),
        ("12月", "1月", "2月"),
        ("9月", "12月", "1月", "10月"),
        ("6月", "12月", "3月"),
        ("1月", "3月", "6月", "12月", "2月"),
        ("12月", "1月"),
        ("2026年9月", "12月", "1月"),
    ],
)
def test_months_in_another_order_stay_in_the_year_of_the_plan(months: tuple[str, ...]) -> None:
    found, turned = days("完成时限", *months)
    assert all(day.startswith("2026-") for day in found)
    assert turned == 0

"""Deadlines of which the table says a part."""

import pytest

from qjtask.importing.cells.bare_days import PrintedDays, are_pointed, month_of, month_of_column, with_month


@pytest.mark.parametrize(
    ("heading", "month"),
    [
        ("县教育局2009年6月份工作安排", "2009年6月"),
        ("（一）6月", "6月"),
        ("一、六月份", "六月"),
        ("工作安排表（6月）", "6月"),
        ("2016年9月质量月活动安排", "2016年9月"),
        ("安全生产月活动安排表", ""),
        ("5—6月工作安排", ""),
        ("5月、6月工作安排", ""),
        ("6月底前完成的任务清单", ""),
        ("任务分解表（截至6月）", ""),
        ("任务分解表（2024年6月）", ""),  # the month it was made in
        ("一季度工作安排", ""),
    ],
)
def test_a_heading_is_about_one_month(heading: str, month: str) -> None:
    assert month_of(heading) == month


@pytest.mark.parametrize(
    "text", ["3日内", "3日之内", "5日起", "每月5日", "3-5天", "6月5日", "31日", "15", ""]
)
def test_what_is_no_day_of_the_month_stays_as_printed(text: str) -> None:
    assert with_month(text, ["2009年6月份工作安排"]) == text


def test_the_nearest_heading_says_the_month() -> None:
    headings = ["重点工作", "一、7月", "2009年6月份工作安排"]
    assert with_month("月底前", headings) == "7月底前"
    assert with_month("5日前", ["重点工作"]) == "5日前"


@pytest.mark.parametrize(
    ("text", "heading", "whole"),
    [
        ("3", "月份", "3月"),
        ("9-11", "检查月份", "9-11月"),
        ("十一", "完成时间（月）", "十一月"),
        ("3", "期限（个月）", "3"),
        ("3月", "月份", "3月"),
        ("13", "月份", "13"),
        ("全年", "月份", "全年"),
    ],
)
def test_a_bare_number_under_months_is_one(text: str, heading: str, whole: str) -> None:
    assert month_of_column(text, heading) == whole


def test_days_with_points_are_known_by_one_that_is_no_month() -> None:
    assert are_pointed(["4.22", "5.2"])
    assert are_pointed(["4.2上午", "5.2"])
    assert not are_pointed(["4.2", "5.2"])
    assert not are_pointed(["4.22", "13.5"])
    assert PrintedDays(are_pointed=True).whole("5.2—5.6", []) == "5月2日—5月6日"
    assert PrintedDays().whole("5.2", []) == "5.2"


def test_ranges_of_days_are_known_by_one_that_is_no_month_and_by_several_within_theirs() -> None:
    assert are_pointed(["2.24-3.2", "3.3-3.9"])
    assert are_pointed(["3.3-3.9", "3.10-3.16"])
    assert are_pointed(["3.3-3.9", "4.1-4.7"])
    assert not are_pointed(["3.3-3.9"])
    assert not are_pointed(["3.3-4.9", "5.1-6.2"])
    printed = PrintedDays(are_pointed=True)
    assert printed.whole("3.3-3.9", []) == "3月3日-3月9日"
    assert printed.whole("4.1", []) == "4月1日"
    assert printed.whole("2.17-2.23", []) == "2.17-2.23"

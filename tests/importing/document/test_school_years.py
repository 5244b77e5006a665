"""Which year a school's plan is of, and which of its months belong to the year after."""

from __future__ import annotations

import pytest

from qjtask.importing.document.school_years import school_year, with_later_year

WINTER = frozenset((1, 2))


@pytest.mark.parametrize(
    ("title", "year", "later", "is_sure"),
    [
        ("某中学2020-2021学年第二学期校历", 2021, [], True),
        ("2024—2025学年度第二学期重点工作任务表", 2025, [], True),
        ("2024-25学年下学期工作安排", 2025, [], True),
        ("2024学年第二学期工作安排", 2025, [], True),
        ("2024至2025学年春季学期工作要点", 2025, [], True),
        ("2025-2026学年第一学期工作安排表", 2025, [1, 2], True),
        ("2025学年上学期工作安排表", 2025, [1, 2], True),
        ("2025年秋季学期开学工作任务清单", 2025, [1, 2], True),
        ("2025-2026学年工作计划", 2025, [1, 2, 3, 4, 5, 6, 7], False),
    ],
)
def test_a_school_year(title: str, year: int, later: list[int], *, is_sure: bool) -> None:
    assert school_year(title) == (year, frozenset(later), is_sure)


@pytest.mark.parametrize("title", ["2025年春季学期工作表", "2021—2023年方案", "2019-2022学年", "学年", ""])
def test_a_title_without_a_school_year(title: str) -> None:
    assert school_year(title) is None


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("1月15日", "2026年1月15日"),
        ("12月至1月", "12月至2026年1月"),
        ("10月底前", "10月底前"),
        ("2025年1月", "2025年1月"),
        ("次年1月", "次年1月"),
        ("11月底前", "11月底前"),
        ("持续推进", "持续推进"),
        ("一月", "2026年一月"),
        ("元月中旬", "2026年元月中旬"),
        ("二月一日", "2026年二月一日"),
        ("十二月至一月", "十二月至2026年一月"),
        ("十一月", "十一月"),
        ("1-2月", "2026年1-2月"),
        ("一、二月", "2026年一、二月"),
        ("12-1月", "12-2026年1月"),
        ("9-10月", "9-10月"),
        ("1月15-2月3日", "2026年1月15-2026年2月3日"),
        ("九月", "九月"),
        ("二〇二五年一月", "二〇二五年一月"),
        ("一月一次", "一月一次"),
        ("一月内", "一月内"),
    ],
)
def test_the_year_after_is_put_before_its_months(text: str, dated: str) -> None:
    assert with_later_year(text, 2025, WINTER) == dated
    assert with_later_year(text, 2025, frozenset()) == text


def test_a_month_in_words_of_a_whole_school_year() -> None:
    assert with_later_year("六月底", 2025, frozenset(range(1, 8))) == "2026年六月底"

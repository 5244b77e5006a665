"""Weekdays in running text, counted from the day of issue."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.importing.dates.own_weekdays import with_weekdays

WEDNESDAY = date(2015, 4, 1)


def read(text: str, issued: date | None = WEDNESDAY) -> tuple[str, list[str]]:
    """The text as its times are read, and what is told of it."""
    told: list[str] = []
    return with_weekdays(text, issued, lambda read, assumed, _fix: told.append(f"{read}；{assumed}")), told


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("周五前报校长室", "2015年4月3日前报校长室"),
        ("（星期五前完成）", "（2015年4月3日前完成）"),
        ("周二前印发通知", "2015年4月7日前印发通知"),
        ("本周二前印发通知", "2015年3月31日前印发通知"),
        ("下周一前完成", "2015年4月6日前完成"),
        ("本周日下班前上报", "2015年4月5日下班前上报"),
        ("礼拜天之前公布", "2015年4月5日之前公布"),
    ],
)
def test_a_weekday_is_that_of_the_week_of_issue_or_the_next_one(text: str, named: str) -> None:
    words, told = read(text)
    assert words == named
    assert [one.partition("；")[2][:8] for one in told] == ["按发文的那一周算"]


@pytest.mark.parametrize(
    "text",
    [
        "每周五前报送周报",
        "周一至周五前交表",
        "周五前往各校",
        "4月3日（周五）前交表",
        "周五召开例会",
        "一周前完成",
        "周前完成",
    ],
)
def test_what_comes_again_a_day_that_is_said_and_other_words_stay(text: str) -> None:
    assert read(text) == (text, [])


def test_without_a_day_of_issue_it_is_told_that_none_was_taken() -> None:
    assert read("周五前完成", None) == (
        "周五前完成",
        ["具体工作里的“周五前”没有说是哪一天；没有记作时间节点"],
    )

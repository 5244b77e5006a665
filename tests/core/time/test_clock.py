"""Where the hour behind a day ends."""

from datetime import date

import pytest

from qjtask.core.time.clock import after_clock
from qjtask.core.time.deadline import DeadlineClass, read_deadline


@pytest.mark.parametrize(
    ("clock", "rest"),
    [
        ("上午8:30", ""),
        ("晚上8:00", "召开"),
        ("下午14:30-17:00", ""),
        ("上午至下午", ""),
        ("上午", ",在广场设点"),
        ("9时30分", ""),
        ("正月初六下午2点半", ""),
        ("除夕", "前"),
        ("全天", "开放"),
        ("当天", ""),
        ("", "晚稻收割"),
        ("", "全日制招生"),
        ("", "上午9时起"),
        ("", "零时前"),
        ("", "0时前"),
        ("", "5点建议"),
        ("", "国庆活动"),
    ],
)
def test_ends_with_the_hour(clock: str, rest: str) -> None:
    day = "6月14日"
    assert after_clock(day + clock + rest, len(day)) == len(day + clock)


@pytest.mark.parametrize("text", ["上午8:30", "9:00前", "6月18日上午9时起", "6月5、12、19日"])
def test_an_hour_without_a_day_and_a_beginning_are_not_understood(text: str) -> None:
    deadline = read_deadline(text, year=2021)
    assert deadline.kind is DeadlineClass.UNKNOWN
    assert deadline.doubt


@pytest.mark.parametrize(
    "text",
    [
        "2月8日至2月16日（农历正月十二至二十）",
        "2月8日—16日（正月十二—二十）",
        "2.8-2.16（腊月廿三至正月初一）",
        "2月8日至2月16日(农历八月初五——农历八月十三)",
        "2月8日至2月16日（周四至周五）",
        "2月15日、16日（星期四、星期五）",
    ],
)
def test_a_bracket_that_says_the_days_again_is_no_second_time(text: str) -> None:
    deadline = read_deadline(text, year=2018)
    assert (deadline.date, deadline.doubt) == (date(2018, 2, 16), None)


@pytest.mark.parametrize(
    "text", ["5月1日至3日（6月4日）", "每周（周一至周五）", "春节期间（正月初一至初七）"]
)
def test_a_bracket_that_says_another_time_is_asked_about(text: str) -> None:
    assert read_deadline(text, year=2018).kind is DeadlineClass.UNKNOWN

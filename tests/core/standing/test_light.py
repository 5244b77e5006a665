"""The light's rule by itself: red, yellow and green by the day, and by the days of silence without one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.standing.light import Light, Verdict, clock, verdict
from tests.core.plans import day, item, plan

AT = clock(plan(item()), day("06-10"))  # warns 30 days before, wants a report every 30 days


@pytest.mark.parametrize(
    ("by", "light", "why"),
    [
        ("06-09", Light.RED, "期限2021-06-09，已逾期1天"),
        ("06-10", Light.YELLOW, "今天到期"),
        ("06-11", Light.YELLOW, "还有1天到期（2021-06-11）"),
        ("07-10", Light.YELLOW, "还有30天到期（2021-07-10）"),
        ("07-11", Light.GREEN, "还有31天到期（2021-07-11）"),
    ],
)
def test_what_is_dated_goes_by_its_day(by: str, light: Light, why: str) -> None:
    assert verdict(day(by), None, AT) == Verdict(light, why, None)
    assert verdict(day(by), day("01-01"), AT) == Verdict(light, why, None), "its reports do not matter"
    assert AT.light(day(by)) is light


@pytest.mark.parametrize(
    ("reported", "light", "why"),
    [
        ("06-10", Light.GREEN, "没有期限，最近一次记录在2021-06-10"),
        ("05-11", Light.GREEN, "没有期限，最近一次记录在2021-05-11"),
        ("05-10", Light.YELLOW, "没有期限，最近一次记录在2021-05-10，已31天，超过30天"),
        (None, Light.YELLOW, "没有期限，2021-03-26以来没有记录，已76天，超过30天"),
    ],
)
def test_what_is_undated_goes_by_its_silence(reported: str | None, light: Light, why: str) -> None:
    on = day(reported) if reported else None
    silent = (day("06-10") - (on or day("03-26"))).days
    assert verdict(None, on, AT) == Verdict(light, why, silent)


def test_silence_counts_from_the_year_s_beginning_where_no_issue_is_known() -> None:
    at = clock(plan(item(), issued=None), day("06-10"))
    assert verdict(None, None, at).why == "没有期限，2021-01-01以来没有记录，已160天，超过30天"


def test_a_report_dated_after_today_is_no_silence_of_less_than_no_days() -> None:
    assert verdict(None, day("06-11"), AT).silent_days == 0


@given(st.dates(date(2020, 1, 1), date(2023, 1, 1)), st.integers(0, 60))
def test_a_later_day_is_never_more_urgent(by: date, days: int) -> None:
    order = [Light.RED, Light.YELLOW, Light.GREEN]
    assert order.index(AT.light(by)) <= order.index(AT.light(by + timedelta(days)))

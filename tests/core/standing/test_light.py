"""The light's rule by itself: by the day, the silence, the pace, and whether the deadline was understood."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.plan.plan import Item, Rules
from qjtask.core.standing.light import Clock, Facts, Light, Reason, clock, verdict, why
from qjtask.core.standing.pace import Pace
from tests.core.plans import day, item, plan, span


class Stands(NamedTuple):
    """A verdict, and the reasons for it in Chinese."""

    light: Light
    reasons: tuple[Reason, ...]
    why: str
    silent_days: int


ITEM = item(report_every=None)
AT = clock(plan(ITEM), day("06-10"))  # warns 30 days before, wants a report every 30 days


def stands(
    by: str | None = None,
    reported: str | None = None,
    *,
    pace: Pace | None = None,
    unread: bool = False,
    of: Clock = AT,
    what: Item = ITEM,
) -> Stands:
    facts = Facts(what, day(by) if by else None, day(reported) if reported else None, pace, unread)
    found = verdict(facts, of)
    return Stands(found.light, found.reasons, why(facts, found.reasons, of), found.silent_days)


@pytest.mark.parametrize(
    ("by", "light", "reasons", "why"),
    [
        ("06-09", Light.RED, (Reason.OVERDUE,), "期限2021-06-09，已逾期1天"),
        ("06-10", Light.YELLOW, (Reason.DUE_SOON,), "今天到期"),
        ("06-11", Light.YELLOW, (Reason.DUE_SOON,), "还有1天到期（2021-06-11）"),
        ("07-10", Light.YELLOW, (Reason.DUE_SOON,), "还有30天到期（2021-07-10）"),
        ("07-11", Light.GREEN, (), "还有31天到期（2021-07-11）"),
    ],
)
def test_what_is_dated_and_reported_on_goes_by_its_day(
    by: str, light: Light, reasons: tuple[Reason, ...], why: str
) -> None:
    assert stands(by, "06-01") == Stands(light, reasons, why, 9)
    assert AT.light(day(by)) is light


def test_dated_work_without_a_report_is_silent_too() -> None:
    """On 30 November 18 of 45 works without one report in eight months were green."""
    assert stands("12-31", "05-11").light is Light.GREEN
    silent = stands("12-31", "05-10")
    assert (silent.light, silent.reasons) == (Light.YELLOW, (Reason.SILENT,))
    assert silent.why == "最近一次记录在2021-05-10，已31天，超过30天"
    assert stands("06-09").reasons == (Reason.OVERDUE, Reason.SILENT)


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
    found = stands(None, reported)
    assert (found.light, found.why) == (light, why)
    assert found.silent_days == (day("06-10") - day(reported or "03-26")).days


def test_an_item_may_have_a_rhythm_of_its_own() -> None:
    weekly = ITEM._replace(report_every=span("1w"))
    assert stands("12-31", "06-02", what=weekly).reasons == (Reason.SILENT,)
    assert stands("12-31", "06-03", what=weekly).reasons == ()
    slow = clock(plan(ITEM)._replace(rules=Rules(report_every=span("3m"))), day("06-10"))
    assert stands("12-31", "03-26", of=slow).reasons == ()


def test_a_deadline_that_nobody_has_understood_is_grey_until_something_is_late() -> None:
    assert stands(unread=True, reported="06-10").light is Light.GREY
    assert stands(unread=True).reasons == (Reason.UNREAD, Reason.SILENT)
    assert stands("06-20", "06-10", unread=True).light is Light.GREY
    assert stands("06-01", "06-10", unread=True).light is Light.RED


@pytest.mark.parametrize(("actual", "light"), [(30, Light.YELLOW), (31, Light.GREEN), (60, Light.GREEN)])
def test_work_behind_its_time_by_twenty_points_is_yellow(actual: int, light: Light) -> None:
    found = stands("12-31", "06-10", pace=Pace(50, actual))
    assert found.light is light
    if found.reasons:
        assert found.why == "进度30%，序时应到50%，落后20个百分点"


def test_silence_counts_from_the_year_s_beginning_where_no_issue_is_known() -> None:
    at = clock(plan(item(), issued=None), day("06-10"))
    assert stands(of=at).why == "没有期限，2021-01-01以来没有记录，已160天，超过30天"


def test_a_reissue_does_not_begin_the_silence_anew() -> None:
    again = plan(item(), issued=day("06-01"))._replace(first_issued=day("01-10"))
    assert clock(again, day("06-10")).counted_from == day("01-10")


def test_a_report_dated_after_today_is_no_silence_of_less_than_no_days() -> None:
    assert stands(None, "06-11").silent_days == 0


@given(st.dates(date(2020, 1, 1), date(2023, 1, 1)), st.integers(0, 60))
def test_a_later_day_is_never_more_urgent(by: date, days: int) -> None:
    order = [Light.RED, Light.YELLOW, Light.GREEN]
    assert order.index(AT.light(by)) <= order.index(AT.light(by + timedelta(days)))

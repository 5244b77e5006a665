"""The due dates of recurring work, and which of them a report settles."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.log.periods import has_begun, next_period, occurrences, period_of, periods_told
from tests.core.plans import ISSUED, YEAR, day, entry, item

MONTHLY = item("9.1", deadline="每月25日前").deadline.recurrence
PERIODS = tuple(date(YEAR, month, 25) for month in range(4, 13))


def first(wording: str, issued: str) -> date:
    return occurrences(item("9.1", deadline=wording).deadline.recurrence, YEAR, day(issued))[0]


def test_periods_run_from_the_notice_to_the_years_end() -> None:
    assert occurrences(MONTHLY, YEAR, ISSUED) == PERIODS


def test_periods_of_a_plan_without_a_day_of_issue_run_from_january() -> None:
    assert occurrences(MONTHLY, YEAR, None)[0] == day("01-25")
    assert occurrences(MONTHLY, YEAR, day("2020-12-30"))[0] == day("01-25")


def test_what_does_not_recur_has_no_periods() -> None:
    assert occurrences(None, YEAR, ISSUED) == ()
    assert periods_told(None, YEAR, ISSUED, [entry()]) == ()


@pytest.mark.parametrize(
    ("wording", "issued", "by"),
    [
        ("每月25日前", "04-25", "05-25"),  # on the day itself nothing is left
        ("每月25日前", "04-10", "04-25"),  # 15 days of 31
        ("每月25日前", "04-09", "04-25"),
        ("每月25日前", "04-11", "05-25"),  # 14 days
        ("每季度末", "03-26", "06-30"),
        ("每季度末", "02-13", "03-31"),  # 46 days of 90
        ("每季度末", "02-16", "06-30"),  # 43 days
        ("每周五", "03-26", "04-02"),  # a Friday
        ("每周五", "03-22", "03-26"),  # the Monday before
        ("每周五", "03-23", "04-02"),  # the Tuesday: three days of seven
        ("每日", "03-26", "03-27"),
        ("每月次月10日前", "01-12", "02-10"),  # January's work: the year begins in February
        ("每年6月底前", "03-26", "06-30"),  # what is asked for once a year is asked for
        ("每季度末", "12-20", "12-31"),  # what is left of the year is asked for once
        ("每半年", "03-26", "06-30"),
    ],
)
def test_the_first_period_is_the_first_of_which_half_lies_after_the_issue(
    wording: str, issued: str, by: str
) -> None:
    assert first(wording, issued) == day(by)


def test_a_notice_after_the_last_due_date_asks_for_nothing() -> None:
    assert occurrences(MONTHLY, YEAR, day("12-26")) == ()


def test_reports_older_than_the_issue_tell_that_the_work_ran_before() -> None:
    marks = [entry(on="02-20"), entry(on="03-24")]
    assert periods_told(MONTHLY, YEAR, day("06-18"), marks)[0] == day("02-25")
    named = [entry(on="07-01")._replace(period=day("05-25"))]
    assert periods_told(MONTHLY, YEAR, day("06-18"), named)[0] == day("05-25")
    assert periods_told(MONTHLY, YEAR, ISSUED, named)[0] == day("04-25")


def test_a_milestone_met_before_the_issue_tells_nothing_of_periods() -> None:
    assert periods_told(MONTHLY, YEAR, ISSUED, [entry("9.1.1", on="02-20")]) == PERIODS


@pytest.mark.parametrize(
    ("known", "by"),
    [
        ("04-25", "04-25"),
        ("04-20", "04-25"),
        ("05-05", "04-25"),
        ("05-12", "05-25"),
        ("04-10", "04-25"),
        ("04-09", None),  # more than half a month before the first
        ("2022-01-05", "12-25"),
        ("2022-01-25", None),
    ],
)
def test_a_day_that_was_a_due_date_means_the_nearest_period(known: str, by: str | None) -> None:
    assert period_of(PERIODS, day(known)) == (day(by) if by else None)


def test_the_only_period_of_a_year_is_meant_within_half_a_year() -> None:
    assert period_of((day("06-30"),), day("06-20")) == day("06-30")
    assert period_of((day("12-31"),), day("06-01")) is None
    assert period_of((), day("06-01")) is None


@pytest.mark.parametrize(
    ("by", "on", "begun"),
    [
        ("04-25", "03-01", True),  # the first has none before it
        ("05-25", "04-25", False),  # still the first period's own day
        ("05-25", "04-26", True),
    ],
)
def test_a_period_begins_after_the_one_before_was_due(by: str, on: str, *, begun: bool) -> None:
    assert has_begun(PERIODS, day(by), day(on)) is begun


def test_the_next_period_is_the_earliest_open_one() -> None:
    assert next_period(PERIODS, ()) == day("04-25")
    assert next_period(PERIODS, {day("04-25"), day("06-25")}) == day("05-25")
    assert next_period(PERIODS, PERIODS) is None

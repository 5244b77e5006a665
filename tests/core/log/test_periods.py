"""The periods of recurring work: their days, which of them is open, and when it may be closed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.periods import next_period, occurrences, period_has_begun, settled
from qjtask.core.time.deadline import Recurrence, read_deadline
from tests.core.plans import day


def recurrence(text: str) -> Recurrence:
    found = read_deadline(text, year=2021).recurrence
    assert found
    return found


QUARTERS = (day("03-31"), day("06-30"), day("09-30"), day("12-31"))


@pytest.mark.parametrize(
    ("issued", "first"), [(None, "03-31"), ("03-26", "03-31"), ("03-31", "03-31"), ("04-01", "06-30")]
)
def test_the_periods_are_those_of_the_year_from_the_notice_on(issued: str | None, first: str) -> None:
    found = occurrences(recurrence("每季度末"), 2021, day(issued) if issued else None)
    assert found == tuple(one for one in QUARTERS if one >= day(first))


def test_work_that_does_not_recur_has_no_periods() -> None:
    assert occurrences(None, 2021, None) == ()
    assert next_period((), 0) is None
    assert not period_has_begun((), 0, day("06-10"))


def test_the_next_period_is_the_first_that_is_not_closed() -> None:
    assert [next_period(QUARTERS, closed) for closed in range(5)] == [*QUARTERS, None]


@pytest.mark.parametrize(
    ("closed", "on", "begun"),
    [
        (0, "01-01", True),  # the first may be closed at once
        (1, "03-31", False),  # its day still belongs to the one before
        (1, "04-01", True),
        (3, "09-30", False),
        (3, "10-01", True),
        (4, "12-31", False),  # none is left
    ],
)
def test_a_period_begins_after_the_day_of_the_one_before(closed: int, on: str, *, begun: bool) -> None:
    assert period_has_begun(QUARTERS, closed, day(on)) is begun


DAYS = st.lists(st.dates(date(2021, 1, 1), date(2021, 12, 31)), max_size=6).map(tuple)


@given(DAYS)
def test_the_earliest_periods_are_those_that_are_settled(closed_on: tuple[date, ...]) -> None:
    found = settled(QUARTERS, closed_on)
    assert list(found) == list(QUARTERS[: len(closed_on)])
    assert tuple(found.values()) == closed_on[: len(QUARTERS)]

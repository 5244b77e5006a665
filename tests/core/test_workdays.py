"""Working days: in April 2021 the 3rd to the 5th were off, and Sunday the 25th was worked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.workdays import add_workdays, is_workday


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2021, 3, 26), True),  # a Friday
        (date(2021, 3, 27), False),
        (date(2021, 4, 5), False),  # a Monday, 清明
        (date(2021, 4, 25), True),  # a Sunday, made up for the first of May
        (date(2021, 10, 1), False),
        (date(1999, 10, 1), True),  # a Friday, in a year that the calendar does not know
        (date(2999, 6, 8), False),  # a Saturday, in another
    ],
)
def test_is_workday(day: date, *, working: bool) -> None:
    assert is_workday(day) is working


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        (date(2021, 3, 26), 0, date(2021, 3, 26)),
        (date(2021, 3, 26), 1, date(2021, 3, 29)),
        (date(2021, 3, 26), 5, date(2021, 4, 2)),
        (date(2021, 3, 26), 6, date(2021, 4, 6)),  # over 清明
        (date(2021, 4, 23), 1, date(2021, 4, 25)),  # on a made-up Sunday
        (date(2021, 4, 24), 1, date(2021, 4, 25)),
        (date(2021, 12, 31), 1, date(2022, 1, 4)),
    ],
)
def test_counts_from_the_day_after(start: date, n: int, end: date) -> None:
    assert add_workdays(start, n) == (end, True)


def test_tells_when_the_calendar_ends() -> None:
    assert add_workdays(date(2999, 6, 7), 1) == (date(2999, 6, 10), False)


def test_tells_when_only_the_end_of_the_walk_is_unknown() -> None:
    day, known = add_workdays(date(2021, 1, 4), 20_000)
    assert day.year > 2090
    assert not known


def test_does_not_count_backwards() -> None:
    with pytest.raises(ValueError, match="-1"):
        add_workdays(date(2021, 1, 4), -1)


@given(st.dates(date(2004, 1, 1), date(2025, 1, 1)), st.integers(1, 60))
def test_agrees_with_counting_the_days_one_by_one(start: date, n: int) -> None:
    end, known = add_workdays(start, n)
    walked = (start + timedelta(days=days) for days in range(1, (end - start).days + 1))
    assert known
    assert is_workday(end)
    assert sum(map(is_workday, walked)) == n

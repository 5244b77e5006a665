"""Working days: in April 2021 the 3rd to the 5th were off, and Sunday the 25th was worked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.time.span import Span
from qjtask.core.time.workdays import Calendar, add_workdays

NATIONAL = Calendar()
OWN = Calendar(
    off=frozenset({date(2999, 6, 3), date(2999, 6, 4), date(2021, 6, 10)}),
    on=frozenset({date(2999, 6, 8), date(2021, 10, 1)}),
)


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
    assert NATIONAL.is_workday(day) is working


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2999, 6, 3), False),  # a Monday
        (date(2999, 6, 5), True),
        (date(2999, 6, 8), True),  # a Saturday
        (date(2999, 6, 9), False),
        (date(2021, 6, 10), False),  # the office's own day overrules an announced year too
        (date(2021, 10, 1), True),
        (date(2021, 10, 2), False),
    ],
)
def test_an_offices_own_days_overrule_the_national_ones(day: date, *, working: bool) -> None:
    assert OWN.is_workday(day) is working


@pytest.mark.parametrize(
    ("calendar", "day", "known"),
    [
        (NATIONAL, date(2021, 1, 1), True),
        (NATIONAL, date(2999, 6, 5), False),
        (OWN, date(2999, 1, 1), True),  # the year of a day off that is named
        (OWN, date(2998, 1, 1), False),
        (Calendar(on=frozenset({date(2999, 6, 8)})), date(2999, 6, 8), False),
    ],
)
def test_a_year_is_known_when_it_is_announced_or_a_day_off_of_it_is_named(
    calendar: Calendar, day: date, *, known: bool
) -> None:
    assert calendar.is_known(day) is known


@pytest.mark.parametrize(
    ("day", "last", "first"),
    [
        (date(2021, 10, 3), date(2021, 9, 30), date(2021, 10, 8)),
        (date(2021, 10, 8), date(2021, 10, 8), date(2021, 10, 9)),  # a Saturday, made up
        (date(2021, 2, 14), date(2021, 2, 10), date(2021, 2, 18)),
        (date(2021, 12, 31), date(2021, 12, 31), date(2022, 1, 4)),
    ],
)
def test_the_working_days_around_a_day(day: date, last: date, first: date) -> None:
    assert NATIONAL.last_until(day) == last
    assert NATIONAL.first_after(day) == first


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
    assert NATIONAL.is_workday(end)
    assert sum(map(NATIONAL.is_workday, walked)) == n


# How far a letter reaches -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "within", "until"),
    [
        (date(2021, 6, 10), Span(7, "d"), date(2021, 6, 17)),
        (date(2021, 9, 27), Span(7, "d"), date(2021, 10, 11)),  # October 4th is off
        (date(2021, 9, 30), Span(1, "w"), date(2021, 10, 14)),
        (date(2021, 10, 8), Span(7, "d"), date(2021, 10, 15)),
        (date(2021, 2, 8), Span(7, "d"), date(2021, 2, 22)),
        (date(2021, 6, 10), Span(2, "d"), date(2021, 6, 16)),  # the 12th and the 14th are off
        (date(2021, 9, 30), Span(1, "d"), date(2021, 10, 8)),
        (date(2021, 9, 1), Span(1, "m"), date(2021, 11, 1)),
        (date(2021, 6, 10), Span(0, "d"), date(2021, 6, 10)),
        (date(2021, 6, 13), Span(0, "d"), date(2021, 6, 13)),  # a Sunday: no rhythm would leave it
        (date(9999, 12, 31), Span(7, "d"), date(9999, 12, 31)),
    ],
)
def test_what_ends_on_a_day_off_is_made_longer(today: date, within: Span, until: date) -> None:
    assert NATIONAL.reach(today, within) == until


@given(st.dates(date(2020, 1, 1), date(2023, 12, 31)), st.integers(1, 14))
def test_the_next_letter_comes_within_the_reach_of_this_one(today: date, days: int) -> None:
    """In the rhythm of letters that the length of the week means, and with one on each working day."""
    today = today if NATIONAL.is_workday(today) else NATIONAL.first_after(today)
    until = NATIONAL.reach(today, Span(days, "d"))
    rhythm = (today + timedelta(days=days * count) for count in range(1, 100))
    assert until == next(filter(NATIONAL.is_workday, rhythm))
    assert NATIONAL.first_after(today) <= until

"""Days that cannot be meant, and those that can hardly be."""

from __future__ import annotations

import pytest

from qjtask.core.log.entry import Do
from qjtask.core.log.likely_days import impossible_days, odd_days
from tests.core.plans import day, item, plan

PLAN = plan(item())  # of 2021, issued on 26 March


def told(do: Do, on: str = "06-10", to: str | None = None) -> tuple[bool, bool]:
    """Whether the days are impossible, and whether they are odd."""
    until = day(to) if to else None
    return bool(impossible_days(PLAN, do, day(on), until)), bool(odd_days(PLAN, do, day(on), until))


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2012-06-09", (True, True)),
        ("2019-12-31", (True, True)),
        ("2020-01-01", (False, True)),  # the year before: work that was begun before its notice
        ("2020-12-31", (False, True)),
        ("2021-01-01", (False, False)),
        ("2021-06-10", (False, False)),
        ("2026-11-26", (False, False)),  # the shipped ledger is still used
    ],
)
def test_a_report_of_an_earlier_year(on: str, found: tuple[bool, bool]) -> None:
    assert told(Do.DONE, on) == found


@pytest.mark.parametrize(
    ("to", "found"),
    [
        ("2021-03-25", (True, True)),
        ("2021-03-26", (False, False)),
        ("2022-12-31", (False, False)),
        ("2023-01-01", (False, True)),
        ("2026-12-31", (False, True)),
        ("2027-01-01", (True, True)),
        ("2201-09-30", (True, True)),
    ],
)
def test_an_extension(to: str, found: tuple[bool, bool]) -> None:
    assert told(Do.EXTEND, to=to) == found


def test_a_notice_issued_again_began_with_its_first_issue() -> None:
    again = plan(item(), issued=day("07-01"))
    assert impossible_days(again, Do.EXTEND, day("06-10"), day("06-30"))
    assert not impossible_days(
        again._replace(first_issued=day("03-26")), Do.EXTEND, day("06-10"), day("06-30")
    )


def test_an_answer_wanted_by_a_day_is_no_extension() -> None:
    assert told(Do.CHASE, to="2201-09-30") == (False, False)


def test_without_a_day_of_issue_the_plans_year_begins_it() -> None:
    without = plan(item(), issued=None)
    assert impossible_days(without, Do.EXTEND, day("06-10"), day("2020-12-31"))
    assert not impossible_days(without, Do.EXTEND, day("06-10"), day("2021-01-01"))

"""The order of writing and the order of the days; and that a new entry is always the last written."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Entry
from qjtask.core.log.order import batched, latest, moment_after, rising, written
from tests.core.plans import day, entry

CHINA = timezone(timedelta(hours=8))
NOON = datetime(2021, 6, 10, 12, tzinfo=CHINA)
STEP = timedelta(microseconds=1)


def at(moment: datetime, entry_id: str = "x") -> Entry:
    return entry()._replace(id=entry_id, at=moment)


def test_the_latest_is_that_of_the_latest_day_whenever_it_was_written() -> None:
    june, march = entry(on="06-09"), entry(on="03-05")
    assert latest([june, march]) is june
    assert latest([]) is None


def test_of_one_day_the_latest_is_the_one_written_last() -> None:
    first, second = entry(on="06-09"), entry(on="06-09")
    for entries in permutations([first, second]):
        assert latest(entries) is second


def test_of_one_moment_the_latest_does_not_depend_on_the_order() -> None:
    twins = [at(NOON, "a"), at(NOON, "b")]
    assert {(found := latest(entries)) and found.id for entries in permutations(twins)} == {"b"}


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ([], NOON),
        ([NOON - STEP], NOON),
        ([NOON], NOON + STEP),
        ([NOON + timedelta(hours=1), NOON], NOON + timedelta(hours=1) + STEP),  # the clock was set back
        ([datetime(2035, 6, 10, 12, tzinfo=CHINA)], datetime(2035, 6, 10, 12, tzinfo=CHINA) + STEP),
        ([datetime.max.replace(tzinfo=CHINA)], datetime.max.replace(tzinfo=CHINA)),  # there is no later one
    ],
)
def test_a_new_entry_is_written_after_all_others(told: list[datetime], moment: datetime) -> None:
    assert moment_after(map(at, told), NOON) == moment


def test_the_entries_of_one_command_keep_their_order_and_share_a_batch() -> None:
    made = batched([at(NOON, "c"), at(NOON, "b"), at(NOON, "a")], "batch")
    assert [one.id for one in sorted(made, key=written)] == ["c", "b", "a"]
    assert {one.batch for one in made} == {"batch"}


def test_an_entry_alone_needs_no_batch() -> None:
    (alone,) = batched([at(NOON)], "batch")
    assert (alone.at, alone.batch) == (NOON, None)


@given(st.lists(st.integers(-3, 3)))
def test_moments_rise_and_none_goes_back(seconds: list[int]) -> None:
    given_ = [at(NOON + timedelta(seconds=count)) for count in seconds]
    made = rising(given_)
    assert all(before.at < after.at for before, after in pairwise(made))
    assert all(one.at >= was.at for one, was in zip(made, given_, strict=True))


def test_the_day_decides_before_the_moment() -> None:
    early = entry(on="06-01")._replace(at=NOON + timedelta(days=9))
    late = entry(on="06-02")._replace(at=NOON)
    found = latest([late, early])
    assert found
    assert found.on == day("06-02")

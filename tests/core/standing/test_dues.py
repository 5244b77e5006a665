"""What is wanted by a day: which dues an item has, how each stands, and which of them are open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Item
from qjtask.core.standing.dues import DueKind, DueState
from qjtask.core.standing.light import Light
from tests.core.plans import day, entry, item, milestone, row

STAGED = item(deadline="2021年12月31日", milestones=(milestone("07-15", "试点"), milestone("05-31", "梳理")))
MONTHLY = item(deadline="每月25日前")


def dues(of: Item, *told: Entry, today: str = "06-10") -> list[tuple[str, str, str]]:
    """Each due's id, the month and day it is held to, and its state."""
    found = row(of, told, today).dues
    return [(due.id, f"{due.by:%m-%d}", due.state.value) for due in found]


def test_the_item_stands_before_its_milestones_in_their_own_order() -> None:
    found = row(STAGED).dues
    assert [(due.id, due.kind, due.what) for due in found] == [
        ("9.1", DueKind.ITEM, "做好9.1"),
        ("9.1.1", DueKind.MILESTONE, "试点"),
        ("9.1.2", DueKind.MILESTONE, "梳理"),
    ]


@pytest.mark.parametrize(
    ("deadline", "found"),
    [
        ("2021年6月30日", [("9.1", "06-30", "open")]),
        ("持续推进", []),
        ("立行立改", []),
        ("读不懂的话", []),
        ("5月底前动工", [("9.1.1", "05-31", "overdue")]),  # the date asks for a step and not for the whole
        ("每半年", [("9.1", "06-30", "open"), ("9.1", "12-31", "open")]),
    ],
)
def test_what_a_deadline_wants(deadline: str, found: list[tuple[str, str, str]]) -> None:
    assert dues(item(deadline=deadline)) == found


@pytest.mark.parametrize(("today", "state"), [("06-29", "open"), ("06-30", "open"), ("07-01", "overdue")])
def test_due_today_is_not_overdue(today: str, state: str) -> None:
    assert dues(item(deadline="2021年6月30日"), today=today) == [("9.1", "06-30", state)]


def test_what_is_met_stays_and_has_its_day() -> None:
    found = row(STAGED, [entry("9.1.2", on="06-02")]).dues
    assert [(due.state, due.done_on) for due in found] == [
        (DueState.OPEN, None),
        (DueState.OPEN, None),
        (DueState.DONE, day("06-02")),
    ]


def test_a_milestone_done_with_the_whole_has_no_day_of_its_own() -> None:
    found = row(STAGED, [entry("9.1.2", on="06-02"), entry("9.1", on="06-05")]).dues
    assert [(due.state, due.done_on) for due in found] == [
        (DueState.DONE, day("06-05")),
        (DueState.DONE, None),
        (DueState.DONE, day("06-02")),
    ]


def test_what_a_dropped_item_wanted_is_wanted_no_more_and_what_was_met_was_met() -> None:
    assert dues(STAGED, entry("9.1.2", on="06-02"), entry("9.1", Do.DROP)) == [
        ("9.1", "12-31", "dropped"),
        ("9.1.1", "07-15", "dropped"),
        ("9.1.2", "05-31", "done"),
    ]


def test_every_period_is_there_with_the_day_on_which_it_was_done() -> None:
    found = row(MONTHLY, [entry(on="04-20"), entry(on="05-27")]).dues
    assert {due.kind for due in found} == {DueKind.PERIOD}
    assert {due.id for due in found} == {"9.1"}
    assert [f"{due.by:%m}" for due in found] == ["04", "05", "06", "07", "08", "09", "10", "11", "12"]
    assert [due.done_on for due in found] == [day("04-20"), day("05-27"), *[None] * 7]


def test_an_extension_leaves_the_printed_day() -> None:
    told = [entry("9.1", Do.EXTEND, to="2022-01-31"), entry("9.1.1", Do.EXTEND, to="06-30")]
    found = row(STAGED, told).dues
    assert [(due.by, due.printed) for due in found] == [
        (day("2022-01-31"), day("12-31")),
        (day("06-30"), day("07-15")),
        (day("05-31"), day("05-31")),
    ]


@pytest.mark.parametrize("deadline", ["持续推进", "5月底前动工"])
def test_a_day_given_by_an_extension_alone_was_never_printed(deadline: str) -> None:
    (whole, *_) = row(item(deadline=deadline), [entry(do=Do.EXTEND, to="08-31")]).dues
    assert (whole.kind, whole.by, whole.printed) == (DueKind.ITEM, day("08-31"), None)


def test_only_what_is_open_has_a_light_and_it_is_that_of_its_own_day() -> None:
    found = row(STAGED, [entry("9.1.2", on="06-02")], today="06-20").dues
    assert [due.light for due in found] == [Light.GREEN, Light.YELLOW, None]
    assert [due.is_open for due in found] == [True, True, False]


# The open ones ----------------------------------------------------------------------------------


def test_the_open_ones_come_nearest_first() -> None:
    assert [due.id for due in row(STAGED).open_dues] == ["9.1.2", "9.1.1", "9.1"]
    assert [due.id for due in row(STAGED, [entry("9.1.2")]).open_dues] == ["9.1.1", "9.1"]
    assert row(STAGED, [entry("9.1")]).open_dues == ()


def test_of_recurring_work_the_earliest_open_period_alone_is_open() -> None:
    both = MONTHLY._replace(milestones=(milestone("06-15"),))
    found = row(both, [entry(on="04-20")], today="08-01")
    assert [(due.kind, due.by) for due in found.open_dues] == [
        (DueKind.PERIOD, day("05-25")),
        (DueKind.MILESTONE, day("06-15")),
    ]
    assert [due.state for due in found.periods[:4]] == [DueState.DONE, *[DueState.OVERDUE] * 3]


REPORTS = st.builds(
    entry,
    st.sampled_from(["9.1", "9.1.1", "9.1.2"]),
    do=st.sampled_from([Do.NOTE, Do.DONE, Do.DONE, Do.REOPEN, Do.EXTEND, Do.DROP]),
    on=st.sampled_from(["04-20", "05-27", "06-18", "07-30"]),
    to=st.sampled_from(["06-02", "08-31"]),
)


@given(st.sampled_from([STAGED, MONTHLY]), st.lists(REPORTS, max_size=8), st.sampled_from(["05-01", "08-01"]))
def test_whatever_was_told_the_open_ones_are_in_order_and_hold_one_period(
    of: Item, told: list[Entry], today: str
) -> None:
    of = of._replace(milestones=(milestone("06-15"), milestone("05-20")))
    found = row(of, told, today)
    kept = found.open_dues
    assert [due.by for due in kept] == sorted(due.by for due in kept)
    wanted = [due for due in found.dues if due.is_open]
    periods = [due for due in wanted if due.kind is DueKind.PERIOD]
    assert sorted(kept) == sorted([*(due for due in wanted if due not in periods), *periods[:1]])

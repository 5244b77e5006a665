"""Whose a row is, and what of it is open to them: the same for every --unit, letter, workbook and count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, by_unit, open_rows, share, shares
from qjtask.core.standing.words import NOBODY
from tests.core.plans import day, entry, item, milestone, plan, row, standing

SHARED = item("1.1", units=("甲科", "乙科"))
MINE = entry("1.1", unit="甲科")


def states(found: Share) -> list[str]:
    return [due.state.value for due in found.dues]


def ids(found: list[Row]) -> list[str]:
    return [one.item.id for one in found]


@pytest.mark.parametrize(
    ("log", "only", "is_ahead"),
    [
        ([MINE], {"甲科"}, True),
        ([MINE], {"乙科"}, False),
        ([MINE], {"甲科", "乙科"}, False),
        ([MINE], {"甲科", "丙科"}, True),
        ([MINE], set(), False),
        ([], {"甲科"}, False),
        ([MINE, entry("1.1", Do.DROP)], {"甲科"}, False),
        ([MINE, entry("1.1", unit="乙科")], {"甲科"}, False),
        ([MINE, entry("1.1", Do.REOPEN, unit="甲科")], {"甲科"}, False),
    ],
)
def test_a_share_is_ahead_when_every_one_of_its_units_is(
    log: list[Entry], only: set[str], is_ahead: bool
) -> None:
    found = share(row(SHARED, log), only)
    assert found
    assert found.is_ahead is is_ahead


def test_who_has_no_share() -> None:
    rows = standing(plan(SHARED, item("1.2", units=("丙科",))))
    assert share(rows[0], {"丙科"}) is None
    assert [one.row.item.id for one in shares(rows, {"丙科"})] == ["1.2"]


def test_the_units_of_a_share_stand_in_the_row_s_order_and_each_is_asked_by_itself() -> None:
    found = share(row(SHARED, [MINE]), {"乙科", "甲科"})
    assert found == share(row(SHARED, [MINE]))
    assert found
    assert (found.units, found.open_units) == (("甲科", "乙科"), ("乙科",))


def test_work_that_names_nobody_is_nobody_s() -> None:
    nobody = row(item("1.1", units=()))
    assert [(one, found.is_open) for one, (found,) in by_unit([nobody]).items()] == [(NOBODY, True)]
    assert open_rows([nobody]) == open_rows([nobody], {NOBODY}) == [nobody]
    assert share(nobody, {"甲科"}) is None


@pytest.mark.parametrize(
    ("log", "on"),
    [
        ([], None),
        ([MINE], "06-10"),
        ([entry("1.1", on="06-08")], "06-08"),
        ([entry("1.1", on="06-07", unit="甲科"), entry("1.1", on="06-09", unit="乙科")], "06-07"),
        ([entry("1.1", on="06-07", unit="乙科")], None),
    ],
)
def test_the_day_on_which_a_share_was_done(log: list[Entry], on: str | None) -> None:
    found = share(row(SHARED, log), {"甲科"})
    assert found
    assert found.done_on == (day(on) if on else None)


def test_two_units_share_is_done_with_the_later_one() -> None:
    of_three = item("1.1", units=("甲科", "乙科", "丙科"))
    log = [entry("1.1", on="06-01", unit="甲科"), entry("1.1", on="06-03", unit="乙科")]
    found = share(row(of_three, log), {"甲科", "乙科"})
    assert found
    assert (found.done_on, found.is_ahead) == (day("06-03"), True)


def test_what_a_share_wants_is_done_with_it() -> None:
    staged = item("1.1", units=("甲科", "乙科"), milestones=(milestone("05-01"), milestone("06-20")))
    found = row(staged, [entry("1.1.1", on="04-30"), MINE])
    mine, theirs = (one for (one,) in by_unit([found]).values())
    assert states(mine) == ["done", "done", "done"]
    assert [due.done_on for due in mine.dues] == [None, day("04-30"), None]
    assert states(theirs) == ["open", "done", "open"]


def test_of_recurring_work_the_open_period_is_done_and_no_later_one() -> None:
    monthly = item("1.1", units=("甲科", "乙科"), deadline="每月末")
    found = row(monthly, [entry("1.1", on="04-20"), entry("1.1", unit="甲科", on="05-10")])
    mine, theirs = (one for (one,) in by_unit([found]).values())
    assert states(mine)[:3] == ["done", "done", "open"]
    assert states(theirs)[:3] == ["done", "overdue", "open"]
    assert (mine.is_open, theirs.is_open) == (False, True)


def test_the_rows_that_are_open_to_some() -> None:
    three = plan(SHARED, item("1.2", units=("乙科",)), item("1.3", units=("甲科",)))
    rows = standing(three, [MINE, entry("1.2")])
    assert ids(open_rows(rows, {"甲科"})) == ["1.3"]
    assert ids(open_rows(rows, {"乙科"})) == ["1.1"]
    assert ids(open_rows(rows)) == ["1.1", "1.3"]


def test_units_stand_in_the_order_given_then_in_that_of_the_rows() -> None:
    rows = standing(plan(SHARED, item("1.2", units=()), item("1.3", units=("丙科",))))
    found = by_unit(rows, ("丙科", "丁科"))
    assert {unit: ids([one.row for one in mine]) for unit, mine in found.items()} == {
        "丙科": ["1.3"],
        "丁科": [],
        "甲科": ["1.1"],
        "乙科": ["1.1"],
        NOBODY: ["1.2"],
    }
    assert list(found) == ["丙科", "丁科", "甲科", "乙科", NOBODY]
    assert list(by_unit(rows, ("丙科", "丁科"), ("乙科", "丁科"))) == ["丁科", "乙科"]


TABLE = plan(
    item("1.1", units=("甲科", "乙科"), milestones=(milestone("05-01"),)),
    item("1.2", units=("乙科",), deadline="每季度末"),
    item("1.3", units=("甲科", "乙科", "丙科"), deadline="每月25日前"),
    item("1.4", units=(), deadline="持续推进"),
)
MARKS = st.tuples(
    st.sampled_from(["1.1", "1.1.1", "1.2", "1.3", "1.4"]),
    st.sampled_from([Do.DONE, Do.DONE, Do.NOTE, Do.HOLD, Do.DROP, Do.REOPEN]),
    st.sampled_from([None, "甲科", "乙科", "丙科"]),
    st.dates(day("03-26"), day("12-31")).map(str),
)


@given(st.lists(MARKS, max_size=12), st.dates(day("03-26"), day("12-31")).map(str))
def test_whatever_was_reported_the_shares_are_the_parts_of_the_row(
    told: list[tuple[str, Do, str | None, str]], today: str
) -> None:
    log = [entry(marked, do, on, unit=unit) for marked, do, unit, on in told]
    rows = standing(TABLE, log, today)
    mine = by_unit(rows)
    for one in rows:
        whole = share(one)
        assert whole
        assert (whole.is_open, whole.is_ahead, whole.dues) == (one.is_open, False, one.dues)
        each = [found for shares_of in mine.values() for found in shares_of if found.row is one]
        assert sum(found.is_open for found in each) == len(whole.open_units)
        for found in each:
            assert [due.by for due in found.dues] == [due.by for due in one.dues]
            assert found.is_ahead == (one.is_open and not found.is_open)
            assert (found.done_on is None) or not found.is_open
            if found.is_ahead:
                assert not set(found.dues).intersection(one.open_dues)
    for unit, found_of in mine.items():
        assert open_rows(rows, {unit}) == [found.row for found in found_of if found.is_open]

"""The log as of a day: what counts, in which order, and what was taken back."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import History, history
from qjtask.core.plan.ids import item_id_of

CHINA = timezone(timedelta(hours=8))
DAY = date(2021, 6, 10)
NOON = datetime(2021, 6, 10, 12, tzinfo=CHINA)


def entry(entry_id: str, minute: int = 0, **fields: Any) -> Entry:
    """A note on 9.2, written so many minutes after noon."""
    return Entry(entry_id, "9.2", Do.NOTE, DAY, NOON + timedelta(minutes=minute))._replace(**fields)


def undo(entry_id: str, undoes: str, minute: int, **fields: Any) -> Entry:
    """An entry that takes another back."""
    return entry(entry_id, minute, do=Do.UNDO, undoes=undoes, **fields)


def ids(past: History) -> list[str]:
    return [found.id for found in past.ordered]


def standing(past: History) -> list[str]:
    return [found.id for found in past.standing]


def test_nothing_is_nothing() -> None:
    assert history([], DAY) == History({}, frozenset(), ())


def test_what_is_dated_later_is_not_seen_yet() -> None:
    """An old report can be made again, whenever the entry was written."""
    early = entry("a", 500, on=date(2021, 6, 9))
    late = entry("b", 0, on=date(2021, 6, 11))
    assert ids(history([early, late], date(2021, 6, 8))) == []
    assert ids(history([early, late], DAY)) == ["a"]
    assert ids(history([early, late], date(2021, 6, 11))) == ["b", "a"]


def test_the_day_itself_is_seen() -> None:
    assert ids(history([entry("a")], DAY)) == ["a"]


def test_the_order_is_that_of_writing() -> None:
    assert ids(history([entry("a", 2), entry("b", 1), entry("c", 3)], DAY)) == ["b", "a", "c"]


def test_in_the_same_moment_the_ids_decide_and_not_the_file() -> None:
    for lines in permutations([entry("b"), entry("a"), entry("c")]):
        assert ids(history(lines, DAY)) == ["a", "b", "c"]


def test_the_moment_counts_not_the_clock_on_the_wall() -> None:
    """12:30 in Urumqi's local time is later than 14:00 in Beijing's."""
    west = entry("west", at=datetime(2021, 6, 10, 12, 30, tzinfo=timezone(timedelta(hours=6))))
    east = entry("east", at=datetime(2021, 6, 10, 14, 0, tzinfo=CHINA))
    assert ids(history([west, east], DAY)) == ["east", "west"]


def test_the_day_it_happened_does_not_order() -> None:
    """What was reported last is said last, though it happened first."""
    assert ids(history([entry("a", 1), entry("b", 2, on=date(2021, 1, 1))], DAY)) == ["a", "b"]


def test_milestones_go_with_their_item() -> None:
    found = [entry("a", 1, item="9.4"), entry("b", 2, item="9.4.1"), entry("c", 3, item="9.40")]
    by_item = history(found, DAY).by_item
    assert {item: [one.id for one in kept] for item, kept in by_item.items()} == {
        "9.4": ["a", "b"],
        "9.40": ["c"],
    }


def test_an_undo_takes_back_and_is_no_report_itself() -> None:
    past = history([entry("a", 1), entry("b", 2), undo("u", "a", 3)], DAY)
    assert ids(past) == ["a", "b", "u"]
    assert past.undone == {"a"}
    assert standing(past) == ["b"]
    assert [one.id for one in past.by_item["9.2"]] == ["b"]


def test_an_item_whose_entries_are_all_taken_back_has_none() -> None:
    assert history([entry("a", 1), undo("u", "a", 2)], DAY).by_item == {}


def test_what_is_taken_back_counts_on_no_day_also_before_the_undo() -> None:
    """Last month's report, made again, does not count what was entered by mistake."""
    found = [entry("a", 1), undo("u", "a", 2, on=date(2021, 6, 12))]
    past = history(found, date(2021, 6, 11))
    assert (standing(past), ids(past)) == ([], ["a"])
    assert past.undone == {"a"}
    assert standing(history(found, date(2021, 6, 12))) == []


def test_only_an_undo_takes_back() -> None:
    assert standing(history([entry("a", 1), entry("b", 2, undoes="a")], DAY)) == ["a", "b"]


def test_of_two_with_one_id_the_same_counts_on_every_day() -> None:
    """A hand changed one of two copies of a line before they were merged."""
    twins = [entry("a", text="甲"), entry("a", text="乙", on=date(2021, 6, 12))]
    for day in (DAY, date(2021, 6, 12)):
        seen = {tuple(one.text for one in history(lines, day).ordered) for lines in permutations(twins)}
        assert len(seen) == 1


def test_an_undo_above_what_it_takes_back_still_does() -> None:
    """A merge may put it there."""
    assert standing(history([undo("u", "a", 2), entry("a", 1), entry("b", 1)], DAY)) == ["b"]


def test_an_undo_of_nothing_takes_nothing() -> None:
    assert standing(history([entry("a", 1), undo("u", "gone", 2)], DAY)) == ["a"]


@pytest.mark.parametrize("copies", [2, 3])
def test_an_entry_that_stands_twice_counts_once(copies: int) -> None:
    found = [entry("a", 1), entry("b", 2)]
    past = history(found * copies, DAY)
    assert ids(past) == ["a", "b"]
    assert past == history(found, DAY)


# In general -------------------------------------------------------------------------------------

moments = st.integers(-90, 90).map(lambda minutes: NOON + timedelta(minutes=minutes))
days = st.integers(-3, 3).map(lambda number: DAY + timedelta(days=number))


@st.composite
def logs(draw: st.DrawFn) -> list[Entry]:
    """A log of a few items, with undos of what is and is not there."""
    count = draw(st.integers(0, 12))
    found = []
    for number in range(count):
        undoes = draw(st.none() | st.integers(0, count).map(lambda other: f"e{other}"))
        found.append(
            Entry(
                f"e{number}",
                draw(st.sampled_from(["9.2", "9.4", "9.4.1", "1.1", "", "甲"])),
                Do.UNDO if undoes else draw(st.sampled_from([do for do in Do if do is not Do.UNDO])),
                draw(days),
                draw(moments),
                undoes=undoes,
            )
        )
    return found


@given(logs(), days)
def test_every_entry_of_the_day_is_there_once_and_in_order(found: list[Entry], today: date) -> None:
    past = history(found, today)
    assert sorted(ids(past)) == sorted(one.id for one in found if one.on <= today)
    keys = [(one.at, one.id) for one in past.ordered]
    assert keys == sorted(keys)


@given(logs(), days)
def test_what_counts_is_what_nobody_took_back(found: list[Entry], today: date) -> None:
    past = history(found, today)
    taken = {one.undoes for one in found if one.do is Do.UNDO}
    assert past.undone == taken
    assert past.standing == [one for one in past.ordered if one.do is not Do.UNDO and one.id not in taken]
    for item, kept in past.by_item.items():
        assert list(kept) == [one for one in past.standing if item_id_of(one.item) == item]
    assert sum(map(len, past.by_item.values())) == len(past.standing)


@given(logs(), days, st.data())
def test_a_merge_from_either_side_is_the_same(found: list[Entry], today: date, data: st.DataObject) -> None:
    """Each side's lines in any mixture, some of them written in the same moment."""
    mixed = data.draw(st.permutations(found))
    assert history(mixed, today) == history(found, today)


@given(logs(), days, st.data())
def test_copies_change_nothing(found: list[Entry], today: date, data: st.DataObject) -> None:
    copies = data.draw(st.lists(st.sampled_from(found), max_size=5)) if found else []
    assert history([*found, *copies], today) == history(found, today)

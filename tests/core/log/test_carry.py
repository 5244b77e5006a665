"""Entries that go with their item to another number."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from qjtask.core.log.carry import Hand, carried_entries, withdrawn_items
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import history
from qjtask.core.plan.shifts import Shifts

if TYPE_CHECKING:
    from collections.abc import Collection

TODAY = date(2021, 6, 10)
AT = datetime(2021, 6, 1, 9, tzinfo=UTC)
MOVED = Shifts(items={"1.2": "2.2"})


def entry(name: str, item: str, do: Do = Do.NOTE, **more: Any) -> Entry:
    return Entry(name, item, do, date(2021, 6, 1), AT, text="进展")._replace(**more)


def carried(entries: list[Entry], shifts: Shifts = MOVED, dropped: Collection[str] = ()) -> list[Entry]:
    numbers = count(1)
    hand = Hand(TODAY, AT + timedelta(days=1), "某", lambda: f"n{next(numbers)}", "某发〔2021〕9号通知")
    return carried_entries(entries, shifts, dropped, hand)


def test_every_entry_counts_for_the_new_id_and_for_the_old_one_no_more() -> None:
    entries = [
        entry("a", "1.2", Do.START, line=1),
        entry("b", "1.2.1", Do.DONE, line=2),
        entry("c", "1.20", line=3),
        entry("d", "1.2", on=date(2021, 7, 1), line=4),
    ]
    made = carried(entries)
    seen = history([*entries, *made], date.max).by_item
    assert set(seen) == {"2.2", "1.20"}
    assert [(one.item, one.do, one.on, one.text) for one in seen["2.2"]] == [
        ("2.2", Do.START, date(2021, 6, 1), "进展"),
        ("2.2.1", Do.DONE, date(2021, 6, 1), "进展"),
        ("2.2", Do.NOTE, date(2021, 7, 1), "进展"),
    ]


def test_what_was_taken_back_is_not_carried_and_a_second_run_adds_nothing() -> None:
    entries = [entry("a", "1.2"), entry("u", "1.2", Do.UNDO, undoes="a"), entry("b", "1.2")]
    made = carried(entries)
    assert [(one.item, one.do) for one in made] == [("2.2", Do.NOTE), ("1.2", Do.UNDO)]
    assert carried([*entries, *made]) == []


def said(entries: list[Entry], made: list[Entry], item: str) -> list[tuple[Do, str]]:
    seen = history([*entries, *made], date.max).by_item.get(item, ())
    return [(one.do, one.text) for one in seen]


def test_a_withdrawn_milestones_entries_are_notes_on_its_item_and_the_others_keep_their_order() -> None:
    entries = [
        entry("a", "1.2.1", Do.DONE, at=AT, text="摸底完成"),
        entry("b", "1.2.2", Do.EXTEND, at=AT + timedelta(seconds=1), to=date(2021, 8, 1)),
        entry("c", "1.2", Do.DONE, at=AT + timedelta(seconds=2)),
    ]
    made = carried(entries, Shifts(steps={"1.2.1": None, "1.2.2": "1.2.1"}))
    seen = history([*entries, *made], date.max).by_item["1.2"]
    assert [(one.item, one.do, one.text) for one in seen] == [
        ("1.2", Do.NOTE, "原时间节点：完成，摸底完成"),
        ("1.2.1", Do.EXTEND, "进展"),
        ("1.2", Do.DONE, "进展"),
    ]
    assert carried([entry("a", "1.2.3", Do.DONE)], Shifts(steps={"1.2.1": None})) == []


def test_what_was_measured_goes_on_under_the_targets_new_name() -> None:
    entries = [entry("a", "1.2", values={"里程": "3", "率": "5"}), entry("b", "1.3", values={"里程": "7"})]
    made = carried(entries, Shifts(measures={"1.2": {"里程": "公路里程"}}))
    seen = history([*entries, *made], date.max).by_item
    assert [one.values for one in seen["1.2"]] == [{"公路里程": "3", "率": "5"}]
    assert [one.values for one in seen["1.3"]] == [{"里程": "7"}]


def test_joined_works_tell_how_they_went_and_settle_nothing() -> None:
    entries = [
        entry("a", "1.2", percent=40, values={"里程": "3"}, unit="甲科"),
        entry("b", "1.2", Do.DONE, at=AT + timedelta(seconds=1)),
        entry("c", "1.1", Do.DONE),
    ]
    made = carried(entries, Shifts(joined={"1.2": "1.1"}, reopened=(("1.1", None), ("1.1", "甲科"))))
    seen = history([*entries, *made], date.max).by_item
    assert "1.2" not in seen
    assert [(one.do, one.text, one.percent, one.unit) for one in seen["1.1"]] == [
        (Do.DONE, "进展", None, None),
        (Do.NOTE, "原1.2：40%，进展", None, "甲科"),
        (Do.NOTE, "原1.2：完成，进展", None, None),
        (Do.REOPEN, "并入的工作尚未完成", None, None),
        (Do.REOPEN, "并入的工作尚未完成", None, "甲科"),
    ]
    assert seen["1.1"][1].values == {"里程": "3"}


def test_a_part_has_what_was_told_of_the_whole_and_no_value_counts_twice() -> None:
    entries = [
        entry("a", "1.1", percent=40, values={"钢桥": "1", "木桥": "2"}),
        entry("b", "1.1.1", Do.DONE, at=AT + timedelta(seconds=1)),
        entry("c", "1.1", Do.EXTEND, at=AT + timedelta(seconds=2), to=date(2021, 9, 1)),
        entry("d", "1.1", Do.CHASE, at=AT + timedelta(seconds=3)),
    ]
    made = carried(entries, Shifts(parts={"1.3": "1.1"}, measured={"1.3": frozenset({"木桥"})}))
    seen = history([*entries, *made], date.max).by_item
    assert list(seen["1.1"]) == entries
    assert [(one.do, one.text, one.percent, one.to, one.values) for one in seen["1.3"]] == [
        (Do.NOTE, "原1.1：40%，进展", None, None, {"木桥": "2"}),
        (Do.NOTE, "原1.1：完成，进展", None, None, {}),
        (Do.EXTEND, "进展", None, date(2021, 9, 1), {}),
    ]


def test_a_cancelled_work_is_dropped_in_the_notices_name_and_what_was_cancelled_together_is_one_batch() -> (
    None
):
    made = carried([entry("a", "1.2", Do.DONE)], Shifts(cancelled=("1.2", "1.3")))
    assert [(one.item, one.do, one.text, one.doc) for one in made] == [
        ("1.2", Do.DROP, "取消：某发〔2021〕9号通知", "某发〔2021〕9号通知"),
        ("1.3", Do.DROP, "取消：某发〔2021〕9号通知", "某发〔2021〕9号通知"),
    ]
    assert made[0].batch == made[1].batch is not None
    assert made[0].at < made[1].at
    (alone,) = carried([], Shifts(cancelled=("1.2",)))
    assert alone.batch is None


def test_what_was_cancelled_is_known_until_it_is_printed_again() -> None:
    entries = [entry("a", "1.2", Do.DROP, doc="某发"), entry("b", "1.3", Do.DROP)]
    assert withdrawn_items(entries) == {"1.2"}
    made = carried(entries, Shifts(restored=("1.2",)), ["1.2"])
    assert [(one.item, one.do, one.text) for one in made] == [("1.2", Do.REOPEN, "恢复：某发〔2021〕9号通知")]
    assert withdrawn_items([*entries, *made]) == frozenset()
    by_hand = entry("c", "1.2", Do.REOPEN, at=AT + timedelta(days=2))
    assert withdrawn_items([*entries, by_hand]) == {"1.2"}  # a person keeps it, whatever is printed
    taken_back = entry("d", "1.2", Do.UNDO, undoes="a")
    assert withdrawn_items([*entries, taken_back]) == frozenset()


def test_a_finished_work_that_is_printed_again_stays_finished() -> None:
    entries = [entry("a", "1.2", Do.DONE), entry("b", "1.2", Do.DROP, doc="某发", at=AT + timedelta(days=1))]
    made = carried(entries, Shifts(restored=("2.2",), items={"1.2": "2.2"}))
    assert said(entries, made, "2.2")[:1] == [(Do.DONE, "进展")]
    assert Do.REOPEN not in {do for do, _ in said(entries, made, "2.2")}
    assert withdrawn_items([*entries, *made]) == frozenset()

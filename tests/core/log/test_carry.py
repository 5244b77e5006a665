"""Entries that go with their item to another number."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from qjtask.core.log.carry import carried_entries
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import history

TODAY = date(2021, 6, 10)
AT = datetime(2021, 6, 1, 9, tzinfo=UTC)


def entry(name: str, item: str, do: Do = Do.NOTE, **more: Any) -> Entry:
    return Entry(name, item, do, date(2021, 6, 1), AT, text="进展")._replace(**more)


def carried(entries: list[Entry]) -> list[Entry]:
    numbers = count(1)
    return carried_entries(
        entries, {"1.2": "2.2"}, TODAY, AT + timedelta(days=1), "某", lambda: f"n{next(numbers)}"
    )


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

"""Which works are read for `due`, and that they and the counts of the others come to the same as all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Entry
from qjtask.core.log.history import history
from qjtask.core.plan.plan import Plan
from qjtask.core.sheets.due_sheets import due_notes
from qjtask.core.standing.due_asked import DueAsked, Unread
from qjtask.core.standing.query import due_lines, owed
from qjtask.core.standing.rows import rows_of
from qjtask.core.standing.shares import rows_asked_for
from qjtask.core.standing.what_to_read import Named, alike_in, counted, due_to_read, is_any_to_read
from tests.core.outlooks import ASKED, ITEMS, TOLD, Made, Told, laid, outlooks
from tests.core.plans import day, entry, item, plan


def told_of(of: Plan, told: Sequence[Entry], asked: DueAsked, today: date, *, in_part: bool) -> list[str]:
    """What `due` shows and tells, of all rows or of those that are to be read."""
    rows = rows_of(of, history(told, today), today)
    to_read = due_to_read(asked, outlooks(of, told), today)
    found = [rows[place] for place in to_read.works] if in_part else rows
    kept = rows_asked_for(owed(found, leads=asked.leads), asked.units)
    lines = due_lines(kept, asked.until)
    unread = (to_read.unread,) if in_part else ()
    return [*(line.due.id for line in lines), *due_notes(lines, kept, today, of.rules.rhythm, *unread)]


@given(ITEMS, TOLD, ASKED, st.sampled_from(("04-15", "06-10", "07-20")))
def test_a_part_and_the_counts_tell_what_all_tell(
    made: list[Made],
    told: list[Told],
    asked: DueAsked,
    today: str,
) -> None:
    of, entries = laid(made, told)
    whole, part = (told_of(of, entries, asked, day(today), in_part=in_part) for in_part in (False, True))
    assert part == whole


@given(ITEMS, TOLD, st.sampled_from((day("05-01"), day("06-10"), day("07-10"))), st.integers(0, 3))
def test_where_nothing_is_to_be_read_the_gist_counts_the_same(
    made: list[Made],
    told: list[Told],
    until: date,
    most: int,
) -> None:
    found = outlooks(*laid(made, told))
    today, named = day("06-10"), Named(10, most)
    to_read = due_to_read(DueAsked(until), found, today, named)
    assert is_any_to_read(until, found.gist, today, named) == bool(to_read.works)
    if not to_read.works:
        counts = counted(alike_in(found.alike), found.rhythms, today)
        assert to_read.unread == counts + Unread(unclear=found.gist.unclear)


def test_no_more_is_read_than_is_named() -> None:
    of = plan(*(item(f"9.{number}", deadline="择日另行通知") for number in range(1, 31)))
    to_read = due_to_read(DueAsked(day("07-10")), outlooks(of, ()), day("06-10"))
    assert to_read.works == list(range(10))
    assert (to_read.named, to_read.unread.unclear) == (Named(0, 10), 20)


def test_of_several_plans_no_more_are_named_than_of_one() -> None:
    of = plan(*(item(f"9.{number}", deadline="择日另行通知") for number in range(1, 31)))
    to_read = due_to_read(DueAsked(day("07-10")), outlooks(of, ()), day("06-10"), Named(10, 3))
    assert to_read.works == [0, 1, 2]


def test_work_that_needs_no_look_is_only_counted() -> None:
    of = plan(item("9.1"), item("9.2", deadline="持续推进"), item("9.3", deadline="2021年12月31日"))
    to_read = due_to_read(DueAsked(day("07-10")), outlooks(of, ()), day("06-10"))
    assert to_read.works == [0]
    assert (to_read.unread.undated, to_read.unread.silent, to_read.unread.longest) == (1, 1, 76)


def test_on_a_day_before_its_latest_entry_a_work_is_read() -> None:
    of = plan(item("9.1", deadline="持续推进"))
    known = outlooks(of, [entry(on="06-20")])
    assert due_to_read(DueAsked(day("07-10")), known, day("06-10")).works == [0]
    assert due_to_read(DueAsked(day("07-10")), known, day("06-20")).works == []

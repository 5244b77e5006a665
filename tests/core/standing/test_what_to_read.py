"""Which works are read for `due`, and that they and the counts of the others come to the same as all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import history
from qjtask.core.plan.plan import Plan
from qjtask.core.sheets.due_sheets import due_notes
from qjtask.core.standing.due_asked import DueAsked
from qjtask.core.standing.outlook import outlook
from qjtask.core.standing.query import Query, due_lines, owed
from qjtask.core.standing.rows import rows_of
from qjtask.core.standing.shares import rows_asked_for
from qjtask.core.standing.what_to_read import (
    OPEN,
    RHYTHM,
    UNDATED,
    UNREAD,
    WANTED,
    Named,
    Outlooks,
    counted,
    due_to_read,
    gist_of,
    list_to_read,
)
from tests.core.plans import day, entry, item, milestone, plan

DEADLINES = ("2021年6月5日", "2021年6月30日", "每月25日前", "持续推进", "择日另行通知", "")
OFFICES = ("审批科", "建管科", "办公室")


def outlooks(of: Plan, told: Sequence[Entry]) -> Outlooks:
    """The outlooks of a plan's works as an index holds them."""
    past = history(told, date.max)
    latest = {name: max(one.on for one in found) for name, found in past.by_item.items()}
    found = [outlook(row, latest.get(row.item.id)) for row in rows_of(of, past, date.max)]
    rhythms = [one.rhythm for one in found]
    roles: list[dict[str, list[int]]] = [{}, {}, {}, {}]
    for place, one in enumerate(found):
        for of_role, names in zip(roles, (one.owners, one.leads, one.others, one.finished), strict=True):
            for name in names:
                of_role.setdefault(name, []).append(place)
    return Outlooks(
        next_due=[one.next_due.toordinal() if one.next_due else 0 for one in found],
        printed=[one.printed.toordinal() if one.printed else 0 for one in found],
        since=[one.since.toordinal() for one in found],
        latest=[one.latest.toordinal() if one.latest else 0 for one in found],
        kind=[
            OPEN * one.is_open
            + WANTED * one.is_wanted
            + UNREAD * one.is_unread
            + UNDATED * one.is_undated
            + RHYTHM * place
            for place, one in enumerate(found)
        ],
        rhythms=rhythms,
        owners=roles[0],
        leads=roles[1],
        others=roles[2],
        finished=roles[3],
    )


def told_of(of: Plan, told: Sequence[Entry], asked: DueAsked, today: date, *, in_part: bool) -> list[str]:
    """What `due` shows and tells, of all rows or of those that are to be read."""
    rows = rows_of(of, history(told, today), today)
    to_read = due_to_read(asked, outlooks(of, told), today)
    found = [rows[place] for place in to_read.works] if in_part else rows
    kept = rows_asked_for(owed(found, leads=asked.leads), asked.units)
    lines = due_lines(kept, asked.until)
    unread = (to_read.unread,) if in_part else ()
    return [*(line.due.id for line in lines), *due_notes(lines, kept, today, of.rules.rhythm, *unread)]


ITEMS = st.lists(
    st.builds(
        lambda deadline, units, lead, support, staged: (deadline, units, lead, support, staged),
        st.sampled_from(DEADLINES),
        st.sets(st.sampled_from(OFFICES)),
        st.sets(st.sampled_from(OFFICES), max_size=1),
        st.sets(st.sampled_from(OFFICES), max_size=1),
        st.booleans(),
    ),
    min_size=1,
    max_size=14,
)
TOLD = st.lists(
    st.tuples(
        st.integers(1, 14),
        st.sampled_from((Do.DONE, Do.NOTE, Do.EXTEND, Do.DROP, Do.REOPEN)),
        st.integers(0, 90),
        st.sampled_from((None, *OFFICES)),
    ),
    max_size=14,
)
ASKED = st.builds(
    DueAsked,
    st.sampled_from((day("05-01"), day("06-10"), day("07-10"))),
    st.frozensets(st.sampled_from(OFFICES), max_size=2),
    st.frozensets(st.sampled_from(OFFICES), max_size=1),
)


def _made(
    made: list[tuple[str, set[str], set[str], set[str], bool]],
    told: list[tuple[int, Do, int, str | None]],
) -> tuple[Plan, list[Entry]]:
    """A plan and the entries of its works."""
    of = plan(
        *(
            item(
                f"9.{number}",
                deadline=deadline,
                units=tuple(sorted(units)),
                lead=tuple(lead),
                support=tuple(support),
                milestones=(milestone("06-01"),) if staged else (),
                report_every=None,
            )
            for number, (deadline, units, lead, support, staged) in enumerate(made, 1)
        )
    )
    entries = [
        entry(f"9.{number}", do, f"{day('04-01') + timedelta(days)}", unit=unit, to="08-31", text="洪水")
        for number, do, days, unit in told
        if number <= len(made)
    ]
    return of, entries


@given(ITEMS, TOLD, ASKED, st.sampled_from(("04-15", "06-10", "07-20")))
def test_a_part_and_the_counts_tell_what_all_tell(
    made: list[tuple[str, set[str], set[str], set[str], bool]],
    told: list[tuple[int, Do, int, str | None]],
    asked: DueAsked,
    today: str,
) -> None:
    of, entries = _made(made, told)
    whole, part = (told_of(of, entries, asked, day(today), in_part=in_part) for in_part in (False, True))
    assert part == whole


@given(ITEMS, TOLD, st.sampled_from((day("05-01"), day("06-10"), day("07-10"))), st.integers(0, 3))
def test_where_nothing_is_to_be_read_the_gist_counts_the_same(
    made: list[tuple[str, set[str], set[str], set[str], bool]],
    told: list[tuple[int, Do, int, str | None]],
    until: date,
    most: int,
) -> None:
    found = outlooks(*_made(made, told))
    today, named = day("06-10"), Named(10, most)
    gist = gist_of(found.next_due, found.printed, found.since, found.latest, found.kind)
    unread = counted(until, gist, found.rhythms, today, named)
    to_read = due_to_read(DueAsked(until), found, today, named)
    assert (unread is None) == bool(to_read.works)
    assert unread in {None, to_read.unread}


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


@pytest.mark.parametrize(
    ("query", "works"),
    [
        (Query(units=frozenset({"办公室"})), [1]),
        (Query(units=frozenset({"审批科", "办公室"})), [0, 1]),
        (Query(leads=frozenset({"区府办"})), [1]),
        (Query(units=frozenset({"审批科"}), leads=frozenset({"区府办"})), []),
        (Query(), None),
    ],
)
def test_a_list_reads_the_works_of_its_offices(query: Query, works: list[int] | None) -> None:
    of = plan(item("9.1"), item("9.2", units=("建管科",), lead=("区府办",), support=("办公室",)))
    assert list_to_read(query, outlooks(of, ())) == works

"""On any history all who say it agree on who owes what."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.letters.chases import chases
from qjtask.core.letters.reminder import reminder
from qjtask.core.log.entry import Do, Entry
from qjtask.core.packs.pack import packs
from qjtask.core.plan.ids import item_id_of
from qjtask.core.sheets.board_content import Lamp, board
from qjtask.core.standing.counts import Category, StatsBy, tallies, tally
from qjtask.core.standing.query import owed
from qjtask.core.standing.shares import by_unit
from qjtask.core.standing.unit_loads import unit_loads
from qjtask.render.json_text import row_object
from tests.core.plans import day, entry, past, span, standing
from tests.core.towns import ALL_TOWNS, COUNTY, TOWNS

OFFICES = ("水务局", "县水务局", "办公室", "应急局", "民政局", ALL_TOWNS, *TOWNS, "别处")
MARKS = st.builds(
    lambda marked, do, unit, on, percent: entry(
        marked, do, str(on), unit=unit, percent=percent if do is Do.NOTE else None
    ),
    st.sampled_from(["1.1", "1.2", "1.3", "1.4"]),
    st.sampled_from([Do.DONE, Do.DONE, Do.DONE, Do.NOTE, Do.REOPEN, Do.DROP, Do.HOLD]),
    st.sampled_from([None, *OFFICES]),
    st.dates(day("03-26"), day("08-31")),
    st.none() | st.integers(0, 100),
)


@given(st.lists(MARKS, max_size=14), st.dates(day("03-26"), day("09-30")))
def test_lists_counts_letters_workbooks_and_json_agree_on_who_owes_what(
    log: list[Entry], today: date
) -> None:
    rows = standing(COUNTY, log, str(today))
    history = past(log, str(today))
    open_to = {
        unit: {share.row.item.id for share in mine if share.is_open} for unit, mine in by_unit(rows).items()
    }
    everybody = {unit: ids for unit, ids in open_to.items() if ids}

    made = {
        pack.unit: {item_id_of(line.id) for line in pack.lines}
        for pack in packs(COUNTY, rows, history, today)
    }
    assert made == everybody
    letter = reminder(COUNTY, rows, today, span("400d"))
    for section in letter.sections:
        told = {item_id_of(line.id) for part in section.parts for line in part.lines}
        assert told <= everybody[section.unit]
        assert {one.item.id for one in rows if one.open_dues and section.unit in one.open_units} <= told
    for chase in chases(COUNTY, rows, history, log, today, today):
        assert {one.row.item.id for one in chase.asked} <= everybody[chase.unit]
    lines = {line.name: line for line in tallies(rows, StatsBy.UNIT)}
    closed = (Category.DONE, Category.DROPPED)
    for unit, line in lines.items():
        finished = sum(line.counts[kind] for kind in closed)
        assert line.total - finished == len(open_to[unit])
        assert tally("", owed(rows, {unit}), {unit}).counts == line.counts
    loads = {load.name: load for load in unit_loads(COUNTY, rows)}
    assert {name: load.open for name, load in loads.items() if load.open} == {
        unit: len(ids) for unit, ids in everybody.items()
    }
    seen = board(COUNTY, rows, today)
    assert {load.name: load.counts[Lamp.DONE] for load in seen.loads} == {
        name: line.counts[Category.DONE] for name, line in lines.items()
    }
    for one in rows:
        content = row_object(one)
        assert [share["unit"] for share in content["shares"]] == content["owners"]
        done = {share["unit"] for share in content["shares"] if share["done_on"]}
        if one.is_open:
            assert set(one.owners) - done == set(one.open_units)

"""Which works are read for a list: all that it shows, and no more than outlooks cannot rule out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Do
from qjtask.core.log.fold import Status
from qjtask.core.log.history import history
from qjtask.core.standing.asides import Aside
from qjtask.core.standing.conditions import condition_words
from qjtask.core.standing.counts import Category
from qjtask.core.standing.light import Light
from qjtask.core.standing.list_to_read import list_to_read
from qjtask.core.standing.query import Query, keep
from qjtask.core.standing.rows import rows_of
from tests.core.outlooks import ITEMS, OFFICES, TOLD, Made, Told, laid, outlooks
from tests.core.plans import day, entry, item, plan

QUERIES = st.builds(
    lambda units, leads, statuses, lights: Query(units=units, leads=leads, statuses=statuses, lights=lights),
    st.frozensets(st.sampled_from(OFFICES), max_size=2),
    st.frozensets(st.sampled_from(OFFICES), max_size=1),
    st.frozensets(st.sampled_from(list(condition_words(accept=True))), max_size=2),
    st.frozensets(st.sampled_from(list(Light)), max_size=2),
)


@given(ITEMS, TOLD, QUERIES, st.sampled_from(("04-15", "06-10", "07-20")))
def test_all_is_read_that_a_list_shows(made: list[Made], told: list[Told], query: Query, today: str) -> None:
    of, entries = laid(made, told)
    rows = rows_of(of, history(entries, day(today)), day(today))
    works = list_to_read(query, outlooks(of, entries), day(today))
    shown = {row.item.id for row in keep(rows, query)}
    assert works is None or shown <= {rows[place].item.id for place in works}


@pytest.mark.parametrize(
    ("query", "works"),
    [
        (Query(units=frozenset({"办公室"})), [1]),
        (Query(units=frozenset({"审批科", "办公室"})), [0, 1]),
        (Query(leads=frozenset({"区府办"})), [1]),
        (Query(units=frozenset({"审批科"}), leads=frozenset({"区府办"})), []),
        (Query(), None),
        (Query(texts=("清单",)), None),
    ],
)
def test_a_list_reads_the_works_of_its_offices(query: Query, works: list[int] | None) -> None:
    of = plan(item("9.1"), item("9.2", units=("建管科",), lead=("区府办",), support=("办公室",)))
    assert list_to_read(query, outlooks(of, ()), date(2021, 6, 10)) == works


@pytest.mark.parametrize(
    ("query", "works"),
    [
        (Query(statuses=frozenset({Status.DONE})), [0, 5]),
        (Query(statuses=frozenset({Status.HELD, Category.OVERDUE})), [1, 2, 5]),
        (Query(statuses=frozenset({Aside.SILENT})), [3, 4, 5]),
        (Query(statuses=frozenset({Aside.UNREAD}), lights=frozenset({Light.GREY})), [3, 5]),
        (Query(statuses=frozenset({Aside.EXTENDED})), None),
        (Query(statuses=frozenset({Aside.EXTENDED}), units=frozenset({"建管科"})), [4]),
        (Query(lights=frozenset({Light.RED})), [1, 5]),
        (Query(lights=frozenset({Light.YELLOW})), [1, 2, 3, 4, 5]),
    ],
)
def test_a_list_reads_what_may_be_of_its_status_or_light(query: Query, works: list[int] | None) -> None:
    """The last work is read for what happens to it after the day."""
    of = plan(
        item("9.1"),
        item("9.2", deadline="2021年5月31日"),
        item("9.3", deadline="2021年12月31日"),
        item("9.4", deadline="择日另行通知"),
        item("9.5", deadline="持续推进", units=("建管科",)),
        item("9.6", deadline="持续推进"),
    )
    told = [entry("9.1", on="04-10"), entry("9.3", Do.HOLD, on="04-10", text="等"), entry("9.6", on="06-20")]
    assert list_to_read(query, outlooks(of, told), date(2021, 6, 10)) == works

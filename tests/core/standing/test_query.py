"""Which rows are wanted, and in which order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Do
from qjtask.core.log.fold import Status
from qjtask.core.standing.light import Light
from qjtask.core.standing.query import Query, SortKey, due_lines, keep, ordered
from qjtask.core.standing.row import Row
from qjtask.core.time.deadline import DeadlineClass
from tests.core.plans import day, entry, item, milestone, plan, shipped, standing

PLAN = plan(
    item("1.1", work="梳理AEO清单", lead=("区司法局",), units=("审批科",), deadline="2021年6月30日"),
    item("1.2", work="加强培训", lead=("区司法局", "区发展改革委"), units=("建管科",), deadline="持续推进"),
    item(
        "2.1", work="公布清单", lead=("区发展改革委",), units=("审批科", "建管科"), deadline="2021年5月31日"
    ),
    item("2.2", work="清理中介库", lead=("区财政局",), units=("养护科",), deadline="2021年12月31日"),
    item("10.1", work="开展试点", lead=("区财政局",), units=("养护科",), deadline="2021年12月31日"),
    item("10.2", work="推广应用", lead=("区财政局",), units=("建管科",), deadline="每月25日前"),
)
LOG = [
    entry("1.1", Do.START, "04-01"),
    entry("1.2", Do.HOLD, "06-01"),
    entry("2.2", Do.DONE, "06-01"),
    entry("10.1", Do.DROP, "06-01"),
    entry("10.2", Do.DONE, "04-20"),
]
# On 2021-06-10: 1.1 doing, yellow; 1.2 held, green; 2.1 to do, red; 2.2 done; 10.1 dropped;
# 10.2 doing, its period of 05-25 red.


def the_rows() -> list[Row]:
    return standing(PLAN, LOG)


def ids(rows: list[Row]) -> list[str]:
    return [row.item.id for row in rows]


ALL = ids(the_rows())


def test_an_empty_query_keeps_everything() -> None:
    assert ids(keep(the_rows(), Query())) == ["1.1", "1.2", "2.1", "2.2", "10.1", "10.2"]


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (Query(items=frozenset({"2.1", "1.1"})), ["1.1", "2.1"]),
        (Query(items=frozenset()), []),  # something was asked for, and nothing found
        (Query(groups=frozenset({"1"})), ["1.1", "1.2"]),
        (Query(groups=frozenset({"1", "10"})), ["1.1", "1.2", "10.1", "10.2"]),
        (Query(units=frozenset({"审批科"})), ["1.1", "2.1"]),
        (Query(units=frozenset({"审批科", "建管科"})), ["1.1", "1.2", "2.1", "10.2"]),
        (Query(leads=frozenset({"区发展改革委"})), ["1.2", "2.1"]),
        (Query(leads=frozenset({"区司法局", "区财政局"})), ["1.1", "1.2", "2.2", "10.1", "10.2"]),
        (Query(statuses=frozenset({Status.DOING})), ["1.1", "10.2"]),
        (Query(statuses=frozenset({Status.TODO})), ["2.1"]),
        (Query(statuses=frozenset({Status.HELD, Status.DROPPED})), ["1.2", "10.1"]),
        (Query(lights=frozenset({Light.RED})), ["2.1", "10.2"]),
        (Query(lights=frozenset({Light.YELLOW, Light.GREEN})), ["1.1", "1.2"]),
        (Query(kinds=frozenset({DeadlineClass.ONGOING})), ["1.2"]),
        (Query(kinds=frozenset({DeadlineClass.ONGOING, DeadlineClass.RECURRING})), ["1.2", "10.2"]),
        (Query(texts=("清单",)), ["1.1", "2.1"]),
        (Query(texts=("aeo",)), ["1.1"]),
        (Query(texts=("培训", "试点")), ["1.2", "10.1"]),
        (Query(texts=("没有的话",)), []),
    ],
)
def test_a_field_keeps_the_rows_that_match_any_of_its_values(query: Query, kept: list[str]) -> None:
    assert ids(keep(the_rows(), query)) == kept


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (Query(groups=frozenset({"1"}), units=frozenset({"审批科"})), ["1.1"]),
        (Query(units=frozenset({"审批科"}), texts=("清单",), lights=frozenset({Light.RED})), ["2.1"]),
        (Query(units=frozenset({"审批科"}), leads=frozenset({"区财政局"})), []),
        (Query(items=frozenset({"1.1", "2.2"}), statuses=frozenset({Status.DONE})), ["2.2"]),
    ],
)
def test_several_fields_must_all_match(query: Query, kept: list[str]) -> None:
    assert ids(keep(the_rows(), query)) == kept


FIELDS = {
    "items": st.none() | st.frozensets(st.sampled_from(ALL)),
    "groups": st.frozensets(st.sampled_from(["1", "2", "10"])),
    "units": st.frozensets(st.sampled_from(["审批科", "建管科", "养护科"])),
    "leads": st.frozensets(st.sampled_from(["区司法局", "区财政局"])),
    "statuses": st.frozensets(st.sampled_from(Status)),
    "lights": st.frozensets(st.sampled_from(Light)),
    "kinds": st.frozensets(st.sampled_from(DeadlineClass)),
    "texts": st.lists(st.sampled_from(["清单", "培训"])).map(tuple),
}


@given(st.builds(Query, **FIELDS))
def test_a_query_keeps_what_each_of_its_fields_alone_would_keep(query: Query) -> None:
    rows = the_rows()
    alone = [set(ids(keep(rows, Query(**{name: getattr(query, name)})))) for name in Query._fields]
    assert ids(keep(rows, query)) == [found for found in ALL if all(found in kept for kept in alone)]


@pytest.mark.parametrize(
    ("key", "order"),
    [
        (SortKey.ID, ["1.1", "1.2", "2.1", "2.2", "10.1", "10.2"]),
        (SortKey.DUE, ["10.2", "2.1", "1.1", "1.2", "2.2", "10.1"]),
        (SortKey.LIGHT, ["2.1", "10.2", "1.1", "1.2", "2.2", "10.1"]),
        (SortKey.STATUS, ["1.1", "10.2", "2.1", "1.2", "2.2", "10.1"]),
        (SortKey.UNIT, ["2.2", "10.1", "1.1", "2.1", "1.2", "10.2"]),  # 养护科, 审批科, 建管科: by code
    ],
)
def test_sorts(key: SortKey, order: list[str]) -> None:
    assert ids(ordered(the_rows(), key)) == order


@pytest.mark.parametrize("key", list(SortKey))
def test_equal_rows_keep_the_tables_order(key: SortKey) -> None:
    rows = standing(plan(*[item(f"1.{n}") for n in range(1, 12)]))
    assert ordered(rows, key) == rows


# What is due ------------------------------------------------------------------------------------

STAGED = plan(
    item("9.10", deadline="2021年6月30日"),
    item("9.2", deadline="2021年12月31日", milestones=(milestone("07-15"), milestone("05-31"))),
    item("9.3", deadline="2021年6月30日"),
    item("9.4", deadline="持续推进"),
)


def due(until: str, since: str | None = None) -> list[str]:
    first = day(since) if since else None
    return [line.due.id for line in due_lines(standing(STAGED), day(until), since=first)]


def test_everything_due_comes_nearest_first_milestones_included() -> None:
    assert due("12-31") == ["9.2.2", "9.3", "9.10", "9.2.1", "9.2"]


@pytest.mark.parametrize(
    ("until", "found"),
    [("06-29", ["9.2.2"]), ("06-30", ["9.2.2", "9.3", "9.10"]), ("07-15", ["9.2.2", "9.3", "9.10", "9.2.1"])],
)
def test_the_last_day_is_included(until: str, found: list[str]) -> None:
    assert due(until) == found


@pytest.mark.parametrize(
    ("since", "found"), [("05-31", ["9.2.2", "9.3", "9.10"]), ("06-01", ["9.3", "9.10"]), ("07-01", [])]
)
def test_the_first_day_is_included(since: str, found: list[str]) -> None:
    assert due("06-30", since) == found


def test_within_no_days_only_today_is_due() -> None:
    assert due("06-30", "06-30") == ["9.3", "9.10"]


def test_what_is_done_is_not_due() -> None:
    rows = standing(STAGED, [entry("9.3"), entry("9.2.2")])
    assert [line.due.id for line in due_lines(rows, day("06-30"))] == ["9.10"]


def test_a_line_carries_the_row_it_belongs_to() -> None:
    (line,) = due_lines(standing(STAGED), day("05-31"))
    assert (line.row.item.id, line.due.id) == ("9.2", "9.2.2")


def test_the_shipped_plan_within_thirty_days() -> None:
    lines = due_lines(standing(shipped(), today="06-10"), day("07-10"))
    assert [(line.due.id, line.due.by) for line in lines] == [
        ("10.1", date(2021, 3, 31)),
        ("9.4.1", date(2021, 4, 30)),
        ("13.1", date(2021, 4, 30)),
        ("13.3", date(2021, 4, 30)),
        ("1.3", date(2021, 6, 30)),
        ("1.5", date(2021, 6, 30)),
        ("8.2", date(2021, 6, 30)),
    ]


@given(st.dates(day("01-01"), day("12-31")), st.integers(0, 200))
def test_nothing_due_in_the_window_is_left_out(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    rows = standing(shipped())
    wanted = {due.id for row in rows for due in row.open_dues if first <= due.by <= last}
    found = due_lines(rows, last, since=first)
    assert {line.due.id for line in found} == wanted
    assert [line.due.by for line in found] == sorted(line.due.by for line in found)

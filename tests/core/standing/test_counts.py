"""Totals that add up, and the shape of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.sheets.stats_sheets import by_sheet
from qjtask.core.standing.asides import Aside
from qjtask.core.standing.counts import Category, StatsBy, category, percentages, tallies, tally
from qjtask.core.standing.words import NO_LEAD, NOBODY
from tests.core.plans import column, entry, item, milestone, plan, row, standing

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Item

DATED = item("9.1", deadline="2021年6月30日")
UNDATED = item("9.1", deadline="持续推进")


@pytest.mark.parametrize(
    ("of", "told", "today", "kind"),
    [
        (DATED, [], "06-10", Category.TODO),
        (DATED, [entry(do=Do.START)], "06-10", Category.DOING),
        (DATED, [entry(do=Do.START)], "07-01", Category.OVERDUE),
        (DATED, [entry(do=Do.HOLD)], "06-10", Category.HELD),
        (DATED, [entry(do=Do.HOLD)], "07-01", Category.OVERDUE),
        (DATED, [entry()], "07-01", Category.DONE),
        (DATED, [entry(do=Do.DROP)], "07-01", Category.DROPPED),
        (UNDATED, [], "06-10", Category.ONGOING),
        (UNDATED, [entry(do=Do.START)], "06-10", Category.ONGOING),
        (UNDATED, [entry(do=Do.HOLD)], "06-10", Category.HELD),
        (UNDATED, [entry()], "06-10", Category.DONE),
        (item("9.1", deadline="按时序推进"), [], "06-10", Category.TODO),
        (item("9.1", deadline="持续推进", milestones=(milestone("04-30"),)), [], "06-10", Category.OVERDUE),
    ],
)
def test_an_item_is_counted_in_one_category(of: Item, told: list[Entry], today: str, kind: Category) -> None:
    assert category(row(of, told, today)) is kind


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=8))
def test_percentages_sum_to_100_and_are_never_off_by_one(counts: list[int]) -> None:
    total = sum(counts)
    found = percentages(counts)
    assert sum(found) == (100 if total else 0)
    assert all(
        abs(percent * total - 100 * count) < max(total, 1)
        for percent, count in zip(found, counts, strict=True)
    )


@pytest.mark.parametrize(
    ("counts", "percents"),
    [
        ([1, 1, 1], [34, 33, 33]),
        ([2, 1], [67, 33]),
        ([0, 5], [0, 100]),
        ([0, 0], [0, 0]),
        ([], []),
        ([1, 2, 3, 4], [10, 20, 30, 40]),
        ([1, 1, 1, 1, 1, 1], [17, 17, 17, 17, 16, 16]),
    ],
)
def test_the_largest_remainders_are_rounded_up(counts: list[int], percents: list[int]) -> None:
    assert percentages(counts) == percents


# Lines by unit, lead, group and month -----------------------------------------------------------

TABLE = plan(
    item("1.1", units=("审批科", "建管科"), lead=("区司法局",), deadline="2021年4月30日"),
    item("1.2", units=("行审批科",), lead=("区司法局", "区财政局"), deadline="2021年6月30日"),
    item("2.1", units=(), lead=(), deadline="持续推进"),
    units={"审批科": ("行审批科",)},
)


@pytest.mark.parametrize(
    ("by", "totals"),
    [
        (StatsBy.UNIT, {"审批科": 2, "建管科": 1, NOBODY: 1}),
        (StatsBy.LEAD, {"区司法局": 2, "区财政局": 1, NO_LEAD: 1}),
        (StatsBy.GROUP, {"（一）第1项重点任务": 2, "（二）第2项重点任务": 1}),
        (StatsBy.MONTH, {"2021-04": 1, "2021-05": 0, "2021-06": 1, "无期限": 1}),
    ],
)
def test_counts_by_unit_lead_group_and_month(by: StatsBy, totals: dict[str, int]) -> None:
    found = tallies(standing(TABLE), by)
    assert [(line.name, line.total) for line in found] == list(totals.items())


def test_a_line_counts_its_own_items_by_category() -> None:
    (shared, *_) = tallies(standing(TABLE, [entry("1.2")]), StatsBy.UNIT)
    assert dict(shared.counts) == {Category.OVERDUE: 1, Category.DONE: 1}


# The shape of the year --------------------------------------------------------------------------


def test_months_run_on_over_the_years_end() -> None:
    over = plan(item("1.1", deadline="2021年11月30日"), item("1.2", deadline="2022年2月底前"))
    found = [line.name for line in tallies(standing(over), StatsBy.MONTH)]
    assert found == ["2021-11", "2021-12", "2022-01", "2022-02"]


def test_a_slip_of_a_century_does_not_fill_the_page() -> None:
    slip = plan(item("1.1", deadline="2021年6月30日"), item("1.2", deadline="2201年6月30日"))
    assert [line.name for line in tallies(standing(slip), StatsBy.MONTH)] == ["2021-06", "2201-06"]


def test_an_extended_item_falls_in_its_new_month() -> None:
    moved = standing(plan(DATED), [entry(do=Do.EXTEND, to="09-30")])
    assert [line.name for line in tallies(moved, StatsBy.MONTH)] == ["2021-09"]


@pytest.mark.parametrize(("deadline", "month"), [("5月底前动工", "2021-05"), ("每月25日前", "2021-04")])
def test_a_step_and_the_next_period_fall_in_their_months(deadline: str, month: str) -> None:
    rows = standing(plan(item("9.1", deadline=deadline)))
    assert [line.name for line in tallies(rows, StatsBy.MONTH)] == [month]


def test_a_recurring_item_whose_year_is_done_stays_in_its_last_month() -> None:
    rows = standing(plan(item("9.1", deadline="每年底前")), [entry(on="06-01")])
    assert [line.name for line in tallies(rows, StatsBy.MONTH)] == ["2021-12"]


def test_a_tally_of_nothing_is_empty() -> None:
    assert tally("合计", []).total == 0


def test_a_units_line_counts_its_own_share_and_stands_in_the_plans_order() -> None:
    on = plan(item("1.1", units=("审批科", "建管科")), item("1.2", units=("养护科",)))
    found = standing(on, [entry("1.1", unit="建管科")])
    lines = {
        line.name: line.counts for line in tallies(found, StatsBy.UNIT, ["养护科", "建管科", "没有事的科"])
    }
    assert list(lines) == ["养护科", "建管科", "审批科"]
    assert lines["建管科"] == {Category.DONE: 1}
    assert lines["审批科"] == {Category.DOING: 1}
    sheet = by_sheet(found, StatsBy.UNIT)
    assert sheet.notes[-1] == "单位已完成自己的部分的，在该单位一行算已完成"
    assert column(sheet, "完成率") == ["0%", "100%", "0%"]
    assert tally("合计", found).counts[Category.DONE] == 0


def test_a_date_brought_forward_is_no_extension() -> None:
    earlier = entry("9.1", Do.EXTEND, "04-01", to="06-01", text="提早")
    later = entry("9.1", Do.EXTEND, "04-02", to="06-20", text="又延")
    assert tally("", standing(plan(item()), [earlier])).beside[Aside.EXTENDED] == 0
    assert tally("", standing(plan(item()), [earlier, later])).beside[Aside.EXTENDED] == 1

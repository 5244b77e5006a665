"""Totals that add up, and the shape of the year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.layout.sheet import Sheet, Tone
from qjtask.core.log.entry import Do, Entry
from qjtask.core.sheets.stats_sheets import by_sheet, total_sheet, year_sheet
from qjtask.core.standing.counts import Category, StatsBy, category, percentages, tallies, tally
from qjtask.core.standing.words import NO_LEAD, NOBODY
from tests.core.plans import ISSUED, column, entry, item, milestone, plan, row, shipped, standing, texts

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


@st.composite
def logs(draw: st.DrawFn) -> list[Entry]:
    """Some entries for items of the shipped plan."""
    ids = st.sampled_from([one.id for one in shipped().items()])
    marks = st.sampled_from([Do.START, Do.DONE, Do.HOLD, Do.DROP, Do.REOPEN])
    days = st.integers(0, 280).map(lambda n: str(ISSUED + timedelta(days=n)))
    return [entry(draw(ids), draw(marks), draw(days)) for _ in range(draw(st.integers(0, 30)))]


TODAYS = st.dates(ISSUED, date(2022, 2, 1)).map(str)


@given(logs(), TODAYS)
def test_the_totals_of_any_log_add_up_to_the_number_of_items(told: list[Entry], today: str) -> None:
    sheet = total_sheet(standing(shipped(), told, today))
    counts = [int(count) for count in column(sheet, "项数")]
    assert sum(counts[:-1]) == counts[-1] == 45


@given(logs(), TODAYS)
def test_the_percentages_of_any_log_sum_to_100(told: list[Entry], today: str) -> None:
    shown = column(total_sheet(standing(shipped(), told, today)), "占比")
    assert sum(int(share.rstrip("%")) for share in shown[:-1]) == 100
    assert shown[-1] == "100%"


@given(logs(), TODAYS, st.sampled_from([StatsBy.GROUP, StatsBy.MONTH]))
def test_groups_and_months_add_up_to_the_number_of_items(told: list[Entry], today: str, by: StatsBy) -> None:
    assert sum(line.total for line in tallies(standing(shipped(), told, today), by)) == 45


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


def test_the_total_of_the_shipped_plan_on_a_day_in_june() -> None:
    assert texts(total_sheet(standing(shipped()))) == [
        ["已完成", "0", "0%", ""],
        ["推进中", "0", "0%", ""],
        ["未启动", "25", "56%", "█" * 11],
        ["逾期", "4", "9%", "█" * 2],
        ["持续推进", "16", "35%", "█" * 7],
        ["合计", "45", "100%", ""],
    ]


def test_categories_that_are_rare_are_shown_only_when_met() -> None:
    met = total_sheet(standing(shipped(), [entry("9.1", Do.HOLD), entry("9.2", Do.DROP)]))
    assert column(met, "状态")[5:] == ["暂停", "取消", "合计"]


def test_a_plan_without_rows_totals_nothing() -> None:
    assert texts(total_sheet([]))[-1] == ["合计", "0", "0%", ""]


def test_a_bar_shows_for_anything_at_all() -> None:
    many = plan(*[item(f"1.{n}") for n in range(1, 101)])
    bars = column(total_sheet(standing(many, [entry("1.1")])), "")
    assert bars[:3] == ["█", "", "█" * 20]


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


def by(kind: StatsBy, *told: Entry) -> Sheet:
    return by_sheet(standing(TABLE, told), kind)


def test_a_line_tells_how_much_is_done() -> None:
    sheet = by(StatsBy.UNIT, entry("1.2"))
    assert [one.heading for one in sheet.columns] == [
        "责任单位",
        "共",
        *("已完成", "推进中", "未启动", "逾期", "持续推进"),
        "完成率",
    ]
    assert texts(sheet)[0] == ["审批科", "2", "1", "0", "0", "1", "0", "50%"]


def test_what_is_overdue_is_red() -> None:
    rows = by(StatsBy.UNIT).rows
    assert [cells[5].tone for cells in rows] == [Tone.RED, Tone.RED, Tone.PLAIN]


def test_lines_that_count_an_item_twice_say_so() -> None:
    assert by(StatsBy.UNIT).notes == ("一项工作有几个责任单位时各计一次，所以各行之和大于3项",)
    assert by(StatsBy.GROUP).notes == ()


# The shape of the year --------------------------------------------------------------------------


def test_the_year_has_a_line_a_month_empty_ones_too() -> None:
    sheet = year_sheet(standing(shipped()))
    assert column(sheet, "月份") == [f"2021-{month:02d}" for month in range(3, 13)]
    assert column(sheet, "到期") == ["1", "2", "0", "3", "0", "0", "2", "0", "0", "17"]
    assert sheet.notes == ("另有20项没有期限",)


def test_a_month_tells_how_much_of_it_is_done_and_late() -> None:
    sheet = year_sheet(standing(shipped(), [entry("13.1"), entry("1.3")]))
    assert column(sheet, "已完成")[:4] == ["0", "1", "0", "1"]
    assert column(sheet, "逾期")[:4] == ["1", "1", "0", "0"]


def test_the_fullest_month_has_the_longest_bar() -> None:
    assert [len(bar) for bar in column(year_sheet(standing(shipped())), "")] == [
        1,
        2,
        0,
        4,
        0,
        0,
        2,
        0,
        0,
        20,
    ]


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


def test_a_plan_without_dates_has_no_months() -> None:
    sheet = year_sheet(standing(plan(UNDATED)))
    assert (sheet.rows, sheet.notes) == ((), ("另有1项没有期限",))


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

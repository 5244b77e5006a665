"""What `stats` shows: totals that add up, lines by name, and the shape of the year."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.layout.sheet import Sheet, Tone
from qjtask.core.log.entry import Do, Entry
from qjtask.core.sheets.stats_sheets import by_sheet, total_sheet, year_sheet
from qjtask.core.standing.counts import StatsBy, tallies
from tests.core.plans import ISSUED, column, entry, item, plan, shipped, standing, texts

UNDATED = item("9.1", deadline="持续推进")


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


TABLE = plan(
    item("1.1", units=("审批科", "建管科"), lead=("区司法局",), deadline="2021年4月30日"),
    item("1.2", units=("行审批科",), lead=("区司法局", "区财政局"), deadline="2021年6月30日"),
    item("2.1", units=(), lead=(), deadline="持续推进"),
    units={"审批科": ("行审批科",)},
)


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


def test_the_year_has_one_line_per_month_empty_ones_too() -> None:
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


def test_a_plan_without_dates_has_no_months() -> None:
    sheet = year_sheet(standing(plan(UNDATED)))
    assert (sheet.rows, sheet.notes) == ((), ("另有1项没有期限",))


def test_a_deadline_that_nobody_understood_is_never_counted_as_none() -> None:
    rows = standing(plan(UNDATED, item("9.2", deadline="视雨情另定"), item("9.3", deadline="5月底前")))
    assert year_sheet(rows).notes == ("另有1项没有期限，1项时限读不懂",)
    assert column(year_sheet(rows), "月份") == ["2021-05"]
    assert column(by_sheet(rows, StatsBy.MONTH), "月份") == ["2021-05", "无期限", "时限读不懂"]


@given(logs(), TODAYS, st.sampled_from([StatsBy.GROUP, StatsBy.MONTH]))
def test_groups_and_months_add_up_to_the_number_of_items(told: list[Entry], today: str, by: StatsBy) -> None:
    assert sum(line.total for line in tallies(standing(shipped(), told, today), by)) == 45

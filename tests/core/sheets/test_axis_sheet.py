"""A timeline in words: its title, what it tells beside the months, and the whole as a table."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Plan
from qjtask.core.sheets.axis_sheet import timeline_notes, timeline_sheet
from qjtask.core.standing.dues import DueState
from qjtask.core.standing.time_axis import LinesBy, Timeline, timeline
from tests.core.plans import column, day, entry, item, plan, shipped, standing


def chart(
    on: Plan,
    entries: Iterable[Entry] = (),
    today: str = "06-10",
    by: LinesBy = LinesBy.GROUP,
    only: Collection[str] = (),
) -> Timeline:
    return timeline(on, standing(on, entries, today), day(today), by, only)


def test_what_is_on_no_month_is_told() -> None:
    year = plan(
        item("1.1", deadline="持续推进"),
        item("1.2", deadline="2022年3月1日"),
        item("1.3", deadline="2020年12月1日"),
        item("1.4"),
    )
    found = chart(year, [entry("1.4", Do.DROP)])
    assert (found.whole.undated, found.dropped) == (1, 1)
    assert timeline_notes(found) == (
        "不在图上：2021年以前的时间点1个，2021年以后的时间点1个，没有任何日期的工作1项，已取消的工作1项",
    )


def test_the_december_wall_is_told() -> None:
    found = chart(shipped())
    assert found.whole.counts(found.months[-1])[DueState.OPEN] == 18
    assert timeline_notes(found)[0] == "全年27个时间点，最集中的是12月：18个，占67%"


def test_a_single_month_has_no_fullest_one() -> None:
    assert timeline_notes(chart(plan(item("1.1"), item("1.2")))) == ("全年2个时间点，都在6月",)
    assert timeline_notes(chart(plan(item()), only={"没有工作的科"})) == ("没有符合条件的工作",)


def test_months_that_are_alike_have_no_fullest_one() -> None:
    alike = plan(item("1.1", deadline="2021年6月1日"), item("1.2", deadline="2021年7月1日"))
    assert timeline_notes(chart(alike)) == ("全年2个时间点",)


def test_the_sheet_says_it_in_words() -> None:
    year = plan(
        item("1.1", deadline="2021年6月1日"),
        item("1.2", deadline="6月底前"),
        item("1.3", deadline="长期坚持"),
    )
    sheet = timeline_sheet(chart(year))
    assert sheet.title == "2021年时间线，今天 2021-06-10"
    assert column(sheet, "6月（今天）") == ["逾期1、未到期1"] * 2
    assert column(sheet, "没有日期") == ["1", "1"]
    assert column(sheet, "重点任务") == ["（一）第1项重点任务", "合计"]

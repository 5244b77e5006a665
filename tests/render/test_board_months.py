"""The board's bars, one per month."""

from __future__ import annotations

from qjtask.core.standing.dues import DueState
from qjtask.core.standing.time_axis import LinesBy, timeline
from qjtask.render.board_months import months_of
from tests.core.plans import day, entry, item, plan, shipped, standing


def test_the_fullest_month_has_the_whole_bar() -> None:
    chart = timeline(shipped(), standing(shipped()), day("06-10"), LinesBy.GROUP)
    months = months_of(chart, 200)
    assert months[-1].height == max(month.height for month in months) == 200
    assert months[-1].words == "未到期18"
    assert [month.total for month in months] == [0, 0, 1, 3, 0, 3, 0, 0, 2, 0, 0, 18]


def test_the_parts_of_a_bar_stand_one_upon_another_done_first() -> None:
    items = [item(f"1.{number}", deadline="2021年6月5日") for number in range(1, 4)]
    year = plan(*items, item("1.4", deadline="2021年6月30日"))
    june = months_of(timeline(year, standing(year, [entry("1.1")]), day("06-10"), LinesBy.GROUP), 100)[5]
    assert [(part.state, part.at, part.size) for part in june.segments] == [
        (DueState.DONE, 0, 25),
        (DueState.OVERDUE, 25, 50),
        (DueState.OPEN, 75, 25),
    ]
    assert (june.number, june.total, june.overdue, june.words) == (6, 4, 2, "逾期2、未到期1、已完成1")


def test_a_year_without_days_has_bars_of_nothing() -> None:
    year = plan(item(deadline="持续推进"))
    months = months_of(timeline(year, standing(year), day("06-10"), LinesBy.GROUP), 100)
    assert {(month.total, month.height, month.words) for month in months} == {(0, 0, "没有")}

"""The board holds the numbers of `stats` and the words of `list`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qjtask.core.log.entry import Do
from qjtask.core.sheets.board_content import MOST_GROUPS, Board, Lamp, board
from qjtask.core.sheets.stats_sheets import total_sheet
from qjtask.core.standing.counts import Category
from qjtask.core.standing.time_axis import LinesBy
from qjtask.core.standing.words import NOBODY
from tests.core.accepting import RATE, accepting, claim, judged
from tests.core.plans import (
    column,
    day,
    entry,
    item,
    milestone,
    plan,
    shipped,
    standing,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.plan import Plan


def made(on: Plan, entries: Iterable[Entry] = (), today: str = "06-10") -> Board:
    return board(on, standing(on, entries, today), day(today))


def test_the_figures_are_those_of_stats() -> None:
    entries = [
        entry("9.2", on="06-01"),
        entry("7.3", Do.DROP, on="06-01"),
        entry("1.1", Do.HOLD, on="06-01"),
    ]
    shown = made(shipped(), entries).figures
    sheet = total_sheet(standing(shipped(), entries))
    assert [one.category.value for one in shown] == column(sheet, "状态")[:-1]
    assert [str(one.items) for one in shown] == column(sheet, "项数")[:-1]
    assert [f"{one.percent}%" for one in shown] == column(sheet, "占比")[:-1]
    assert sum(one.percent for one in shown) == 100


def test_a_unit_s_lamp_is_that_of_its_own_share() -> None:
    year = plan(
        item("1.1", units=("甲科", "乙科"), deadline="2021年6月1日"),
        item("1.2", units=("甲科",), deadline="2021年12月31日"),
        item("1.3", units=(), deadline="2021年12月31日"),
        item("1.4", units=("乙科",)),
        item("1.5", units=("乙科",)),
    )
    page = made(year, [entry("1.1", unit="甲科"), entry("1.4"), entry("1.5", Do.DROP)])
    assert {load.name: dict(load.counts) for load in page.loads} == {
        "甲科": {Lamp.DONE: 1, Lamp.GREEN: 1},
        "乙科": {Lamp.RED: 1, Lamp.DONE: 1, Lamp.DROPPED: 1},
        NOBODY: {Lamp.GREEN: 1},
    }
    assert dict(page.total.counts) == {Lamp.RED: 1, Lamp.GREEN: 2, Lamp.DONE: 1, Lamp.DROPPED: 1}
    assert page.items[0].lamps == (("甲科", Lamp.DONE), ("乙科", Lamp.RED))


def test_an_item_tells_its_milestones_its_extension_and_its_latest_entry() -> None:
    year = plan(
        item(
            "1.1",
            units=("甲科", "乙科"),
            deadline="2021年6月30日",
            milestones=(milestone("04-30", "梳理"), milestone("05-31", "试点"), milestone("06-20", "推广")),
        )
    )
    entries = [
        entry("1.1.1", on="04-20"),
        entry("1.1", unit="甲科", on="05-01"),
        entry("1.1", Do.EXTEND, on="05-02", to="07-31"),
        entry("1.1", Do.NOTE, on="06-02", text="已报区政府"),
    ]
    assert made(year, entries).items[0].details == (
        "节点 1.1.1　2021-04-30 梳理（2021年4月20日完成）",
        "节点 1.1.2　2021-05-31 试点（逾期10天）",
        "节点 1.1.3　2021-06-20 推广（剩10天）",
        "延期　原定 2021-06-30",
        "已完成的单位　甲科",
        "最近记录　2021-06-02 进展：已报区政府",
    )
    assert "未单独登记" in made(year, [entry("1.1")]).items[0].details[0]


def test_the_units_that_are_done_stand_in_the_order_of_the_table() -> None:
    of = plan(item("1.1", units=("甲科", "乙科", "丙科")))
    log = [entry("1.1", unit="乙科", on="05-01"), entry("1.1", unit="甲科", on="05-02")]
    assert "已完成的单位　甲科、乙科" in made(of, log).items[0].details


def test_an_item_tells_its_targets_and_what_was_sent_back() -> None:
    of = accepting(item("1.1", targets=(RATE,)))
    log = [claim("1.1"), judged(Do.RETURN, "1.1", text="缺佐证")]
    assert made(of, log, today="06-20").items[0].details[:2] == (
        "指标　占比不低于80%，指标没有报数，时间已过89%",
        "退回　2021-06-12 缺佐证",
    )


def test_a_claim_is_no_finished_work_yet() -> None:
    page = made(accepting(item("1.1")), [claim("1.1")], today="06-20")
    assert [(one.category, one.items) for one in page.figures if one.items] == [(Category.REPORTED, 1)]
    assert (page.items[0].lamp, page.items[0].status) == (Lamp.GREEN, "待销号")


def test_a_plan_of_very_many_groups_is_drawn_by_unit() -> None:
    few = plan(*(item(f"{number}.1") for number in range(1, MOST_GROUPS + 1)))
    many = plan(*(item(f"{number}.1") for number in range(1, MOST_GROUPS + 2)))
    assert made(few).chart.by is LinesBy.GROUP
    assert made(many).chart.by is LinesBy.UNIT

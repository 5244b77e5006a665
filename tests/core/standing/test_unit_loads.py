"""What each office has to carry, and what it leads or supports."""

from __future__ import annotations

from qjtask.core.standing.unit_loads import UnitLoad, unit_loads
from tests.core.plans import entry, item, plan, shipped, standing

PLAN = plan(
    item("1.1", units=("行审批科", "建管科"), deadline="2021年5月31日"),
    item("1.2", units=("审批科",), deadline="2021年12月31日"),
    item("1.3", units=("执法支队",), deadline="持续推进"),
    units={"审批科": ("行审批科", "行政审批科"), "养护科": (), "建管科": ()},
)


def test_every_unit_is_counted_under_the_name_to_show() -> None:
    assert unit_loads(PLAN, standing(PLAN)) == [
        UnitLoad("审批科", ("行审批科", "行政审批科"), 2, 2, 1),
        UnitLoad("养护科", (), 0, 0, 0),
        UnitLoad("建管科", (), 1, 1, 1),
        UnitLoad("执法支队", (), 1, 1, 0),
        UnitLoad("区行政服务中心", (), 0, 0, 0, leads=3),
    ]


def test_a_unit_is_free_of_what_its_own_share_of_is_done() -> None:
    found = unit_loads(PLAN, standing(PLAN, [entry("1.1", unit="建管科")]))
    assert [(load.items, load.open, load.overdue) for load in found[:4:2]] == [(2, 2, 1), (1, 0, 0)]


def test_finished_work_is_counted_but_not_open() -> None:
    (first, *_) = unit_loads(PLAN, standing(PLAN, [entry("1.1"), entry("1.2")]))
    assert (first.items, first.open, first.overdue) == (2, 0, 0)


def test_the_shipped_plan_gives_most_to_one_unit() -> None:
    loads = {load.name: load for load in unit_loads(shipped(), standing(shipped()))}
    assert (loads["审批科"].items, loads["审批科"].open, loads["审批科"].overdue) == (39, 39, 3)
    assert sum(load.items for load in loads.values()) == sum(len(row.units) for row in standing(shipped()))

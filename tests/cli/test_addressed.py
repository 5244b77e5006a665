"""What is marked, told under numbers that can be typed back."""

from __future__ import annotations

from datetime import date

from qjtask.cli.addressed import kept, told_row, told_rows, told_undoing
from qjtask.core.log.undoing import Undoing
from qjtask.core.plan.plan_address import HERE, PlanAddress
from qjtask.core.standing.rows import rows
from tests.core.plans import entry, item, plan

THERE = PlanAddress("交通:", " --file 全区")
(ROW,) = rows(plan(item("9.2")), (), date(2021, 6, 10))


def test_rows_go_by_the_ids_that_are_told_and_new_entries_by_the_logs_own() -> None:
    told = told_rows({"9.2": ROW, "9.2.1": ROW}, THERE)
    assert {marked: row.item.id for marked, row in told.items()} == {
        "交通:9.2": "交通:9.2",
        "交通:9.2.1": "交通:9.2",
    }
    assert [one.item for one in kept([entry("交通:9.2"), entry("交通:9.2.1")], THERE)] == ["9.2", "9.2.1"]


def test_of_one_plan_nothing_changes() -> None:
    assert told_row(ROW, HERE) == ROW
    written = entry("9.2")
    assert kept([written], HERE) == [written]
    undoing = Undoing((written,), (), written)
    assert told_undoing(undoing, HERE) == undoing


def test_what_an_undo_takes_back_goes_by_the_ids_and_records_that_are_told() -> None:
    written = entry("9.2")
    told = told_undoing(Undoing((written,), (written,), None), THERE)
    assert told.taken == told.foreign == (written._replace(id=f"交通:{written.id}", item="交通:9.2"),)
    assert told.own is None

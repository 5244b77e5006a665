"""How what is told of a plan's works can be typed back."""

from __future__ import annotations

from qjtask.core.plan.plan_address import HERE, PlanAddress


def test_of_one_of_several_plans_ids_carry_its_name_and_commands_repeat_where_it_was_found() -> None:
    there = PlanAddress("交通:", " --file 全区")
    assert there.id("9.4.1") == "交通:9.4.1"
    assert there.command("done 交通:9.2") == "qjtask done 交通:9.2 --file 全区"


def test_of_the_plan_that_commands_find_themselves_nothing_is_added() -> None:
    assert (HERE.id("9.2"), HERE.command("log")) == ("9.2", "qjtask log")

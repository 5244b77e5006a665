"""Numbers typed where several plans stand together."""

from __future__ import annotations

import pytest

from qjtask.core.plan.ids import numbers_meant
from qjtask.core.plan.many_ids import by_plan, known_of_many, many_groups, many_items, of_one_plan
from qjtask.core.plan.many_plans import NamedPlan, many_plans
from qjtask.core.problem import Refused
from tests.core.plans import item, plan

MANY = many_plans(
    [
        NamedPlan("交通", "", plan(item("1.1"), item("9.2"), item("9.3"))),
        NamedPlan("交通二", "", plan(item("1.1"))),
        NamedPlan("民政", "", plan(item("9.2"), item("10.1"))),
    ],
    "全区",
)
NAMES = [one.name for one in MANY.named]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("交通:9.2", {"交通:9.2"}),
        ("交通：9.2", {"交通:9.2"}),
        ("交通:9", {"交通:9.2", "交通:9.3"}),
        ("交通:9.2-9.3", {"交通:9.2", "交通:9.3"}),
        ("民:10.1", {"民政:10.1"}),
        ("民政:", {"民政:9.2", "民政:10.1"}),
        ("9.2", {"交通:9.2", "民政:9.2"}),
        ("1.1,民政:9.2", {"交通:1.1", "交通二:1.1", "民政:9.2"}),
    ],
)
def test_a_number_means_one_plans_work_or_that_of_each(typed: str, ids: set[str]) -> None:
    assert many_items([typed], MANY) == ids


def test_groups_go_the_same_way() -> None:
    assert many_groups(["9", "交通二:一"], MANY) == {"交通:9", "民政:9", "交通二:1"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("8.8", "8.8: 没有一个计划有这个编号；如 交通:1.1"),
        ("民政:9.9", "民政:9.9: 计划里没有这个编号；重点任务 民政:9 下有 民政:9.2 到 民政:9.2"),
        ("水务:9.2", "水务:9.2: 没有说清是哪个计划：“水务”；可以是交通、交通二、民政"),
        ("通:1.1", "通:1.1: 没有说清是哪个计划：“通”；可以是交通、交通二"),
        (":1.1", ":1.1: 有几个计划，没有说是哪一个的；请写成 交通:9.2；计划有交通、交通二、民政"),
        ("  ", "（空）: 没有一个计划有这个编号；如 交通:1.1"),
    ],
)
def test_what_names_nothing_is_refused(typed: str, told: str) -> None:
    with pytest.raises(Refused) as refusal:
        many_items([typed], MANY)
    assert str(refusal.value) == told


def test_marks_are_of_one_plan_that_is_named() -> None:
    assert of_one_plan(["交通:9.2", "交通:9.3.1"], NAMES) == ("交通", ["9.2", "9.3.1"])
    assert of_one_plan(["民:9.2"], NAMES) == ("民政", ["9.2"])


def test_where_one_plan_stands_alone_its_name_may_be_left_out() -> None:
    assert of_one_plan(["9.2", "民政:9.3"], ["民政"]) == ("民政", ["9.2", "9.3"])


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["9.2"], "9.2: 有几个计划，没有说是哪一个的；请写成 交通:9.2；计划有交通、交通二、民政"),
        (["交通:"], "交通:: 计划名后面没有写编号；如 交通:9.2"),
        (
            ["交通:9.2", "民政:9.2"],
            "交通:9.2、民政:9.2: 这些编号不在同一个计划里，一次只能登记一个计划的；请分几次登记",
        ),
    ],
)
def test_other_marks_are_refused(typed: list[str], told: str) -> None:
    with pytest.raises(Refused) as refusal:
        of_one_plan(typed, NAMES)
    assert str(refusal.value) == told


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        (["交通:9.2"], {"交通:9.2"}),
        (["民:10.1", "交通二:"], {"民政:10.1", "交通二:1.1"}),
        (["1.1"], {"交通:1.1", "交通二:1.1"}),
        (["9.2-9.3", "10"], {"交通:9.2", "交通:9.3", "民政:9.2", "民政:10.1"}),
    ],
)
def test_numbers_are_known_without_the_plans(typed: list[str], ids: set[str]) -> None:
    assert known_of_many(typed, NAMES, known) == frozenset(ids) == many_items(typed, MANY)


@pytest.mark.parametrize("typed", ["交通:9.9", "通:1.1", "水务:1.1", "7.7", "9.2.1", "交通:9.2.1", "：1.1"])
def test_what_names_nothing_or_a_milestone_is_not_known(typed: str) -> None:
    assert known_of_many([typed], NAMES, known) is None


def known(word: str, name: str) -> list[str] | None:
    """The items that a word means in a plan."""
    items = list(next(one.plan for one in MANY.named if one.name == name).items())
    return numbers_meant(word, items) if word else [item.id for item in items]


def test_ids_are_parted_by_their_plans() -> None:
    assert by_plan({"交通:9.2", "民政:9.2", "交通:1.1"}) == {"交通": {"9.2", "1.1"}, "民政": {"9.2"}}

"""Which office a person means."""

from __future__ import annotations

import pytest

from qjtask.core.plan.unit_names import UnitNames, lead_names, owner_names, unit_names
from qjtask.core.problem import Refused
from tests.core.plans import item, plan, shipped

NAMES = UnitNames(
    {
        "审批科": ("行审批科", "行政审批科"),
        "法规科": ("法夫科",),
        "办公室": ("办公室（综合）",),
        "道路运输中心": ("道路运输事务中心",),
    },
    ["规划科", "法夫科", "区商务局"],
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("审批科", "审批科"),
        ("行政审批科", "审批科"),
        ("法夫科", "法规科"),
        ("规划科", "规划科"),  # only met in the table
        (" 审批科 ", "审批科"),
        ("办公室(综合)", "办公室"),  # half-width brackets
        ("审批", "审批科"),  # part of three names of one office
        ("运输", "道路运输中心"),
        ("事务", "道路运输中心"),  # part of an alias only
        ("商务", "区商务局"),
    ],
)
def test_finds_by_name_alias_or_unique_part(typed: str, meant: str) -> None:
    assert NAMES.find(typed) == meant


def test_a_whole_name_wins_over_longer_ones_that_hold_it() -> None:
    assert UnitNames({"规划科": (), "城乡规划科": ()}).find("规划科") == "规划科"


def test_a_part_of_several_names_is_refused_with_all_of_them() -> None:
    with pytest.raises(Refused) as refusal:
        NAMES.find("科")
    assert str(refusal.value) == "--unit: “科”可以是审批科、法规科、规划科；请写得更全一些"


@pytest.mark.parametrize(
    ("typed", "closest"),
    [
        ("区水务局", "区商务局"),
        ("审皮科", "审批科"),
        ("行政审皮科", "审批科"),  # near an alias: told by the name to show
        ("办公室（综和）", "办公室"),
    ],
)
def test_a_near_miss_is_refused_with_the_closest_name(typed: str, closest: str) -> None:
    with pytest.raises(Refused) as refusal:
        NAMES.find(typed)
    told = refusal.value.problems[0]
    assert told.what == f"没有“{typed}”这个单位"
    assert closest in told.fix.removeprefix("最接近的是").split("、")


@pytest.mark.parametrize("typed", ["", "  ", "ABCDEF"])
def test_what_resembles_no_name_is_refused_with_the_way_to_all_names(typed: str) -> None:
    with pytest.raises(Refused, match="qjtask units"):
        NAMES.find(typed)


def test_a_refusal_names_the_option_at_fault() -> None:
    with pytest.raises(Refused) as refusal:
        NAMES.find("ABC", "--lead")
    assert refusal.value.problems[0].where == "--lead"


def test_names_to_show_stand_in_the_plans_order_then_the_tables() -> None:
    shown = NAMES.shown()
    assert shown == ["审批科", "法规科", "办公室", "道路运输中心", "规划科", "区商务局"]


def test_a_cell_is_shown_by_the_offices_names_each_once() -> None:
    assert NAMES.canonical(("行审批科", "法夫科", "审批科", "没听过")) == ("审批科", "法规科", "没听过")


def test_one_table_has_all_offices_and_another_those_that_lead() -> None:
    table = plan(
        item("1.1", lead=("区司法局",), units=("行审批科",)),
        item("1.2", lead=("市司法局",), units=("养护科",)),
        units={"审批科": ("行审批科",), "区司法局": ("司法局",)},
    )
    assert unit_names(table).shown() == ["审批科", "区司法局", "养护科", "市司法局"]
    assert lead_names(table).shown() == ["区司法局", "市司法局"]
    assert lead_names(table).find("司法局") == "区司法局"


def test_an_alias_printed_as_lead_shows_the_name_of_its_office() -> None:
    table = plan(item("1.1", lead=("发改委",)), units={"区发展改革委": ("发改委",)})
    assert lead_names(table).canonical(("发改委",)) == ("区发展改革委",)


def test_ten_units_of_the_shipped_plan_owe_something() -> None:
    assert owner_names(shipped()) == [
        "审批科",
        "建管科",
        "规划科",
        "养护科",
        "法规科",
        "综合运输科",
        "办公室",
        "道路运输中心",
        "公路事务中心",
        "执法支队",
    ]

"""Who owes a work: by the plan's rule, the item's own, or whoever there is."""

from __future__ import annotations

import pytest

from qjtask.core.plan.owners import Owned, owned
from qjtask.core.plan.plan import Owner, Rules
from qjtask.core.plan.unit_names import UnitNames, owner_names, unit_names
from tests.core.plans import item
from tests.core.towns import ALL_TOWNS, COUNTY, TOWNS

LEAD, UNITS, ALL = Owner.LEAD, Owner.UNITS, Owner.ALL


@pytest.mark.parametrize(
    ("rule", "own", "lead", "units", "expected"),
    [
        (UNITS, None, ("甲局",), ("乙科",), Owned(UNITS, ("乙科",))),
        (LEAD, None, ("甲局",), ("乙科",), Owned(LEAD, ("甲局",))),
        (ALL, None, ("甲局",), ("乙科", "甲局"), Owned(ALL, ("甲局", "乙科"))),
        (UNITS, LEAD, ("甲局",), ("乙科",), Owned(LEAD, ("甲局",))),
        (LEAD, UNITS, ("甲局",), ("乙科",), Owned(UNITS, ("乙科",))),
        (LEAD, ALL, ("甲局",), ("乙科",), Owned(ALL, ("甲局", "乙科"))),
        (UNITS, None, ("甲局",), (), Owned(LEAD, ("甲局",))),  # without any of the kind, the other
        (LEAD, None, (), ("乙科",), Owned(UNITS, ("乙科",))),
        (ALL, None, (), ("乙科",), Owned(UNITS, ("乙科",))),
        (ALL, None, ("甲局",), (), Owned(LEAD, ("甲局",))),
        (LEAD, None, (), (), Owned(UNITS, ())),
    ],
)
def test_who_owes_an_item(
    rule: Owner, own: Owner | None, lead: tuple[str, ...], units: tuple[str, ...], expected: Owned
) -> None:
    one = item(lead=lead, units=units, support=("丙办",), owner=own)
    assert owned(one, Rules(owner=rule)) == expected


def test_the_owners_of_a_plan_are_single_offices_and_those_that_only_support_are_none() -> None:
    assert owner_names(COUNTY) == ["水务局", *TOWNS, "民政局", "应急局"]


def test_one_table_finds_an_office_in_any_role_by_any_name() -> None:
    names = unit_names(COUNTY)
    found = {typed: names.find(typed) for typed in ("办公", "县水务局", "丙街道", "各乡镇", "应急")}
    assert found == {
        "办公": "办公室",
        "县水务局": "水务局",
        "丙街道": "丙街道",
        "各乡镇": ALL_TOWNS,
        "应急": "应急局",
    }


def test_a_collective_name_stands_for_its_members_and_those_of_its_members() -> None:
    names = UnitNames(
        {"甲镇": ("甲镇政府",)}, ["各单位"], {"各镇": ("甲镇政府", "乙镇"), "各单位": ("各镇", "局机关")}
    )
    assert names.each(("各单位",)) == ("甲镇", "乙镇", "局机关")
    assert names.each(("乙镇", "各镇", "别处")) == ("乙镇", "甲镇", "别处")
    assert names.members["各镇"] == ("甲镇", "乙镇")


def test_a_collective_name_that_holds_itself_ends() -> None:
    names = UnitNames({}, (), {"各镇": ("各镇", "甲镇"), "甲": ("乙",), "乙": ("甲",)})
    assert names.each(("各镇", "甲")) == ("甲镇",)


def test_a_part_of_a_name_is_first_an_owner_s() -> None:
    names = UnitNames({"规划科": ()}, ["区规划局", "区民政局"], first=["规划科"])
    assert (names.find("规划"), names.find("民政")) == ("规划科", "区民政局")

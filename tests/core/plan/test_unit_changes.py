"""Offices that seem to go by another name in a new print."""

from __future__ import annotations

from qjtask.core.plan.plan import Item, Plan
from qjtask.core.plan.unit_changes import Rename, suspected_renames, with_renames
from tests.core.plans import item, plan


def of(*units: str, **more: tuple[str, ...]) -> Plan:
    works: list[Item] = [
        item(f"1.{at}", units=tuple(names.split("、")), lead=()) for at, names in enumerate(units, 1)
    ]
    return plan(*works, units=dict(more))


def found(old: Plan, new: Plan) -> list[Rename]:
    return suspected_renames(old, new, {one.id: one.id for one in new.items()})


def test_an_office_all_of_whose_works_name_another_one_now_seems_to_be_renamed() -> None:
    old, new = of("公路科", "公路科、财务科", "财务科"), of("公路养护科", "公路养护科、财务科", "财务科")
    assert found(old, new) == [Rename("公路科", "公路养护科", ("1.1", "1.2"))]


def test_several_may_be_merged_into_one() -> None:
    old, new = of("公路科", "航道科", "公路科、航道科"), of("交通科", "交通科", "交通科")
    assert [(one.before, one.after) for one in found(old, new)] == [
        ("公路科", "交通科"),
        ("航道科", "交通科"),
    ]


def test_an_office_that_is_still_named_somewhere_or_whose_works_went_to_several_is_not_renamed() -> None:
    assert found(of("公路科", "公路科"), of("养护科", "公路科")) == []
    assert found(of("公路科", "公路科"), of("养护科", "航道科")) == []


def test_one_work_given_to_another_office_of_the_plan_is_given_and_not_renamed() -> None:
    assert found(of("公路科", "财务科"), of("财务科", "财务科")) == []
    assert found(of("公路一科", "公路科"), of("公路科", "公路科")) == [Rename("公路一科", "公路科", ("1.1",))]
    assert len(found(of("公路科", "公路科", "财务科"), of("财务科", "财务科", "财务科"))) == 1


def test_of_several_new_names_the_one_most_like_it_is_meant_or_none() -> None:
    assert found(of("公路科"), of("公路养护科、法规科")) == [Rename("公路科", "公路养护科", ("1.1",))]
    assert found(of("公路科"), of("法规科、航道科")) == []


def test_a_name_that_the_plan_gives_as_another_one_is_known() -> None:
    assert found(of("公路科", 公路科=("公路养护科",)), of("公路养护科")) == []


def test_the_old_name_becomes_an_alias_in_its_place_with_its_own_aliases_and_members() -> None:
    old = plan(item(), units={"公路科": ("公路股",), "财务科": (), "各镇": ()})
    old = old._replace(members={"各镇": ("甲镇", "公路科")})
    made = with_renames(old, {"公路科": "交通科", "财务科": "交通科", "各镇": "各镇街"})
    assert made.units == {"交通科": ("公路股", "公路科", "财务科"), "各镇街": ("各镇",)}
    assert list(made.units) == ["交通科", "各镇街"]
    assert made.members == {"各镇街": ("甲镇", "交通科")}
    assert with_renames(plan(item()), {"公路科": "交通科"}).units == {"交通科": ("公路科",)}
    assert with_renames(old, {}) is old

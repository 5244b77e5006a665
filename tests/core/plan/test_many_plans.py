"""Several plans as one: tagged ids, offices told apart or shared, and nothing else changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.log.entry import Entry
from qjtask.core.plan.many_plans import ManyPlans, NamedPlan, many_plans, own_page, tagged_id
from qjtask.core.plan.plan import Owner, Plan
from qjtask.core.plan.unit_names import lead_names, owner_names, unit_names
from qjtask.core.standing.row import Row
from qjtask.core.standing.rows import rows
from tests.core.letter_samples import logs, plans
from tests.core.plans import day, entry, item, milestone, plan, standing

ROADS = plan(
    item("9.2", lead=("区府办",), units=("审批科", "办公室"), milestones=(milestone("04-30"),)),
    units={"审批科": ("行审科",)},
)
AID = plan(item("9.2", lead=("区府办",), units=("救助科",), support=("办公室",)), owner=Owner.LEAD)


def together(*found: Plan, shared: frozenset[str] | None = frozenset()) -> ManyPlans:
    named = [NamedPlan(name, f"区{name}局", one) for name, one in zip(("交通", "民政"), found, strict=False)]
    return many_plans(named, "全区", shared)


def stands(many: ManyPlans, *told: Entry) -> list[Row]:
    return [row for one in many.tagged for row in rows(one, told, day("06-10"))]


def test_ids_carry_the_name_of_their_plan() -> None:
    many = together(ROADS, AID)
    assert [one.id for one in many.joined.items()] == ["交通:9.2", "民政:9.2"]
    assert [group.id for group in many.joined.groups] == ["交通:9", "民政:9"]
    (first, _) = stands(many)
    assert {due.id for due in first.dues} == {"交通:9.2.1", "交通:9.2"}


def test_offices_of_one_name_are_told_apart_and_others_keep_theirs() -> None:
    roads, aid = stands(together(ROADS, AID))
    assert roads.owners == ("审批科", "交通·办公室")
    assert (aid.support, aid.units) == (("民政·办公室",), ("救助科",))
    assert (roads.lead, aid.lead) == (("交通·区府办",), ("民政·区府办",))


def test_the_list_says_which_offices_are_one() -> None:
    roads, aid = stands(together(ROADS, AID, shared=frozenset({"区府办"})))
    assert roads.lead == aid.lead == ("区府办",)
    assert roads.owners == ("审批科", "交通·办公室")
    roads, aid = stands(together(ROADS, AID, shared=None))
    assert (roads.owners, aid.support) == (("审批科", "办公室"), ("办公室",))


def test_each_plan_keeps_its_own_rules_and_says_whose_it_is() -> None:
    roads, aid = stands(together(ROADS, AID))
    assert (roads.owner, aid.owner) == (Owner.UNITS, Owner.LEAD)
    assert (roads.at.office, aid.at.office) == ("区交通局", "区民政局")
    assert owner_names(together(ROADS, AID).joined) == ["审批科", "交通·办公室", "民政·区府办"]


def test_a_name_that_several_have_means_them_all_and_an_alias_its_own() -> None:
    names = unit_names(together(ROADS, AID).joined)
    assert names.each((names.find("办公室"),)) == ("交通·办公室", "民政·办公室")
    assert names.find("行审科") == "审批科"
    assert lead_names(together(ROADS, AID).joined).find("民政·区府办") == "民政·区府办"


def test_what_was_reported_under_the_plans_own_names_counts() -> None:
    told = entry(tagged_id("交通", "9.2"), unit="办公室")
    roads, _ = stands(together(ROADS, AID), told)
    assert roads.open_units == ("审批科",)


@given(plans(), plans(), logs())
def test_beside_others_a_plan_stands_as_it_does_alone(one: Plan, other: Plan, told: list[Entry]) -> None:
    many = together(one, other)
    tagged = [entry._replace(item=tagged_id("交通", entry.item)) for entry in told]
    beside = rows(many.tagged[0], tagged, day("06-10"))
    alone = standing(one, told)
    assert [row.item.id for row in beside] == [tagged_id("交通", row.item.id) for row in alone]
    for here, there in zip(beside, alone, strict=True):
        assert (here.status, here.light, here.reasons, here.why, here.percent) == (
            there.status,
            there.light,
            there.reasons,
            there.why,
            there.percent,
        )
        assert len(here.owners) == len(there.owners)
        assert len(here.open_units) == len(there.open_units)
        assert [due.by for due in here.open_dues] == [due.by for due in there.open_dues]


@given(st.lists(plans(), min_size=1, max_size=2))
def test_all_together_are_the_plans_one_after_another(found: list[Plan]) -> None:
    many = together(*found)
    assert list(many.joined.items()) == [one for each in many.tagged for one in each.items()]
    assert len({one.id for one in many.joined.items()}) == sum(len(list(each.items())) for each in found)


def test_on_a_page_of_its_own_a_plan_s_offices_and_groups_go_by_their_own_names() -> None:
    named = NamedPlan("交通", "区交通局", plan(item("9.2", units=("办公室",))))
    page = own_page(named)
    assert [group.id for group in page.groups] == [group.id for group in named.plan.groups]
    assert [(one.id, one.units) for one in page.items()] == [("交通:9.2", ("办公室",))]
    assert page.issuer == "区交通局"

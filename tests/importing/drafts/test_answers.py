"""What a person answers to doubts, put into the draft."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.plan.plan import Item, Milestone, Owner, Target
from qjtask.core.problem import Refused
from qjtask.importing.document.doubts import NONE, Doubt
from qjtask.importing.drafts.answers import DoubtAnswer, answered
from qjtask.importing.drafts.draft import Draft
from tests.core.plans import item, plan

ROADS = item(
    "1.1",
    work="修路，4月底前完成设计",
    deadline="汛期前",
    lead=(),
    units=("建管科",),
    milestones=(Milestone(date(2021, 4, 30), "完成设计"),),
    targets=(Target("里程", "300", None, "公里", cumulative=True),),
)
PERMITS = item("1.2", deadline="", lead=(), units=("建管课", "审批科"))
PLAN = plan(ROADS, PERMITS, units={"建管科": (), "审批科": ()})


def doubt(field: str, about: str = "", other: str = "", *items: str) -> Doubt:
    return Doubt("第3行", "读到的", "暂按的", "怎么改", items, field, about, other)


def draft(*doubts: Doubt) -> Draft:
    return Draft(PLAN, doubts, {"建管课": "建管科"}, {}, {})


def after(one: Doubt, text: str | None, item_id: str = "1.1") -> Item:
    made = answered(draft(one), [DoubtAnswer(one, text)])
    assert made.doubts == ()
    return next(each for each in made.plan.items() if each.id == item_id)


def test_a_reading_that_is_right_is_settled_and_changes_nothing_else() -> None:
    made = after(doubt("deadline", "", "", "1.1"), None)
    assert made == ROADS._replace(settled=("deadline",))


@pytest.mark.parametrize(
    ("one", "typed", "changed"),
    [
        (doubt("deadline", "", "", "1.1"), "2021-05-31", {"due": date(2021, 5, 31)}),
        (doubt("deadline", "", NONE, "1.1"), NONE, {"due": None}),
        (doubt("milestones", "2021-04-30", NONE, "1.1"), NONE, {"milestones": ()}),
        (
            doubt("milestones", "2021-04-30", NONE, "1.1"),
            "5月底前",
            {"milestones": (Milestone(date(2021, 5, 31), "完成设计"),)},
        ),
        (
            doubt("milestones", "", "", "1.1"),
            "6月底前 开工",
            {"milestones": (*ROADS.milestones, Milestone(date(2021, 6, 30), "开工"))},
        ),
        (doubt("targets", "里程", "", "1.1"), NONE, {"targets": ()}),
        (
            doubt("targets", "里程", "", "1.1"),
            "里程≥350公里",
            {"targets": (ROADS.targets[0]._replace(at_least="350"),)},
        ),
        (
            doubt("targets", "里程", "", "1.1"),
            "里程≤300公里",
            {"targets": (Target("里程", None, "300", "公里"),)},
        ),
        (
            doubt("targets", "", "", "1.1"),
            "合格率≥95%",
            {"targets": (*ROADS.targets, Target("合格率", "95", None, "%"))},
        ),
        (doubt("units", "", "", "1.1"), "养护科、法规科", {"units": ("养护科", "法规科")}),
        (doubt("lead", "", "", "1.1"), "区政府", {"lead": ("区政府",)}),
        (doubt("work", "", "", "1.1"), "修路", {"work": "修路"}),
        (doubt("no", "", "", "1.1"), "27", {"no": "27"}),
    ],
)
def test_what_is_typed_stands_under_its_key_and_the_doubt_is_settled(
    one: Doubt, typed: str, changed: dict[str, object]
) -> None:
    made = after(one, typed)
    for key, value in changed.items():
        assert getattr(made, key) == value
    assert made.settled == (one.field,)


def test_a_day_overrules_the_words_of_a_deadline_and_that_there_are_none() -> None:
    made = after(doubt("deadline", "", "", "1.1"), "5月31日")
    assert (made.deadline.text, made.deadline.date) == ("汛期前", date(2021, 5, 31))
    made = after(doubt("deadline", "", "", "1.2"), "6月底前", "1.2")
    assert (made.deadline.text, made.due) == ("", date(2021, 6, 30))
    made = after(doubt("deadline", "", "", "1.2"), "每月25日前", "1.2")
    assert (made.deadline.text, made.due) == ("每月25日前", None)
    assert made.deadline.recurrence is not None


def test_a_name_stays_as_it_is_printed_and_the_head_says_which_office_it_is_or_which_ones() -> None:
    one = doubt("units", "建管课", "", "1.1", "1.2")
    made = answered(draft(one), [DoubtAnswer(one, "建设科")]).plan
    assert [each.units for each in made.items()] == [("建管科",), ("建管课", "审批科")]
    assert made.units == {"建管科": (), "审批科": (), "建设科": ("建管课",)}
    made = answered(draft(one), [DoubtAnswer(one, "建设科、管理科")]).plan
    assert made.members == {"建管课": ("建设科", "管理科")}


def test_a_name_that_is_no_office_goes() -> None:
    one = doubt("units", "建管课", "", "1.2")
    made = answered(draft(one), [DoubtAnswer(one, NONE)]).plan
    assert [each.units for each in made.items()] == [("建管科",), ("审批科",)]


def test_offices_that_now_owe_something_are_listed() -> None:
    one = doubt("units", "", "", "1.1")
    made = answered(draft(one), [DoubtAnswer(one, "养护科")]).plan
    assert list(made.units) == ["审批科", "养护科"]


def test_a_slip_becomes_another_name_of_what_is_meant_or_a_name_of_its_own() -> None:
    one = doubt("aliases", "建管课", "建管科", "1.2")
    made = answered(draft(one), [DoubtAnswer(one, "建管科")])
    assert made.plan.units == {"建管科": ("建管课",), "审批科": ()}
    assert made.slips == {}
    assert answered(draft(one), [DoubtAnswer(one, None)]).plan.units["建管课"] == ()
    assert answered(draft(one), [DoubtAnswer(one, "工程科")]).plan.units["工程科"] == ("建管课",)
    assert draft(one).slips == answered(draft(one), []).slips


def test_a_collective_name_that_is_one_office_is_settled_where_it_stands() -> None:
    one = doubt("members", "审批科", "", "1.2")
    made = answered(draft(one), [DoubtAnswer(one, None)]).plan
    assert [item.settled for item in made.items()] == [(), ("members",)]
    assert made.members == {}


def test_whom_a_collective_name_stands_for_and_who_owes_reports() -> None:
    one = doubt("members", "各镇")
    made = answered(draft(one), [DoubtAnswer(one, "甲镇、乙镇")]).plan
    assert (made.units["各镇"], made.members) == ((), {"各镇": ("甲镇", "乙镇")})
    assert all(not item.settled for item in made.items())
    rule = doubt("owner", "", "all")
    assert answered(draft(rule), [DoubtAnswer(rule, "all")]).plan.rules.owner is Owner.ALL


@pytest.mark.parametrize(
    ("one", "typed"),
    [
        (doubt("deadline", "", "", "1.1"), "快了"),
        (doubt("deadline", "", "", "1.2"), "快了"),
        (doubt("milestones", "", "", "1.1"), "完成"),
        (doubt("targets", "", "", "1.1"), "很多"),
        (doubt("units", "", "", "1.1"), "、"),
        (doubt("work", "", "", "1.1"), NONE),
        (doubt("aliases", "建管课"), "建管课"),
        (doubt("members", "各镇"), "各镇、甲镇"),
        (doubt("owner"), "谁"),
    ],
)
def test_what_cannot_be_written_is_refused(one: Doubt, typed: str) -> None:
    with pytest.raises(Refused):
        answered(draft(one), [DoubtAnswer(one, typed)])


def test_a_key_is_settled_only_when_nothing_about_it_is_left_to_ask() -> None:
    first, second = doubt("milestones", "2021-04-30", NONE, "1.1"), doubt("milestones", "", "", "1.1")
    made = answered(draft(first, second), [DoubtAnswer(first, None)])
    assert (made.doubts, next(made.plan.items()).settled) == ((second,), ())
    assert next(
        answered(draft(first, second), [DoubtAnswer(first, None), DoubtAnswer(second, None)]).plan.items()
    ).settled == ("milestones",)

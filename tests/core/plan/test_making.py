"""A plan made of what stands under its keys."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.plan.making import make_item, make_plan, overruled
from qjtask.core.plan.plan import Group, Letterhead, Rules
from qjtask.core.time.deadline import Deadline, DeadlineClass, read_deadline

ISSUED = date(2021, 3, 26)
DUE = date(2021, 5, 31)


def test_what_is_left_out_is_as_the_value_says() -> None:
    item = make_item({"id": "9.1", "work": "做事"}, 2021, None)
    assert (item.lead, item.units, item.support, item.settled) == ((), (), (), ())
    assert (item.no, item.owner, item.due, item.report_every, item.source) == ("", None, None, None, "")
    assert item.deadline == read_deadline("", year=2021, issued=None)


def test_the_plans_year_and_day_of_issue_count_for_a_deadline() -> None:
    assert make_item({"id": "9.1", "work": "做事", "deadline": "6月底前"}, 2022, None).deadline.date == date(
        2022, 6, 30
    )
    item = make_item({"id": "9.1", "work": "做事", "deadline": "印发后30日内"}, 2021, ISSUED)
    assert item.deadline.date == date(2021, 4, 25)


@pytest.mark.parametrize(
    "words",
    [
        "汛期前（5月31日前）",
        "待定",
        "",
        "2021年12月31日",
        "每月25日前",
        "持续推进",
        "5月底前动工",
        "2025年前",
    ],
)
def test_a_persons_reading_overrules_the_programs_and_the_words_stay(words: str) -> None:
    item = make_item({"id": "9.1", "work": "做事", "deadline": words, "due": DUE}, 2021, ISSUED)
    assert item.deadline == Deadline(words, DeadlineClass.DATE, DUE)
    assert item.deadline.doubt is None
    assert item.due == DUE
    assert item.all_milestones == ()


def test_without_a_persons_reading_the_programs_stands() -> None:
    read = read_deadline("2025年前", year=2021, issued=None)
    assert overruled(read, None) is read


def test_names_and_members_part_and_all_else_stays() -> None:
    groups = [Group("9", "甲", ())]
    plan = make_plan(
        {
            "title": "表",
            "year": 2021,
            "units": {
                "审批科": {"aliases": ("行审批科",)},
                "各镇": {"members": ("甲镇", "乙镇")},
                "建管科": {},
            },
            "letter": Letterhead("各科室"),
            "groups": groups,
        }
    )
    assert plan.units == {"审批科": ("行审批科",), "各镇": (), "建管科": ()}
    assert plan.members == {"各镇": ("甲镇", "乙镇")}
    assert (plan.groups, plan.letter, plan.rules, plan.issued) == (
        tuple(groups),
        Letterhead("各科室"),
        Rules(),
        None,
    )

"""The draft of a reissue under the plan's ids, without what a person settled there."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.plan.plan import Milestone
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.draft import Draft
from qjtask.importing.drafts.reissued_draft import is_open, settled_in, under_ids, unnumbered, unsettled
from qjtask.importing.outline.outline import FoundWork
from tests.core.plans import item, plan

ROADS = item("1.1", units=("建管科",), milestones=(Milestone(date(2021, 4, 30), "完成设计"),))
ROW = FoundWork("1", (), "修路", "", "建管科", "", "6月底前", "", "第3行")
PERMITS = item("1.2", units=("建管课", "审批科"))


def doubt(field: str, about: str = "", other: str = "", *items: str) -> Doubt:
    return Doubt("第3行", "读到的", "暂按的", "怎么改", items, field, about, other)


def draft(*doubts: Doubt) -> Draft:
    return Draft(plan(ROADS, PERMITS), doubts, {}, {"1.1": "第3行", "1.2": "第4行"}, {"1.1": ROW})


def test_works_doubts_places_and_rows_go_by_the_plans_ids() -> None:
    ids = {"1": "3", "1.1": "3.1", "1.2": "3.4"}
    made = under_ids(draft(doubt("units", "", "", "1.1", "1"), doubt("year")), ids)
    (group,) = made.plan.groups
    assert (group.id, [one.id for one in group.items]) == ("3", ["3.1", "3.4"])
    assert [one.items for one in made.doubts] == [("3.1", "3"), ()]
    assert (made.places, made.rows) == ({"3.1": "第3行", "3.4": "第4行"}, {"3.1": ROW})


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("1", ""), {"1.2"}),
        (("", "2"), {"1.1"}),
        (("1", "2"), set()),
        (("", ""), set()),
    ],
)
def test_a_work_without_a_number_is_odd_only_where_others_have_one(
    rows: tuple[str, str], found: set[str]
) -> None:
    printed = {f"1.{at}": ROW._replace(number=number) for at, number in enumerate(rows, 1)}
    assert unnumbered(draft()._replace(rows=printed)) == found
    heads = (f"{row.number}．修路" if row.number else "修路" for row in printed.values())
    in_text = {one: ROW._replace(number="", work=head) for one, head in zip(printed, heads, strict=True)}
    assert unnumbered(draft()._replace(rows=in_text)) == found


def test_nothing_is_asked_twice() -> None:
    settled = plan(ROADS._replace(settled=("deadline", "members")), PERMITS, units={"建管科": ("建管课",)})
    settled = settled._replace(members={"各镇": ("甲镇",)})
    asked = {
        doubt("deadline", "", "", "1.1"): False,
        doubt("deadline", "", "", "1.1", "1.2"): True,
        doubt("units", "", "", "1.1"): True,
        doubt("aliases", "建管课", "建管科"): False,
        doubt("aliases", "审批课", "审批科"): True,
        doubt("members", "各镇"): False,
        doubt("members", "各街道", "", "1.1"): False,
        doubt("members", "各街道", "", "1.1", "1.2"): True,
        doubt("year"): False,  # the plan has one
        doubt("owner"): False,  # the plan has its rule
        doubt(""): False,  # nobody can answer it
    }
    assert {one: is_open(one, settled_in(settled)) for one in asked} == asked
    left = unsettled(draft(*asked), settled_in(settled)).doubts
    assert [one in left for one in asked] == [
        False,
        True,
        True,
        False,
        True,
        False,
        False,
        True,
        True,
        False,
        True,
    ]

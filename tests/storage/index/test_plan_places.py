from __future__ import annotations

import pytest

from qjtask.storage.index.index_form import Unfit
from qjtask.storage.index.plan_places import plan_places
from qjtask.storage.plans.plan_file import parse_plan
from tests.storage.indexes import PLAN


def test_what_begins_at_the_places_are_the_works_and_the_groups() -> None:
    plan, data = parse_plan(PLAN, ""), PLAN.encode()
    places, headings = plan_places(data, plan)
    ids = [data[place:].split(b"\n", 1)[0].partition(b"id:")[2].strip(b" \"'").decode() for place in places]
    assert ids == [item.id for item in plan.items()]
    assert len(headings) == len(plan.groups)
    assert all(data[place:].lstrip(b" ").startswith(b"- ") for place in headings)


@pytest.mark.parametrize("added", ["rules:\n  warn: 3d\n", "# \nyear: 2021\n"])
def test_what_the_plan_says_below_its_works_is_unfit(added: str) -> None:
    with pytest.raises(Unfit):
        plan_places((PLAN + added).encode(), parse_plan(PLAN, ""))


def test_a_plan_of_other_bytes_is_unfit() -> None:
    with pytest.raises(Unfit):
        plan_places(b"\n" + PLAN.encode(), parse_plan(PLAN, ""))

"""What differs between a plan and its new print, beyond what test_reissue.py shows of whole updates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from qjtask.core.plan.differences import Difference, DifferenceKind, differences
from qjtask.core.time.deadline import read_deadline
from tests.core.plans import item, plan

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Item

BEFORE = item("9.1", lead=("甲局",), units=("甲科",), deadline="6月底前")._replace(no="27")


def told(before: Item, after: Item) -> list[Difference]:
    return list(differences(plan(before), plan(after), {"9.1": "9.1"}, {"9.1": "9.1"}))


def test_the_same_is_no_difference() -> None:
    assert told(BEFORE, BEFORE._replace(line=99, note="又", owner=None)) == []


@pytest.mark.parametrize(
    ("changed", "kind", "before", "after"),
    [
        ({"no": "28"}, DifferenceKind.NUMBER, "序号27", "序号28"),
        ({"no": ""}, DifferenceKind.NUMBER, "序号27", "序号未写"),
        ({"support": ("办公室",)}, DifferenceKind.UNITS, "牵头甲局；甲科", "牵头甲局；甲科；配合办公室"),
        ({"lead": ()}, DifferenceKind.UNITS, "牵头甲局；甲科", "甲科"),
        ({"units": ()}, DifferenceKind.UNITS, "牵头甲局；甲科", "牵头甲局；无"),
        ({"deadline": read_deadline("", year=2021)}, DifferenceKind.DEADLINE, "6月底前", "未写"),
    ],
)
def test_a_difference_says_what_was_and_what_is(
    changed: dict[str, Any], kind: DifferenceKind, before: str, after: str
) -> None:
    assert told(BEFORE, BEFORE._replace(**changed)) == [Difference(kind, "9.1", before, after)]


def test_where_a_persons_reading_goes_on_counting_a_new_deadline_is_told_with_it() -> None:
    old = BEFORE._replace(due=date(2021, 5, 31))
    new = old._replace(deadline=old.deadline._replace(text="9月底前"))
    (one,) = told(old, new)
    assert (one.before, one.after) == ("6月底前", "9月底前（仍按认定的2021-05-31）")

"""What differs between a plan and its new print, beyond what test_reissue.py shows of whole updates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from qjtask.core.plan.differences import Compared, Difference, DifferenceKind, differences
from qjtask.core.plan.keeping import KeptItem
from qjtask.core.plan.shifts import Shifts
from qjtask.core.plan.three_way import Outcome
from qjtask.core.time.deadline import read_deadline
from tests.core.plans import item, plan

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Item

BEFORE = item("9.1", lead=("甲局",), units=("甲科",), deadline="6月底前")._replace(no="27")


def told(before: Item, after: Item, **more: Any) -> list[Difference]:
    old, new = plan(before), plan(after, **more)
    kept = KeptItem(after, [Outcome(one, one) for one in before.milestones], [])
    return differences(Compared(old, new, {"9.1": "9.1"}, {"9.1": kept}, Shifts()))


def test_the_same_is_no_difference() -> None:
    assert told(BEFORE, BEFORE._replace(line=99, note="又", owner=None)) == []


@pytest.mark.parametrize(
    ("changed", "kind", "before", "after"),
    [
        ({"no": "28"}, DifferenceKind.NUMBER, "印作27", "印作28（编号不变）"),
        ({"no": ""}, DifferenceKind.NUMBER, "印作27", "印作1（编号不变）"),
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


def test_the_same_words_that_mean_another_day_are_told_with_both_days() -> None:
    """印发后30日内, of a notice that was issued anew."""
    deadline = read_deadline("印发后30日内", year=2021, issued=date(2021, 3, 1))
    moved = read_deadline("印发后30日内", year=2021, issued=date(2021, 4, 1))
    (one,) = told(BEFORE._replace(deadline=deadline), BEFORE._replace(deadline=moved))
    assert one.kind is DifferenceKind.DEADLINE
    assert (one.before, one.after) == (f"印发后30日内（{deadline.date}）", f"印发后30日内（{moved.date}）")
    by_hand = BEFORE._replace(due=date(2021, 5, 31))
    assert told(by_hand._replace(deadline=deadline), by_hand._replace(deadline=moved)) == []


def test_another_name_of_the_same_office_is_one_line_for_all_works() -> None:
    (one,) = told(BEFORE, BEFORE._replace(units=("甲室",)), units={"甲室": ("甲科",)})
    assert one == Difference(DifferenceKind.RENAMED, "", "甲科", "甲室（同一单位，1项）")

"""Where comments stand."""

from __future__ import annotations

import pytest

from qjtask.core.plan.remarks import KeyPath, holders


@pytest.mark.parametrize(
    ("place", "inside_of"),
    [
        ((), []),
        (("title",), [()]),
        (("units", "审批科"), [("units",), ()]),
        (("9",), [("groups",), ()]),
        (("9", "heading"), [("9",), ("groups",), ()]),
        (("9.2",), [("9",), ("groups",), ()]),
        (("9.2", "milestones", "0"), [("9.2", "milestones"), ("9.2",), ("9",), ("groups",), ()]),
    ],
)
def test_a_place_is_inside_of_others(place: KeyPath, inside_of: list[KeyPath]) -> None:
    assert holders(place) == inside_of

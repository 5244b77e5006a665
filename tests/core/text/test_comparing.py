"""Texts compared: what is left of one, and how much two share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.text.comparing import alike, bare


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("梳理清单", "梳理清单", 1.0),
        ("梳理清单", "梳理，清单。", 1.0),  # marks do not count
        ("梳理清单", "组织培训", 0.0),
        ("梳理清单", "梳理台账", 1 / 3),
        ("梳", "梳", 0.0),  # a single character has no pair
        ("", "", 0.0),
    ],
)
def test_how_much_two_texts_share(one: str, other: str, shared: float) -> None:
    assert alike(one, other) == pytest.approx(shared)


@given(st.text(), st.text())
def test_it_is_the_same_both_ways_and_never_more_than_all(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert 0 <= alike(one, other) <= 1


@pytest.mark.parametrize("text", ["“渝快办” 平台８０％", "「渝快办」\n平台 80%", '"渝快办"平台80%'])
def test_spaces_quotation_marks_and_widths_do_not_count(text: str) -> None:
    assert bare(text) == "渝快办平台80%"

"""Names that do not say what a number counts: such a number is told, and makes no target."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.promises import read_targets


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("新建公厕27座、每个县5座。", ["新建公厕"]),
        ("新建停车场12个（城区5个、农村7个）。", ["新建停车场"]),
        ("新建停车场12个，其中城区不少于5个。", ["新建停车场"]),
    ],
)
def test_parts_of_a_number_and_what_each_has_make_no_target(text: str, named: list[str]) -> None:
    assert [one.name for one in read_targets(text, year=2026)[0]] == named


@pytest.mark.parametrize("text", ["2026年计划安排200所。", "总数达到200家。", "新增30个。"])
def test_a_name_that_says_nothing_is_told(text: str) -> None:
    targets, told = read_targets(text, year=2026)[:2]
    assert not targets
    assert told

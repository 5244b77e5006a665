"""Numbers that say how much there is, or what it costs."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.promises import read_targets


@pytest.mark.parametrize(
    "text",
    [
        "建设总投资3亿元的学校。",
        "整治停车场有1.2万平方米。",
        "完成征收，占年度计划150万人的69%。",
    ],
)
def test_how_much_there_is_and_what_it_costs_is_no_target(text: str) -> None:
    assert read_targets(text, year=2026) == ([], [])


def test_what_is_to_be_had_and_handed_out_is_one() -> None:
    (target,), _ = read_targets("发放种粮补贴3000万元。", year=2026)
    assert (target.at_least, target.unit) == ("3000", "万元")

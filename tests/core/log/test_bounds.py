"""How long what is reported may be."""

from __future__ import annotations

import pytest

from qjtask.core.log.bounds import LONGEST_TEXT, check_bounds, out_of_bounds
from qjtask.core.log.entry import Do, Entry
from qjtask.core.problem import Refused
from tests.core.plans import entry

LONG = "长" * 1_001


@pytest.mark.parametrize(
    "told",
    [
        entry(text="长" * LONGEST_TEXT),
        entry(by="长" * 1_000, evidence=("长" * 1_000,) * 200, values={"长" * 1_000: "1"}),
    ],
)
def test_what_is_within_bounds_is_fine(told: Entry) -> None:
    assert list(out_of_bounds(told)) == []
    check_bounds([told])


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (entry(text="长" * (LONGEST_TEXT + 1)), "说明有10001字，最多10000字"),
        (entry(by=LONG), "登记人有1001字，最多1000字"),
        (entry(unit=LONG), "单位有1001字"),
        (entry(evidence=("a.pdf", LONG)), "佐证的路径有1001字"),
        (entry(evidence=("a.pdf",) * 201), "佐证有201个，最多200个"),
        (entry(values={LONG: "1"}), "指标的名称有1001字"),
        (entry(values={"a": "1" * 1_001}), "指标的数值有1001字"),
        (entry(values={str(number): "1" for number in range(201)}), "指标有201个"),
        (entry(do=Do.EXTEND)._replace(approved_by=LONG), "同意延期的人有1001字"),
        (entry(do=Do.EXTEND)._replace(doc=LONG), "延期的文件有1001字"),
        (entry(do=Do.ACCEPT)._replace(grade=LONG), "等次有1001字"),
    ],
)
def test_what_is_too_long_is_told_with_its_length(told: Entry, words: str) -> None:
    ((what, fix),) = out_of_bounds(told)
    assert what.startswith(words)
    assert fix


def test_entries_that_are_too_long_are_refused_all_at_once() -> None:
    with pytest.raises(Refused) as refused:
        check_bounds([entry("9.1", text="长" * 20_000), entry("9.2"), entry("9.3", by=LONG)])
    assert [problem.where for problem in refused.value.problems] == ["9.1", "9.3"]

"""What `check` shows: errors and doubts apart, each with where and what to write."""

from __future__ import annotations

import pytest

from qjtask.core.layout.sheet import Tone
from qjtask.core.problem import Problem
from qjtask.core.sheets.check_sheets import check_sheets
from tests.core.plans import texts

ERROR = Problem("tasks.yaml:3:1", "不认识的键", "请删去")


DOUBT = Problem("tasks.yaml:9:5", "没有写完成时限", "", is_warning=True)


def test_nothing_wrong_is_told_in_a_sentence() -> None:
    (sheet,) = check_sheets([])
    assert (sheet.rows, sheet.notes) == ((), ("没有发现错误和疑点",))


def test_errors_and_doubts_stand_apart() -> None:
    errors, warnings = check_sheets([DOUBT, ERROR, DOUBT])
    assert (errors.title, texts(errors)) == ("错误（1处）", [["tasks.yaml:3:1", "不认识的键", "请删去"]])
    assert (warnings.title, len(warnings.rows)) == ("疑点（2处）", 2)
    assert [sheet.rows[0][0].tone for sheet in (errors, warnings)] == [Tone.RED, Tone.YELLOW]


@pytest.mark.parametrize(("problem", "title"), [(ERROR, "错误（1处）"), (DOUBT, "疑点（1处）")])
def test_a_kind_without_a_problem_has_no_sheet(problem: Problem, title: str) -> None:
    assert [sheet.title for sheet in check_sheets([problem])] == [title]


@pytest.mark.parametrize("problems", [[], [DOUBT]])
def test_what_is_said_of_the_log_stands_last(problems: list[Problem]) -> None:
    assert check_sheets(problems, "台账校验码：4CD4C4AF")[-1].notes[-1] == "台账校验码：4CD4C4AF"

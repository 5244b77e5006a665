"""The last sentence of a clause that speaks of other works."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_rest import without_rest

NOBODY = Vocabulary(())


@pytest.mark.parametrize(
    ("text", "for_all", "for_this"),
    [
        ("甲局负责。以下均需各镇落实，不再列出", ("各镇",), ()),
        ("甲局负责。本方案确定的以下任务均由各镇落实，不再列出", ("各镇",), ()),
        ("甲局负责。具体任务均涉及相关镇政府，不再列出，下同", ("相关镇政府",), ("相关镇政府",)),
        ("甲局负责。各项任务均由各镇落实", ("各镇",), ("各镇",)),
    ],
)
def test_whom_it_names_for_which_works(
    text: str, for_all: tuple[str, ...], for_this: tuple[str, ...]
) -> None:
    rest = without_rest(text, NOBODY)
    assert (rest.text, rest.for_all, rest.for_this, rest.told) == ("甲局负责", for_all, for_this, ())


def test_what_was_not_read_is_told_and_most_clauses_have_no_rest() -> None:
    rest = without_rest("甲局负责。其他工作按要求抓好", NOBODY)
    assert (rest.text, rest.for_all) == ("甲局负责", ())
    assert "其他工作按要求抓好" in rest.told[0][0]
    assert without_rest("甲局负责，6月底前", NOBODY).text == "甲局负责，6月底前"

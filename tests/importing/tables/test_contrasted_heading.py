"""A heading of words that nobody knows, told by what stands below it."""

from __future__ import annotations

import pytest

from tests.importing.drawn import table_of

BELOW = "1 | 清理账户账单明细 | 县财政局 | 6月\n2 | 完善审批制度流程 | 县审计局 | 7月"


@pytest.mark.parametrize("heading", ["次第 | 谋划 | 甲乙丙 | 何时", "排号 | 要办的 | 谁来办 | 啥时办完"])
def test_words_over_numbers_offices_and_days_head_these(heading: str) -> None:
    table = table_of(f"{heading}\n{BELOW}")
    assert table.header.is_printed
    assert len(table.grid_rows) == 2


@pytest.mark.parametrize(
    "first",
    [
        "1 | 新建公厕 | 县城管局 | 5月",  # a work as those below
        "附 | 新建公厕 |  | ",  # not over each column
        "次第 | 谋划一些很长很长的事情 | 甲乙丙 | 何时",
    ],
)
def test_a_row_of_its_kind_or_with_gaps_heads_nothing(first: str) -> None:
    assert not table_of(f"{first}\n{BELOW}").header.is_printed

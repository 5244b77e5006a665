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


@pytest.mark.parametrize(
    "heading",
    [
        "督办件 | 责任单位 | 完成时限",
        "盘活资产 | 责任部门 | 备注",
        "揭榜项 | 承办处室 | 时限",
        "工单 | 牵头单位 | 配合单位",
        "演练科目 | 组织科室 | 演练时间",
        " | 责任单位 | 办结时间",
    ],
)
def test_one_word_for_who_or_when_makes_a_heading_whatever_the_works_are_called(heading: str) -> None:
    table = table_of(f"{heading}\n新建公厕 | 县城管局 | 5月\n完善制度 | 县审计局 | 7月")
    assert table.header.is_printed
    assert len(table.grid_rows) == 2


@pytest.mark.parametrize(
    "first",
    [
        "修订应急预案 | 责任科室 | 3月底前",  # a day is no heading
        "修订应急预案 | 综合科室 | 序时进度",  # nor what is to be done
        "应急预案 | 各责任单位 | 按时间节点",
    ],
)
def test_a_work_of_offices_that_could_head_a_column_is_one(first: str) -> None:
    table = table_of(f"{first}\n新建公厕 | 县城管局 | 5月\n完善制度 | 县审计局 | 7月")
    assert not table.header.is_printed
    assert len(table.grid_rows) == 3


def test_a_word_that_stands_below_itself_is_an_office_of_the_work() -> None:
    assert not table_of("新公厕 | 责任部门\n旧公厕 | 责任部门\n制度 | 财务科").header.is_printed

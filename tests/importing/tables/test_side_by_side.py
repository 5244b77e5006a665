"""Tables in two halves side by side."""

from __future__ import annotations

from tests.importing.drawn import tables_of

HEAD = "序号 | 工作任务 | 责任单位 | 序号 | 工作任务 | 责任单位"


def works(*lines: str) -> list[list[str]]:
    (table,) = tables_of("\n".join((HEAD, *lines)))
    return [[cell.text for cell in row.cells] for row in table.grid_rows]


def test_the_right_half_stands_under_the_left_one() -> None:
    found = works("1 | 建校 | 甲局 | 3 | 修路 | 丙局", "2 | 治水 | 乙局 | 4 | 植树 | 丁局")
    assert found == [
        ["1", "建校", "甲局"],
        ["2", "治水", "乙局"],
        ["3", "修路", "丙局"],
        ["4", "植树", "丁局"],
    ]


def test_numbers_that_count_across_keep_their_order_and_a_half_may_be_blank() -> None:
    found = works(
        "1 | 建校 | 甲局 | 2 | 修路 | 丙局", "3 | 治水 | 乙局 | 4 | 植树 | 丁局", "5 | 种草 | 乙局 | | |"
    )
    assert [row[0] for row in found] == ["1", "2", "3", "4", "5"]


def test_a_row_over_both_halves_heads_those_under_it() -> None:
    found = works(
        "一、城建 | ← | ← | ← | ← | ←",
        "1 | 建校 | 甲局 | 2 | 修路 | 丙局",
        "二、水利 | ← | ← | ← | ← | ←",
        "1 | 治水 | 乙局 | 2 | 植树 | 丁局",
    )
    assert [row[0] for row in found] == ["一、城建", "1", "2", "二、水利", "1", "2"]


def test_columns_that_only_partly_repeat_are_one_table() -> None:
    (table,) = tables_of(
        "序号 | 工作任务 | 责任单位 | 序号 | 工作任务 | 完成时限\n1 | 建校 | 甲局 | 1 | 招标 | 6月底"
    )
    assert len(table.grid_rows[0].cells) == 6

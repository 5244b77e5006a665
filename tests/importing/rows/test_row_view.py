"""A row seen by its columns' roles, and what the table's rows have in common."""

from __future__ import annotations

from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.document.row_words import (
    is_as_above,
    is_blank_word,
    is_note,
    is_page_number,
    is_sample,
    is_signed,
    is_sum,
)
from qjtask.importing.rows.row_view import RowView, facts_of, view_of
from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import grid_of, table_of

HEAD = "序号 | 重点任务 | 工作内容 | 责任单位 | 备注"


def views(*rows: str) -> list[RowView]:
    table = table_of("\n".join([HEAD, *rows]))
    return [view_of(row, table) for row in table.grid_rows]


def test_texts_by_role_merged_cells_once() -> None:
    first, second = views("1 | 甲类 | 做第一件事。 | 甲局 | /", "2 | ↑ | 做第二件事。 | ↑ | ")
    assert first.texts == {
        Role.NUMBER: "1", Role.TASK: "甲类", Role.WORK: "做第一件事。", Role.UNITS: "甲局", Role.NOTE: "/",
    }  # fmt: skip
    assert Role.NOTE not in first.begins
    assert second.text(Role.TASK) == "甲类"
    assert second.goes_on == {Role.TASK, Role.UNITS}
    assert second.begins == {Role.NUMBER, Role.WORK}
    assert second.filled == (0, 1, 2, 3)


def test_columns_of_one_role_stand_together() -> None:
    table = table_of(
        "序号 | 工作内容 | 责任单位 | 责任单位 | 责任人 | 分管领导\n1 | 做事。 | 甲局 | 乙局 | 张三 | 李四"
    )
    view = view_of(table.grid_rows[0], table)
    assert view.text(Role.UNITS) == "甲局、乙局"
    assert view.text(Role.PERSON) == "责任人：张三；分管领导：李四"


def test_facts_count_what_works_fill() -> None:
    table = table_of(f"{HEAD}\n1 | 甲类 | 做一。 | 甲局 | \n2 | 甲类 | 做二 |  | \n | 甲类 |  |  | ")
    facts = facts_of([view_of(row, table) for row in table.grid_rows], table)
    assert facts.shares[Role.NUMBER] == 1
    assert facts.shares[Role.UNITS] == 0.5
    assert facts.ends == 0.5
    assert facts.has(Role.TASK)
    assert not facts.has(Role.DEADLINE)


def test_words_of_rows_that_are_no_work() -> None:
    assert is_page_number("— 3 —")
    assert is_page_number("第 3 页 共 9 页")
    assert not is_page_number("3项")
    assert is_note("注：略。")
    assert is_note("说明1.略")
    assert not is_note("注重实效")
    assert is_sum("合 计：")
    assert is_sum("总分（100）")
    assert not is_sum("合计划拨资金")
    assert is_signed("填表人：张三")
    assert is_signed("2021年3月1日")
    assert not is_signed("责任单位：甲局")
    assert is_as_above("同上。")
    assert is_as_above("同　上")
    assert not is_as_above("同上述单位")
    assert is_blank_word("（没有）")
    assert not is_blank_word("没有单位")


def test_a_sample_says_so_in_its_first_cell() -> None:
    assert is_sample(grid_of("例： | 做事\n").rows[0])
    assert is_sample(grid_of("示例1 | 做事\n").rows[0])
    assert not is_sample(grid_of("例行检查 | 做事\n").rows[0])


def test_a_cell_of_spaces_holds_no_text() -> None:
    table = table_of(f"{HEAD}\n1 | 甲类 | 做第一件事。 | 甲局 | /")
    for space in (" ", "\u3000", "\n"):
        cells = tuple(GridCell(space, left=at > 0) for at in range(5))
        spaces = view_of(GridRow(cells, "表1第2行"), table)
        assert (spaces.texts, spaces.filled) == ({}, ())
        assert facts_of([spaces], table).ends == 0


def test_a_note_says_what_it_is_of_unless_it_is_a_remark() -> None:
    table = table_of(
        "序号 | 点位 | 整改要求 | 责任单位 | 复查人 | 备注\n1 | 解放路 | 修补。 | 甲局 | 陈新 | 急办"
    )
    assert view_of(table.grid_rows[0], table).text(Role.NOTE) == "点位：解放路；复查人：陈新；急办"

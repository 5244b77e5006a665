"""Rows that hold several works line by line."""

from __future__ import annotations

import pytest

from qjtask.importing.document.grid import GridRow
from qjtask.importing.rows.parallel_lines import columns_of_lines, rows_apart
from tests.importing.drawn import table_of

HEAD = "工作内容 | 完成时限 | 责任单位"


def apart(row: str) -> list[GridRow]:
    table = table_of(f"{HEAD}\n{row}\n做一。 | 6月 | 甲局")
    return list(rows_apart(table.grid_rows[0], columns_of_lines(table)))


def texts(row: GridRow) -> list[str]:
    return [cell.text for cell in row.cells]


def test_works_that_count_on_beside_as_many_dates_are_rows_of_their_own() -> None:
    first, second = apart("1.做一⏎2.做二 | 3月⏎4月底前 | 甲局")
    assert (texts(first), texts(second)) == (["1.做一", "3月", "甲局"], ["2.做二", "4月底前", "甲局"])
    assert [cell.up for cell in second.cells] == [False, False, True]
    assert first.place == second.place


def test_a_line_over_them_is_a_row_that_heads_them() -> None:
    heading, *works = apart("一、准备⏎1、做一⏎2、做二 | 3月⏎4月 | 甲局")
    assert texts(heading) == ["一、准备", "", ""]
    assert [texts(work)[0] for work in works] == ["1、做一", "2、做二"]


@pytest.mark.parametrize(
    "row",
    [
        "1.做一⏎2.做二 | 3月 | 甲局",
        "1.做一⏎2.做二 | 3月⏎待定 | 甲局",
        "1.做一⏎3.做三 | 3月⏎4月 | 甲局",
        "1.做一⏎再做 | 3月⏎4月 | 甲局",
        "做一⏎做二 | 3月⏎4月 | 甲局",
        "1.做一 | 3月⏎4月 | 甲局",
    ],
)
def test_any_other_row_is_left(row: str) -> None:
    assert len(apart(row)) == 1

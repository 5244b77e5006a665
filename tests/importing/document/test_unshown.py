"""Struck, hidden and raised words, in a text and in a table."""

from __future__ import annotations

import pytest

from qjtask.importing.document.grid import Grid, GridCell, GridRow
from qjtask.importing.document.unshown import (
    Run,
    Unshown,
    UnshownRows,
    hidden_column,
    text_shown,
    told,
    without_columns,
)

STRUCK, HIDDEN = Unshown.STRUCK, Unshown.HIDDEN


@pytest.mark.parametrize(
    ("before", "raised", "text"),
    [
        ("综合科", "1", "综合科"),
        ("2025年12月", "3", "2025年12月"),
        ("建立制度。", "[2]", "建立制度。"),
        ("建立制度", "注1", "建立制度"),
        ("综合科", "1,2", "综合科"),
        ("新建绿地500m", "2", "新建绿地500m2"),
        ("增产10", "3", "增产103"),
        ("综合科", "等", "综合科等"),
        ("2021.9.30", "1", "2021.9.30"),
        ("2021-12", "①", "2021-12"),
        ("面积2021.9m", "2", "面积2021.9m2"),
    ],
)
def test_a_raised_number_behind_a_name_or_a_date_is_a_footnotes(before: str, raised: str, text: str) -> None:
    assert text_shown([Run(before), Run(raised, is_raised=True)]).text == text


def test_struck_and_hidden_words_are_left_out_and_told_each_look_by_itself() -> None:
    runs = [
        Run("综合"),
        Run("信", STRUCK),
        Run("息", STRUCK),
        Run("科"),
        Run("（不公开）", HIDDEN),
        Run(" ", STRUCK),
    ]
    found = text_shown(runs)
    assert found.text == "综合科"
    assert [doubt.read for doubt in told("第3行", found.unshown)] == [
        "“信息”划掉了（有删除线）",
        "“（不公开）”是隐藏的",
    ]
    long = [doubt.read for doubt in told("第3行", [Run("长" * 30, STRUCK)])]
    assert long == ["“" + "长" * 20 + "……”划掉了（有删除线）"]


def table(
    *rows: str | tuple[str, ...], up: tuple[int, int] | None = None, left: tuple[int, int] | None = None
) -> Grid:
    cells = [
        tuple(
            GridCell(text, up=(at, column) == up, left=(at, column) == left)
            for column, text in enumerate(row)
        )
        for at, row in enumerate(rows)
    ]
    return Grid("表1", tuple(GridRow(row, f"表1第{at}行") for at, row in enumerate(cells, 1)))


def test_a_row_of_which_at_most_its_number_is_left_is_taken_out() -> None:
    rows = UnshownRows()
    rows.add(1, [Run("做一。", STRUCK)])
    rows.judge(1, ["3", "", "—"])
    rows.add(2, [Run("甲局", STRUCK)])
    rows.judge(2, ["4", "做二。"])
    grid, doubts = rows.taken_out(table("甲", "乙", "丙"))
    assert [row.place for row in grid.rows] == ["表1第1行", "表1第3行"]
    assert [(doubt.place, doubt.read) for doubt in doubts] == [
        ("表1第2行", "这一行划掉了（有删除线）"),
        ("表1第3行", "“甲局”划掉了（有删除线）"),
    ]


def test_an_empty_row_that_is_hidden_is_nothing() -> None:
    rows = UnshownRows()
    rows.hide(1)
    grid, doubts = rows.taken_out(table("甲乙", ("", "")))
    assert ([row.place for row in grid.rows], doubts) == (["表1第1行"], ())


def test_what_is_merged_over_a_row_that_is_hidden_begins_in_the_next() -> None:
    rows = UnshownRows()
    rows.hide(0)
    grid, doubts = rows.taken_out(table("甲乙", "甲丙", up=(1, 0)))
    assert grid.rows[0].cells == (GridCell("甲"), GridCell("丙"))
    assert [doubt.read for doubt in doubts] == ["这一行是隐藏的"]


def test_a_hidden_column_goes_and_a_title_over_it_stays() -> None:
    grid = table("题题", "甲乙", left=(0, 1))
    told_of = hidden_column(grid, 0)
    assert told_of is not None
    assert told_of.read == "这一列（“甲”）是隐藏的"
    assert (told_of.columns, told_of.rows) == (("甲",), (grid.rows[1].place,))
    assert [row.cells for row in without_columns(grid.rows, {0})] == [(GridCell("题"),), (GridCell("乙"),)]
    assert hidden_column(Grid("表1", (GridRow((GridCell(""),), "表1第1行"),)), 0) is None

"""Cells: typed values, and how people read them."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.layout.sheet import Cell, Column, Sheet


@pytest.mark.parametrize(
    ("value", "text"),
    [("审批科", "审批科"), (0, "0"), (12, "12"), (date(2021, 6, 3), "2021-06-03"), (None, ""), ("", "")],
)
def test_a_cell_s_text_is_its_value_as_people_read_it(value: str | int | date | None, text: str) -> None:
    assert Cell(value).text == text


def test_a_page_has_no_columns_that_are_for_workbooks_alone() -> None:
    columns = (Column("编号"), Column("期限", on_paper=False), Column("工作"))
    rows = ((Cell("1.1"), Cell(date(2021, 6, 3)), Cell("做好")),)
    assert Sheet("", columns, rows).on_paper == Sheet(
        "", (Column("编号"), Column("工作")), ((Cell("1.1"), Cell("做好")),)
    )
    plain = Sheet("", columns[::2], ())
    assert plain.on_paper is plain

"""Cells: typed values, and how people read them."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.layout.sheet import Cell


@pytest.mark.parametrize(
    ("value", "text"),
    [("审批科", "审批科"), (0, "0"), (12, "12"), (date(2021, 6, 3), "2021-06-03"), (None, ""), ("", "")],
)
def test_a_cell_s_text_is_its_value_as_people_read_it(value: str | int | date | None, text: str) -> None:
    assert Cell(value).text == text

"""CSV that Excel and WPS open with a double click, and that runs nothing."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.layout.sheet import Cell, Column, Sheet
from qjtask.render.csv_file import csv_text
from qjtask.render.one_line import one_line

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def table(*cells: str | int | Decimal | date | None, heading: str = "甲") -> Sheet:
    return Sheet("题", (Column(heading),) * len(cells), (tuple(map(Cell, cells)),), ("注",))


def fields(text: str) -> list[list[str]]:
    """The records of a CSV text, as Excel reads them."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_byte_order_mark_and_the_line_ends_that_excel_wants() -> None:
    text = csv_text([table("乙", 3, date(2021, 6, 30), None)])
    assert text == "\ufeff甲,甲,甲,甲\r\n乙,3,2021-06-30,\r\n"


def test_sheets_are_apart() -> None:
    assert csv_text([table("乙"), table("丙")]) == "\ufeff甲\r\n乙\r\n\r\n甲\r\n丙\r\n"


@pytest.mark.parametrize("other", [Column("乙", on_screen=False), Column("乙", on_paper=False)])
def test_columns_that_a_screen_or_a_page_leaves_out_are_there(other: Column) -> None:
    sheet = Sheet("", (Column("甲"), other), ((Cell("丙"), Cell("丁")),))
    assert fields(csv_text([sheet])) == [["甲", "乙"], ["丙", "丁"]]


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://a","b")',
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "\t=1+1",
        "\r\n=1+1",
        " =1+1",
        "\u3000=1+1",
        "\xa0@x",
    ],
)
def test_what_looks_like_a_formula_is_text(text: str) -> None:
    ((heading,), (field,)) = fields(csv_text([table(text, heading=text)]))
    assert field == heading == f"'{one_line(text)}"


@pytest.mark.parametrize("value", [-3, 0, 7, Decimal("-2.5")])
def test_numbers_are_numbers(value: int | Decimal) -> None:
    assert fields(csv_text([table(value)]))[1] == [str(value)]


@pytest.mark.parametrize(
    "text", ['他说“好”,"行"', "a,b;c", "", "'已有", "9.10", "1-2", "甲=乙", "[done] :warning:"]
)
def test_other_texts_stay(text: str) -> None:
    assert fields(csv_text([table(text, "后")]))[1] == [text, "后"]


def test_a_break_in_a_name_breaks_no_record() -> None:
    assert fields(csv_text([table("行审批科\n行政审批科\x1b[2J\u202e")]))[1] == ["行审批科 行政审批科�[2J�"]


@given(st.lists(st.lists(st.text(st.characters()), min_size=2, max_size=2)))
def test_any_text_comes_back_harmless(rows: list[list[str]]) -> None:
    sheet = Sheet("", (Column("甲"), Column("乙")), tuple(tuple(map(Cell, row)) for row in rows))
    text = csv_text([sheet])
    assert text.count("\n") == text.count("\r\n") == len(rows) + 1
    for row, record in zip(rows, fields(text)[1:], strict=True):
        for cell, field in zip(row, record, strict=True):
            assert field.removeprefix("'") == one_line(cell).removeprefix("'")
            assert not field.lstrip().startswith(FORMULA)

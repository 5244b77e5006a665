"""Cells whose signs are written from above to below."""

from __future__ import annotations

import pytest

from qjtask.importing.formats.files import read_document
from qjtask.importing.formats.pages.written_down import written_down
from tests.importing.ruled_pdf import LEFT, SIZE, RuledPdf


def cell(columns: str, *, beside: float, under: float) -> str:
    """What a cell says whose signs stand so many sizes beside and under each other."""
    drawn = RuledPdf()
    upper = drawn.table((100, 100), [("", "满"), *[(None, "")] * 4])
    for at, column in enumerate(columns.split("|")):
        for down, sign in enumerate(column):
            drawn.words(LEFT + 80 - at * beside * SIZE, upper - 12 - down * under * SIZE, sign)
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    return document.grids[0].rows[0].cells[0].text


@pytest.mark.parametrize(
    ("columns", "read"),
    [
        ("农民|富裕", "农民富裕"),
        ("组织体系|建设8|分", "组织体系建设8分"),
        ("师资队伍|，教学|改革", "师资队伍，教学改革"),
        ("2024年|迎评促建", "2024年迎评促建"),
        ("降本", "降本"),
    ],
)
def test_columns_of_signs_follow_each_other_from_the_right(columns: str, read: str) -> None:
    assert cell(columns, beside=1.44, under=1.0) == read


def test_lines_are_read_across_whose_signs_stand_nearer_beside_each_other_than_under() -> None:
    assert cell("农裕|富民", beside=1.0, under=1.0) == "富农\n民裕"
    assert cell("农裕|富民", beside=1.44, under=1.5) == "富农\n民裕"


def test_turned_signs_of_such_columns_are_the_common_ones() -> None:
    columns = ("体系︵8分︶", "︐改革")
    lines = [
        [
            {"text": column[down], "x0": 40 - 20 * at, "top": 10 * down, "size": 10.0}
            for at, column in reversed([*enumerate(columns)])
            if down < len(column)
        ]
        for down in range(6)
    ]
    assert written_down(lines) == "体系（8分），改革"

"""Cells whose signs are written from above to below."""

from __future__ import annotations

import pytest

from qjtask.importing.formats.files import read_document
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

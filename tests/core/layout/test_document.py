"""Documents laid out: days as a document writes them (GB/T 9704-2012), and who signs."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.layout.document import cell_words, date_words, signature
from qjtask.core.layout.sheet import Cell

DAY = date(2021, 6, 3)


def test_a_day_has_no_leading_zeros() -> None:
    assert date_words(DAY) == "2021年6月3日"
    assert date_words(date(2021, 12, 31)) == "2021年12月31日"


@pytest.mark.parametrize(
    ("value", "words"), [(DAY, "2021年6月3日"), ("2021-06-03", "2021-06-03"), (0, "0"), (None, ""), ("", "")]
)
def test_a_cell_is_written_as_a_document_does(value: str | int | date | None, words: str) -> None:
    assert cell_words(Cell(value)) == words


def test_who_signs_stands_over_the_day_where_that_is_known() -> None:
    assert signature("重庆市黔江区交通局", DAY) == ("重庆市黔江区交通局", "2021年6月3日")
    assert signature("", DAY) == ("2021年6月3日",)

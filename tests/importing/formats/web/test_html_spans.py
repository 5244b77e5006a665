"""How many rows and columns a cell says it takes."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from qjtask.importing.formats.web.html_spans import columns_spanned, rows_spanned


@pytest.mark.parametrize(
    ("printed", "rows", "columns"),
    [
        ("", 1, 1),
        ('rowspan="2" colspan="3"', 2, 3),
        ('rowspan=" 2" colspan="3px"', 2, 3),
        ('rowspan="0" colspan="0"', 65_534, 1),
        ('rowspan="-1" colspan="two"', 1, 1),
        ('rowspan="999999" colspan="999999"', 65_534, 1000),
    ],
)
def test_a_cell_takes_what_it_says_within_the_limits_of_the_standard(
    printed: str, rows: int, columns: int
) -> None:
    cell = fragment_fromstring(f"<td {printed}>一</td>")
    assert (rows_spanned(cell), columns_spanned(cell)) == (rows, columns)

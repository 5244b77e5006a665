"""Cells as one line."""

from __future__ import annotations

import pytest

from qjtask.importing.words.tidy_text import flow


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("2021年5月至20\n22年12月", "2021年5月至2022年12月"),
        ("至2\n022年底", "至2022年底"),
        ("至202\n2年底", "至2022年底"),
        ("建桥20\n22座", "建桥20 22座"),
        ("第120\n22年", "第120 22年"),
        ("建桥。\n修路。", "建桥。修路。"),
    ],
)
def test_a_year_cut_by_a_line_s_end_goes_on(text: str, line: str) -> None:
    assert flow(text) == line

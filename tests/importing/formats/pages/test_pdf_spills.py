"""Lines that ran out of their box, and digits of another font, which stand lower in their own line."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.importing.formats.pages.pdf_spills import Box, give_back_spilled, spilled_under

ABOVE: Box = (0, 0, 200, 30)
BELOW: Box = (0, 30, 200, 62)


def signs(text: str, x0: float, bottom: float, width: float = 10) -> list[dict[str, Any]]:
    """Characters of one font in a line."""
    return [
        {"text": sign, "x0": x0 + at * width, "x1": x0 + (at + 1) * width, "bottom": bottom, "size": 10}
        for at, sign in enumerate(text)
    ]


class Cells:
    """A table of one row, as far as it is looked at."""

    def __init__(self, *cells: Box) -> None:
        self.cells = cells
        self.bbox = (cells[0][0], cells[0][1], cells[-1][2], cells[0][3])


@pytest.mark.parametrize(
    ("lines", "under", "is_own"),
    [
        (("四、强化", "治理与保"), "障", True),
        (("四、强化", "治理与保"), "注：每季度末报送。", False),  # wider than the cell
        (("治理与保",), "障", False),  # it has room in the cell
    ],
)
def test_a_line_under_the_last_rule_goes_back_into_a_cell_that_is_full(
    lines: tuple[str, ...], under: str, is_own: bool
) -> None:
    name: Box = (0, 0, 45, 36)
    own = [char for at, line in enumerate(lines) for char in signs(line, 2, 14 + 16 * at)]
    below = signs(under, 2, 46)
    characters = [{**char, "top": char["bottom"] - 10} for char in (*own, *signs("做好工作", 52, 22), *below)]
    found = spilled_under(characters, Cells(name, (45, 0, 200, 36)))
    assert texts({box: list(found[box]) for box in found}) == ([under] if is_own else [])


def texts(inside: dict[Box, list[dict[str, Any]]]) -> list[str]:
    return ["".join(char["text"] for char in characters) for characters in inside.values()]


def test_a_line_over_the_text_below_goes_back() -> None:
    inside = {
        ABOVE: signs("建设学校二所", 2, 14) + signs("并于年底前交付", 2, 28),
        BELOW: signs("县教育局使用。", 2, 42) + signs("修建天桥一座。", 2, 46),
    }
    give_back_spilled(inside)
    assert texts(inside) == ["建设学校二所并于年底前交付县教育局使用。", "修建天桥一座。"]


@pytest.mark.parametrize(
    "own",
    [
        # 新增就业|1200|人左右|8|%: the digits in the gaps of their line
        signs("新增就业", 2, 44)
        + signs("1200", 42, 46.4, 6)
        + signs("人左右", 66, 44)
        + signs("8%", 96, 46.4, 6),
        # 4%|，增长|12.85%|。: a digit far beside the last sign
        signs("4%", 2, 46.4, 6)
        + signs("，增长", 14, 44)
        + signs("12.85%", 44, 46.4, 6)
        + signs("。", 80, 44),
    ],
)
def test_digits_of_another_font_stay_in_their_line(own: list[dict[str, Any]]) -> None:
    inside = {ABOVE: signs("提高满意率。", 2, 28), BELOW: list(own)}
    before = texts(inside)
    give_back_spilled(inside)
    assert texts(inside) == before

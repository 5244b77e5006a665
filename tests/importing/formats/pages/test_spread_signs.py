"""Lines whose signs stand apart."""

from __future__ import annotations

import pytest

from qjtask.importing.formats.files import read_document
from qjtask.importing.formats.pages.spread_signs import unspread
from tests.importing.ruled_pdf import LEFT, SIZE, RuledPdf


def cell(*lines: str, apart: float, width: int) -> str:
    """What a cell of so many points' width says whose signs stand so many points apart."""
    drawn = RuledPdf()
    upper = drawn.table((width, 100), [("", "满"), (None, ""), (None, "")])
    for at, line in enumerate(lines):
        x = LEFT + 3.0
        for sign in line:
            drawn.words(x, upper - 12 * at - 12, sign)
            x += drawn.width(sign) + apart
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    return document.grids[0].rows[0].cells[0].text


@pytest.mark.parametrize("apart", [0, 1.5, 3.2, 5, 9])
def test_signs_that_stand_apart_are_the_words_they_make(apart: float) -> None:
    assert cell("2026年11月30日前", apart=apart, width=300) == "2026年11月30日前"
    assert cell("新建5G基站120座", apart=apart, width=300) == "新建5G基站120座"


def test_signs_that_stand_apart_are_tidied_as_others_are() -> None:
    assert cell("学⽣⼯作处", apart=3.2, width=300) == "学生工作处"


def test_a_line_set_to_fill_its_cell_has_no_blanks_beside_latin_words() -> None:
    drawn = RuledPdf()
    upper = drawn.table((300, 100), [("", "满")])
    drawn.words(LEFT + 3, upper - 12, "单位")
    drawn.words(LEFT + 3 + drawn.width("单位") + 3.2, upper - 12, "GDP")
    drawn.words(LEFT + 3 + drawn.width("单位GDP") + 6.4, upper - 12, "Smart")
    drawn.words(LEFT + 3 + drawn.width("单位GDPSmart") + 12, upper - 12, "能耗")
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    assert document.grids[0].rows[0].cells[0].text == "单位GDP Smart 能耗"


def test_a_line_of_such_signs_fills_its_cell_where_no_more_has_room() -> None:
    assert cell("新建基站12", "0座", apart=5, width=6 + 4 * SIZE + 10 + 5 * 5 + 8) == "新建基站120座"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("某 市 2 0 2 6 年 任 务", "某市2026年任务"),
        ("A B C D E F", "A B C D E F"),
        ("某市 2026 年任务", "某市 2026 年任务"),
        ("单 位", "单 位"),
        ("会 保 障 局", "会保障局"),
        ("县 农 业 农 村局、县富硒办", "县农业农村局、县富硒办"),
        ("县水利局 县教育局", "县水利局 县教育局"),
        ("王 三 县水利局", "王 三 县水利局"),
    ],
)
def test_a_line_with_a_blank_behind_each_sign_has_none(line: str, read: str) -> None:
    assert unspread(line) == read

"""Rows that no rule parts, in a table that is ruled down alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import RuledPdf

_COLUMNS = (40, 90, 300, 420, 540)
_PITCH = 12
_HEADING = ("序号", "工作任务", "责任单位", "完成时限")

Row = tuple[Sequence[str], ...]
"""The lines of each cell."""


def _middle(row: Row) -> list[int]:
    most = max(map(len, row))
    return [most - len(lines) for lines in row]


def _top(row: Row) -> list[int]:
    return [0] * len(row)


def _draw(drawn: RuledPdf, rows: Sequence[Row], place: object) -> None:
    """A page with a heading between two rules, and rows under it whose cells begin where `place` says."""
    y = 540
    for x, text in zip(_COLUMNS, _HEADING, strict=False):
        drawn.words(x + 4, y - 12, text)
    body = y - 18
    at = body
    for row in rows:
        for x, lines, halves in zip(_COLUMNS, row, place(row), strict=False):  # type: ignore[operator]
            for down, line in enumerate(lines):
                drawn.words(x + 4, at - 10 - _PITCH * down - _PITCH * halves / 2, line)
        at -= _PITCH * max(map(len, row))
    for height in (y, body, at - 2):
        drawn.stroke(_COLUMNS[0], height, _COLUMNS[-1], height)
    for x in _COLUMNS:
        drawn.stroke(x, y, x, at - 2)


def _read(rows: Sequence[Row], place: object) -> SourceDocument:
    drawn = RuledPdf()
    _draw(drawn, rows, place)
    return read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)


_ROWS: tuple[Row, ...] = (
    (["1"], ["改造健身广场，", "更换健身器材12套。"], ["居委会"], ["6月底"]),
    (["2"], ["清理楼道。"], ["物业公司"], ["5月底"]),
    (["3"], ["开办四点半课堂。"], ["社区妇联", "社区团委"], ["全年"]),
    (["4"], ["新建充电棚", "4处，", "更换路灯。"], ["物业公司"], ["10月20日前"]),
)


@pytest.mark.parametrize("place", [_middle, _top])
def test_rows_part_where_numbers_stand_in_their_middle_or_begin_them(place: object) -> None:
    document = _read(_ROWS, place)
    texts = [[cell.text.replace("\n", "") for cell in row.cells] for row in document.grids[0].rows]
    assert texts[1:] == [["".join(lines) for lines in row] for row in _ROWS]
    assert [doubt.read for doubt in document.doubts] == ["表格各行之间没有画线"]


def test_what_cannot_be_parted_is_not_read() -> None:
    def crooked(row: Row) -> list[int]:
        return [1, *[0] * (len(row) - 1)]

    document = _read(_ROWS, crooked)
    assert not document.grids
    assert "没有读" in document.doubts[0].read


def test_the_rest_of_a_row_stands_over_the_first_number_of_the_next_page() -> None:
    drawn = RuledPdf()
    _draw(drawn, _ROWS, _top)
    drawn.page()
    rest: Row = (
        (["", "", "5"]),
        (["更换灯杆。", "修补路面，", "清理标线。"]),
        ["", "", "社区妇联"],
        ["", "", "9月底"],
    )
    _draw(drawn, [rest], _top)
    document = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    assert [row.cells[1].text for row in document.grids[-1].rows][-2:] == [
        "更换灯杆。\n修补路面，",
        "清理标线。",
    ]


def test_a_number_of_two_lines_is_one() -> None:
    rows: tuple[Row, ...] = ((["1", "2"], ["清理", "楼道。"], ["物业公司"], ["5月底"]),)
    document = _read(rows, _top)
    assert len(document.grids[0].rows) == len(rows) + 1

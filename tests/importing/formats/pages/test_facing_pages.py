"""Tables whose columns are printed on several pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import RuledPdf

Part = tuple[tuple[int, ...], list[tuple[str, ...]]]
"""The widths of columns, and the rows on one page."""

WORKS = (40, 300)
OFFICES = (120, 90)
LEFT: Part = (WORKS, [("序号", "工作任务"), ("1", "新建学校二所"), ("2", "改造道路")])
RIGHT: Part = (OFFICES, [("责任单位", "完成时限"), ("县教育局", "6月底前"), ("县交通局", "9月底前")])
LEFT_BELOW: Part = (WORKS, [("3", "扩建水厂"), ("4", "清理河道"), ("5", "建设公厕")])
RIGHT_BELOW: Part = (OFFICES, [("县水务局", "6月底前"), ("县水利局", "7月底前"), ("县城管局", "8月底前")])
WHOLE = [(*one, *other) for one, other in zip(LEFT[1], RIGHT[1], strict=True)]
WHOLE_BELOW = [(*one, *other) for one, other in zip(LEFT_BELOW[1], RIGHT_BELOW[1], strict=True)]


def read(*parts: Part) -> SourceDocument:
    """A document that holds one part on each page, all at one height."""
    drawn = RuledPdf()
    for at, (widths, rows) in enumerate(parts):
        if at:
            drawn.page()
        drawn.table(widths, rows)
    return read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)


def tables(document: SourceDocument) -> list[list[tuple[str, ...]]]:
    return [[tuple(cell.text for cell in row.cells) for row in grid.rows] for grid in document.grids]


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ((LEFT, RIGHT), [WHOLE]),
        ((LEFT, RIGHT, LEFT_BELOW, RIGHT_BELOW), [WHOLE, WHOLE_BELOW]),
        ((LEFT, LEFT_BELOW, RIGHT, RIGHT_BELOW), [WHOLE, WHOLE_BELOW]),
    ],
)
def test_columns_that_had_no_room_stand_beside_their_rows(
    parts: Sequence[Part], whole: list[list[tuple[str, ...]]]
) -> None:
    document = read(*parts)
    assert tables(document) == whole
    (doubt,) = document.doubts
    assert doubt.assumed == "按一样高的行拼成一张表读"


@pytest.mark.parametrize(
    "parts",
    [
        (LEFT, LEFT_BELOW),
        (LEFT, ((60, 90), [("序号", "内容"), ("1", "甲"), ("2", "乙")])),
        (LEFT, RIGHT, LEFT_BELOW),
        (LEFT, (OFFICES, RIGHT[1][:2])),
        (LEFT, ((120, 220), [("责任单位", "工作任务"), ("县教育局", "办学"), ("县交通局", "修路")])),
    ],
)
def test_tables_of_their_own_stay_apart(parts: Sequence[Part]) -> None:
    document = read(*parts)
    assert tables(document) == [rows for _, rows in parts]
    assert not document.doubts

"""Tables of a text whose columns only blanks part."""

from __future__ import annotations

import pytest

from qjtask.importing.drafts.draft import Wishes, read_draft
from qjtask.importing.formats.files import read_document
from qjtask.importing.formats.plain.blank_columns import with_tabs

SPACED = [
    "序号  具体工作  责任单位  完成时限",
    "1  建园区。  市经信局  6月底前",
    "2  修道路。   市交通局　9月底前",
]
TABBED = [
    "序号\t具体工作\t责任单位\t完成时限",
    "1\t建园区。\t市经信局\t6月底前",
    "2\t修道路。\t市交通局\t9月底前",
]


def test_lines_of_as_many_parts_are_rows() -> None:
    assert with_tabs(["分解表", *SPACED, "", "注：略。"]) == ["分解表", *TABBED, "", "注：略。"]
    assert with_tabs([SPACED[0], "", *SPACED[1:]]) == [TABBED[0], "", *TABBED[1:]]


def test_cells_stand_under_their_headings_by_width() -> None:
    found = with_tabs(
        [
            "序号  具体工作    牵头单位  配合单位  完成时限",
            "1     建园区。    市经信局            6月底前",
            "3     建平台。    市数据局  市财政局  9月底前",
        ]
    )
    assert found[1:] == ["1\t建园区。\t市经信局\t\t6月底前", "3\t建平台。\t市数据局\t市财政局\t9月底前"]


@pytest.mark.parametrize(
    "lines",
    [
        [*SPACED, "   续上的文字"],  # a cell that goes on
        [*SPACED, "一、重点项目", "3  建桥。  市交通局  9月底前"],
        [*SPACED, "", "其他", "3  建桥。  市交通局  9月底前"],
        [*SPACED, "3  建桥。  市交通局  市财政局  9月底前"],  # two blanks within a cell
        ["甲  乙  丙", "1  建园区。  市经信局", "2  修道路。  市交通局"],
        SPACED[:2],
        ["　　一、总体要求", "　　推进工作。"],
    ],
)
def test_what_is_not_certain_stays_as_it_is(lines: list[str]) -> None:
    assert with_tabs(lines) == lines


def test_a_notice_with_such_a_table_is_read() -> None:
    text = "\n".join(["2021年重点工作任务分解表", "", *SPACED])
    draft = read_draft(
        read_document(text.encode(), "a.txt", "a.txt", lambda _: None),
        "a.txt",
        Wishes(),
        2026,
        lambda _: None,
    )
    items = [one for group in draft.plan.groups for one in group.items]
    found = [(one.id, one.work, one.units, one.deadline.text) for one in items]
    assert found == [
        ("1.1", "建园区。", ("市经信局",), "6月底前"),
        ("1.2", "修道路。", ("市交通局",), "9月底前"),
    ]

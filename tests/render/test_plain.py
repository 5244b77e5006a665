"""Plain lines: for pipes and mails, never cut, the same at any width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.render.plain import plain_lines

LONG = "推进证明类材料在线申请、开具和应用，" * 200
TEXTS = st.text(st.characters())


def test_a_sheet_as_lines() -> None:
    sheet = Sheet(
        "标题",
        (Column("编号"), Column("工作", weight=1, short=True), Column("另", on_screen=False)),
        ((Cell("9.2", Tone.RED), Cell(LONG), Cell(None)), (Cell("9.10"), Cell("甲\t乙\n丙"), Cell(3))),
        ("共2项",),
        {0: "（九）"},
    )
    assert list(plain_lines([sheet, Sheet("", sheet.columns, ())])) == [
        "# 标题",
        "# 编号\t工作\t另",
        f"9.2\t{LONG}\t",
        "9.10\t甲 乙 丙\t3",
        "# 共2项",
    ]


def test_a_column_for_workbooks_alone_is_left_out() -> None:
    sheet = Sheet("", (Column("编号"), Column("期限", on_paper=False)), ((Cell("9.2"), Cell("2021-06-30")),))
    assert list(plain_lines([sheet])) == ["# 编号", "9.2"]


def test_titles_headings_and_notes_are_one_line_too() -> None:
    sheet = Sheet("甲\n乙", (Column("丙\r\n丁"),), ((Cell("\x1b[2J"),),), ("戊\u2028己",))
    assert list(plain_lines([sheet])) == ["# 甲 乙", "# 丙 丁", "�[2J", "# 戊 己"]


@pytest.mark.parametrize("columns", ["1", "20", "80", "100000"])
def test_no_width_cuts(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert list(plain_lines([Sheet("", (Column("甲", short=True),), ((Cell(LONG),),))])) == ["# 甲", LONG]


@given(title=TEXTS, heading=TEXTS, cells=st.lists(st.tuples(TEXTS, TEXTS)), note=TEXTS)
def test_a_row_is_a_line_and_a_cell_a_field(
    title: str, heading: str, cells: list[tuple[str, str]], note: str
) -> None:
    rows = tuple((Cell(first), Cell(second)) for first, second in cells)
    lines = list(plain_lines([Sheet(title, (Column(heading), Column("乙")), rows, (note,))]))
    assert len(lines) == bool(title) + bool(rows) + len(rows) + 1
    assert all(len(line.splitlines()) <= 1 for line in lines)
    assert all(line.count("\t") == 1 for line in lines[-len(rows) - 1 : -1])
    assert not any("\x1b" in line for line in lines)

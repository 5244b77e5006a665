"""Tables that a page leaves open: at their sides, and where it ends in the middle of a row."""

from __future__ import annotations

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document
from tests.importing.ruled_pdf import HEIGHT, LEFT, RuledPdf

WIDTHS = (40, 90, 330, 100, 80)
HEAD = ("序号", "重点任务", "具体工作", "责任单位", "完成时限")
ROWS = (HEAD, ("1", "甲类", "做一。", "甲局", "6月底前"), ("2", "乙类", "做二。", "乙局", "9月底前"))


def texts(drawn: RuledPdf) -> list[list[list[str]]]:
    document: SourceDocument = read_document(drawn.made(), "a.pdf", "a.pdf", lambda _: None)
    return [[[cell.text for cell in row.cells] for row in grid.rows] for grid in document.grids]


def test_columns_outside_the_first_and_last_upright_ruling_are_columns() -> None:
    drawn = RuledPdf()
    drawn.table(WIDTHS, ROWS, {(row, at, side) for row in range(3) for at, side in ((0, "l"), (4, "r"))})
    assert texts(drawn) == [[list(row) for row in ROWS]]


def test_one_open_side_is_closed() -> None:
    drawn = RuledPdf()
    drawn.table(WIDTHS, ROWS, {(row, 4, "r") for row in range(3)})
    assert texts(drawn) == [[list(row) for row in ROWS]]


def test_rules_that_only_stick_out_make_no_column() -> None:
    drawn = RuledPdf()
    upper = drawn.table(WIDTHS, ROWS)
    for row in range(4):
        drawn.rule(LEFT - 20, LEFT + sum(WIDTHS) + 20, upper - row * HEIGHT)
    assert texts(drawn) == [[list(row) for row in ROWS]]


def test_a_row_that_a_page_leaves_without_its_lower_edge_is_a_row() -> None:
    drawn = RuledPdf()
    drawn.table(WIDTHS, ROWS, {(2, column, "b") for column in range(5)})
    assert texts(drawn) == [[list(row) for row in ROWS]]


def test_a_row_without_its_lower_edge_may_stand_below_a_heading_over_all_columns() -> None:
    drawn = RuledPdf()
    wide = {(1, column, side) for column in range(5) for side in "lr"} - {(1, 0, "l"), (1, 4, "r")}
    rows = (HEAD, ("一、甲类", "", "", "", ""), ROWS[2])
    drawn.table(WIDTHS, rows, wide | {(2, column, "b") for column in range(5)})
    assert texts(drawn)[0][2:] == [list(ROWS[2])]


def test_a_row_that_a_page_begins_without_an_upper_edge_is_a_row() -> None:
    drawn = RuledPdf()
    drawn.table(WIDTHS, ROWS, {(0, column, "t") for column in range(5)})
    assert texts(drawn) == [[list(row) for row in ROWS]]


def test_the_rest_of_a_row_alone_on_a_page_is_a_row() -> None:
    drawn = RuledPdf()
    drawn.table(WIDTHS, ROWS)
    drawn.page()
    drawn.table(WIDTHS, (("", "", "", "丙局", ""),), {(0, column, "t") for column in range(5)})
    drawn.page()
    open_sides = {(0, column, side) for column in range(5) for side in "tb"}
    drawn.table(WIDTHS, (("", "", "", "丁局", ""),), open_sides)
    assert texts(drawn)[1:] == [[["", "", "", "丙局", ""]], [["", "", "", "丁局", ""]]]


def test_lines_that_stand_elsewhere_than_a_tables_columns_make_no_row() -> None:
    drawn = RuledPdf()
    drawn.table(WIDTHS, ROWS)
    drawn.page()
    widths = (60, 90, 310, 100, 80)
    drawn.table(
        widths, (("", "", "", "丙局", ""),), {(0, column, side) for column in range(5) for side in "tb"}
    )
    assert texts(drawn)[1:] == []


def test_a_merged_cell_that_goes_on_over_the_page_is_closed_where_the_table_ends() -> None:
    drawn = RuledPdf()
    rows = (HEAD, ("1", "甲类", "做一。", "甲局", "6月底前"), ("2", None, "做二。", "乙局", "9月底前"))
    drawn.table(WIDTHS, rows, {(2, 1, "b")})
    assert [row[1] for row in texts(drawn)[0]] == ["重点任务", "甲类", "甲类"]


def test_rulings_that_go_on_beside_nothing_make_no_row() -> None:
    drawn = RuledPdf()
    upper = drawn.table(WIDTHS, ROWS)
    for column in range(6):
        x = LEFT + sum(WIDTHS[:column])
        drawn.stroke(x, upper, x, upper - 6 * HEIGHT)
    assert len(texts(drawn)[0]) == 3

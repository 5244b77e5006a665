"""Rows and cells that the end of a drawn page cut in two."""

from __future__ import annotations

import pytest

from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.tables.page_cuts import with_whole_rows
from tests.importing.drawn import grid_of


def pages(*texts: str) -> list[list[GridRow]]:
    """Pages of rows; a cell that ends in … fills its last line."""
    return [
        [row._replace(cells=tuple(map(_drawn, row.cells))) for row in grid_of(text, f"第{at}页表").rows]
        for at, text in enumerate(texts, 1)
    ]


def _drawn(cell: GridCell) -> GridCell:
    return cell._replace(text=cell.text.rstrip("…"), is_full=cell.text.endswith("…"))


def whole(*texts: str) -> list[list[str]]:
    return [
        ["".join(cell.text.split("\n")) + "↑" * cell.up for cell in row.cells]
        for rows in with_whole_rows(pages(*texts))
        for row in rows
    ]


FIRST = """
1 | 甲类 | 做一 | 甲局
2 | ↑ | 做二 | 甲局
3 | ↑ | 做三 | 乙局
"""
REST = """
4 | ↑ | 做四 | 甲局
5 | ↑ | 做五 | 甲局
"""


@pytest.mark.parametrize(
    ("last", "first", "read"),
    [
        ("4 | ↑ | 做好四类… | 甲局", " | | 工作 | ", "做好四类工作"),
        ("4 | ↑ | 做四，… | 甲局、乙…", " | | 做好 | 局", "做四，做好"),
        ("4 | ↑ | 做四。做好… | 甲局、", " | | 工作。 | 乙局", "做四。做好工作。"),
        ("4 | ↑ | 做四。 | 甲局…", " | | 做好工作。 | 乙局", "做四。做好工作。"),
        ("4 | ↑ | 做好四类… | 甲局", " | | 工作 | 乙局⏎丙局", "做好四类工作"),
        ("4 | ↑ | 1.做四；⏎2.做好四； | 甲局", " | | 3.做工作。 | ", "1.做四；2.做好四；3.做工作。"),
        ("4 | ↑ | （1）做四。 | 甲局", " | | （2）做工作。 | ", "（1）做四。（2）做工作。"),
        ("4 | ↑ | 做好四类… | 2026年12", " | | 工作 | 月31日", "做好四类工作"),
        ("4 | ↑ | 建四所 | 甲局", " | | 学校，做好工作 | ", "建四所学校，做好工作"),
        ("4 | 乙类工⏎程建设 | 做四 | 甲局", " | 项目 | | ", "做四"),
    ],
)
def test_a_row_without_a_number_whose_texts_go_on_is_the_rest_of_the_row_above(
    last: str, first: str, read: str
) -> None:
    found = whole(FIRST + last, first + "\n5 | 乙类 | 做五 | 甲局\n6 | ↑ | 做六 | 甲局")
    assert [row[2] for row in found] == ["做一", "做二", "做三", read, "做五", "做六"]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        ("4 | ↑ | 做四 | 甲局", " | | 做好 | 乙局"),
        ("4 | ↑ | 做四… | 甲局", " | | 做好 | 乙局"),
        ("4 | ↑ | 做四 | 甲局", " | | 乙类工作 | "),
        ("4 | ↑ | 做四… | 甲局…", "合计 | | 4项 | "),
        ("4 | ↑ | 做四… | 甲局…", "注：以上为重点工作 | | | "),
        ("4 | ↑ | 做四… | 甲局…", " | | 二、乙类工作 | "),
        ("4 | ↑ | 1.做四。 | 甲局", " | | 3.做工作。 | "),
        ("4 | ↑ | 1.做四。 | 甲局", " | | 二、乙类工作 | "),
        ("4 | ↑ | 做四。 | 甲局", "二、乙类 | ← | ← | ←"),
    ],
)
def test_a_row_that_the_lines_above_do_not_ask_for_stands_alone(last: str, first: str) -> None:
    assert len(whole(FIRST + last, first + "\n5 | 乙类 | 做五 | 甲局")) == 6


def test_without_numbers_all_texts_have_to_go_on() -> None:
    first = "甲类 | 做一 | 甲局\n乙类 | 做好二类… | 市人力…"
    assert len(whole(first, " | 工作 | 资源局\n丙类 | 做三 | 乙局")) == 3
    assert len(whole(first, " | 工作 | \n丙类 | 做三 | 乙局")) == 4
    assert (
        len(
            whole(
                "甲类 | 做一 | 甲局\n乙类 | 做好二类… | 市卫生局…", " | 工作 | 市教育局\n丙类 | 做三 | 乙局"
            )
        )
        == 4
    )


def test_a_row_over_three_pages_is_one() -> None:
    found = with_whole_rows(
        pages(
            FIRST + "4 | ↑ | 认真做好… | 甲局",
            " | | 四类… | ",
            " | | 工作 | \n5 | 乙类 | 做五 | 甲局",
        )
    )
    (row,) = (row for rows in found for row in rows if row.cells[0].text == "4")
    assert (row.cells[2].text, row.further) == ("认真做好四类工作", ("第2页表第1行", "第3页表第1行"))


def test_a_heading_that_its_page_cut_is_whole_in_all_its_rows() -> None:
    found = whole(
        FIRST + "4 | 乙类… | 做好… | 甲局", " | 工作 | 四类 | \n5 | ↑ | 做五 | 甲局\n6 | ↑ | 做六 | 甲局"
    )
    assert [row[1] for row in found] == ["甲类", "甲类↑", "甲类↑", "乙类工作", "乙类工作↑", "乙类工作↑"]


def test_a_merged_cell_whose_text_stands_on_the_next_page_has_it_on_both() -> None:
    found = whole(
        FIRST + "4 | | 做四 | 甲局\n5 | ↑ | 做五 | 甲局", "6 | 乙类 | 做六 | 甲局\n7 | ↑ | 做七 | 甲局"
    )
    assert [row[1] for row in found] == ["甲类", "甲类↑", "甲类↑", *["乙类", "乙类↑", "乙类↑", "乙类↑"]]


def test_blank_cells_of_a_column_that_merges_none_are_left() -> None:
    first = "1 | 甲类 | 做一 | 甲局\n2 | | 做二 | 甲局\n3 | 乙类 | 做三 | 甲局\n4 | | 做四 | 甲局"
    found = whole(first, "5 | 丙类 | 做五 | 甲局\n6 | | 做六 | 甲局")
    assert [row[1] for row in found] == ["甲类", "", "乙类", "", "丙类", ""]


def test_a_numbered_name_that_its_page_cut_goes_on_in_the_merged_cell_without_a_number() -> None:
    first = "1 | 一、甲类 | 做一 | 甲局\n2 | ↑ | 做二 | 甲局\n3 | 二⏎、⏎乙 | 做三 | 甲局\n4 | ↑ | 做四 | 甲局"
    found = whole(first, "5 | 类 | 做五 | 甲局\n6 | ↑ | 做六 | 甲局\n7 | 三、丙类 | 做七 | 甲局")
    assert [row[1] for row in found] == [
        *["一、甲类", "一、甲类↑", "二、乙类", "二、乙类↑"],
        *["二、乙类↑", "二、乙类↑", "三、丙类"],
    ]


def test_names_without_numbers_stay_apart() -> None:
    first = "1 | 甲类 | 做一 | 甲局\n2 | ↑ | 做二 | 甲局\n3 | 乙类 | 做三 | 甲局"
    found = whole(first, "4 | 丙类 | 做四 | 甲局\n5 | ↑ | 做五 | 甲局")
    assert [row[1] for row in found] == ["甲类", "甲类↑", "乙类", "丙类", "丙类↑"]


def test_a_name_written_downward_goes_on_with_the_row_that_was_cut() -> None:
    first = "1 | 甲⏎类 | 做一 | 甲局\n2 | ↑ | 做二 | 甲局\n3 | 乙 | 做好三… | 甲局"
    found = whole(first, " | 类⏎工⏎作 | 类工作 | \n4 | ↑ | 做四 | 甲局\n5 | ↑ | 做五 | 甲局")
    assert [row[1:3] for row in found][2:4] == [["乙类工作", "做好三类工作"], ["乙类工作↑", "做四"]]


NUMBERLESS = """
4.21 | 开会
4.22 | 讲话
4.23 | 1、建组；⏎2、抽人。
"""


@pytest.mark.parametrize(
    ("first", "rows"),
    [
        (" | 3、核实。", [["4.23", "1、建组；2、抽人。3、核实。"]]),
        (" | 4、核实。", [["4.23", "1、建组；2、抽人。"], ["", "4、核实。"]]),
        ("4.24 | 3、核实。", [["4.23", "1、建组；2、抽人。"], ["4.24", "3、核实。"]]),
    ],
)
def test_without_numbers_a_list_goes_on_where_a_row_lacks_what_each_has(
    first: str, rows: list[list[str]]
) -> None:
    read = whole(NUMBERLESS, f"{first}\n4.25 | 登记\n")
    assert read == [["4.21", "开会"], ["4.22", "讲话"], *rows, ["4.25", "登记"]]


def test_works_that_are_numbered_in_their_text_are_no_list() -> None:
    assert len(whole("4.21 | 1、建组\n4.22 | 2、抽人\n", " | 3、核实\n4.25 | 4、登记\n")) == 4


def test_a_text_with_the_next_number_begins_a_row_where_all_are_numbered() -> None:
    first = "一、甲类 | 1.做一。 | 甲局\n↑ | 2.做二。 | 甲局\n二、乙类… | 3.做三。… | 甲局、…"
    assert len(whole(first, "三、丙类 | 4.做四。 | 乙局\n↑ | 5.做五。 | 丙局")) == 5


@pytest.mark.parametrize(
    ("last", "first", "rows"),
    [
        ("做好二类。… | 办公室牵头，各科室配合…", "做好三类。 | 各科室", 4),
        ("做好二类。… | 办公室…", "做好三类。 | 各科室牵头", 4),
        ("做好二类。… | 6月底…", "做好三类。 | 9月底", 4),
        ("做好二类。… | 办公室牵头，各科…", "做好三类。 | 室配合", 3),
    ],
)
def test_lines_that_are_full_by_chance_join_no_rows(last: str, first: str, rows: int) -> None:
    assert len(whole(f"做好一类。 | 办公室\n{last}", f"{first}\n做好四类。 | 人事科")) == rows


@pytest.mark.parametrize(
    ("last", "first", "rows"),
    [
        ("2 | 乙类… | 认真做好… | 甲局 | 丙公司", " | 工作 | 二类。 | | 丁公司", 5),
        ("2 | 乙类… | 认真做好二类。… | 甲局 | 丙公司", " | 工作 | 做好三类。 | | 丁公司", 6),
        ("2 | 乙类… | 认真做好… | 甲局 | 丙公司", " | 工作 | 二类。 | | 做完", 6),
        ("2 | 乙类… | 认真做好… | 甲局 | 丙公司", "3 | 丙类 | 二类。 | 乙局 | 丁公司", 6),
    ],
)
def test_a_row_of_a_merged_group_goes_on_where_its_sentence_does(last: str, first: str, rows: int) -> None:
    found = whole(
        f"1 | 甲类 | 做甲。 | 甲局 | 丙公司\n↑ | ↑ | 做乙。 | 乙局 | ↑\n{last}",
        f"{first}\n↑ | ↑ | 做三类。 | 乙局 | 丁公司\n4 | 丁类 | 做丁。 | 乙局 | 丙公司",
    )
    assert len(found) == rows


def test_a_merged_cell_over_three_pages_has_its_text_on_each() -> None:
    on_each = " | 丙类 | 做四 | \n5 | ↑ | 做五 | ↑\n"
    read = whole("1 | 甲类 | 做一 | 各县\n2 | ↑ | 做二 | ↑\n", f"3{on_each}", f"6{on_each}")
    assert [row[3] for row in read] == ["各县", *["各县↑"] * 5]


def test_a_blank_cell_of_one_row_is_not_taken_for_a_merged_one() -> None:
    read = whole("1 | 做一 | 各县\n2 | 做二 | ↑\n", "3 | 做三 | \n4 | 做四 | 县局\n")
    assert [row[2] for row in read] == ["各县", "各县↑", "", "县局"]


MERGED = """
1 | 甲类 | 做一 | 甲局
↑ | ↑ | 做二 | ↑
2 | 乙类 | 做三 | 乙局
3 | 丙⏎类{} | 做四{} | 丙局
"""


@pytest.mark.parametrize(
    ("ends", "first", "read"),
    [
        (("", "。"), " | | 做五 | ", ["3↑", "丙类↑", "做五", "丙局↑"]),
        (("工…", "。"), " | 作 | 做五 | ", ["3↑", "丙类工作↑", "做五", "丙局↑"]),
        (("", "。"), " | | 做五 | 丁局", ["3↑", "丙类↑", "做五", "丁局"]),
        (("", "。"), "4 | | 做五 | ", ["4", "", "做五", ""]),
        (("", "，…"), " | | 做五 | ", ["", "", "做五", ""]),
    ],
)
def test_what_a_merged_first_cell_holds_together_goes_on_over_the_page(
    ends: tuple[str, str], first: str, read: list[str]
) -> None:
    found = whole(MERGED.format(*ends), f"{first}\n5 | 丁类 | 做六 | 丁局")
    assert found[4] == read


def test_columns_with_blanks_within_a_page_are_not_filled_over_its_end() -> None:
    first = "1 | 做一 | 甲局\n↑ | 做二 | ↑\n2 | 做三 | \n3 | 做四 | 丙局"
    assert [row[2] for row in whole(first, " | 做五 | \n4 | 做六 | 丁局")][4] == ""


@pytest.mark.parametrize(
    ("last", "first", "read"),
    [
        ("1… | 建十一所… | 甲…", "1… | 学校。 | 局", [["11", "建十一所学校。", "甲局"]]),
        ("1… | 建十一所 | 甲局", "2 | 学校。 | 局", [["1", "建十一所", "甲局"], ["2", "学校。", "局"]]),
        ("11 | 建十一所 | 甲局", "12 | 学校。 | 局", [["11", "建十一所", "甲局"], ["12", "学校。", "局"]]),
    ],
)
def test_a_number_that_its_page_cut_is_the_next_one(last: str, first: str, read: list[list[str]]) -> None:
    found = whole(
        f"8 | 做八 | 甲局\n9 | 做九 | 甲局\n10 | 做十 | 乙局\n{last}", f"{first}\n13 | 做十三 | 丙局"
    )
    assert found[3:-1] == read

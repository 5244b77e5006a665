"""The tables of a document, as a reader counts them."""

from __future__ import annotations

import pytest

from qjtask.importing.document.grid import GridRow
from tests.importing.drawn import tables_of

HEAD = "序号 | 任务 | 责任单位"
ONE, TWO = f"{HEAD}\n1 | 做一。 | 甲局", f"{HEAD}\n2 | 做二。 | 乙局"


def test_a_table_over_pages_is_one_whether_its_heading_is_repeated_or_not() -> None:
    (table,) = tables_of("2021年任务分解表", ONE, TWO, "3 | 做三。 | 丙局")
    assert [row.cells[0].text for row in table.grid_rows] == ["1", "2", "3"]
    assert (table.number, table.name, table.above) == (1, "表1", ("2021年任务分解表",))
    assert (table.start, table.end) == (1, 3)


def test_text_between_begins_another_table_a_title_in_any_case() -> None:
    assert [len(table.grid_rows) for table in tables_of(ONE, "。", TWO)] == [1, 1]
    assert [table.number for table in tables_of(ONE, "附件2 民生实事任务表", "2 | 做二。 | 乙局")] == [1, 2]


def test_a_table_of_another_width_or_heading_is_another() -> None:
    assert len(tables_of(ONE, "2 | 做二。")) == 2
    assert len(tables_of(ONE, "序号 | 姓名 | 电话\n1 | 甲 | 1")) == 2


def test_a_numbered_line_between_pages_stays_among_the_rows() -> None:
    (table,) = tables_of(ONE, "二、乙类", "2 | 做二。 | 乙局")
    assert [row.cells[0].text if isinstance(row, GridRow) else row for row in table.rows] == [
        "1",
        "二、乙类",
        "2",
    ]


def test_rows_over_a_repeated_heading_belong_to_the_page_before_a_title_does_not() -> None:
    page = f"2 | 做二。 | 乙局\n2021年任务分解表 | ← | ←\n{HEAD}\n3 | 做三。 | 丙局"
    (table,) = tables_of(ONE, page)
    assert [row.cells[0].text for row in table.grid_rows] == ["1", "2", "3"]


def test_what_stands_over_the_heading_is_given_nearest_first() -> None:
    (table,) = tables_of("通知", "附件", f"大标题 | ← | ←\n小标题 | ← | ←\n{HEAD}\n1 | 做。 | 甲局")
    assert table.above == ("小标题", "大标题", "附件", "通知")


@pytest.mark.parametrize(
    ("first", "second", "is_heading"),
    [
        ("一、党建工作", "二、业务工作", True),
        ("（一）党建工作", "（二）业务工作", True),
        ("党建工作", "业务工作", True),
        ("2026年任务分解表", "二、业务工作", False),
        ("党建工作", "二、业务工作", False),
        ("2026年任务分解表", "业务工作", False),
    ],
)
def test_a_row_over_the_first_heading_heads_works_as_those_do_over_the_heading_again(
    first: str, second: str, is_heading: bool
) -> None:
    (table,) = tables_of(
        f"{first} | ← | ←\n{HEAD}\n1 | 做一。 | 甲局\n{second} | ← | ←\n{HEAD}\n1 | 做二。 | 乙局"
    )
    assert (table.grid_rows[0].cells[0].text == first) is is_heading


def test_a_numbered_line_over_the_first_page_is_a_heading_as_those_between_are() -> None:
    (table,) = tables_of("2021年任务分解表", "一、甲类", ONE, "二、乙类", "2 | 做二。 | 乙局")
    assert [row for row in table.rows if isinstance(row, str)] == ["一、甲类", "二、乙类"]
    (table,) = tables_of("2021年任务分解表", "1.甲类", ONE, "二、乙类", "2 | 做二。 | 乙局")
    assert [row for row in table.rows if isinstance(row, str)] == ["二、乙类"]

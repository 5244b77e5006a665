"""Dates that stand in two columns."""

import pytest

from qjtask.importing.document.grid import GridCell, GridRow
from qjtask.importing.tables.parted_dates import with_whole_dates


def _rows(*pairs: tuple[str, str]) -> list[GridRow]:
    return [GridRow((*map(GridCell, pair), GridCell("做事")), "表1") for pair in pairs]


@pytest.mark.parametrize(
    ("names", "printed", "whole"),
    [
        (("日期", ""), [("2月", "28日前"), ("", "15日前")], [("2月28日前", ""), ("2月15日前", "")]),
        (("日期", "日期"), [("2月", "28"), ("", "3月1日")], [("2月28日", ""), ("3月1日", "")]),
        (("月份", "日期"), [("2月", "28日前"), ("", "上旬")], [("", "2月28日前"), ("", "2月上旬")]),
        (("月", "日"), [("2", "28"), ("3", "10-12日")], [("", "2月28日"), ("", "3月10-12日")]),
        (("月份", "完成时限"), [("2月", "底前"), ("3月", "5日")], [("", "2月底前"), ("", "3月5日")]),
        (("日期", ""), [("2月", "28日"), ("3月", ""), ("", "")], [("2月28日", ""), ("3月", ""), ("", "")]),
    ],
)
def test_month_and_day_are_put_together(
    names: tuple[str, str], printed: list[tuple[str, str]], whole: list[tuple[str, str]]
) -> None:
    made = with_whole_dates([*names, "工作内容"], _rows(*printed))
    assert [tuple(cell.text for cell in row.cells[:2]) for row in made if isinstance(row, GridRow)] == whole


@pytest.mark.parametrize(
    ("names", "printed"),
    [
        (("开始时间", "完成时间"), [("2月", "6月"), ("3月", "8月")]),
        (("时间", ""), [("2月", "召开会议"), ("3月", "检查")]),
        (("工作内容", ""), [("2月", "28日")]),
        (("日期", ""), [("2月5日", "28日")]),
        (("日期", ""), [("2月", "")]),
    ],
)
def test_other_columns_stay_as_they_are(names: tuple[str, str], printed: list[tuple[str, str]]) -> None:
    rows = _rows(*printed)
    assert list(with_whole_dates([*names, "工作内容"], rows)) == rows

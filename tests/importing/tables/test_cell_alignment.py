"""Cells given to columns by what they look like: in one way, or not at all."""

from __future__ import annotations

import pytest

from qjtask.importing.tables.cell_alignment import MOST_CELLS, aligned, fits, kinds_of_columns

COLUMNS = kinds_of_columns(("序号", "工作任务", "责任单位", "完成时限"))


def rows(text: str) -> list[tuple[str, ...]]:
    return [placed.cells for placed in aligned(text.split("/"), COLUMNS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1/建桥。/县住建局/6月底", [("1", "建桥。", "县住建局", "6月底")]),
        ("1/建桥。/县住建局/县财政局/6月底", [("1", "建桥。", "县住建局\n县财政局", "6月底")]),
        ("1/建桥。/6月底", [("1", "建桥。", "", "6月底")]),
        ("1/建成养老服务中心/县民政局/6月底", [("1", "建成养老服务中心", "县民政局", "6月底")]),
        (
            "1/建桥。/县住建局/6月底/通车。/9月底",
            [("1", "建桥。", "县住建局", "6月底"), ("", "通车。", "", "9月底")],
        ),
        ("1/建桥。/通车。/县住建局/6月底", []),
        ("1/建桥。/6月底/县住建局", []),
        ("/".join(["1", "建桥。", *["县住建局"] * MOST_CELLS, "6月底"]), []),
    ],
)
def test_cells_are_given_to_columns_in_one_way_or_none(text: str, found: list[tuple[str, ...]]) -> None:
    assert rows(text) == found


def test_two_columns_of_offices_leave_it_open_whose_each_is() -> None:
    kinds = kinds_of_columns(("序号", "任务", "牵头单位", "配合单位"))
    assert aligned(["1", "建桥。", "县住建局", "县财政局", "县交通局"], kinds) == ()


def test_what_gainsays_its_column_does_not_fit() -> None:
    assert fits(["1", "建桥。", "城建中心", "长期"], COLUMNS)
    assert not fits(["1", "建桥。", "6月底", "县住建局"], COLUMNS)
    assert not fits(["1", "建桥。", "测绘项目登记汇交情况", "6月底"], COLUMNS)
    assert not fits(["1", "建桥。", "2、制度执行", "6月底"], COLUMNS)
    assert not fits(["1", "建桥。", "县住建局"], COLUMNS)

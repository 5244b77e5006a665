"""The day on which a ledger was filled in."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.importing.document.as_of import AsOf, begins_as_of, day_as_of


@pytest.mark.parametrize(
    "label",
    ["截至", "（截止", "填报时间：", "更新日期：", "数据截至：", "报送日期：", "制表日期:", "填报人：张三 "],
)
@pytest.mark.parametrize("day", ["2023年8月15日", "2023-08-15", "2023.8.15", "2023/8/15"])
def test_a_day_as_of_which_something_stands(label: str, day: str) -> None:
    assert day_as_of(["某台账", f"{label}{day}"]) == AsOf(date(2023, 8, 15), f"{label}{day}".lstrip("（"))


@pytest.mark.parametrize("label", ["", "县政府办公室", "印发日期：", "完成时限："])
def test_a_day_of_another_kind(label: str) -> None:
    assert day_as_of([f"{label}2023年8月15日"]) is None


def test_a_day_by_which_something_is_reported_is_none() -> None:
    assert day_as_of(["报送时间：2023年8月15日前", "上报日期：2023-08-15之前"]) is None


@pytest.mark.parametrize(
    ("line", "begins"), [("（截至2023年8月15日）", True), ("请于2023年8月15日填报", False)]
)
def test_a_line_of_its_own_begins_with_the_label(line: str, begins: bool) -> None:
    assert begins_as_of(line) is begins


def test_figures_that_are_no_day_are_none() -> None:
    assert day_as_of(["填报日期：2023.8.150", "统计口径：2023-13-40", "填报编号2023-08"]) is None

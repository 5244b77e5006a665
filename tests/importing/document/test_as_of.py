"""The day on which a ledger was filled in."""

from __future__ import annotations

import pytest

from qjtask.importing.document.as_of import year_as_of


@pytest.mark.parametrize("label", ["截至", "（截止", "填报时间：", "更新日期：", "数据截至："])
def test_a_day_as_of_which_something_stands(label: str) -> None:
    assert year_as_of(["某台账", f"{label}2023年8月15日"]) == 2023


@pytest.mark.parametrize("label", ["", "县政府办公室", "印发日期："])
def test_a_day_of_another_kind(label: str) -> None:
    assert year_as_of([f"{label}2023年8月15日"]) is None

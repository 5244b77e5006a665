"""Of which level an office is."""

from __future__ import annotations

import pytest

from qjtask.importing.words.office_levels import level_in_label, level_of


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("省牵头单位", "市牵头单位"),
        ("省级责任单位", "市级责任单位"),
        ("对口省直部门", "市直部门"),
        ("市级牵头单位", "县级责任单位"),
        ("区级牵头单位", "街道责任科室"),
        ("牵头单位（省）", "牵头单位（市级）"),
        ("国家主管部门", "自治区主管部门"),
        ("上级牵头单位", "省级牵头单位"),
        ("县级责任单位", "镇级责任单位"),
    ],
)
def test_a_label_names_a_level(higher: str, lower: str) -> None:
    levels = level_in_label(higher), level_in_label(lower)
    assert None not in levels
    assert levels[0] > levels[1]  # type: ignore[operator]


@pytest.mark.parametrize(
    "label", ["牵头单位", "责任单位", "区域责任单位", "市场主体", "县域单位", "配合（协办）单位"]
)
def test_a_label_names_none(label: str) -> None:
    assert level_in_label(label) is None


def test_a_name_begins_with_its_level() -> None:
    assert level_of("省商务厅") > level_of("市商务局") > level_of("县商务局")  # type: ignore[operator]
    assert level_of("县商务局") == level_of("区商务局")
    assert level_of("市场监管局") is None
    assert level_of("商务局") is None

"""Names that may hold more than a name."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.odd_names import is_odd_name
from qjtask.importing.numbers.promises import read_targets


@pytest.mark.parametrize(
    "name",
    ["3个街道口袋公园", "投入5000万元学校", "甲，乙", "依托学校", "将标准", "一期", "二期工程", "很" * 51],
)
def test_a_name_with_more_in_it_is_odd(name: str) -> None:
    assert is_odd_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "口袋公园",
        "投资10亿元以上项目",
        "营业收入超10亿元企业",
        "世界500强企业",
        "每10万人死亡率",
        "公交站点500米覆盖率",
        "5G基站",
        "通过率",
        "",
    ],
)
def test_a_name_by_itself_is_not(name: str) -> None:
    assert not is_odd_name(name)


def test_an_odd_name_is_read_and_told() -> None:
    found, told = read_targets("依托学校体育馆5座。")
    assert [one.name for one in found] == ["依托学校体育馆"]
    assert [(one.about, one.assumed) for one in told] == [("依托学校体育馆", "按这个名称记")]

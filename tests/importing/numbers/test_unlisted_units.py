"""Numbers with a unit that nobody has listed."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.unlisted_units import odd_units


@pytest.mark.parametrize(
    "text", ["铺设电缆20盘", "采购方舱3顶,完工", "新增耕地1.5万垧。", "有效改善9万人口的饮水"]
)
def test_a_number_at_the_end_of_what_is_made_is_found(text: str) -> None:
    assert [text[at] for at in odd_units(text, ())] == [next(sign for sign in text if sign.isdigit())]


@pytest.mark.parametrize(
    "text",
    [
        "打造智慧城市3.0版",
        "完成检查至5月",
        "建设S203线",
        "引进世界500强",
        "电缆20盘",
        "新建3至5盘",
        "服务全县50万人口",
        "改善辖区9万人口的饮水",
        "建设可容纳9万人口的新城",
    ],
)
def test_what_counts_nothing_is_not(text: str) -> None:
    assert not list(odd_units(text, ()))


def test_a_number_that_was_read_is_left_out() -> None:
    assert not list(odd_units("铺设电缆20盘", {4}))


@pytest.mark.parametrize("piece", ["铺设20盘", "1", "新增", "1盘,"])
def test_a_long_text_is_read_to_its_end(piece: str) -> None:
    list(odd_units(piece * 3_000, ()))

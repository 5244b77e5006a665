"""Patterns that are compiled at their first use, and what they share."""

from __future__ import annotations

import pytest

from qjtask.core.text.patterns import HAN, compiled, without_head


def test_a_sign_of_chinese_is_one_whatever_it_is() -> None:
    signs = [chr(code) for code in range(0x4E00, 0x9FFF)]
    assert all(compiled(HAN).fullmatch(sign) for sign in signs)


@pytest.mark.parametrize(
    "sign", ["a", "é", "7", "７", "_", "-", "、", "。", "（", "”", " ", "\u3000", "\n", "%"]
)
def test_a_figure_a_latin_letter_and_a_stop_are_none(sign: str) -> None:
    assert compiled(HAN).fullmatch(sign) is None


def test_a_pattern_is_compiled_once() -> None:
    assert compiled("一次") is compiled("一次")


def test_the_head_of_a_text_is_left_out_once_and_only_there() -> None:
    assert without_head("甲|乙", "甲乙甲丙") == "乙甲丙"
    assert without_head("甲|乙", "丙甲") == "丙甲"

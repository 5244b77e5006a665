"""Times of the year that have a name, and in every year another day."""

from __future__ import annotations

import re

import pytest

from qjtask.importing.dates.named_times import NAMED_TIME


@pytest.mark.parametrize(
    "time", ["春节", "主汛期", "秋季学期", "秋季开学", "寒假", "供暖季", "秋收", "冬季", "全国两会"]
)
def test_named_times(time: str) -> None:
    assert re.fullmatch(NAMED_TIME, time)


@pytest.mark.parametrize("words", ["春天", "6月", "开工", "会议", "学期"])
def test_other_words(words: str) -> None:
    assert re.fullmatch(NAMED_TIME, words) is None

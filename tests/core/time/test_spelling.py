"""One spelling for words about time, and where each sign of it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.time.running_text import half_width, spelled
from qjtask.core.time.spelling import canonical, outer_and_inner

SIGNS = st.text(
    "年月日季度底前至-—、，。；：（）()“”《》①⑴一二十〇元0123９%％ \t\u3000\u200b完成", max_size=40
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("２０２１ 年６月", "2021年6月"),
        ("二〇二一年六月三十日", "2021年6月30日"),
        ("二0二一年六月", "2021年6月"),
        ("二O二一年六月", "2021年6月"),
        ("6月底（前）", "6月底前"),
        ("“十四五”末", "十四五末"),
        ("3—6月", "3月-6月"),
        ("二、三季度", "2季度、3季度"),
        ("3、6、9月底", "3月、6月、9月底"),
        ("6月30-7月5日", "6月30-7月5日"),
        ("元月底前", "1月底前"),
        ("①2月底前", "2月底前"),
        ("⑴2月底前", "2月底前"),
        ("（1）2月底前", "2月底前"),
        ("（一）2月底前", "2月底前"),
        ("2月①", "2月"),
        ("建成一期", "建成一期"),
        ("两个半月内", "2个半月内"),
        ("每月召开两次", "每月召开2次"),
    ],
)
def test_canonical(text: str, words: str) -> None:
    assert canonical(text) == words


def test_running_text_keeps_its_brackets_and_its_punctuation() -> None:
    assert spelled("“十四五”末，整治（三月至五月）。\n②完成").words == "十四五末,整治(3月至5月)。;;完成"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("力争二〇二一年六月底前完成", "2021年6月底前"),
        ("于 ６ 月　底前", "6月底前"),
        ("“十四五”末", "十四五末"),
    ],
)
def test_says_where_words_stand_in_the_text(text: str, words: str) -> None:
    made = spelled(text)
    at = made.words.index(words)
    start, end = made.origin(at, at + len(words))
    assert canonical(text[start:end]) == canonical(words)


@given(SIGNS)
def test_each_sign_has_a_place_and_none_stands_before_the_last(text: str) -> None:
    words, origins = spelled(text)
    assert len(origins) == len(words) + 1
    assert list(origins) == sorted(origins)
    assert origins[-1] == len(text)
    assert set(origins) <= set(range(len(text) + 1))


@given(st.text())
def test_any_text_has_a_spelling(text: str) -> None:
    assert len(spelled(text).origins) == len(spelled(text).words) + 1
    canonical(text)


@given(st.text())
def test_half_width_keeps_each_sign_in_its_place(text: str) -> None:
    plain = half_width(text)
    assert len(plain) == len(text)
    assert all(
        sign == old
        for sign, old in zip(plain, text, strict=True)
        if not "！" <= old <= "～" and old != "\u3000"
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("汛期前（5月31日前）", ("汛期前", "5月31日前")),
        ("整治阶段 (5月至8月)\u200b", ("整治阶段", "5月至8月")),
        ("（2021年6月）", None),
        ("6月底（前）", None),
        ("6月18日（星期五）前", None),
    ],
)
def test_a_bracket_at_the_end(text: str, parts: tuple[str, str] | None) -> None:
    assert outer_and_inner(text) == parts

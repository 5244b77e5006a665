"""Chinese text measured and folded."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.text.width import pad, shorten, width, wrap

CLOSING = "，。、；：？！）》〉】〕」』”’…,.;:?!)]}%％"
OPENING = "（《〈【〔「『“‘([{"

ANY = st.text() | st.text(st.sampled_from(CLOSING + OPENING + "字母表 　ab1\u0301\u200d"))
# What may be parted from each other: a Han character with its marks, or with a number or a word behind it.
TOKENS = st.from_regex(r"\A[（“《]?[一-龥](?:[，。、；]|[）”》][，。]?|[0-9]{1,4}%?|[A-Za-z]{1,8})?\Z")


def bare(text: str) -> str:
    """A text without its spaces."""
    return "".join(text.split())


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc 1", 5),
        ("中文", 4),
        ("中a文1", 6),
        ("“引”，", 6),  # the quotes are half as wide as the comma
        ("ｱ", 1),
        ("Ａ", 2),
        ("e\u0301", 1),
        ("か\u3099", 2),
        ("\U0001f600", 2),
        ("a\u200bb\ufe0f", 2),
        ("\u0e01\u0e31", 1),  # a Thai mark of combining class 0
    ],
)
def test_width_in_terminal_cells(text: str, cells: int) -> None:
    assert width(text) == cells


def test_pad_fills_up_and_cuts_nothing() -> None:
    assert pad("中", 5) == "中   "
    assert pad("中文", 4) == "中文"
    assert pad("中文", 3) == "中文"


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("中文字", 10, ["中文字"]),
        ("中文字", 6, ["中文字"]),
        ("中文字", 5, ["中文", "字"]),
        ("中文字", 1, ["中", "文", "字"]),
        ("中文字，好", 6, ["中文", "字，好"]),
        ("中文。”好", 5, ["中", "文。”", "好"]),
        ("中文字（好）", 8, ["中文字", "（好）"]),
        ("中文（“好”）", 8, ["中文", "（“好”）"]),
        ("abc def ghi", 7, ["abc def", "ghi"]),
        ("abc  def", 4, ["abc", "def"]),
        ("网址http1234567完", 8, ["网址", "http1234", "567完"]),
        ("中文 ，好", 5, ["中", "文 ，", "好"]),
        ("中文字 ，好", 6, ["中文", "字 ，", "好"]),
        ("  中文", 6, ["  中文"]),
        (" bcdefghij，", 10, [" bcdefghij", "，"]),  # nowhere else to fold
        ("，，，，", 4, ["，，", "，，"]),
        ("（（（（", 4, ["（（", "（（"]),
        ("2021年12月31日前", 10, ["2021年12月", "31日前"]),
        ("达到40%以上", 7, ["达到40%", "以上"]),
        ("达到40%以上", 6, ["达到", "40%以", "上"]),
    ],
)
def test_wrap(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


@given(text=ANY, cells=st.integers(0, 30))
def test_no_line_is_too_wide_and_only_spaces_are_lost(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert lines
    assert all(width(line) <= max(cells, 2) for line in lines)
    assert bare("".join(lines)) == bare(text)


@given(tokens=st.lists(TOKENS, min_size=1), cells=st.integers(10, 40))
def test_no_line_starts_with_a_closing_mark_nor_ends_with_an_opening_one(
    tokens: list[str], cells: int
) -> None:
    lines = wrap("".join(tokens), cells)
    assert not [line for line in lines if line[0] in CLOSING]
    assert not [line for line in lines if line[-1] in OPENING]


@given(words=st.lists(st.from_regex(r"\A[a-z0-9]{1,9}\Z")), cells=st.integers(9, 30))
def test_latin_words_stay_whole_where_they_fit(words: list[str], cells: int) -> None:
    lines = wrap(" ".join(words), cells)
    assert [word for line in lines for word in line.split()] == words
    for line, following in pairwise(lines):
        assert width(line) + 1 + len(following.split()[0]) > cells  # a line is filled before the next


@given(length=st.integers(1, 100), cells=st.integers(2, 30))
def test_lines_are_filled(length: int, cells: int) -> None:
    fit = cells // 2
    lines = wrap("字" * length, cells)
    assert [len(line) for line in lines[:-1]] == [fit] * (len(lines) - 1)
    assert 1 <= len(lines[-1]) <= fit


@given(text=ANY, cells=st.integers(2, 30), most=st.integers(1, 4))
def test_shorten_tells_what_it_leaves_out(text: str, cells: int, most: int) -> None:
    whole, lines = wrap(text, cells), shorten(text, cells, most)
    assert all(width(line) <= cells for line in lines)
    if len(whole) <= most:
        assert lines == whole
    else:
        assert len(lines) == most
        assert lines[-1].endswith("…")
        assert bare(text).startswith(bare("".join(lines))[:-1])


def test_shorten() -> None:
    assert shorten("中文字好", 4, 2) == ["中文", "字好"]
    assert shorten("中文字好了", 4, 2) == ["中文", "字…"]
    assert shorten("中文字好了", 5, 2) == ["中文", "字好…"]
    assert shorten("abcdef", 2, 1) == ["a…"]


@given(text=st.text())
def test_the_width_of_a_text_is_that_of_its_characters(text: str) -> None:
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    assert width(text) == sum(map(width, text)) <= len(text) + wide
    assert width("".join(char for char in text if char.isascii())) == sum(char.isascii() for char in text)


# Screens that draw ambiguous signs two cells wide ---------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cells"), [("“引”，", 8), ("─│●…—", 10), ("中文", 4), ("abc", 3), ("e\u0301", 1), ("ｱ", 1)]
)
def test_ambiguous_signs_take_two_cells_on_a_wide_screen(text: str, cells: int) -> None:
    assert width(text, wide=True) == cells
    assert width(pad(text, 12, wide=True), wide=True) == 12


@given(ANY, st.integers(2, 40), st.integers(1, 4))
def test_lines_fit_a_wide_screen_too(text: str, cells: int, lines: int) -> None:
    folded = wrap(text, cells, wide=True)
    assert all(width(line, wide=True) <= cells for line in folded)
    assert bare("".join(folded)) == bare(text)
    short = shorten(text, cells, lines, wide=True)
    assert len(short) <= lines
    assert all(width(line, wide=True) <= cells for line in short)

"""Words at a place of a text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from qjtask.importing.words.word_set import WordSet

SIGNS = st.text("新改扩建\n", max_size=8)
SOME_WORDS = st.lists(st.text("新改扩建", min_size=1, max_size=4), max_size=6)


def test_the_longest_word_comes_first() -> None:
    words = WordSet(["新", "新建", "新改扩建", "改建"])
    assert words.ends("新改扩建校舍") == [4, 1]
    assert words.ends("拟新建", 1) == [3, 2]
    assert words.ends("拟新", 1) == [2]
    assert words.ends("改") == words.ends("") == words.ends("新建", 2) == []


def test_a_text_begins_with_and_ends_in_a_word() -> None:
    words = WordSet(["新建", "改建"])
    assert words.begin("新建校舍")
    assert words.begin("拟改建校舍", 1)
    assert not words.begin("拟改建校舍")
    assert words.end("拟改建")
    assert not words.end("改建校舍")
    assert not words.end("")


@given(words=SOME_WORDS, text=SIGNS, start=st.integers(0, 8))
def test_it_finds_what_a_pattern_of_the_words_finds(words: list[str], text: str, start: int) -> None:
    word_set = WordSet(words)
    begun = {start + len(word) for word in words if text.startswith(word, start)}
    assert set(word_set.ends(text, start)) == begun
    pattern = "|".join(map(re.escape, words)) or r"(?!)"
    assert word_set.begin(text, start) == (re.compile(pattern).match(text, start) is not None)
    assert word_set.end(text) == (re.search(rf"(?:{pattern})\Z", text) is not None)

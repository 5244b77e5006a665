"""The beginning of a work's text."""

from __future__ import annotations

from qjtask.core.letters.first_words import first_words


def test_a_short_text_is_whole_and_a_long_one_is_told_to_go_on() -> None:
    assert first_words("梳理" * 10) == "梳理" * 10
    assert first_words("梳理" * 10 + "。") == "梳理" * 9 + "梳…"

"""Texts in messages."""

from __future__ import annotations

from qjtask.core.text.quoting import LONGEST_QUOTED, quoted


def test_long_texts_are_quoted_by_their_beginning() -> None:
    assert quoted("甲" * LONGEST_QUOTED) == f"“{'甲' * 40}”"
    assert quoted("甲" * 41) == f"“{'甲' * 40}…”"

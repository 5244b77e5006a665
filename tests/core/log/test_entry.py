"""The kinds of entry."""

from __future__ import annotations

from qjtask.core.log.entry import DO_WORDS, Do


def test_every_kind_has_its_word() -> None:
    assert list(DO_WORDS) == list(Do)

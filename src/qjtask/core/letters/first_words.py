"""The beginning of a work's text, where its number and days say the rest: a letter has to stay short."""

from __future__ import annotations

from qjtask.core.text.width import shorten

_CELLS = 40


def first_words(work: str) -> str:
    """At most twenty Han characters of a text, with a … where more was said."""
    return shorten(work, _CELLS, 1)[0]

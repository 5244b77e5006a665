"""Texts compared: what is left of one, and how much two share."""

from __future__ import annotations

import unicodedata

from qjtask.core.text.patterns import compiled


def alike(one: str, other: str) -> float:
    """How much two texts share: 1 for the same pairs of characters, 0 for none."""
    first, second = pairs_of(one), pairs_of(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def pairs_of(text: str) -> set[str]:
    """The pairs of characters that follow each other in a text, without its signs."""
    plain = compiled(r"[\W_]+").sub("", text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)}


def bare(text: str) -> str:
    """The text for comparing: NFKC, no space, no quotation marks."""
    return compiled(r"[\s“”‘’\"'「」『』]+").sub("", unicodedata.normalize("NFKC", text))

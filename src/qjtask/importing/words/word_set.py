"""Words looked for at a place of a text: a pattern that spells out two hundred of them is dear to compile."""

from __future__ import annotations

from collections.abc import Iterable


class WordSet:
    """Some words, each of one sign or more."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._lengths = sorted({len(word) for word in self._words}, reverse=True)

    def ends(self, text: str, start: int = 0) -> list[int]:
        """Where the words that begin at `start` end, the longest first."""
        room = len(text) - start
        return [
            start + length
            for length in self._lengths
            if length <= room and text[start : start + length] in self._words
        ]

    def begin(self, text: str, start: int = 0) -> bool:
        """Whether one of the words begins at `start`."""
        return bool(self.ends(text, start))

    def end(self, text: str) -> bool:
        """Whether the text ends in one of the words."""
        return any(text[-length:] in self._words for length in self._lengths)

"""Words looked for at a place of a text: a pattern that spells out two hundred of them is dear to compile."""

from __future__ import annotations

from collections.abc import Iterable


class WordSet:
    """Some words, each of one sign or more."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._endings = tuple(self._words)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {first: sorted(some, reverse=True) for first, some in lengths.items()}

    def ends(self, text: str, start: int = 0) -> list[int]:
        """Where the words that begin at `start` end, the longest first."""
        lengths = self._lengths.get(text[start : start + 1], ())
        ends = [start + length for length in lengths if text[start : start + length] in self._words]
        return [end for end in ends if end <= len(text)]

    def begin(self, text: str, start: int = 0) -> bool:
        """Whether one of the words begins at `start`."""
        return bool(self.ends(text, start))

    def end(self, text: str) -> bool:
        """Whether the text ends in one of the words."""
        return text.endswith(self._endings)

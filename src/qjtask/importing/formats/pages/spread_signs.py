"""Lines whose signs stand apart, by blanks or by a wider set: 2 0 2 6 年 is 2026年."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.words.tidy_text import tidy

_FEWEST = 4  # pairs of signs beside each other
_APART = 0.12  # of a sign's height between all of them
_WORDS = 2.2  # times the usual distance between two signs is one between two words
_SPREAD = r"\S(?: \S){2,}"
_RUN = rf"(?<!\S)(?:{HAN} ){{3,}}(?={HAN})"


class SpreadTexts(NamedTuple):
    """The texts of lines without the room between their signs, and how wide that is."""

    texts: list[str]
    apart: float


def spread_texts(lines: Sequence[Sequence[Any]]) -> SpreadTexts | None:
    """The texts of a cell's lines; None where their signs stand together, as usual."""
    shown = [[char for char in line if char["text"].strip()] for line in lines]
    pairs = chain.from_iterable(map(pairwise, shown))
    gaps = [(after["x0"] - char["x1"], char["size"]) for char, after in pairs]
    if len(gaps) < _FEWEST or any(gap < _APART * size for gap, size in gaps):
        return None
    usual = sorted(gap for gap, _ in gaps)[len(gaps) // 2]
    return SpreadTexts([tidy("".join(_parted(line, _WORDS * usual))) for line in shown], usual)


def _parted(line: Sequence[Any], wide: float) -> list[str]:
    spaces = ["", *(" " * (after["x0"] - char["x1"] > wide) for char, after in pairwise(line))]
    return [f"{space}{char['text']}" for space, char in zip(spaces, line, strict=True)]


def unspread(text: str) -> str:
    """A Chinese line without the blanks behind each of its signs, or behind each of several: 会 保 障 局."""
    if " " not in text:
        return text
    if compiled(_SPREAD).fullmatch(text) and compiled(HAN).search(text):
        return text.replace(" ", "")
    return compiled(_RUN).sub(lambda run: run[0].replace(" ", ""), text)

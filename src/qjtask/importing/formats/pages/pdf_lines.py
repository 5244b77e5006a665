"""The lines of a ruled cell: one that fills it goes on in the next, as nobody began a new line there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.formats.pages.pdf_spills import Box
from qjtask.importing.words.filled_lines import goes_on
from qjtask.importing.words.tidy_text import tidy

_SAME = 3  # points between the tops of characters of one line
_SLACK = 0.3  # of a character's width, by which a filled line may be short
_PULLED = 1.6  # characters: the next one, and at times a sign that may not begin a line
_NO_BEGINNING = "，。、；：）》”！？,;:)"


class RuledText(NamedTuple):
    """What a cell says, and whether its last line fills it, so that it may go on over the page's end."""

    text: str
    is_full: bool = False


class _CellLine(NamedTuple):
    text: str
    width: float
    size: float  # of its last character
    begin: float  # what has to fit into a line for this one to begin in it


class _Room(NamedTuple):
    """What the fullest lines of a table leave free on either side; a character at most, as cells do."""

    left: float
    right: float


def cell_texts(inside: Mapping[Box, list[Any]]) -> dict[Box, RuledText]:
    """The texts of a table's cells, by the characters in them."""
    found = {box: _lines(characters) for box, characters in inside.items()}
    room = _room((box, char) for box, characters in inside.items() for char in characters)
    return {box: _text(lines, box[2] - box[0] - room.left - room.right) for box, lines in found.items()}


def _room(placed: Iterable[tuple[Box, Any]]) -> _Room:
    left = right = float("inf")
    for box, char in placed:
        left = min(left, char["x0"] - box[0], char["size"])
        right = min(right, box[2] - char["x1"], char["size"])
    return _Room(max(0.0, left), max(0.0, right))


def _lines(characters: Sequence[Any]) -> list[_CellLine]:
    """The lines as they are read; without their widths where these are not certain."""
    if not characters:
        return []
    from pdfplumber.utils.text import extract_text

    texts = [text for text in tidy(extract_text(list(characters))).split("\n") if text]
    placed: list[list[Any]] = []
    for char in sorted((one for one in characters if one["text"].strip()), key=lambda one: one["top"]):
        if placed and char["top"] - placed[-1][-1]["top"] <= _SAME:
            placed[-1].append(char)
        else:
            placed.append([char])
    if len(placed) != len(texts):
        return [_CellLine(text, 0.0, 0.0, 0.0) for text in texts]
    return [_line(text, chars) for text, chars in zip(texts, placed, strict=True)]


def _line(text: str, characters: list[Any]) -> _CellLine:
    characters.sort(key=lambda char: char["x0"])
    x0, x1 = characters[0]["x0"], max(char["x1"] for char in characters)
    held = characters[1:2] if characters[1:] and characters[1]["text"] in _NO_BEGINNING else []
    begin = (held or characters)[0]["x1"] - x0
    return _CellLine(text, x1 - x0, characters[-1]["x1"] - characters[-1]["x0"], begin)


def _text(lines: Sequence[_CellLine], free: float) -> RuledText:
    if not lines:
        return RuledText("")
    made = lines[0].text
    for line, after in pairwise(lines):
        is_filled = _fills(line, after.begin, free)
        made += after.text if is_filled and goes_on(made, after.text) else f"\n{after.text}"
    return RuledText(made, _fills(lines[-1], _PULLED * lines[-1].size, free))


def _fills(line: _CellLine, more: float, free: float) -> bool:
    """Whether nothing that is `more` wide has room behind a line."""
    return line.width > 0 and line.width + more > free - _SLACK * line.size

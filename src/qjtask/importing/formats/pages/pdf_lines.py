"""The lines of a ruled cell: one that fills it goes on in the next, as nobody began a new line there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.formats.pages.pdf_spills import Box
from qjtask.importing.formats.pages.spread_signs import SpreadTexts, spread_texts, unspread
from qjtask.importing.formats.pages.written_down import written_down
from qjtask.importing.words.filled_lines import goes_on
from qjtask.importing.words.name_breaks import LONGEST_NAME
from qjtask.importing.words.tidy_text import tidy

_SAME = 3  # points between the tops of characters of one line
_PARTED, _PARTED_SIZE = 3, 0.25  # points, and of a sign's height, between two Latin words
_PARTED_HAN = 0.45  # beside a Chinese sign: lines that are set to fill their cell part these by 0.3
_SLACK = 0.3  # of a character's width, by which a filled line may be short
_PULLED = 2.1  # characters: the next one, and a sign that may not begin a line
_SET_IN, _INDENTED = 1.5, 2.6  # characters; a paragraph's first line is set in by two
_ASIDE = 0.4  # of a character, by which the middle of such a line stands beside its cell's
_ODD = 40  # of so many cells one may hold a word that is wider than its cell
_NO_END = "“‘（《〔【〈「『"
_HANGS = "，。、；：”’"  # signs that may stand out over their cell's edge
_INK_LEFT = f"{_HANGS}）》〉】」』〕"  # whose ink is in the left part of their place
_CLOSING = rf"[{_INK_LEFT}！？,;:)%％]"
# What stands in one line whatever has room: a character with its signs; a word or a number.
_FIRST = rf".(?:{_CLOSING}|\.)*"  # and where a word or a number may be parted
_UNPARTED = rf"[{_NO_END}]*(?:[A-Za-z0-9.,/&%+\-]+|.){_CLOSING}*"


class RuledText(NamedTuple):
    """What a cell says, and whether its last line fills it, so that it may go on over the page's end."""

    text: str
    is_full: bool = False


class _CellLine(NamedTuple):
    """A line: what it says, where it begins and ends, its last character's width, and its font's size.

    `begin` is what has to have room in a line for this one to begin in it, at the least: its first
    character where the one before may end within a word.
    """

    text: str
    left: float
    right: float
    size: float
    font: float = 0.0
    begin: float = 0.0
    first: float = 0.0
    is_parted: bool = False


class _Place(NamedTuple):
    """Between which places the words of a cell stand, and where its middle is."""

    left: float
    right: float
    middle: float


def ink_middle(char: Any) -> float:
    """Where a character's ink is between left and right."""
    share = 0.2 if char["text"] in _INK_LEFT else 0.5
    return float(char["x0"] + share * (char["x1"] - char["x0"]))


def ink_end(char: Any) -> float:
    """Where a character's ink ends."""
    share = 0.5 if char["text"] in _INK_LEFT else 1
    return float(char["x0"] + share * (char["x1"] - char["x0"]))


def cell_texts(inside: Mapping[Box, list[Any]]) -> dict[Box, RuledText]:
    """The texts of a table's cells, by the characters in them."""
    left, right = _room(inside)
    return {
        box: _text(_lines(characters), _Place(box[0] + left, box[2] - right, (box[0] + box[2]) / 2))
        for box, characters in inside.items()
    }


def _room(inside: Mapping[Box, list[Any]]) -> tuple[float, float]:
    """What the fullest lines of a table leave free on either side; a character at most, as cells do."""
    left: list[float] = []
    right: list[float] = []
    for box, characters in inside.items():
        shown = [char for char in characters if char["text"].strip() and box[0] <= char["x0"] < box[2]]
        left.extend([min(min(char["x0"] - box[0], char["size"]) for char in shown)] if shown else [])
        ended = [min(box[2] - char["x1"], char["size"]) for char in shown if char["text"] not in _HANGS]
        right.extend([min(ended)] if ended else [])
    return _least(left), _least(right)


def _least(rooms: list[float]) -> float:
    """The least room, that of a few odd cells apart."""
    return max(0.0, sorted(rooms)[len(rooms) // _ODD]) if rooms else 0.0


def _lines(characters: list[Any]) -> list[_CellLine]:
    """The lines as they are read; without their places where these are not certain."""
    placed = _by_height(characters)
    if text := written_down(placed) if placed else "":
        return [_CellLine(text, 0.0, 0.0, 0.0)]
    spread = (
        (spread_texts(placed) or SpreadTexts(_extracted(placed), 0.0)) if placed else SpreadTexts([], 0.0)
    )
    if len(placed) != len(spread.texts):
        return [_CellLine(text, 0.0, 0.0, 0.0) for text in spread.texts]
    return [_line(text, chars, spread.apart) for text, chars in zip(spread.texts, placed, strict=True)]


def _by_height(characters: list[Any]) -> list[list[Any]]:
    """The characters of each line that says something, from the left."""
    placed: list[list[Any]] = []
    for char in sorted(characters, key=lambda one: one["top"]):
        if placed and char["top"] - placed[-1][-1]["top"] <= _SAME:
            placed[-1].append(char)
        else:
            placed.append([char])
    return [
        sorted(line, key=lambda one: one["x0"])
        for line in placed
        if any(char["text"].strip() for char in line)
    ]


def _extracted(placed: Sequence[Sequence[Any]]) -> list[str]:
    """The texts of lines, with a blank where one is printed or the room is that of one."""
    size = max(char["size"] for line in placed for char in line)
    texts = (tidy("".join(_with_blanks(line, size))) for line in placed)
    return [unspread(text) for text in texts if text]


def _with_blanks(line: Sequence[Any], size: float) -> Iterator[str]:
    yield line[0]["text"]
    for before, char in pairwise(line):
        are_latin = before["text"].isascii() and char["text"].isascii()
        wide = max(_PARTED, (_PARTED_SIZE if are_latin else _PARTED_HAN) * size)
        yield f" {char['text']}" if char["x0"] - before["x1"] > wide else char["text"]


def _line(text: str, characters: Sequence[Any], apart: float) -> _CellLine:
    is_parted = not characters[-1]["text"].strip()
    characters = [char for char in characters if char["text"].strip()]
    left, right = characters[0]["x0"], max(char["x1"] for char in characters)
    signs, last = "".join(char["text"][:1] for char in characters), characters[-1]
    begin, first = (
        characters[found.end() - 1 if found else 0]["x1"] - left + apart
        for found in (compiled(one).match(signs) for one in (_UNPARTED, _FIRST))
    )
    return _CellLine(text, left, right, last["x1"] - last["x0"], last["size"], begin, first, is_parted)


def _text(lines: Sequence[_CellLine], place: _Place) -> RuledText:
    if not lines:
        return RuledText("")
    filled = [_is_filled(line, after, place) for line, after in pairwise(lines)]
    made = lines[0].text
    for at, is_filled in enumerate(filled):
        tail = made[-2 * LONGEST_NAME :]  # more of a long text says nothing of the name at its end
        is_one = is_filled and goes_on(tail, lines[at + 1].text, _ahead(lines, filled, at + 1))
        made += lines[at + 1].text if is_one else f"\n{lines[at + 1].text}"
    begin = _begin(lines[-1], place.left, place)
    return RuledText(made, _fills(lines[-1], _PULLED * lines[-1].font, begin, place))


def _is_filled(line: _CellLine, after: _CellLine, place: _Place) -> bool:
    """Whether the next line begins where it does because no more of it had room in this one."""
    is_within = _is_latin(line.text[-1]) and _is_latin(after.text[0])
    is_parted = (is_within and line.is_parted) or _begins_paragraph(after, place)
    more = after.first if is_within else after.begin
    return not is_parted and _fills(line, more, _begin(line, after.left, place), place)


def _ahead(lines: Sequence[_CellLine], filled: Sequence[bool], at: int) -> str:
    """A line with those after it as long as each is filled, no longer than a name may be."""
    text = lines[at].text
    while at < len(filled) and filled[at] and len(text) < LONGEST_NAME:
        at += 1
        text += lines[at].text
    return text


def _begin(line: _CellLine, others: float, place: _Place) -> float:
    """Where a line would begin that is no paragraph's first, which is set in."""
    is_set_in = 0 < line.left - others <= _INDENTED * line.size
    is_aside = (line.left + line.right) / 2 > place.middle + _ASIDE * line.size
    return others if is_set_in and is_aside else line.left


def _begins_paragraph(line: _CellLine, place: _Place) -> bool:
    """Whether a line is set in by two characters, as a paragraph's first is, and not in the middle."""
    set_in = line.left - place.left
    is_aside = abs((line.left + line.right) / 2 - place.middle) > _ASIDE * line.font
    return is_aside and _INDENTED * line.font >= set_in >= _SET_IN * line.font > 0


def _fills(line: _CellLine, more: float, begin: float, place: _Place) -> bool:
    """Whether nothing that is `more` wide has room behind a line, which would else `begin` elsewhere."""
    width = line.right - begin
    return line.size > 0 and width + more > place.right - place.left - _SLACK * line.size


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()

"""Characters of a page that are none of its words: struck out, a footnote's raised number, a watermark's."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.formats.pages.pdf_rulings import Edge

_MIDDLE = 0.2  # of a character's height; a line that strikes it lies so near its middle
_REACH = 6  # points; no words of a table are so large that a line through their middle lies further off
_MOST_LOOKS = 500_000  # at characters near a line, of one page; a page of a plan takes some 10,000
_MOST_LINES = 200  # that have a character in one place
_BEYOND = 2  # points; a line that strikes words is as long as they are, a table's ruling is longer
_FEWEST_STRUCK = 2  # characters; one alone may be a dash drawn as a line
_SMALL = 0.75  # of the size of the character before it
_RAISED = 0.15  # of that character's height
_BESIDE = 2  # points between a name and its footnote's number
_SLANTED = 0.2  # of a character's height that its line rises; pages that were scanned askew rise less
_LARGE, _LIGHT = 2.5, 0.6  # times the usual size; of white, in each colour
_DIGITS = frozenset("0123456789①②③④⑤⑥⑦⑧⑨*＊[]")


class PageMarks(NamedTuple):
    """The characters that are no words, by identity, and the words that are struck out, line by line."""

    gone: frozenset[int] = frozenset()
    struck: tuple[str, ...] = ()


def are_doubled(characters: Sequence[Any]) -> bool:
    """Whether characters stand on themselves, as programs draw bold ones that have no bold type."""
    places = {(char["text"], round(char["x0"]), round(char["top"])) for char in characters}
    return len(places) < len(characters)


def page_marks(characters: Sequence[Any], edges: Sequence[Edge]) -> PageMarks:
    """What of a page's characters is struck out, a footnote's number, or laid over the others."""
    shown = [char for char in characters if char["text"].strip()]
    lines = list(_struck_lines(shown, edges))
    gone = (id(char) for char in chain(*lines, _note_marks(shown), _laid_over(shown)))
    return PageMarks(frozenset(gone), tuple("".join(char["text"] for char in line) for line in lines))


def _laid_over(shown: Sequence[Any]) -> Iterator[Any]:
    """The characters of a watermark: slanted over the page, or light and much larger than its words."""
    sizes = Counter(round(char["size"]) for char in shown)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    for char in shown:
        if _is_slanted(char) or (char["size"] > _LARGE * usual and _is_light(char)):
            yield char


def _is_slanted(char: Any) -> bool:
    along, rises = map(abs, char.get("matrix", (1, 0))[:2])
    return bool(min(along, rises) > _SLANTED * max(along, rises))


def _is_light(char: Any) -> bool:
    """Whether a character is grey or of a pale colour; four numbers say how much ink of each there is."""
    colour = char.get("non_stroking_color") or (0,)
    if not all(isinstance(part, (int, float)) for part in colour):  # a pattern's name
        return False
    lights = [1 - ink for ink in colour] if len(colour) == len("CMYK") else colour
    return min(lights) >= _LIGHT


def _struck_lines(shown: Sequence[Any], edges: Sequence[Edge]) -> Iterator[list[Any]]:
    """The characters that each line strikes out, as long as there are not too many to look at."""
    ordered = sorted(shown, key=_middle)
    middles = [_middle(char) for char in ordered]
    struck: set[int] = set()
    looks = 0
    for edge in (edge for edge in edges if edge["orientation"] == "h"):
        near = slice(bisect_left(middles, edge["top"] - _REACH), bisect_left(middles, edge["top"] + _REACH))
        looks += near.stop - near.start
        if looks > _MOST_LOOKS:
            return
        line = _struck_by(edge, ordered[near])
        if line and id(line[0]) not in struck:  # a thin box has two edges
            struck.update(map(id, line))
            yield line


def _struck_by(edge: Edge, near: Sequence[Any]) -> list[Any]:
    """The characters through which a line goes, when it is as long as they are."""
    line = sorted(
        (
            char
            for char in near
            if abs(_middle(char) - edge["top"]) < _MIDDLE * char["size"]
            and edge["x0"] - _BEYOND < (char["x0"] + char["x1"]) / 2 < edge["x1"] + _BEYOND
        ),
        key=lambda char: char["x0"],
    )
    if len(line) < _FEWEST_STRUCK:
        return []
    ends = max(abs(line[0]["x0"] - edge["x0"]), abs(line[-1]["x1"] - edge["x1"]))
    return line if ends <= 2 * _BEYOND else []


def _note_marks(characters: Sequence[Any]) -> Iterator[Any]:
    """Small raised digits right behind a Chinese character or sign, and those that go on from one."""
    ending: dict[int, list[Any]] = {}
    for char in characters:
        same = ending.setdefault(round(char["x1"]), [])
        if len(same) < _MOST_LINES:
            same.append(char)
    marks: set[int] = set()
    for char in sorted((char for char in characters if char["text"] in _DIGITS), key=lambda char: char["x0"]):
        before = _before(char, ending)
        if before is not None and (id(before) in marks or _is_note_of(char, before)):
            marks.add(id(char))
            yield char


def _before(char: Any, ending: Mapping[int, Sequence[Any]]) -> Any | None:
    place = round(char["x0"])
    near = (one for at in range(place - _BESIDE, place + 1) for one in ending.get(at, ()))
    on_line = (one for one in near if one is not char and one["top"] < _middle(char) < one["bottom"])
    return max(on_line, key=lambda one: one["x1"], default=None)


def _is_note_of(char: Any, before: Any) -> bool:
    is_small = char["size"] <= _SMALL * before["size"]
    is_raised = char["bottom"] < before["bottom"] - _RAISED * before["size"]
    return is_small and is_raised and not (before["text"].isascii() and before["text"].isalnum())


def _middle(char: Any) -> float:
    return float((char["top"] + char["bottom"]) / 2)

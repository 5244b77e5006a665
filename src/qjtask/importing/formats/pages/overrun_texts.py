"""Texts that are wider than their box, and ran over the text beside it: what was drawn in one go is one's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from qjtask.importing.formats.pages.pdf_spills import Box

_SAME = 1  # points between baselines of one line
_TOUCHING = 0.1  # of a sign's height between two signs of one text, at most
_NEAR = 0.8  # of a sign's height between the baselines of two lines of a text, at the least
_MOST = 40  # points that are looked at for that
_OVER = 0.2  # points by which a sign stands on either side of a box's edge


def give_back_overrun(inside: Mapping[Box, list[Any]], drawn: Sequence[Any]) -> None:
    """Move the characters of texts that ran out of their box back into it, in the order they are `drawn`."""
    where = {id(char): box for box, characters in inside.items() for char in characters}
    split = [(text, boxes) for text in _texts(drawn) if (boxes := _boxes_of(text, where))]
    if split:
        at_height = _at_heights(inside)
        _move(inside, [(text, own) for text, boxes in split if (own := _own_of(text, boxes, at_height))])


def _boxes_of(text: Sequence[Any], where: Mapping[int, Box]) -> Counter[Box]:
    """In which boxes the characters of a text over a side stand; none where it stands in one."""
    boxes = Counter(where[id(char)] for char in text if id(char) in where)
    is_split = len(boxes) > 1 and boxes.total() == len(text)
    return boxes if is_split and _lies_on_a_side(text, boxes) else Counter()


def _own_of(text: Sequence[Any], boxes: Counter[Box], at_height: Mapping[tuple[Box, int], int]) -> Box | None:
    """The box of most of a text, where it lies over that of the others; else it may be two that touch."""
    (own, _), *others = boxes.most_common()
    lies_over = all(_at_one_height(at_height, box, text[0]) > count for box, count in others)
    return own if lies_over else None


def _move(inside: Mapping[Box, list[Any]], texts: Sequence[tuple[list[Any], Box]]) -> None:
    gone = {id(char) for text, _ in texts for char in text}
    for characters in inside.values():
        characters[:] = [char for char in characters if id(char) not in gone]
    for text, box in texts:
        inside[box].extend(text)


def _at_heights(inside: Mapping[Box, Sequence[Any]]) -> Counter[tuple[Box, int]]:
    """How many characters stand on each baseline of each box."""
    return Counter((box, round(char["bottom"])) for box, characters in inside.items() for char in characters)


def _at_one_height(at_height: Mapping[tuple[Box, int], int], box: Box, char: Any) -> int:
    """How many characters of a box stand where a character does, or nearer to it than another line can."""
    near = int(min(_NEAR * char["size"], _MOST))
    return sum(at_height[box, round(char["bottom"]) + aside] for aside in range(-near, near + 1))


def _texts(drawn: Sequence[Any]) -> Iterator[list[Any]]:
    """Signs that follow each other on one line without room between, as one text is drawn."""
    text: list[Any] = []
    for char in drawn:
        if text and not _is_next(text[-1], char):
            yield text
            text = []
        text.append(char)
    if text:
        yield text


def _is_next(before: Any, char: Any) -> bool:
    is_level = abs(char["bottom"] - before["bottom"]) <= _SAME
    return is_level and bool(abs(char["x0"] - before["x1"]) <= _TOUCHING * char["size"])


def _lies_on_a_side(text: Sequence[Any], boxes: Iterable[Box]) -> bool:
    """Whether a sign stands on a side of one of the boxes."""
    sides = {side for box in boxes for side in (box[0], box[2])}
    return any(char["x0"] + _OVER < side < char["x1"] - _OVER for char in text for side in sides)

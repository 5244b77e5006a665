"""Tables that only lay out a page around another table: a browser prints their edges too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.formats.pages.pdf_spills import Box

_MOST_CELLS = 8  # of a table that lays out a page: a head, three columns, a foot
_MOST_TABLES = 50  # of a page, among which frames are looked for


class Unframed(NamedTuple):
    """A page without its frames: the tables in them, and the texts of the cells beside those, in order."""

    page: Any
    tables: list[Any]
    beside: list[str]


def unframed(page: Any, tables: Sequence[Any]) -> Unframed:
    """Take a page's frames away. What stands around a table in its cell of the frame is the page's."""
    frames = _frames(tables)
    if not frames:
        return Unframed(page, list(tables), [])
    beside = [
        [char for char in page.chars if _holds(box, _middle(char))] for box in _cells_beside(frames, tables)
    ]
    gone = {id(char) for chars in beside for char in chars}
    return Unframed(
        page.filter(lambda one: id(one) not in gone),
        [table for table in tables if table not in frames],
        [text for chars in beside for text in _lines(chars)],
    )


def _frames(tables: Sequence[Any]) -> list[Any]:
    """The tables that hold others, on a page that has few enough to look."""
    return [table for table in tables if _holding(table, tables)] if len(tables) <= _MOST_TABLES else []


def _cells_beside(frames: Sequence[Any], tables: Sequence[Any]) -> list[Box]:
    """The cells of frames that hold no table."""
    return [box for frame in frames for box in frame.cells if box and box not in _holding(frame, tables)]


def _holding(frame: Any, tables: Sequence[Any]) -> list[Box]:
    """The cells of a table that hold other tables, when it is so small that it can be a frame."""
    boxes = [box for box in frame.cells if box]
    if len(boxes) > _MOST_CELLS:
        return []
    others = [table.bbox for table in tables if table is not frame]
    return [
        box for box in boxes if any(_holds(box, other[:2]) and _holds(box, other[2:]) for other in others)
    ]


def _holds(box: Box, place: tuple[float, ...]) -> bool:
    return box[0] <= place[0] <= box[2] and box[1] <= place[1] <= box[3]


def _middle(char: Any) -> tuple[float, float]:
    return (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2


def _lines(characters: list[Any]) -> Iterator[str]:
    if characters:
        from pdfplumber.utils.text import extract_text

        yield from extract_text(characters).split("\n")

"""Tables of HTML in a text, as Markdown may hold them and programs that recognise scans write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import Grid, SourceDocument
from qjtask.importing.formats.web.html import Progress, read_html

_TAGS = r"(?i)<(/?)(table|style)(?=[\s>])[^<>]{0,400}>"
_MARK = "\ue000表"  # begins the line that stands for a table; the sign is none of any text


class EmbeddedTables(NamedTuple):
    """A text whose tables each left a line of their own, as many lines long as it was, and the tables."""

    text: str
    grids: Mapping[str, Grid]
    doubts: tuple[Doubt, ...]


def taken_out(text: str, shown: str, progress: Progress) -> EmbeddedTables:
    """The tables of a text, and the text without them; style sheets are left out."""
    grids: dict[str, Grid] = {}
    doubts: list[Doubt] = []
    pieces: list[str] = []
    at = 0
    for kind, start, end in _elements(text):
        element = text[start:end]
        pieces.append(text[at:start])
        if kind == "table":
            name = f"表{len(grids) + 1}"
            document = _named(read_html(element, shown, progress), name)
            doubts.extend(document.doubts)
            line = f"{_MARK}{len(grids) + 1}"
            grids[line] = document.grids[0] if document.grids else Grid(name, ())
            pieces.append(("" if _begins_line(text, start) else "\n") + line)
        pieces.append("\n" * max(1, element.count("\n")))
        at = end
    pieces.append(text[at:])
    return EmbeddedTables("".join(pieces), grids, tuple(doubts))


def _elements(text: str) -> Iterator[tuple[str, int, int]]:
    """Tables and style sheets that are closed, the outermost of those that stand in each other."""
    depth, start, kind = 0, 0, ""
    for tag in re.finditer(_TAGS, text):
        name = tag[2].lower()
        if depth and name != kind:
            continue
        if not tag[1]:
            start, kind = (tag.start(), name) if depth == 0 else (start, kind)
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield kind, start, tag.end()


def _begins_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _named(document: SourceDocument, name: str) -> SourceDocument:
    """A document of one table with the name that the table has in the whole text."""
    blocks = tuple(
        Grid(name, tuple(row._replace(place=row.place.replace("表1", name, 1)) for row in block.rows))
        if isinstance(block, Grid)
        else block
        for block in document.blocks
    )
    doubts = (doubt._replace(place=doubt.place.replace("表1", name, 1)) for doubt in document.doubts)
    return SourceDocument(blocks, tuple(doubts))

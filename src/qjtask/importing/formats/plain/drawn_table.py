"""Tables drawn with lines of characters: ┌─┬─┐, or + - and |, each row of one line of text or several."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.formats.plain.text_grid import TextRow
from qjtask.importing.words.tidy_text import tidy

_BARS = "│┃║|｜"
_CROSSES = "┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜┠┨┯┷┿╂+"
_LINES = "─━═┄┈=-"
_CUTS = f"[{re.escape(_BARS + _CROSSES)}]"
_CROSS, _LINE = f"[{re.escape(_CROSSES)}]", f"[{re.escape(_LINES)}]"
_IS_DRAWN = rf"\s*{_CUTS}.*{_CUTS}\s*"
_TOP = rf"\s*{_CROSS}{_LINE}(?:{_CROSS}|{_LINE}|\s)*{_CROSS}\s*"
_MARK = "[△▲○●◇◆☆★※]"  # before each of several points in one cell
_FEW_RULES = 3  # over, under the heading, at the end: then each line is a row


def begins_drawn(line: str) -> bool:
    """Whether a line is the top of a drawn table."""
    return re.fullmatch(_TOP, line) is not None


class _Band(NamedTuple):
    """The lines between two rules, cut into cells, each with its number; `up` are cells that go on."""

    lines: list[tuple[int, list[str]]]
    up: frozenset[int]


def drawn_rows(lines: Sequence[str], at: int) -> tuple[list[TextRow], int]:
    """The rows of the drawn table whose top is the line at this place, and the place behind it."""
    bands: list[_Band] = []
    while at < len(lines) and re.fullmatch(_IS_DRAWN, lines[at]):
        pieces = _pieces(lines[at])
        if any(map(_is_rule, pieces)):
            bands.append(_band_below(pieces, at + 1))
        elif bands:
            bands[-1].lines.append((at + 1, pieces))
        at += 1
    rows: list[TextRow] = []
    for band in bands:
        parts = _split(band.lines) if len(bands) <= _FEW_RULES else [band.lines]
        rows.extend(_row(part, band.up) for part in parts if part)
    return _joined(rows) if rows else [], at


def _band_below(pieces: Sequence[str], number: int) -> _Band:
    """What begins at a rule; a cell that it does not rule off goes on, with the words beside it."""
    up = frozenset(place for place, piece in enumerate(pieces) if not _is_rule(piece))
    beside = ["" if _is_rule(piece) else piece for piece in pieces]
    return _Band([(number, beside)] if any(piece.strip() for piece in beside) else [], up)


def _pieces(line: str) -> list[str]:
    """The cells of a line, or the parts of a rule."""
    return re.split(_CUTS, line.strip()[1:-1])


def _is_rule(piece: str) -> bool:
    return bool(piece.strip()) and not piece.strip(f"{_LINES} \u3000")


def _split(group: Sequence[tuple[int, list[str]]]) -> list[list[tuple[int, list[str]]]]:
    """Lines without rules between them: a row begins where the first cell does."""
    parts: list[list[tuple[int, list[str]]]] = []
    for line in group:
        if parts and len(line[1]) == len(parts[-1][0][1]) and not line[1][0].strip():
            parts[-1].append(line)
        else:
            parts.append([line])
    return parts


def _row(lines: Sequence[tuple[int, list[str]]], up: frozenset[int]) -> TextRow:
    width = max(len(cells) for _, cells in lines)
    cells = []
    for column in range(width):
        texts = [line[column] for _, line in lines if column < len(line)]
        cells.append(_flowed(texts))
    return TextRow(tuple(cells), lines[0][0], up)


def _flowed(texts: Sequence[str]) -> str:
    """The lines of a cell: one that fills the cell goes on in the next without a break."""
    made = ""
    filled = False
    for text in texts:
        words = tidy(text)
        if not words:
            continue
        goes_on = filled and not re.match(_MARK, words)
        made += words if goes_on or not made else f"\n{words}"
        filled = _width(text) - _width(text.rstrip()) <= 1
    return made


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _joined(rows: Sequence[TextRow]) -> list[TextRow]:
    """Cells that go on over several rows hold their whole text in each of them."""
    lines = [list(row.cells) for row in rows]
    ups = [frozenset[int](), *(_going_on(row, above) for above, row in pairwise(rows))]
    for at, (up, up_below) in enumerate(pairwise((*ups, frozenset()))):
        for column in up - up_below:
            first = at
            while column in ups[first]:
                first -= 1
            whole = _flowed([lines[one][column] for one in range(first, at + 1)])
            for one in range(first, at + 1):
                lines[one][column] = whole
    return [TextRow(tuple(line), row.number, up) for line, row, up in zip(lines, rows, ups, strict=True)]


def _going_on(row: TextRow, above: TextRow) -> frozenset[int]:
    """The columns whose cells go on from the row above, which has to have the same columns."""
    if len(above.cells) != len(row.cells):
        return frozenset()
    return row.up & frozenset(range(len(row.cells)))

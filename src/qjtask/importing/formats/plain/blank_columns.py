"""Tables whose columns stand apart by runs of blanks only, as a mail or a terminal shows them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from qjtask.core.text.patterns import compiled
from qjtask.core.text.width import width
from qjtask.importing.columns.heading_words import role_of

_PARTS = r"\S+(?: \S+)*"  # two blanks or more part them
_OTHER_SIGNS = frozenset("\t|｜│─")
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_SLACK = 1  # cells of the screen, by which a text may stand beside its heading

_Parts = Sequence[tuple[int, str]]


def with_tabs(lines: Sequence[str]) -> Sequence[str]:
    """The lines, those of tables whose columns blanks part with a tab between their cells.

    Known headings begin a table, which ends before a blank line with a text under it. All stay as they are
    where one of its lines neither has as many parts as the others nor stands under the headings.
    """
    parted = [_parts(line) for line in lines]
    made: list[str] = []
    while len(made) < len(lines):
        headings = parted[len(made)]
        if len(headings) < _FEWEST_COLUMNS:
            made.append(lines[len(made)])
            continue
        if not all(role_of(text) for _, text in headings):
            return lines  # rows of no table that is known, or a second half of one
        rows = _rows(lines, parted, len(made))
        if not rows:
            return lines
        made += rows
    return made


def _rows(lines: Sequence[str], parted: Sequence[_Parts], first: int) -> list[str]:
    """The lines of a table from its headings on, with tabs; none where a line is none of its rows."""
    found = _of_table(lines, parted, first)
    headings = parted[first]
    written = [parts for parts in found if parts]
    are_whole = all(len(parts) == len(headings) for parts in written)
    rows = [
        [text for _, text in parts] if are_whole or not parts else _under(parts, headings) for parts in found
    ]
    if len(written) <= _FEWEST_ROWS or not all(row for row, parts in zip(rows, found, strict=True) if parts):
        return []
    return ["\t".join(row) for row in rows]


def _of_table(lines: Sequence[str], parted: Sequence[_Parts], first: int) -> list[_Parts]:
    """The lines of a table up to a blank one before what is none; none where such a line follows at once."""
    found: list[_Parts] = []
    for line, parts in zip(lines[first:], parted[first:], strict=True):
        if line.strip() and len(parts) < _FEWEST_COLUMNS:
            return found if not found[-1] else []
        found.append(parts)
    return found


def _under(parts: _Parts, headings: _Parts) -> list[str]:
    """The texts of a line by the headings over them; nothing where one has none, or the first is blank."""
    cells = [""] * len(headings)
    for place, text in parts:
        near = [column for column, (start, _) in enumerate(headings) if abs(start - place) <= _SLACK]
        if len(near) != 1 or cells[near[0]]:
            return []
        cells[near[0]] = text
    return cells if cells[0] else []  # else it may go on from the line above


def _parts(line: str) -> _Parts:
    """The texts that runs of blanks part in a line, each with the cell of the screen where it begins."""
    if ("  " not in line and "\u3000" not in line) or not _OTHER_SIGNS.isdisjoint(line):
        return []
    shown = line.replace("\u3000", "  ").rstrip()
    starts = [0, *accumulate(width(sign) for sign in shown)]
    return [(starts[found.start()], found[0]) for found in compiled(_PARTS).finditer(shown)]

"""Lines of a table pasted with tabs between its cells, where a cell has several lines of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_MOST_LINES = 40  # of one cell
_BEGINS = r"\s*[（(]?[\d一二三四五六七八九十]{1,4}[)）.、]?\t"  # a row's number


def whole_rows(lines: Sequence[str]) -> list[str]:
    """The lines with those of one row put together; a line that was put to another is left blank.

    Excel puts a cell of several lines into quotation marks, Word does not: there a row that has too few
    cells goes on until it has them all.
    """
    counts = Counter(line.count("\t") for line in lines if "\t" in line)
    heading = next(iter(counts), 0)  # no cell of it is as long as to be cut
    usual = max((tabs for tabs, count in counts.items() if count > 1), default=0)
    usual = heading if heading > usual and _makes_whole(lines, heading) else usual
    made = list(lines)
    at = 0
    while at < len(made):
        if "\t" in made[at].strip():
            rest = made[at + 1 : at + _MOST_LINES]
            taken = _quoted(made[at], rest) or _short(made[at], rest, usual)
            if taken:
                made[at] = "\n".join(made[at : at + taken + 1])
                made[at + 1 : at + taken + 1] = [""] * taken
                at += taken
            made[at - taken] = _unquoted(made[at - taken])
        at += 1
    return made


def _makes_whole(lines: Sequence[str], tabs: int) -> bool:
    """Whether each line that a number begins makes a row with so many tabs together with those below it."""
    begun = [at for at, line in enumerate(lines) if re.match(_BEGINS, line)]
    wholes = (_short(lines[at], lines[at + 1 : at + _MOST_LINES], tabs) for at in begun)
    return len(begun) > 1 and all(wholes)


def _quoted(line: str, rest: Sequence[str]) -> int:
    """How many of the next lines belong to a cell in quotation marks that is not closed."""
    if not _is_open(line):
        return 0
    text = line
    for taken, more in enumerate(rest, 1):
        text = f"{text}\n{more}"
        if '"' in more and not _is_open(text):
            return taken
    return 0


def _is_open(text: str) -> bool:
    cell = text.rpartition('\t"')[2] if '\t"' in text else text[1:] if text.startswith('"') else ""
    return bool(cell) and cell.count('"') % 2 == 0


def _short(line: str, rest: Sequence[str], usual: int) -> int:
    """How many of the next lines make a row with too few cells a whole one."""
    tabs = line.count("\t")
    if not usual or tabs >= usual or line.startswith("\t"):
        return 0
    for taken, more in enumerate(rest, 1):
        if not more.strip() or re.match(_BEGINS, more):
            return 0
        tabs += more.count("\t")
        if tabs >= usual:
            return taken if tabs == usual else 0
    return 0


def _unquoted(line: str) -> str:
    """The row with the quotation marks around its cells of several lines undone."""
    if "\n" not in line:
        return line
    cells = line.split("\t")
    return "\t".join(
        cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
        for cell in cells
    )

"""Plain text: one cell a line (as in a pasted notice), lines cut by tabs or |, tables drawn with ─."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import filterfalse

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import Budget, Grid, SourceDocument
from qjtask.importing.document.unshown import ShownText, text_shown, told
from qjtask.importing.formats.plain.drawn_table import begins_drawn, drawn_rows
from qjtask.importing.formats.plain.embedded_tables import taken_out
from qjtask.importing.formats.plain.markdown_marks import is_markdown, without_marks
from qjtask.importing.formats.plain.pasted_lines import whole_rows
from qjtask.importing.formats.plain.text_grid import TextRow, grid_of_rows
from qjtask.importing.words.tidy_text import tidy

Progress = Callable[[int], None]

_RULE = r"[\s|+:=-]+"  # |---|:--| under a heading, +---+ around a drawn table
_HEADING = r"^ {0,3}#{1,6}\s+|(?<=\S)\s+#+\s*$"  # CommonMark, 4.2
_ESCAPED_BAR = r"(?<!\\)\|"
_FEWEST_COLUMNS = 2
_LONGEST_HEADING = 40  # characters
_MOST_LINES = 6  # of headings, and blank ones, over the rows that they head
_ENDS = "。；;：:！!？?，,"


def read_text(text: str, shown: str, progress: Progress) -> SourceDocument:
    """Read a text that holds tables of one cell a line, of lines cut by tabs or |, drawn ones, or HTML's."""
    budget = Budget(shown, len(text))
    embedded = taken_out(text, shown, progress)
    text = embedded.text
    lines: Sequence[str] = re.split(r"\r\n?|\n", text)
    if "  " in text or "\u3000" in text:
        from qjtask.importing.formats.plain.blank_columns import (
            with_tabs,  # most tables have signs between cells
        )

        lines = with_tabs(lines)
    reader = _Lines(whole_rows(lines) if "\t" in text else lines, is_marked=is_markdown(text))
    blocks: list[str | Grid] = []
    for part in reader.parts():
        if isinstance(part, str):
            blocks.append(embedded.grids.get(part, part))
        elif part:
            before = next((one.width for one in reversed(blocks) if isinstance(one, Grid)), 0)
            blocks.append(grid_of_rows(part, budget, before))
            progress(part[-1].number)
    return SourceDocument(tuple(blocks), (*embedded.doubts, *reader.doubts))


class _Lines:
    """The lines of a text, taken for paragraphs and for the rows of tables."""

    def __init__(self, lines: Sequence[str], *, is_marked: bool) -> None:
        self.doubts: list[Doubt] = []
        self._lines = lines
        self._is_marked = is_marked

    def parts(self) -> Iterator[str | list[TextRow]]:
        """Paragraphs, and the rows of a table together."""
        at = 0
        lines = self._lines
        while at < len(lines):
            if lines[at].startswith("\t") and "\t" not in lines[at].strip("\t\r "):
                rows, at = self._stacked(at)
                yield rows
            elif begins_drawn(lines[at]):
                rows, at = drawn_rows(lines, at)
                yield rows
            elif _cut(lines[at]):
                rows, at = self._drawn(at)
                if len(rows) >= _FEWEST_COLUMNS:
                    yield rows
                else:
                    yield from (tidy(" ".join(row.cells)) for row in rows)
            else:
                yield from filter(None, self._words(self._line(at), at).split("\n"))
                at += 1

    def _line(self, at: int) -> str:
        """A line of text, without the marks of a Markdown heading."""
        return re.sub(_HEADING, "", self._lines[at]) if self._is_marked else self._lines[at]

    def _words(self, text: str, at: int) -> str:
        """A cell's or a line's words, without Markdown's marks where the text has such."""
        found = text_shown(without_marks(text)) if self._is_marked else ShownText(tidy(text))
        self.doubts.extend(told(f"第{at + 1}行", found.unshown))
        return found.text

    def _stacked(self, at: int) -> tuple[list[TextRow], int]:
        """One cell a line, each after a tab; a blank line ends a row, other text the table."""
        rows: list[TextRow] = []
        cells: list[list[str]] = []  # each of one line or several
        first = at
        while at < len(self._lines):
            line = self._lines[at]
            if line.startswith("\t"):
                first = first if cells else at
                cells.append([tidy(line)])
            elif not line.strip():
                if cells:
                    rows.append(TextRow(tuple(map("\n".join, cells)), first + 1))
                    cells = []
            elif rows and cells and len(cells) < len(rows[0].cells):
                cells[-1].append(tidy(line))  # a cell of several lines, in a row that is not yet full
            else:
                break
            at += 1
        if cells:
            rows.append(TextRow(tuple(map("\n".join, cells)), first + 1))
        return rows, at

    def _drawn(self, at: int) -> tuple[list[TextRow], int]:
        """Lines cut by tabs or |; blank lines and drawn rules between them say nothing."""
        rows: list[TextRow] = []
        while at < len(self._lines):
            line = self._lines[at]
            cells = _cut(line)
            if cells and not all(re.fullmatch(_RULE, cell) for cell in cells if cell):
                rows.append(TextRow(tuple(self._words(cell, at) for cell in cells), at + 1))
            elif not cells and line.strip() and not re.fullmatch(_RULE, line):
                if not self._heads_rows(at, rows):
                    break
                rows.append(TextRow((self._words(self._line(at).strip().strip("|"), at),), at + 1))
            at += 1
        return rows, at

    def _heads_rows(self, at: int, rows: Sequence[TextRow]) -> bool:
        """Whether a line of one cell stands among the rows of a table, as the heading of those below it.

        What names the columns anew begins another table.
        """
        line = self._lines[at].strip()
        if line.startswith("|") and line.endswith("|"):
            return True
        near = filter(str.strip, self._lines[at : at + _MOST_LINES])
        below = next(filterfalse(_may_head_rows, near), "")
        cells = tuple(map(tidy, _cut(below)))
        first = rows[0].cells if rows else ()
        return len(cells) == len(first) and cells != first and _says_more(cells)


def _cut(line: str) -> list[str]:
    """The cells of a line drawn with | or tabs; [] for a line of text."""
    stripped = line.strip("\r\n ")
    sign = _parting_sign(stripped)
    if not sign:
        return []
    cells = re.split(_ESCAPED_BAR, stripped) if sign == "|" else stripped.split(sign)
    if sign != "\t":  # bars stand around the cells, too: an escaped one at the end is the last cell's own
        cells = cells[stripped.startswith(sign) : len(cells) - (not cells[-1])]
    return cells if len(cells) >= _FEWEST_COLUMNS else []


def _may_head_rows(line: str) -> bool:
    """Whether a line may be the heading of rows: one cell, short, and no sentence."""
    text = line.strip()
    return not _cut(line) and len(text) <= _LONGEST_HEADING and text[-1] not in _ENDS


def _says_more(cells: Sequence[str]) -> bool:
    """Whether cells hold what the headings of columns do not: a number, a sentence."""
    return re.search(r"[0-9０-９。；，]", "".join(cells)) is not None


def _parting_sign(line: str) -> str:
    """What parts the cells of a line; "" where nothing does, as a single | within a sentence does not."""
    if bars := line.count("|"):
        return "|" if bars > 1 or line.startswith("|") else ""
    if line.count("｜") >= _FEWEST_COLUMNS:
        return "｜"
    return "\t" if "\t" in line else ""

"""Sheets as plain lines, for pipes and mails: tab-separated, never cut, the same at any width.

Lines that begin with # are for people (titles, headings, notes): `grep -v '^#'` leaves the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qjtask.core.layout.sheet import Sheet
from qjtask.render.one_line import one_line


def plain_lines(sheets: Iterable[Sheet]) -> Iterator[str]:
    """The lines of the sheets, without their newlines."""
    for sheet in (one.on_paper for one in sheets):
        if sheet.title:
            yield f"# {one_line(sheet.title)}"
        if sheet.rows:
            yield "# " + "\t".join(one_line(column.heading) for column in sheet.columns)
        for row in sheet.rows:
            texts = [cell.text for cell in row]
            yield "\t".join(texts if "".join(texts).isprintable() else map(one_line, texts))
        for note in sheet.notes:
            yield f"# {one_line(note)}"

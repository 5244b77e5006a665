"""The formats in which things are shown and kept: one line for each, drawn by what is imported only then."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any

from qjtask.cli.screen import columns, is_wide
from qjtask.core.named_tuple import NamedTuple

if TYPE_CHECKING:
    from qjtask.core.layout.document import Document
    from qjtask.core.layout.sheet import Sheet


_BLOCK = 256
"""Lines that are written at once: all of a long list is never held as one text."""


class Format(StrEnum):
    """How a command shows what it has."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    CSV = "csv"


class View(NamedTuple):
    """What is shown: sheets for people, an object for machines, each made when it is wanted."""

    today: date
    sheets: Callable[[], Sequence[Sheet]]
    content: Callable[[], Mapping[str, Any]]
    full: bool = False


def _table(view: View) -> None:
    from qjtask.render.terminal import draw

    draw(view.sheets(), sys.stdout, screen=columns(), full=view.full, wide=is_wide())


def _plain(view: View) -> None:
    from qjtask.render.plain import plain_lines

    lines = plain_lines(view.sheets())
    while block := "".join(f"{line}\n" for line in islice(lines, _BLOCK)):
        sys.stdout.write(block)


def _json(view: View) -> None:
    from qjtask.render.json_text import json_text

    write_bytes((json_text(view.today, view.content()) + "\n").encode("utf-8", "replace"))


def _csv(view: View) -> None:
    from qjtask.render.csv_file import csv_text

    write_bytes(csv_text(view.sheets()).encode("utf-8", "replace"))


SCREEN_FORMATS: Mapping[Format, Callable[[View], None]] = {
    Format.TABLE: _table,
    Format.PLAIN: _plain,
    Format.JSON: _json,
    Format.CSV: _csv,
}
"""How each format of a screen or pipe is written to stdout."""

DOCUMENT_FORMATS: Mapping[str, tuple[str, str]] = {
    ".docx": ("qjtask.render.word", "word"),
    ".xlsx": ("qjtask.render.excel", "excel"),
    ".html": ("qjtask.render.page", "page"),
    ".md": ("qjtask.render.markdown", "markdown"),
}
"""The formats of a document by a file's ending: the module and the function that draw it."""


def drawn(document: Document, ending: str) -> bytes:
    """A file's bytes in the format of its ending."""
    module, function = DOCUMENT_FORMATS[ending]
    content: str | bytes = getattr(import_module(module), function)(document)
    return content.encode() if isinstance(content, str) else content


def write_bytes(content: bytes) -> None:
    """Write to stdout what is for other programs, whatever the terminal speaks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()

"""What a command shows, on stdout, in the format asked for."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qjtask.cli.options import Format
from qjtask.render.one_line import one_line

if TYPE_CHECKING:
    from datetime import date

    from qjtask.core.layout.sheet import Sheet


def say(lines: Iterable[str]) -> None:
    """Tell what a command did, on stdout; what stands in a file or was typed is text there too."""
    for line in lines:
        print(one_line(line))


def chosen(wanted: Format | None) -> Format:
    """The format asked for: without one, a table on a terminal and plain lines in a pipe."""
    return wanted or (Format.TABLE if sys.stdout.isatty() else Format.PLAIN)


def show(
    wanted: Format | None,
    today: date,
    sheets: Callable[[], Sequence[Sheet]],
    content: Callable[[], Mapping[str, Any]],
    *,
    full: bool = False,
) -> None:
    """Write to stdout; only the wanted format's renderer is imported, only its side is made."""
    match chosen(wanted):
        case Format.TABLE:
            from qjtask.render.terminal import draw

            draw(sheets(), sys.stdout, screen=shutil.get_terminal_size().columns, full=full)
        case Format.PLAIN:
            from qjtask.render.plain import plain_lines

            sys.stdout.write("".join(f"{line}\n" for line in plain_lines(sheets())))
        case Format.JSON:
            from qjtask.render.json_text import json_text

            _write_utf8(json_text(today, content()) + "\n")
        case Format.CSV:
            from qjtask.render.csv_file import csv_text

            _write_utf8(csv_text(sheets()))


def write_bytes(content: bytes) -> None:
    """Write to stdout what is for other programs, whatever the terminal speaks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _write_utf8(text: str) -> None:
    write_bytes(text.encode("utf-8", "replace"))

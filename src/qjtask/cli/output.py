"""What a command says and shows, on stdout."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qjtask.cli.formats import SCREEN_FORMATS, Format, View
from qjtask.render.one_line import one_line

if TYPE_CHECKING:
    from datetime import date

    from qjtask.core.layout.sheet import Sheet
    from qjtask.core.standing.row import Row


def say(lines: Iterable[str]) -> None:
    """Tell what a command did, on stdout; what stands in a file or was typed is text there too."""
    for line in lines:
        print(one_line(line))


def chosen(wanted: Format | None) -> Format:
    """The format asked for: without one, a table on a terminal and plain lines in a pipe."""
    return wanted or (Format.TABLE if sys.stdout.isatty() else Format.PLAIN)


def items_object(rows: Iterable[Row]) -> dict[str, Any]:
    """The rows as JSON has them; who asks for another format does not pay for it."""
    from qjtask.render import json_text

    return json_text.items_object(rows)


def show(
    wanted: Format | None,
    today: date,
    sheets: Callable[[], Sequence[Sheet]],
    content: Callable[[], Mapping[str, Any]],
    *,
    full: bool = False,
) -> None:
    """Write to stdout in the format asked for; only its side of the content is made."""
    SCREEN_FORMATS[chosen(wanted)](View(today, sheets, content, full))

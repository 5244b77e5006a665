"""What a command says and shows, on stdout."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qjtask.cli.formats import SCREEN_FORMATS, Format, View
from qjtask.core.problem import system_reason
from qjtask.render.one_line import one_line

if TYPE_CHECKING:
    from datetime import date

    from qjtask.core.layout.sheet import Sheet
    from qjtask.core.standing.row import Row


def say(lines: Iterable[str]) -> None:
    """Tell what a command did, on stdout; what stands in a file or was typed is text there too."""
    for line in lines:
        print(one_line(line))


def confirm(lines: Iterable[str]) -> None:
    """Tell what was written. Where stdout does not take it, stderr does, and the command has not failed.

    What was asked is done, and a second try would do it again.
    """
    told = list(lines)
    try:
        say(told)
        sys.stdout.flush()
    except OSError as error:
        drop_output()
        if error.errno != errno.EPIPE:  # whoever closes a pipe wants no more of it
            print(*map(one_line, told), sep="\n", file=sys.stderr)
            why = system_reason(error)
            print(f"上面说的已经写好，只是结果显示不出来（{why}）；不要再做一次", file=sys.stderr)


def drop_output() -> None:
    """Let go of what stdout did not take: the interpreter will flush it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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

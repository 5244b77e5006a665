"""The screen that things are drawn on: its columns, and how wide it draws signs of ambiguous width."""

from __future__ import annotations

import os
import shutil

_CHINESE = 936
"""The code page of the Chinese console, which draws “ … ─ ● two cells wide."""


def columns() -> int:
    """How many columns the screen has."""
    return shutil.get_terminal_size().columns


def is_wide() -> bool:
    """Whether signs of ambiguous width take two cells: QJTASK_WIDE says it, or the console's code page.

    The newer Windows Terminal draws them in one, whatever the code page.
    """
    said = os.environ.get("QJTASK_WIDE", "")
    if said:
        return said != "0"
    return os.name == "nt" and "WT_SESSION" not in os.environ and _code_page() == _CHINESE


def _code_page() -> int:
    import ctypes  # Windows only

    return int(getattr(ctypes, "windll").kernel32.GetConsoleOutputCP())  # noqa: B009 - it is there on Windows alone

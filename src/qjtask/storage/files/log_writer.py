"""Entries appended to the log, whole lines or none; the caller holds the lock."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qjtask.core.log.bounds import check_bounds
from qjtask.core.log.entry import Entry
from qjtask.storage.files.line_append import append_lines
from qjtask.storage.logs.entry_line import format_entry
from qjtask.storage.logs.log_file import ends_whole


def append(log: Path, shown: str, entries: Sequence[Entry], model: Path | None = None) -> None:
    """Append entries with one write and an fsync; all or none.

    A new log is made with the rights of `model`. Refused, with the file as it was, when the disk does
    not take them, and when one of them is longer than the log takes.
    """
    check_bounds(entries)
    append_lines(log, shown, entry_lines(entries), ends_whole, model)


def entry_lines(entries: Sequence[Entry]) -> bytes:
    """The entries as lines of the log."""
    return "".join(format_entry(entry) + "\n" for entry in entries).encode()

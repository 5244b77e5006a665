"""Entries appended to the log, whole lines or none; the caller holds the lock."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qjtask.core.log.entry import Entry
from qjtask.core.problem import Refused
from qjtask.storage.entry_line import format_entry
from qjtask.storage.line_append import append_lines
from qjtask.storage.log_file import parse_log


def append(log: Path, shown: str, entries: Sequence[Entry], model: Path | None = None) -> None:
    """Append entries with one write and an fsync; all or none.

    A new log is made with the rights of `model`. Refused, with the file as it was, when the disk does
    not take them.
    """
    append_lines(log, shown, entry_lines(entries), _is_whole, model)


def entry_lines(entries: Sequence[Entry]) -> bytes:
    """The entries as lines of the log."""
    return "".join(format_entry(entry) + "\n" for entry in entries).encode()


def _is_whole(last: bytes) -> bool:
    """Whether the log's last lines, from where its last entry begins, lack nothing but a newline."""
    import json  # writers have it

    if last.startswith(b"- {"):
        try:
            json.loads(last[2:])
        except (ValueError, RecursionError):
            pass
        else:
            return True  # of whatever kind: a later version's too
    try:
        return bool(parse_log(last + b"\n", "").entries)
    except Refused:
        return False

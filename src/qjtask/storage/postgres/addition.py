"""What is added to a ledger in a database, and for how long a writer persists that hears no answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import monotonic, sleep

from qjtask.core.log.entry import Entry
from qjtask.core.named_tuple import NamedTuple
from qjtask.storage.logs.entry_line import format_entry

PERSISTENCE = 60.0
"""Seconds for which a writer that heard no answer asks again, before it says that it does not know."""

_LONGEST_PAUSE = 1.0


class Addition(NamedTuple):
    """What is to be written: the lines with their ids, the plan's new text, and what was decided upon."""

    lines: Sequence[tuple[str, bytes]]
    text: bytes | None = None
    items: frozenset[str] = frozenset()


def lines_of(entries: Sequence[Entry]) -> list[tuple[str, bytes]]:
    """The lines that entries are, with their ids."""
    return [(entry.id, f"{format_entry(entry)}\n".encode()) for entry in entries]


def tries() -> Iterator[None]:
    """Once now, and then again and again with growing pauses, for as long as a writer persists."""
    until = monotonic() + PERSISTENCE
    pause = 0.05
    yield
    while monotonic() < until:
        sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
        yield

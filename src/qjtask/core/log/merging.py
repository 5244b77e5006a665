"""Two copies of a log brought together: what one holds that the other lacks, by the entries' ids."""

from __future__ import annotations

from collections.abc import Iterable

from qjtask.core.log.digest import LogLine


def missing_lines(ours: Iterable[LogLine], theirs: Iterable[LogLine]) -> list[LogLine]:
    """The lines of `theirs` whose ids `ours` lacks, each once, in the order in which they were written.

    They are taken as they stand, also those that only a later version understands.
    """
    known = {line.id for line in ours}
    new = {line.id: line for line in theirs if line.id not in known}
    return sorted(new.values(), key=lambda line: (line.at, line.id))


def differing_lines(ours: Iterable[LogLine], theirs: Iterable[LogLine]) -> list[LogLine]:
    """The lines of `theirs` that have the id, but not the content, of a line of `ours`."""
    known: dict[str, set[bytes]] = {}
    for line in ours:
        known.setdefault(line.id, set()).add(line.text)
    return [line for line in theirs if line.id in known and line.text not in known[line.id]]

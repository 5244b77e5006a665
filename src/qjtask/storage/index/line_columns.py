"""The lines of a log as an index keeps them: where each begins, which work it counts for, its entry's id."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from qjtask.core.log.entry import Entry
from qjtask.storage.index.index_form import INT, Arrays, Unfit
from qjtask.storage.logs.log_chunks import is_ended

_BOM = b"\xef\xbb\xbf"


def line_places(data: bytes) -> list[int]:
    """Where each line of a log begins. Unfit where the list is indented, or its last line was cut short."""
    lines = data.splitlines(keepends=True)
    first = next(
        (line for line in lines if line.removeprefix(_BOM).strip() and not line.startswith(b"#")), b""
    )
    if not is_ended(data) or first.removeprefix(_BOM).startswith(b" "):
        raise Unfit
    return [0, *accumulate(map(len, lines))][: len(lines)]


def counted_lines(past: Iterable[Sequence[Entry]], newest: Entry | None) -> list[tuple[int, int]]:
    """The lines that count, each with its work, in the log's order; and the newest, of no work it may be."""
    pairs = {entry.line: work for work, entries in enumerate(past) for entry in entries}
    if newest:
        pairs.setdefault(newest.line, -1)
    return sorted(pairs.items())


def ids_of(entries: Iterable[Entry]) -> Iterator[str]:
    """The ids of entries, and of those that they take back."""
    for entry in entries:
        yield entry.id
        if entry.undoes:
            yield entry.undoes


def line_columns(lines: Sequence[tuple[int, int]], places: Sequence[int], works: int) -> Arrays:
    """Of each work its last line, and of each line that counts its place and the one before it."""
    last = array(INT, [-1]) * works
    before = array(INT)
    for number, (_, work) in enumerate(lines):
        before.append(last[work] if work >= 0 else -1)
        if work >= 0:
            last[work] = number
    return {
        "last": last,
        "line_place": array(INT, (places[line - 1] for line, _ in lines)),
        "line_before": before,
    }

"""The rows of a table between which there is more room than between their lines, or a rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, pairwise

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.formats.pages.bare_lines import BareLine, BareRow, SeenLine

_PARTED = 0.3  # of a character, by which there is more room between rows than between lines
_MOST_ROOMS = 6  # of different widths that are tried
_ALIKE = 0.5  # points by which rooms of one width differ
_RULED = 1000.0  # points; the room for which a rule between two lines counts
_NO_ROOM = -1.0  # is less than lines stand apart: each is a row
_FEWEST = 2  # rows, the heading among them


class PartedRows(NamedTuple):
    """The rows of a table, and the lines behind the last of them."""

    rows: list[BareRow]
    rest: list[BareLine]


def numbered_by_room(seen: Sequence[SeenLine], rules: Sequence[float]) -> Iterator[PartedRows]:
    """The ways to part lines, the first a heading, into rows that have a number each."""
    rooms = _rooms([line for line, _ in seen], rules)
    for least in (_NO_ROOM, *_widths(rooms, seen[0][0].size)):
        rows = _rows(seen, rooms, least)
        last = max((at for at, row in enumerate(rows) if any(line.number for line in row.lines)), default=0)
        if _are_numbered(rows[: last + 1]) and not _goes_on(rows, last, rooms, least):
            yield _to(last, rows)


def parted_by_room(seen: Sequence[SeenLine], rules: Sequence[float]) -> Iterator[PartedRows]:
    """The two ways to part lines, the first a heading, into rows: each a row, or by the room between them."""
    rooms = _rooms([line for line, _ in seen], rules)
    end = max((at for at, (line, _) in enumerate(seen) if len(line.texts) > 1), default=0)
    for least in (_NO_ROOM, *islice(_widths(rooms[:end], seen[0][0].size), 1)):
        rows = _rows(seen, rooms, least)
        last = max((at for at, row in enumerate(rows) if _is_full(row)), default=0)
        if last and not _goes_on(rows, last, rooms, least):
            yield _to(last, rows)


def _rooms(lines: Sequence[BareLine], rules: Sequence[float]) -> list[float]:
    """The room over each line but the first, under all before it."""
    rooms: list[float] = []
    bottom = lines[0].bottom
    for above, line in pairwise(lines):
        is_ruled = bisect_left(rules, above.middle) < bisect_left(rules, line.middle)
        rooms.append(_RULED if is_ruled else max(0.0, line.top - bottom))
        bottom = max(bottom, line.bottom)
    return rooms


def _widths(rooms: Sequence[float], size: float) -> Iterator[float]:
    """More than the room between lines, and less than that between rows, as it may be; the least first."""
    ordered = sorted({round(room, 1) for room in rooms})
    jumps = (one + _PARTED * size / 2 for one, wider in pairwise(ordered) if wider - one > _PARTED * size)
    yield from (least for _, least in zip(range(_MOST_ROOMS), jumps, strict=False))


def _rows(seen: Sequence[SeenLine], rooms: Sequence[float], least: float) -> list[BareRow]:
    """The rows over which there is more than the least room; none where a heading stands in one."""
    rows = [BareRow([seen[0][0]])]
    for (line, is_wide), room in zip(seen[1:], rooms, strict=True):
        if room > least:
            rows.append(BareRow([line], is_wide))
        elif is_wide or rows[-1].is_wide:
            return []
        else:
            rows[-1].lines.append(line)
    return rows


def _to(last: int, rows: Sequence[BareRow]) -> PartedRows:
    return PartedRows(list(rows[: last + 1]), [line for row in rows[last + 1 :] for line in row.lines])


def _goes_on(rows: Sequence[BareRow], last: int, rooms: Sequence[float], least: float) -> bool:
    """Whether what stands under the last row may be its own: nearer than a row, or as near as all lines."""
    firsts = [*accumulate(len(row.lines) for row in rows)]
    between = [rooms[first - 1] for first in firsts[:-1]]
    if not between[last:] or between[last] >= _RULED:
        return False
    usual = sorted(between[:last])[last // 2] if last else 0.0
    more = _PARTED * rows[0].lines[0].size if least == _NO_ROOM else -_ALIKE
    return between[last] < usual + more


def _is_full(row: BareRow) -> bool:
    """Whether texts stand in a row beside each other."""
    return any(len(line.texts) > 1 for line in row.lines)


def _are_numbered(rows: Sequence[BareRow]) -> bool:
    """Whether each row has one number, and the table's heading none."""
    if len(rows) < _FEWEST:
        return False
    heading, *others = rows
    have_one = all(row.is_wide or sum(line.number > 0 for line in row.lines) == 1 for row in others)
    return have_one and not any(line.number for line in heading.lines)

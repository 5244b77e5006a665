"""A plan and its log of which only what is wanted is read: an index says where it stands.

What it gives is read from the plan's text and the log's lines by their own readers, and folded by core.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import Protocol

from qjtask.core.log.entry import Entry
from qjtask.core.plan.plan import Plan
from qjtask.core.problem import Refused
from qjtask.storage.index.index_form import Content, Unfit
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.logs.log_chunks import chunks
from qjtask.storage.logs.log_file import Log, parse_log
from qjtask.storage.logs.own_entry import own_entry
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.plans.regular_pieces import read_pieces
from qjtask.storage.plans.snapshot import Snapshot

MANY = 128
"""From so many works on the patterns for pieces spare more than it takes to compile them."""


class Looked(Protocol):
    """A plan or a log that an index points into, as it is at one moment: only what is wanted is read."""

    @property
    def content(self) -> Content:
        """What it is now."""

    @property
    def size(self) -> int:
        """Where it ends."""

    def pieces(self, spans: list[tuple[int, int]]) -> list[bytes]:
        """The bytes from each of the places to the other."""

    def lengths(self, data: bytes) -> list[int]:
        """How far apart the places of the lines of some of its bytes are."""

    def check(self) -> None:
        """Unfit where it was changed meanwhile."""


class IndexedPlan:
    """Plan and log of one moment, which an index fits. Unfit is raised once they turn out to be others."""

    def __init__(self, index: PlanIndex, files: Callable[[], tuple[Looked, Looked]]) -> None:
        self.index = index
        self._looked = files

    @cached_property
    def _files(self) -> tuple[Looked, Looked]:
        """Plan and log; of hundreds most are not opened."""
        return self._looked()

    @property
    def plan(self) -> Looked:
        """The plan as it is."""
        return self._files[0]

    @property
    def log(self) -> Looked:
        """The log as it is."""
        return self._files[1]

    def part(self, works: Sequence[int], more: Iterable[int] = (), *, in_all: int = 0) -> Snapshot:
        """The plan with these works alone, in the plan's order, and the entries that count for them.

        Also the entries of some `more` lines. `in_all` works are read, where other plans are read beside it.
        The lines that works and entries say they stand in are none of the files'. Each file shows, once it is
        read, that it is what it was when both were looked at: what is given is of that moment.
        """
        are_many = max(len(works), in_all) > MANY
        index = self.index
        groups = index.spans_of(works)
        spans = [(0, index.columns["group_place"][0]), *chain.from_iterable(groups)]
        plan = _plan_of(self.plan.pieces(spans), [len(group) - 1 for group in groups], are_many=are_many)
        lines = {line for work in works for line in index.lines_of(work)}
        return Snapshot(plan, Log(self.entries(sorted(lines.union(more)), are_many=are_many)))

    def entries(self, lines: Sequence[int], *, are_many: bool = False) -> tuple[Entry, ...]:
        """The entries of some lines; where they or those beside them `are_many`, by the pattern for such."""
        pieces = self.log.pieces(self.index.spans_of_lines(lines))
        if are_many:
            return tuple(map(_entry_of, pieces))
        return _entries_in(b"".join(map(_first_entry, pieces)), len(lines))

    def newest(self) -> tuple[Entry, ...]:
        """The entry that was written last; none of an empty log."""
        line = self.index.head.newest
        return self.entries([line]) if line >= 0 else ()

    def check(self) -> None:
        """Unfit where plan or log was changed meanwhile."""
        self.plan.check()
        self.log.check()


def _entry_of(piece: bytes) -> Entry:
    """The entry that begins a piece."""
    one = _first_entry(piece)
    return own_entry(one[:-1], 1) or _entries_in(one, 1)[0]


def _entries_in(data: bytes, count: int) -> tuple[Entry, ...]:
    """The entries of so many lines."""
    try:
        entries = parse_log(data, "").entries
    except Refused as refused:
        raise Unfit from refused
    if len(entries) != count:
        raise Unfit
    return entries


def _first_entry(piece: bytes) -> bytes:
    """The lines of the entry that begins a piece: most pieces are one line."""
    if piece.find(b"\n") == len(piece) - 1 and b"\r" not in piece:
        return piece
    first = next(chunks(piece), None)
    return first.data + b"\n" if first else b""


def _text(piece: bytes) -> str:
    """The text of a piece, whose lines end with LF alone."""
    return (piece.replace(b"\r\n", b"\n") if b"\r" in piece else piece).decode()


def _plan_of(pieces: Sequence[bytes], sizes: Sequence[int], *, are_many: bool) -> Plan:
    """The plan that a head makes, and headings each with so many works."""
    try:
        head = _text(pieces[0]).removeprefix("\ufeff")
        begins = accumulate((size + 1 for size in sizes), initial=1)
        groups = (
            (_text(pieces[at]), [*map(_text, pieces[at + 1 : at + 1 + size])])
            for at, size in zip(begins, sizes, strict=False)
        )  # made as they are read: all of the texts are never held
        plan = read_pieces(head, groups) if are_many else None
        plan = plan or parse_plan("".join((head, *map(_text, pieces[1:]))), "")
    except (UnicodeDecodeError, Refused) as error:
        raise Unfit from error
    if [len(group.items) for group in plan.groups] != sizes:
        raise Unfit
    return plan

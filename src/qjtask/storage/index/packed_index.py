"""An index as it is kept: a checksum, numbers of a fixed form, texts, and arrays of numbers.

Arrays are not read back but looked at where they stand, and little is looked at before it is asked for: of
hundreds of plans most are only counted.
"""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from struct import Struct
from struct import error as StructError  # noqa: N812 - a class
from typing import Any
from zlib import crc32

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Owner, Rules
from qjtask.core.standing.what_to_read import NEVER, Gist
from qjtask.core.time.span import Span
from qjtask.storage.index.index_form import (
    COLUMNS,
    INT,
    ROLES,
    Columns,
    Content,
    IndexHead,
    IndexWords,
    Offices,
    SaidOfAll,
    ToldLine,
    Unfit,
)
from qjtask.storage.texts.file_stamp import Stamp

_FILE = "qqqqQQ"  # a checksum, and a stamp
_TEXTS = 2 + len(IndexWords._fields)
_SHOWN = 2 + IndexWords._fields.index("shown")
_NUMBERS = Struct(f"=q{_FILE}{_FILE}3q4q{_TEXTS}q{len(COLUMNS)}q")
_WIDTH = array(INT).itemsize
_PLAN, _LOG, _OWN, _GIST, _LENGTHS = accumulate((1, len(_FILE), len(_FILE), 3, len(Gist._fields)))
"""The first of the numbers that are of plan, log, and both; of the gist; the lengths of texts and columns."""

_NONE = (-1, 0, 0, 0, 0)
"""The stamp of a file that is not there."""


class PackedOffices(NamedTuple):
    """The works of each office, by its role in them, as they are kept: how many, and which."""

    sizes: bytes
    works: bytes | memoryview


def pack_offices(offices: Offices) -> PackedOffices:
    """The works of each office as they are kept."""
    sizes = {role: {name: len(one) for name, one in offices[role].items()} for role in ROLES}
    works = (array(INT, found) for role in ROLES for found in offices[role].values())
    return PackedOffices(json.dumps(sizes, ensure_ascii=False).encode(), b"".join(works))


def pack(head: IndexHead, words: IndexWords, columns: Columns, offices: PackedOffices) -> bytes:
    """An index as it is kept. Unfit where a file has a time that no index can hold."""
    texts = (json.dumps(head.said, ensure_ascii=False).encode(), offices.sizes, *words)
    kept = [columns[name] for name in COLUMNS]
    files = ((one.checksum, *(one.stamp or _NONE)) for one in (head.plan, head.log))
    own = (head.year, head.lines, head.newest)
    lengths = map(len, (*texts, *kept))
    try:
        numbers = _NUMBERS.pack(
            head.seen_ns, *(number for one in files for number in one), *own, *gist_of(columns), *lengths
        )
    except StructError as error:
        raise Unfit from error
    body = b"".join((numbers, *texts, *kept, offices.works))
    return crc32(body).to_bytes(4, "big") + body


def gist_of(columns: Columns) -> Gist:
    """The gist of the outlooks that are kept in columns."""
    next_due, printed = (
        columns[days][columns[order][0]] if len(columns[order]) else NEVER
        for order, days in (("by_due", "next_due"), ("by_printed", "printed"))
    )
    return Gist(next_due, printed, max(columns["latest"], default=0), len(columns["unclear"]))


def _parted(numbers: "memoryview[int]", sizes: Iterable[tuple[str, int]]) -> dict[str, "memoryview[int]"]:
    """Arrays one behind the other, by how many numbers each has; they are looked at where they stand."""
    found, begin = {}, 0
    for name, size in sizes:
        end = begin + size
        found[name] = numbers[begin:end]
        begin = end
    return found


class PackedIndex:
    """An index as it was packed. Unfit where its bytes are damaged."""

    def __init__(self, data: memoryview) -> None:
        body = data[4:]
        if len(body) < _NUMBERS.size or crc32(body) != int.from_bytes(data[:4], "big"):
            raise Unfit
        self._body = body
        self._numbers = _NUMBERS.unpack_from(body)
        self.gist = Gist(*self._numbers[_GIST:_LENGTHS])
        try:
            self.said = _said(bytes(body[_NUMBERS.size : _NUMBERS.size + self._numbers[_LENGTHS]]))
        except (TypeError, ValueError) as error:  # made by another state of the program
            raise Unfit from error

    @property
    def stamps(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The stamps of plan and log as they were read."""
        return self._numbers[_PLAN + 1 : _LOG], self._numbers[_LOG + 1 : _OWN]

    @property
    def seen_ns(self) -> int:
        """When they were read."""
        found: int = self._numbers[0]
        return found

    @property
    def year(self) -> int:
        """The plan's year."""
        found: int = self._numbers[_OWN]
        return found

    @cached_property
    def head(self) -> IndexHead:
        """What is said of the whole; of hundreds of plans few are asked for all of it."""
        numbers, said = self._numbers, self.said
        year, lines, newest = numbers[_OWN:_GIST]
        plan, log = _content(*numbers[_PLAN:_LOG]), _content(*numbers[_LOG:_OWN])
        return IndexHead(numbers[0], plan, log, year, *said, lines, newest)

    @cached_property
    def _places(self) -> Sequence[int]:
        """Where the texts begin, and the numbers behind them."""
        return [*accumulate(self._numbers[_LENGTHS : _LENGTHS + _TEXTS], initial=_NUMBERS.size)]

    def _text(self, number: int) -> bytes:
        """One of the texts."""
        return bytes(self._body[self._places[number] : self._places[number + 1]])

    @cached_property
    def words(self) -> IndexWords:
        """The texts that few ask for."""
        return IndexWords(*map(self._text, range(2, _TEXTS)))

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the plan's offices."""
        begin = _NUMBERS.size + sum(self._numbers[_LENGTHS : _LENGTHS + _SHOWN])
        found = str(self._body[begin : begin + self._numbers[_LENGTHS + _SHOWN]], "utf-8")
        return tuple(found.split("\n")) if found else ()

    @property
    def _sizes(self) -> Sequence[int]:
        """How many numbers each of the columns has."""
        return self._numbers[_LENGTHS + _TEXTS :]

    @property
    def size(self) -> int:
        """How many works the plan has."""
        return self._sizes[COLUMNS.index("place")]

    @cached_property
    def columns(self) -> Columns:
        """The fields of works, groups and lines."""
        begin = _NUMBERS.size + sum(self._numbers[_LENGTHS : _LENGTHS + _TEXTS])
        return _parted(self._body[begin:].cast(INT), zip(COLUMNS, self._sizes, strict=True))

    @cached_property
    def packed_offices(self) -> PackedOffices:
        """The works of each office, by its role in them, as they are kept."""
        begin = self._places[-1] + _WIDTH * sum(self._sizes)
        return PackedOffices(self._text(1), self._body[begin:])

    @cached_property
    def offices(self) -> Offices:
        """The works of each office, by its role in them."""
        return {role: self.works_by_office(role) for role in ROLES}

    def works_by_office(self, role: str) -> Mapping[str, Sequence[int]]:
        """The works in which each office has a role."""
        sizes, works = json.loads(self.packed_offices.sizes), memoryview(self.packed_offices.works).cast(INT)
        before = sum(sum(sizes[one].values()) for one in ROLES[: ROLES.index(role)])
        return _parted(works[before:], sizes[role].items())


def _content(checksum: int, *stamp: int) -> Content:
    return Content(None if stamp == _NONE else Stamp(*stamp), checksum)


@lru_cache
def _said(text: bytes) -> SaidOfAll:
    """What a head says in words: of hundreds of plans most say the same."""
    rules, rhythms, told, ahead = json.loads(text)
    return SaidOfAll(
        _rules(*rules),
        tuple(Span(*one) for one in rhythms),
        tuple(ToldLine(*one) for one in told),
        tuple((first, end) for first, end in ahead),
    )


def _rules(
    warn: Sequence[Any],
    review: Sequence[Any],
    pace: int,
    owner: str,
    accept: bool,
    report_every: Sequence[Any] | None,
) -> Rules:
    every = Span(*report_every) if report_every else None
    return Rules(Span(*warn), Span(*review), pace, Owner(owner), accept, every)

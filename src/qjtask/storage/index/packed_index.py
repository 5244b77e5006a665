"""An index as it is kept: a checksum, numbers of a fixed form, texts, and arrays of numbers.

Arrays are read back without being looked at one by one, each when it is asked for: of hundreds of plans most
are only counted.
"""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, islice, pairwise
from struct import Struct
from struct import error as StructError  # noqa: N812 - a class
from typing import Any
from zlib import crc32

from qjtask.core.plan.plan import Owner, Rules
from qjtask.core.standing.what_to_read import NEVER
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
    ToldLine,
    Unfit,
)
from qjtask.storage.texts.file_stamp import Stamp

_FILE = "qqqqQQ"  # a checksum, and a stamp
_TEXTS = 2 + len(IndexWords._fields)
_SHOWN = 2 + IndexWords._fields.index("shown")
_NUMBERS = Struct(f"=q{_FILE}{_FILE}3q4q{_TEXTS}q{len(COLUMNS)}q")
_WIDTH = array(INT).itemsize
_NONE = (-1, 0, 0, 0, 0)
"""The stamp of a file that is not there."""


def pack(head: IndexHead, words: IndexWords, columns: Columns, offices: Offices) -> bytes:
    """An index as it is kept. Unfit where a file has a time that no index can hold."""
    said = (head.rules, head.rhythms, head.told, head.ahead)
    sizes = {role: {name: len(one) for name, one in offices[role].items()} for role in ROLES}
    texts = (*(json.dumps(one, ensure_ascii=False).encode() for one in (said, sizes)), *words)
    kept = [columns[name] for name in COLUMNS]
    files = ((one.checksum, *(one.stamp or _NONE)) for one in (head.plan, head.log))
    own = (head.year, head.lines, head.newest)
    lengths = map(len, (*texts, *kept))
    try:
        numbers = _NUMBERS.pack(
            head.seen_ns, *(number for one in files for number in one), *own, *nearest(columns), *lengths
        )
    except StructError as error:
        raise Unfit from error
    places = (array(INT, found) for role in ROLES for found in offices[role].values())
    body = b"".join((numbers, *texts, *kept, *places))
    return crc32(body).to_bytes(4, "big") + body


def nearest(columns: Mapping[str, Sequence[int]]) -> Iterator[int]:
    """The numbers of a gist: the wanted works' nearest days, the latest of any, how many are unclear."""
    for order, days in (("by_due", "next_due"), ("by_printed", "printed")):
        first = columns[order][:1]
        yield columns[days][first[0]] if first else NEVER
    yield max(columns["latest"], default=0)
    yield len(columns["unclear"])


class KeptArrays(Mapping[str, "array[int]"]):
    """Arrays one behind the other, each read once it is asked for, and how many numbers each has."""

    def __init__(self, data: memoryview, sizes: Mapping[str, int]) -> None:
        places = accumulate((_WIDTH * size for size in sizes.values()), initial=0)
        self._data = data
        self._places = dict(zip(sizes, pairwise(places), strict=True))
        self._read: dict[str, array[int]] = {}

    def __getitem__(self, name: str) -> "array[int]":
        """The array of that name."""
        found = self._read.get(name)
        if found is None:
            begin, end = self._places[name]
            found = self._read[name] = array(INT)
            found.frombytes(self._data[begin:end])
        return found

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)


class PackedIndex:
    """An index as it was packed. Unfit where its bytes are damaged.

    `nearest` are the numbers of the gist.
    """

    def __init__(self, data: memoryview) -> None:
        body = data[4:]
        if len(body) < _NUMBERS.size or crc32(body) != int.from_bytes(data[:4], "big"):
            raise Unfit
        numbers = iter(_NUMBERS.unpack_from(body))
        seen_ns = next(numbers)
        plan, log = (_content(*islice(numbers, len(_FILE))) for _ in range(2))
        year, lines, newest = islice(numbers, 3)
        self.nearest: list[int] = [*islice(numbers, 4)]
        self._lengths: list[int] = [*numbers]
        self._body = body
        self._places = [*accumulate(self._lengths[:_TEXTS], initial=_NUMBERS.size)]
        try:
            rules, rhythms, told, ahead = _said(self._text(0))
        except (TypeError, ValueError) as error:  # made by another state of the program
            raise Unfit from error
        self.head = IndexHead(seen_ns, plan, log, year, rules, rhythms, told, ahead, lines, newest)

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
        found = self._text(_SHOWN).decode()
        return tuple(found.split("\n")) if found else ()

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many numbers each of the columns has."""
        return dict(zip(COLUMNS, self._lengths[_TEXTS:], strict=True))

    @cached_property
    def columns(self) -> Columns:
        """The fields of works, groups and lines."""
        return KeptArrays(self._body[self._places[-1] :], self.sizes)

    @cached_property
    def alike(self) -> "array[int]":
        """What of the gist is no single number."""
        found, size = array(INT), self._lengths[-1]
        end = self._places[-1] + _WIDTH * sum(self._lengths[_TEXTS:])
        found.frombytes(self._body[end - _WIDTH * size : end])
        return found

    @cached_property
    def offices(self) -> Offices:
        """The works of each office, by its role in them."""
        sizes = json.loads(self._text(1))
        widths = (_WIDTH * sum(sizes[role].values()) for role in ROLES)
        begins = accumulate(widths, initial=self._places[-1] + _WIDTH * sum(self._lengths[_TEXTS:]))
        return {
            role: KeptArrays(self._body[at:], sizes[role]) for role, at in zip(ROLES, begins, strict=False)
        }


def _content(checksum: int, *stamp: int) -> Content:
    return Content(None if stamp == _NONE else Stamp(*stamp), checksum)


@lru_cache
def _said(text: bytes) -> tuple[Rules, tuple[Span, ...], tuple[ToldLine, ...], tuple[tuple[int, int], ...]]:
    """What a head says in words: of hundreds of plans most say the same."""
    rules, rhythms, told, ahead = json.loads(text)
    return (
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

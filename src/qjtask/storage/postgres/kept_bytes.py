"""A plan's text and its log's rows for an index to point into: in memory, or fetched piece by piece.

Nothing that was written is changed: what stands in a text of one version, or in a row of the log, is the
same whenever it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from zlib import crc32

from qjtask.storage.index.index_form import Content, Unfit
from qjtask.storage.texts.file_stamp import Stamp

Span = tuple[int, int]
Ask = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
"""Sends a statement with its values, and gives the rows of the answer."""

_APART = 16 * 1024
"""Bytes of a text for each piece of it up to which the whole is fetched."""


def text_content(size: int, checksum: int, plan: int, version: int) -> Content:
    """What an index says of a plan's text of so many bytes: of which plan, and since which version."""
    return Content(Stamp(size, plan, version, 0, 0), checksum)


def rows_content(rows: int, plan: int) -> Content:
    """What an index says of a plan's log of so many rows."""
    return Content(Stamp(rows, plan, 0, 0, 0), 0)


class HeldText:
    """A plan's text in memory."""

    def __init__(self, data: bytes, plan: int, version: int) -> None:
        self._data = data
        self.content = text_content(len(data), crc32(data), plan, version)
        self.size = len(data)

    def pieces(self, spans: list[Span]) -> list[bytes]:
        """The bytes from each of the places to the other."""
        return [self._data[begin:end] for begin, end in spans]

    def lengths(self, data: bytes) -> list[int]:
        """How far apart the places of the lines of some of its bytes are."""
        return [*map(len, data.splitlines(keepends=True))]

    def check(self) -> None:
        """It does not change."""


class HeldRows:
    """A log in memory, row by row. Unfit where its lines are not its rows."""

    def __init__(self, data: bytes, rows: int, plan: int) -> None:
        self._rows = data.splitlines(keepends=True)
        if len(self._rows) != rows:  # a line that was cut short got its end in a row of its own
            raise Unfit
        self.content = rows_content(rows, plan)
        self.size = rows

    def pieces(self, spans: list[Span]) -> list[bytes]:
        """The rows after each of the places up to the other."""
        return [b"".join(self._rows[begin:end]) for begin, end in spans]

    def lengths(self, data: bytes) -> list[int]:
        """A row is one line."""
        return [1] * len(data.splitlines())

    def check(self) -> None:
        """It does not change."""


class FetchedText:
    """A text of a plan in a database, which `known` describes."""

    def __init__(self, ask: Ask, statement: str, key: Sequence[int], known: Content) -> None:
        self._ask = ask
        self._statement = statement
        self._key = key
        self.content = known
        self.size = known.size

    def pieces(self, spans: list[Span]) -> list[bytes]:
        """The bytes from each of the places to the other. Unfit where the text is not the known one."""
        if len(spans) * _APART < self.size:
            return _fetched(self._ask, self._statement, self._key, spans)
        (data,) = _fetched(self._ask, self._statement, self._key, [(0, self.size)])
        if crc32(data) != self.content.checksum:
            raise Unfit
        return [data[begin:end] for begin, end in spans]

    def lengths(self, data: bytes) -> list[int]:
        """How far apart the places of the lines of some of its bytes are."""
        return [*map(len, data.splitlines(keepends=True))]

    def check(self) -> None:
        """It does not change."""


class FetchedRows:
    """The first `rows` rows of a log in a database."""

    def __init__(self, ask: Ask, statement: str, rows: int, plan: int) -> None:
        self._ask = ask
        self._statement = statement
        self._key = (plan,)
        self.content = rows_content(rows, plan)
        self.size = rows

    def pieces(self, spans: list[Span]) -> list[bytes]:
        """The rows after each of the places up to the other."""
        return _fetched(self._ask, self._statement, self._key, spans)

    def lengths(self, data: bytes) -> list[int]:
        """A row is one line."""
        return [1] * len(data.splitlines())

    def check(self) -> None:
        """It does not change."""


class AppendedRows:
    """A log, and rows that are about to be appended to it."""

    def __init__(self, before: FetchedRows | AppendedRows, rows: Sequence[bytes], plan: int) -> None:
        self._before = before
        self._rows = rows
        self.content = rows_content(before.size + len(rows), plan)
        self.size: int = before.size + len(rows)

    def pieces(self, spans: list[Span]) -> list[bytes]:
        """The rows after each of the places up to the other."""
        size = self._before.size
        before = self._before.pieces([(min(begin, size), min(end, size)) for begin, end in spans])
        return [
            piece + b"".join(self._rows[max(begin - size, 0) : max(end - size, 0)])
            for piece, (begin, end) in zip(before, spans, strict=True)
        ]

    def lengths(self, data: bytes) -> list[int]:
        """A row is one line."""
        return [1] * len(data.splitlines())

    def check(self) -> None:
        """It does not change."""


def _fetched(ask: Ask, statement: str, key: Sequence[int], spans: list[Span]) -> list[bytes]:
    """The pieces in the order of the spans. Unfit where the server lacks one."""
    wanted = [(begin, end - begin) for begin, end in spans]
    asked = [one for one in dict.fromkeys(wanted) if one[1]]
    firsts, sizes = [first for first, _ in asked], [size for _, size in asked]
    found: dict[tuple[int, int], bytes] = {}
    if asked:
        rows = ask(statement, (firsts, sizes, *key))
        found |= {(first, size): bytes(piece) for first, size, piece in rows}
    try:
        return [found[one] if one[1] else b"" for one in wanted]
    except KeyError as error:
        raise Unfit from error

"""A file of which an index knows what it was: looked at first, and opened only for what is wanted of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from qjtask.storage.index.index_form import MOST, Content, Unfit
from qjtask.storage.texts.file_stamp import Stamp, stamp_of

_APART = 16 * 1024
"""Pieces that lie no further apart than so many bytes are read with what is between them."""

_BLOCK = 256 * 1024
"""The most bytes that are read at once, but for a piece that is longer: all of a file is never held."""

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)

_Span = tuple[int, int]


class KnownFile:
    """A file that begins with what is `known` of it, as it is at one moment. Unfit where it does not.

    Its stamp is trusted where a change must show in it; else all of it is read and compared.
    """

    def __init__(self, path: str, known: Content, seen_ns: int, *, is_looked_at: bool = False) -> None:
        """With `is_looked_at` its stamp was found to be what is known, a moment ago, and to be settled."""
        self._path = path
        self._data: bytes | None = None
        self.stamp = known.stamp if is_looked_at else self._look()
        self.is_as_seen = is_looked_at or (self.stamp == known.stamp and self.is_settled(seen_ns))
        """Whether its stamp alone tells that it is what it was."""
        self.content = known if self.is_as_seen else self._compared(known)

    def is_settled(self, seen_ns: int) -> bool:
        """Whether its stamp alone will tell from that moment on that it is the same."""
        return self.stamp is None or self.stamp.is_settled(seen_ns)

    @property
    def size(self) -> int:
        """Its bytes; 0 where there is no such file."""
        return self.content.size

    def pieces(self, spans: Sequence[_Span]) -> list[bytes]:
        """The bytes from each of the places to the other, as the file was when it was looked at."""
        if self.stamp is None:
            return [b""] * len(spans)
        found = self._opened(spans) if self._data is None else [self._data[one:other] for one, other in spans]
        if any(len(piece) != end - begin for piece, (begin, end) in zip(found, spans, strict=True)):
            raise Unfit
        return found

    def lengths(self, data: bytes) -> list[int]:
        """How far apart the places of the lines of some of its bytes are."""
        return [*map(len, data.splitlines(keepends=True))]

    def check(self) -> None:
        """Unfit where the file was changed, or another took its place, since it was looked at first."""
        if self._look() != self.stamp:
            raise Unfit

    def _opened(self, spans: Iterable[_Span]) -> list[bytes]:
        """The pieces, read. Unfit where the file is another than was looked at."""
        found: list[bytes] = []
        try:
            file = os.open(self._path, _READ)  # of hundreds of files: a file object costs as much again
            try:
                for near in _near(spans):
                    begin, end = near[0][0], near[-1][1]
                    os.lseek(file, begin, os.SEEK_SET)
                    data = os.read(file, end - begin)
                    found += [data[one - begin : other - begin] for one, other in near]
                is_same = stamp_of(os.fstat(file)) == self.stamp
            finally:
                os.close(file)
        except OSError as error:
            raise Unfit from error
        if not is_same:
            raise Unfit
        return found

    def _look(self) -> Stamp | None:
        try:
            found = os.stat(self._path)  # noqa: PTH116 - hundreds of plans are looked at
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Unfit from error
        if not stat.S_ISREG(found.st_mode) or found.st_size > MOST:
            raise Unfit
        return stamp_of(found)

    def _compared(self, known: Content) -> Content:
        """What the file is, if it begins with what was known; all of it is never held at once."""
        size = self.stamp.size if self.stamp else 0
        if size < known.size:
            raise Unfit
        if size <= _BLOCK:
            self._data = self._read(size)
            checksum = crc32(memoryview(self._data)[: known.size])
            if checksum != known.checksum:
                raise Unfit
            return Content(self.stamp, crc32(memoryview(self._data)[known.size :], checksum))
        checksum = self._checksum(0, known.size, 0)
        if checksum != known.checksum:
            raise Unfit
        return Content(self.stamp, self._checksum(known.size, size, checksum))

    def _read(self, size: int) -> bytes:
        """All of a small file; what is wanted of it later is not read again."""
        if not size:
            return b""
        try:
            with open(self._path, "rb", buffering=0) as file:  # noqa: PTH123 - of hundreds of files
                data = file.read(size)
        except OSError as error:
            raise Unfit from error
        if len(data) < size:
            raise Unfit
        return data

    def _checksum(self, begin: int, end: int, checksum: int) -> int:
        """The checksum of what stands between two places, continued from that of what is before it."""
        if begin == end:
            return checksum
        block = memoryview(bytearray(min(_BLOCK, end - begin)))
        try:
            with open(self._path, "rb", buffering=0) as file:  # noqa: PTH123 - of hundreds of files
                file.seek(begin)
                while begin < end and (read := file.readinto(block[: end - begin])):
                    checksum = crc32(block[:read], checksum)
                    begin += read
        except OSError as error:
            raise Unfit from error
        if begin < end:
            raise Unfit
        return checksum


def _near(spans: Iterable[_Span]) -> Iterator[list[_Span]]:
    """The spans in their order, in groups that are read at once."""
    group: list[_Span] = []
    for span in spans:
        if group and not (
            group[-1][1] <= span[0] <= group[-1][1] + _APART and span[1] - group[0][0] <= _BLOCK
        ):
            yield group
            group = []
        group.append(span)
    if group:
        yield group

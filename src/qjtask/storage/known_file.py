"""A file of which an index knows what it was: looked at first, and opened only for what is wanted of it."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from zlib import crc32

from qjtask.storage.file_stamp import Stamp, stamp_of
from qjtask.storage.plan_index import MOST, Content, Unfit

_APART = 16 * 1024
"""Bytes of a file for each piece of it from which on pieces are read one by one, and not all at once."""


_BLOCK = 256 * 1024


class KnownFile:
    """A file that begins with what is `known` of it, as it is at one moment. Unfit where it does not.

    Its stamp is trusted where a change must show in it; else all of it is read and compared.
    """

    def __init__(self, path: Path, known: Content, seen_ns: int) -> None:
        self._path = path
        self._data: bytes | None = None
        self.stamp = self._look()
        self.is_as_seen = self.stamp == known.stamp and self.is_settled(seen_ns)
        """Whether its stamp alone tells that it is what it was."""
        self.content = known if self.is_as_seen else self._compared(known)

    def is_settled(self, seen_ns: int) -> bool:
        """Whether its stamp alone will tell from that moment on that it is the same."""
        return self.stamp is None or self.stamp.is_settled(seen_ns)

    @property
    def size(self) -> int:
        """Its bytes; 0 where there is no such file."""
        return self.content.size

    def whole(self) -> bytes:
        """All its bytes."""
        if self._data is None:
            self._data = self._read([(0, self.size)])[0] if self.stamp else b""
        return self._data

    def pieces(self, spans: list[tuple[int, int]]) -> list[bytes]:
        """The bytes from each of the places to the other."""
        if self._data is None and len(spans) * _APART < self.size:
            return self._read(spans)
        data = self.whole()
        return [data[begin:end] for begin, end in spans]

    def lengths(self, data: bytes) -> list[int]:
        """How far apart the places of the lines of some of its bytes are."""
        return [*map(len, data.splitlines(keepends=True))]

    def check(self) -> None:
        """Unfit where the file was changed, or another took its place, since it was looked at first."""
        if self._look() != self.stamp:
            raise Unfit

    def _look(self) -> Stamp | None:
        try:
            found = self._path.stat()
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
        checksum = self._checksum(0, known.size, 0)
        if checksum != known.checksum:
            raise Unfit
        return Content(self.stamp, self._checksum(known.size, size, checksum))

    def _checksum(self, begin: int, end: int, checksum: int) -> int:
        """The checksum of what stands between two places, continued from that of what is before it."""
        if begin == end:
            return checksum
        block = memoryview(bytearray(min(_BLOCK, end - begin)))
        try:
            with self._path.open("rb", buffering=0) as file:
                file.seek(begin)
                while begin < end and (read := file.readinto(block[: end - begin])):
                    checksum = crc32(block[:read], checksum)
                    begin += read
        except OSError as error:
            raise Unfit from error
        if begin < end:
            raise Unfit
        return checksum

    def _read(self, spans: list[tuple[int, int]]) -> list[bytes]:
        """The bytes of some pieces, as the file was when it was looked at."""
        found = []
        try:
            with self._path.open("rb", buffering=0) as file:
                for begin, end in spans:
                    file.seek(begin)
                    found.append(file.read(end - begin))
                is_same = stamp_of(os.fstat(file.fileno())) == self.stamp
        except OSError as error:
            raise Unfit from error
        if not is_same or [len(piece) for piece in found] != [end - begin for begin, end in spans]:
            raise Unfit
        return found

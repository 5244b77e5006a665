"""A zip of XML parts (docx, xlsx) opened without trusting it: bombs, entities and broken parts are told."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from qjtask.core.problem import refuse
from qjtask.importing.formats.packed.allowance import Allowance
from qjtask.importing.formats.packed.safe_xml import (
    CAUTION,
    LARGEST_PART,
    MOST_NODES,
    broken,
    parsed,
    too_large,
    unread,
    without_doctypes,
)

_FREE = 64 << 20  # bytes that any file may unpack to; a megabyte without tags takes 10 ms
_MOST_PARTS = 20_000
_CHUNK = 1 << 16
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, NotImplementedError, OSError, OverflowError, ValueError),
)
# Strict Open XML (ISO/IEC 29500-1) says the same under other names; they stand in a part's first tag.
_STRICT = b"http://purl.oclc.org/ooxml/"
_OF_STRICT = {
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


class Container:
    """The parts of an Office file. `shown` is how messages name the file."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.shown = shown
        self._allowance = Allowance(len(data), shown, _FREE)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._names = frozenset(self._zip.namelist())
        except _BROKEN as error:
            raise broken(self.shown) from error
        if len(self._names) > _MOST_PARTS:
            raise refuse(shown, "文件里的部件太多，不像文档", "请在办公软件里打开，另存一份再导入")

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._names

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return self._names

    def beginning(self, name: str) -> bytes:
        """The first bytes of a small part; none when there is no such part."""
        return next(self._unpacked(name), b"")[:100] if self.has(name) else b""

    def holds(self, name: str, words: bytes) -> bool:
        """Whether these bytes stand in a small part; not when there is no such part."""
        return self.has(name) and words in b"".join(self._unpacked(name))

    def weigh(self) -> None:
        """Refused when all the parts together unpack to more than such a file may hold."""
        for name in self._names:
            for _ in self._unpacked(name):
                pass

    def events(self, name: str, tags: tuple[str, ...], within: str | None = None) -> Iterator[Any]:
        """The elements of a part with one of these tags, each as it ends; cleared when the next is asked for.

        Those inside a `within` come with it, not by themselves. Reads as it goes, so that memory is
        bounded by the largest element, whatever the zip's header says.
        """
        from lxml import etree

        parser: Any = etree.XMLPullParser(("end",), tag=tags, **CAUTION)
        waiting = fed = 0  # tags since the last element; tags since what is kept was last counted
        try:
            for chunk in self._chunks(name):
                parser.feed(chunk)
                waiting += chunk.count(b"<")
                fed += chunk.count(b"<")
                for element in _tops(parser, within):
                    yield element
                    waiting = 0
                    if fed > MOST_NODES:
                        fed = 0
                        if sum(1 for _ in element.getroottree().iter()) > MOST_NODES:
                            raise too_large(self.shown)
                if waiting > MOST_NODES:
                    raise too_large(self.shown)
            parser.close()
            yield from _tops(parser, within)
        except etree.XMLSyntaxError as error:
            raise unread(error, self.shown) from error

    def tree(self, name: str) -> Any:
        """The root of a small part; None when there is no such part."""
        return parsed(self._chunks(name), self.shown) if self.has(name) else None

    def _chunks(self, name: str) -> Iterator[bytes]:
        for at, chunk in enumerate(without_doctypes(self._unpacked(name), self.shown)):
            yield chunk if at else _as_transitional(chunk)

    def _unpacked(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, counted."""
        size = 0
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    self._allowance.take(len(chunk), chunk.count(b"<"))
                    if size > LARGEST_PART:
                        raise too_large(self.shown)
                    yield chunk
        except RuntimeError as error:  # zipfile's word for a part that wants a password
            raise refuse(self.shown, "文件加了密码", "请打开后去掉密码，另存一份再导入") from error
        except (KeyError, *_BROKEN) as error:
            raise broken(self.shown) from error


def _as_transitional(head: bytes) -> bytes:
    """The beginning of a part with the names of Strict Open XML made those of what every program writes."""
    if _STRICT in head:
        for strict, usual in _OF_STRICT.items():
            head = head.replace(b'"' + _STRICT + strict + b'"', b'"' + usual + b'"')
            head = head.replace(b"'" + _STRICT + strict + b"'", b"'" + usual + b"'")
    return head


def _tops(parser: Any, within: str | None) -> Iterator[Any]:
    for _, element in parser.read_events():
        if within and next(element.iterancestors(within), None) is not None:
            continue
        yield element
        element.clear()
        while element.getprevious() is not None:  # what came before is done with
            del element.getparent()[0]

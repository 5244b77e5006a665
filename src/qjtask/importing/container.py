"""A zip of XML parts (docx, xlsx) opened without trusting it: bombs, entities and broken parts are told."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from qjtask.core.problem import Refused, refuse
from qjtask.importing.allowance import Allowance

LARGEST_PART = 96 * 1024 * 1024
"""Bytes of one unpacked part; 10,000 rows of a plan take about 12 MB."""

_FREE = 64 << 20  # bytes that any file may unpack to; a megabyte without tags takes 10 ms
_MOST_PARTS = 20_000
_MOST_NODES = (
    1_000_000  # tags of one row, of a part that is read whole, or of what is kept of one read row by row
)
_CHUNK = 1 << 16
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, NotImplementedError, OSError, OverflowError, ValueError),
)
# libxml2 stops at texts of 10 MB and 256 levels. The code of that differs by its version:
# an internal error, out of memory, a resource limit.
_LIMITS = frozenset((1, 2, 114))
# Strict Open XML (ISO/IEC 29500-1) says the same under other names; they stand in a part's first tag.
_STRICT = b"http://purl.oclc.org/ooxml/"
_OF_STRICT = {
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_CAUTION: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}


class Container:
    """The parts of an Office file. `shown` is how messages name the file."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.shown = shown
        self._allowance = Allowance(len(data), shown, _FREE)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._names = set(self._zip.namelist())
        except _BROKEN as error:
            raise self.broken() from error
        if len(self._names) > _MOST_PARTS:
            raise refuse(shown, "文件里的部件太多，不像文档", "请在办公软件里打开，另存一份再导入")

    def broken(self) -> Refused:
        """What is said of a file that cannot be read to its end."""
        return refuse(self.shown, "文件已损坏，读不出来", "请在办公软件里打开，另存一份再导入")

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._names

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

        parser: Any = etree.XMLPullParser(("end",), tag=tags, **_CAUTION)
        waiting = fed = 0  # tags since the last element; tags since what is kept was last counted
        try:
            for chunk in self._chunks(name):
                parser.feed(chunk)
                waiting += chunk.count(b"<")
                fed += chunk.count(b"<")
                for element in _tops(parser, within):
                    yield element
                    waiting = 0
                    if fed > _MOST_NODES:
                        fed = 0
                        if sum(1 for _ in element.getroottree().iter()) > _MOST_NODES:
                            raise self._too_large()
                if waiting > _MOST_NODES:
                    raise self._too_large()
            parser.close()
            yield from _tops(parser, within)
        except etree.XMLSyntaxError as error:
            raise self._unread(error) from error

    def tree(self, name: str) -> Any:
        """The root of a small part; None when there is no such part."""
        from lxml import etree

        if not self.has(name):
            return None
        parser: Any = etree.XMLParser(**_CAUTION)
        nodes = 0
        try:
            for chunk in self._chunks(name):
                nodes += chunk.count(b"<")
                if nodes > _MOST_NODES:
                    raise self._too_large()
                parser.feed(chunk)
            return parser.close()
        except etree.XMLSyntaxError as error:
            raise self._unread(error) from error

    def _unread(self, error: Any) -> Refused:
        return self._too_large() if error.code in _LIMITS else self.broken()

    def _too_large(self) -> Refused:
        return refuse(
            self.shown,
            f"解压后超过 {LARGEST_PART >> 20} MiB，或一处文字太长、元素太多、嵌套太深",
            "这不像任务分解表，请核对文件来源",
        )

    def _chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part. A document type is refused: Office writes none, and entities hide in it."""
        tail = b""
        for at, chunk in enumerate(self._unpacked(name)):
            if _has_doctype(tail + chunk):
                raise refuse(self.shown, "文件里有 XML 实体声明，办公软件不会这样写", "请核对文件来源")
            tail = chunk[-32:]
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
                        raise self._too_large()
                    yield chunk
        except RuntimeError as error:  # zipfile's word for a part that wants a password
            raise refuse(self.shown, "文件加了密码", "请打开后去掉密码，另存一份再导入") from error
        except (KeyError, *_BROKEN) as error:
            raise self.broken() from error


def _as_transitional(head: bytes) -> bytes:
    """The beginning of a part with the names of Strict Open XML made those of what every program writes."""
    if _STRICT in head:
        for strict, usual in _OF_STRICT.items():
            head = head.replace(b'"' + _STRICT + strict + b'"', b'"' + usual + b'"')
            head = head.replace(b"'" + _STRICT + strict + b"'", b"'" + usual + b"'")
    return head


def _has_doctype(data: bytes) -> bool:
    return b"<!DOCTYPE" in data.replace(b"\0", b"") or b"<!ENTITY" in data.replace(b"\0", b"")


def _tops(parser: Any, within: str | None) -> Iterator[Any]:
    for _, element in parser.read_events():
        if within and next(element.iterancestors(within), None) is not None:
            continue
        yield element
        element.clear()
        while element.getprevious() is not None:  # what came before is done with
            del element.getparent()[0]

"""XML from strangers parsed with care: no entity, nothing fetched, and bounds on what it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from qjtask.core.problem import Refused, refuse

LARGEST_PART = 96 * 1024 * 1024
"""Bytes of one unpacked part; 10,000 rows of a plan take about 12 MB."""

MOST_NODES = 1_000_000
"""Tags of one row, of a part that is read whole, or of what is kept of one read row by row."""

CAUTION: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}
_CHUNK = 1 << 16
# libxml2 stops at texts of 10 MB and 256 levels. The code of that differs by its version:
# an internal error, out of memory, a resource limit.
_LIMITS = frozenset((1, 2, 114))


def without_doctypes(chunks: Iterable[bytes], shown: str) -> Iterator[bytes]:
    """The bytes as they come. A document type is refused: Office writes none, and entities hide in it."""
    tail = b""
    for chunk in chunks:
        plain = (tail + chunk).replace(b"\0", b"")
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise refuse(shown, "文件里有 XML 实体声明，办公软件不会这样写", "请核对文件来源")
        tail = chunk[-32:]
        yield chunk


def parsed(chunks: Iterable[bytes], shown: str) -> Any:
    """The root of a part whose bytes have been looked at."""
    from lxml import etree

    parser: Any = etree.XMLParser(**CAUTION)
    nodes = 0
    try:
        for chunk in chunks:
            nodes += chunk.count(b"<")
            if nodes > MOST_NODES:
                raise too_large(shown)
            parser.feed(chunk)
        return parser.close()
    except etree.XMLSyntaxError as error:
        raise unread(error, shown) from error


def parsed_file(data: bytes, shown: str) -> Any:
    """The root of a file that is one XML document."""
    if len(data) > LARGEST_PART:
        raise too_large(shown)
    return parsed(
        without_doctypes((data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)), shown), shown
    )


def unread(error: Any, shown: str) -> Refused:
    """What is said of XML that libxml2 gives up."""
    return too_large(shown) if error.code in _LIMITS else broken(shown)


def broken(shown: str) -> Refused:
    """What is said of a file that cannot be read to its end."""
    return refuse(shown, "文件已损坏，读不出来", "请在办公软件里打开，另存一份再导入")


def too_large(shown: str) -> Refused:
    """What is said of a file that holds more than a plan ever does."""
    return refuse(
        shown,
        f"解压后超过 {LARGEST_PART >> 20} MiB，或一处文字太长、元素太多、嵌套太深",
        "这不像任务分解表，请核对文件来源",
    )

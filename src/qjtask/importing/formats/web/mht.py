"""Pages kept in a single file (.mht): what Word, WPS and browsers save, and systems export under .doc."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from qjtask.core.problem import refuse
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.encodings import decoded
from qjtask.importing.formats.packed.safe_xml import broken
from qjtask.importing.formats.web.html import read_html

Progress = Callable[[int], None]

_MOST_PARTS = 1000
_MOST_NESTED = 30
_PAGE = "text/html"


def read_mht(data: bytes, shown: str, progress: Progress) -> SourceDocument:
    """Read the pages of a file, in its order. Refused when it holds none."""
    pages = [decoded(page, shown) for page in _pages(data, shown)]
    document = read_html("\n".join(text for text, _ in pages), shown, progress)
    on_encoding = dict.fromkeys(doubt for _, doubts in pages for doubt in doubts)
    return document._replace(doubts=(*on_encoding, *document.doubts))


def _pages(data: bytes, shown: str) -> Iterator[bytes]:
    if data.count(b"boundary=") > _MOST_NESTED:  # each line is compared with the edge of each
        raise broken(shown)
    try:
        parts = list(message_from_bytes(data).walk())
    except (MessageError, ValueError, LookupError) as error:
        raise broken(shown) from error
    pages = [part for part in parts if part.get_content_type() == _PAGE]
    if not pages or len(parts) > _MOST_PARTS:
        raise refuse(shown, "单个文件的网页里没有可读的内容", "请在 Word 或 WPS 里打开，另存为 .docx 再导入")
    yield from map(_content, pages)


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""

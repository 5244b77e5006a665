"""What the bytes of a file show of its format: traits that the table of formats names.

`zip:PART` for each part of a zip, `compound:STREAM` of the old Office container, `xml:{NAMESPACE}ROOT`,
`mimetype:…` of OpenDocument, and `pdf`, `rtf`, `mht`, `html`, `text`.
"""

from __future__ import annotations

import re

from qjtask.core.problem import refuse
from qjtask.importing.formats.packed.container import Container

_ZIP, _CFB, _PDF, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-", b"{\\rtf"
_SAVE_AS = "请在 Word 或 WPS 里打开，另存为 .docx 再导入"
_LOCKED = ("文件加了密码", "请打开后去掉密码，另存一份再导入")
_MHT = (b"MIME-Version:", b"From: <Saved by", b'From: "Saved by', b"Content-Type: multipart/related")
# How files begin that are no documents, what they are, and what to do.
_STRANGERS = (
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
        "图片",
        "请先用文字识别转成 Word 或文本，核对后再导入",
    ),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), "压缩包", "请先解压，再导入里面的文档"),
)
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 1 << 14  # bytes; a root element that names thirty namespaces takes three thousand
# Atomic, or a page of comments would be tried in all their combinations.
_REMARKS = r"(?>(?:<!--.*?-->\s*|<\?[^>]*>\s*)*)"
_HTML = (
    rf"(?is)\s*{_REMARKS}<(?:!doctype\s+html|(?:html|head|body|title|meta|style|link|script|table|tr|h[1-6]|p|div"
    r"|section|article|center|span|font)(?=[\s>/]))"
)
# A document type is let through: the reader refuses it, and says so.
_DOCTYPE = rf"(?:<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?\s*>\s*{_REMARKS})?"
_ATTRIBUTE = r"\s+[\w:.-]{1,60}\s*=\s*(?:\"[^\"]*\"|'[^']*')"
_ROOT = rf"(?s)\s*{_REMARKS}{_DOCTYPE}<(?:([\w.-]{{1,40}}):)?([\w.-]{{1,60}})((?:{_ATTRIBUTE})*)"
_STREAMS = ("Workbook", "Book", "WordDocument")


def file_traits(data: bytes, shown: str) -> frozenset[str]:
    """The traits of a file's content. Refused when it is no document, locked, or of no known kind."""
    if data.startswith(_ZIP):
        return _of_zip(data, shown)
    if data.startswith(_CFB):
        return _of_compound(data, shown)
    if _PDF in data[:1024]:
        return frozenset(("pdf",))
    if data.startswith(_MHT):
        return frozenset(("mht",))
    if data.startswith(_RTF):
        return frozenset(("rtf",))
    for signs, what, fix in _STRANGERS:
        if data.startswith(signs):
            raise refuse(shown, f"这是{what}，不是文档", fix)
    return _of_text(data[:_HEAD].removeprefix(b"\xef\xbb\xbf"), shown)


def _of_text(head: bytes, shown: str) -> frozenset[str]:
    if not head.startswith(UTF_16) and b"\0" in head:
        raise refuse(shown, "不认识的文件格式", _SAVE_AS)
    text = head.decode("utf-16" if head.startswith(UTF_16) else "utf-8", "replace")
    if re.match(_HTML, text):
        return frozenset(("html",))
    return _of_xml(text) or frozenset(("text",))


def _of_xml(text: str) -> frozenset[str]:
    """The traits of an XML document, by its root; none where the text is no XML."""
    root = re.match(_ROOT, text) if text.lstrip().startswith("<") else None
    if root is None:
        return frozenset()
    given = dict(re.findall(r"([\w:.-]+)\s*=\s*[\"']([^\"']*)", root[3]))
    namespace = given.get(f"xmlns:{root[1]}" if root[1] else "xmlns", "")
    if not namespace and not text.lstrip().startswith("<?xml"):
        return frozenset()
    kind = next((value for name, value in given.items() if name.endswith(":mimetype")), "")
    return frozenset((f"xml:{{{namespace}}}{root[2]}", f"mimetype:{kind}"))


def _of_zip(data: bytes, shown: str) -> frozenset[str]:
    parts = Container(data, shown)
    traits = {f"zip:{name}" for name in parts.names}
    kind = parts.beginning("mimetype")
    if kind and parts.holds("META-INF/manifest.xml", b":encryption-data"):  # OpenDocument 1.3, part 2, 3.4
        raise refuse(shown, *_LOCKED)
    traits.add(f"mimetype:{kind.decode('ascii', 'replace').strip()}")
    return frozenset(traits)


def _of_compound(data: bytes, shown: str) -> frozenset[str]:
    """The old Office container: a .doc, a .xls, or a new file that a password has wrapped."""
    if _named("EncryptedPackage") in data:
        raise refuse(shown, *_LOCKED)
    streams = {name for name in _STREAMS if _named(name) in data}
    if "WordDocument" in streams:  # a workbook beside it is embedded in it
        streams = {"WordDocument"}
    return frozenset(("compound:", *(f"compound:{name}" for name in streams)))


def _named(stream: str) -> bytes:
    """A stream's name as the container's folder holds it."""
    return stream.encode("utf-16-le")

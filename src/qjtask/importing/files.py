"""Which reader a file needs: told by what is in it, not by how its name ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from qjtask.core.problem import Refused, refuse
from qjtask.importing.container import Container
from qjtask.importing.grid import SourceDocument
from qjtask.importing.long_texts import bounded

Progress = Callable[[int], None]

_ZIP, _CFB, _PDF, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-", b"{\\rtf"
_SAVE_AS = "请在 Word 或 WPS 里打开，另存为 .docx 再导入"
# How files begin that are no documents, what they are, and what to do.
_STRANGERS = (
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
        "图片",
        "请先用文字识别转成 Word 或文本，核对后再导入",
    ),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), "压缩包", "请先解压，再导入里面的文档"),
    ((b"MIME-Version:", b"From: <Saved by"), "单个文件的网页（.mht）", _SAVE_AS),
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# Atomic, or a page of comments would be tried in all their combinations.
_HTML = (
    rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)"
    rb"<(?:!doctype\s+html|(?:html|head|body|title|meta|style|link|script|table|tr|h[1-6]|p|div|section|article"
    rb"|center|span|font)(?=[\s>/]))"
)
_WORDS = {
    "docx": "Word 文档（.docx）",
    "xlsx": "Excel 工作簿（.xlsx）",
    "html": "网页（.html）",
    "pdf": "PDF（.pdf）",
    "office": "旧格式或别家的文档（.doc、.wps、.rtf）",
    "text": "文本（.txt、.csv）",
}
_ENDINGS = {
    "docx": ("docx", "docm"),
    "xlsx": ("xlsx", "xlsm"),
    "html": ("html", "htm", "xhtml"),
    "pdf": ("pdf",),
    "office": ("rtf", "odt", "ods"),
    "text": ("txt", "csv", "tsv", "md", "text"),
}
_KIND_OF = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings}
# Programs save all kinds of things under these, and open them by content; so do we.
_ANYTHING = frozenset(("doc", "wps", "xls", "et", "dot", "wpt", "tmp", "bak", ""))


def read_document(data: bytes, name: str, shown: str, progress: Progress) -> SourceDocument:
    """Read a file's bytes into paragraphs and tables; `name` is its name, `shown` how messages name it.

    Refused, in one line each, when the content is of no known kind, is another kind than the name
    ends in, is encrypted or broken, or asks for more memory than a plan ever needs.
    """
    if not data.strip(b"\0 \r\n\t"):
        raise refuse(shown, "文件是空的", "请核对是不是选错了文件")
    kind, ending = _kind(data, shown), PurePath(name).suffix.lower().lstrip(".")
    wanted = _KIND_OF.get(ending, kind)
    if wanted != kind and ending not in _ANYTHING:
        better = _ENDINGS[kind][0]
        raise refuse(
            shown,
            f"文件名以 .{ending} 结尾，内容却是{_WORDS[kind]}",
            f"请把文件名的结尾改成 .{better} 再导入",
        )
    try:
        return bounded(_read(kind, data, ending, shown, progress), shown, len(data))
    except (MemoryError, RecursionError) as error:
        raise refuse(shown, "文件太大或嵌套太深，读不完", "请只留下任务分解表再导入") from error


def _read(kind: str, data: bytes, ending: str, shown: str, progress: Progress) -> SourceDocument:
    """Each reader is imported only for its own kind."""
    if kind in {"docx", "office"}:
        from qjtask.importing.docx import read_docx
        from qjtask.importing.office import as_docx

        if kind == "office":
            data = as_docx(data, ending or "doc", shown)
        return read_docx(data, shown, progress)
    if kind == "xlsx":
        from qjtask.importing.xlsx import read_xlsx

        return read_xlsx(data, shown, progress)
    if kind == "pdf":
        from qjtask.importing.pdf import read_pdf

        return read_pdf(data, shown, progress)
    text = decode(data, shown)
    if kind == "html":
        from qjtask.importing.html import read_html

        return read_html(text, shown, progress)
    from qjtask.importing.plain_text import read_delimited, read_text

    if ending in {"csv", "tsv"}:
        return read_delimited(text, shown, progress, "\t" if ending == "tsv" else None)
    return read_text(text, shown, progress)


def _kind(data: bytes, shown: str) -> str:
    if data.startswith(_ZIP):
        return _kind_of_zip(data, shown)
    if data.startswith(_CFB):
        return _kind_of_compound(data, shown)
    if data[:1024].lstrip().startswith(_PDF) or _PDF in data[:1024]:
        return "pdf"
    if data.startswith(_RTF):
        return "office"
    for signs, what, fix in _STRANGERS:
        if data.startswith(signs):
            raise refuse(shown, f"这是{what}，不是文档", fix)
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if data.startswith(_UTF_16):
        head = head.decode("utf-16", "replace").encode()
    elif b"\0" in head:
        raise refuse(shown, "不认识的文件格式", _SAVE_AS)
    return "html" if re.match(_HTML, head) else "text"


def _kind_of_zip(data: bytes, shown: str) -> str:
    parts = Container(data, shown)
    for part, kind in (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("content.xml", "office")):
        if parts.has(part):
            return kind
    raise refuse(shown, "这是压缩包，里面没有 Word 正文或工作簿", "请先解压，再导入里面的文档")


def _kind_of_compound(data: bytes, shown: str) -> str:
    """The old Office container: a .doc, or a new file that a password has wrapped."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise refuse(shown, "文件加了密码", "请打开后去掉密码，另存一份再导入")
    if "Workbook".encode("utf-16-le") in data and "WordDocument".encode("utf-16-le") not in data:
        raise refuse(shown, "这是旧格式的 Excel 工作簿（.xls）", "请在 Excel 或 WPS 里另存为 .xlsx 再导入")
    return "office"


def decode(data: bytes, shown: str) -> str:
    """Bytes of a text or page as text: by its byte-order mark, as UTF-8, or as GB18030."""
    if data.startswith(_UTF_16):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _not_text(data, shown)


def _not_text(data: bytes, shown: str) -> Refused:
    try:
        data.decode("utf-8-sig")
        line = 1
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    return refuse(f"{shown}:{line}:1", "既不是 UTF-8 也不是 GB18030 编码", "请在编辑器里另存为 UTF-8 再导入")

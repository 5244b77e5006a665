"""Files that lie, break or attack: one clear line, soon, and within bounds."""

from __future__ import annotations

import contextlib
import io
import random
import resource
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.formats.files import read_document
from tests.importing.packed_pdf import packed, pdf_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(parts: dict[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def word(document: bytes | str) -> bytes:
    return archive({"word/document.xml": document})


def sheet(xml: str) -> bytes:
    return archive(
        {
            "xl/workbook.xml": f'<workbook {S} {R}><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<a><Relationship Id="r1" Target="a.xml"/></a>',
            "xl/sharedStrings.xml": f"<sst {S}><si><t>{'长' * 30_000}</t></si></sst>",
            "xl/a.xml": f"<worksheet {S}>{xml}</worksheet>",
        }
    )


def distinct(count: int) -> str:
    """Elements that pack badly, each with another name."""
    return "".join(f"<b{n * 7919 % 1_000_003}/>" for n in range(count))


def encrypted_zip() -> bytes:
    data = bytearray(word("<a/>"))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1  # the flag that says: a password is needed
    return bytes(data)


def refused(data: bytes, name: str) -> str:
    with pytest.raises(Refused) as caught:
        read_document(data, name, name, lambda _: None)
    assert len(caught.value.problems) == 1
    line = str(caught.value)
    assert "\n" not in line
    return line


BOMB = '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
XXE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
CELLS = "<w:tc><w:tcPr><w:gridSpan w:val='90000'/></w:tcPr><w:p/></w:tc>"
SHARED = '<c t="s"><v>0</v></c>'
WIDE = f"<w:document {W}><w:body><w:tbl><w:tr>{CELLS}</w:tr></w:tbl></w:body></w:document>"

SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
LOCKED = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
    "</manifest:file-entry></manifest:manifest>"
)
CASES: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "an empty file": (lambda: b"", "a.docx", "文件是空的"),
    "a wrong ending": ("一\n二".encode, "a.docx", "文件名以 .docx 结尾，内容却是文本"),
    "a web page that says it is a workbook": (
        lambda: b"<html><table></table></html>",
        "a.xlsx",
        "内容却是网页",
    ),
    "a Word file that says it is text": (lambda: word(WIDE), "a.txt", "内容却是Word 文档"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "a.docx", "这是图片"),
    "an archive": (lambda: archive({"a.txt": "x"}), "a.zip", "这是压缩包"),
    "another program's file": (lambda: b"\x7fELF" + b"\0" * 99, "a.bin", "不认识的文件格式"),
    "a cut zip": (lambda: word(WIDE)[:200], "a.docx", "文件已损坏"),
    "no XML at all": (lambda: word("hello"), "a.docx", "文件已损坏"),
    "cut XML": (lambda: word(WIDE.replace("90000", "2")[:-30]), "a.docx", "文件已损坏"),
    "entities that multiply": (lambda: word(BOMB), "a.docx", "实体声明"),
    "an entity from outside": (lambda: word(XXE), "a.docx", "实体声明"),
    "an entity in UTF-16": (lambda: word(XXE.encode("utf-16")), "a.docx", "实体声明"),
    "a password": (lambda: CFB + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"), "a.docx", "加了密码"),
    "a zip with a password": (encrypted_zip, "a.docx", "加了密码"),
    "an OpenDocument with a password": (
        lambda: archive({"mimetype": SPREADSHEET, "META-INF/manifest.xml": LOCKED, "content.xml": "\0"}),
        "a.ods",
        "加了密码",
    ),
    "an OpenDocument without a content": (lambda: archive({"mimetype": SPREADSHEET}), "a.ods", "文件已损坏"),
    "an old workbook": (
        lambda: CFB + b"\0" * 512 + "Workbook".encode("utf-16-le"),
        "a.xls",
        "另存为”存成 .xlsx",
    ),
    "a zip bomb": (lambda: word(b"<a>" + (b"<b>" + b" " * 9999 + b"</b>") * 10_100), "a.docx", "解压后比"),
    "a text of twelve million spaces": (
        lambda: word(b"<a>" + b" " * 12_000_000),
        "a.docx",
        "一处文字太长",
    ),
    "a bomb of elements": (lambda: word(b"<a>" + b"<b/>" * 1_100_000), "a.docx", "解压后比"),
    "very many elements": (lambda: word("<a>" + distinct(1_100_000)), "a.docx", "元素太多"),
    "very many elements between paragraphs": (
        lambda: word(f"<w:body {W}>{('<x><w:p/>' + distinct(200_000) + '</x>') * 12}</w:body>"),
        "a.docx",
        "元素太多",
    ),
    "one long text in very many cells": (
        lambda: sheet(f"<sheetData>{('<row>' + SHARED * 100 + '</row>') * 50}</sheetData>"),
        "a.xlsx",
        "万字",
    ),
    "a page of comments": (lambda: b"<!---->" * 500, "a.docx", "内容却是文本"),
    "a PDF bomb": (
        lambda: pdf_of(packed(b" " * (97 << 20)), "/FlateDecode"),
        "a.pdf",
        "解压后比",
    ),
    "a saved web archive": (lambda: b"MIME-Version: 1.0\n\n<html>", "a.mht", "没有可读的内容"),
    "a cell of ninety thousand columns": (lambda: word(WIDE), "a.docx", "表格超过300列"),
    "a page of a billion cells": (
        lambda: b"<table>" + b"<tr><td colspan=299 rowspan=60000>x</td></tr>" * 9000 + b"</table>",
        "a.html",
        "表格超过",
    ),
    "quotes that never end": (lambda: b'a,"b\n' * 20_000, "a.csv", "不是表格里的一行"),
    "a quotation mark without its partner": (lambda: b'a,"b\nc,d\n', "a.csv", "不是表格里的一行"),
    "a field of two million characters": (lambda: b'a,"' + b"b\n" * (1 << 20), "a.csv", "不是表格里的一行"),
    "a broken PDF": (lambda: b"%PDF-1.7\n1 0 obj\n<<", "a.pdf", "PDF"),
}


@pytest.mark.parametrize("name", CASES)
def test_refuses(name: str) -> None:
    make, file, told = CASES[name]
    data = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert told in refused(data, file)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    assert grown < 700, f"{grown} MiB"


def test_a_sheet_that_claims_billions_of_cells_costs_what_it_holds() -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>'
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>乙</t></is></c></row>'
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    data = sheet(f'<dimension ref="A1:XFD1048576"/><sheetData>{rows}{far}</sheetData>{merges}')
    document = read_document(data, "a.xlsx", "a.xlsx", lambda _: None)
    assert [[cell.text for cell in row.cells] for row in document.grids[0].rows] == [["甲"]]
    assert [doubt.read for doubt in document.doubts] == ["工作表“a”第300列以后还有文字，没有读"]


def test_overlapping_merges_are_bounded() -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="KA{n}"><v>1</v></c></row>' for n in range(1, 2000)
    )
    merges = "".join(f'<mergeCell ref="A1:KA{n}"/>' for n in range(1, 2000))
    data = sheet(f"<sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells>")
    assert "万格" in refused(data, "a.xlsx")


def test_spaces_without_end_cost_no_more_than_other_text() -> None:
    for text in (" " * 3_000_000 + "甲", " \u200b" * 1_000_000 + "甲"):  # squared, these would take hours
        assert read_document(text.encode(), "a.txt", "a.txt", lambda _: None).blocks == ("甲",)


def test_broken_bytes_anywhere_are_no_traceback(kit: Any) -> None:
    chance = random.Random(7)
    drawn = kit.table(("具体工作", "责任单位"), ("做。", "甲局"))
    for name, data in (("a.docx", kit.to_docx(drawn)), ("a.xlsx", kit.to_xlsx(drawn))):
        for _ in range(150):
            broken = bytearray(data)
            for _ in range(3):
                broken[chance.randrange(len(data))] = chance.randrange(256)
            with contextlib.suppress(Refused):
                read_document(bytes(broken), name, name, lambda _: None)


def test_deep_nesting_is_no_traceback(kit: Any) -> None:
    for data, name in (
        (b"<table>" + b"<tr><td><div>" * 5000, "a.html"),
        (f"<w:document {W}><w:body>{'<w:tbl><w:tr><w:tc>' * 3000}".encode(), "a.docx"),
    ):
        content = word(data) if name == "a.docx" else data
        with pytest.raises(Refused):
            kit.drafted(content, name)


def test_text_from_a_file_cannot_break_a_message(kit: Any) -> None:
    from qjtask.render.one_line import one_line

    table = kit.table(
        ("具体工作", "责任单位", "完成时限"), ("做\x1b[31m一。", "甲局\x1b]0;x\x07", "明\u202e天")
    )
    draft = kit.drafted(kit.to_html(table).replace(b"\x1b", b"&#27;"), "a.html")
    for doubt in draft.doubts:
        assert one_line(doubt.line).isprintable()
    assert all(text.isprintable() for item in draft.plan.items() for text in (item.work, *item.units))

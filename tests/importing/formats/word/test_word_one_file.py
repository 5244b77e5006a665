"""Word documents that are one XML file."""

from __future__ import annotations

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document

OLD = (
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core" '
    'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"'
)
HEAD = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'


def old(body: str, before: str = "") -> bytes:
    section = f"<w:body><wx:sect>{body}</wx:sect></w:body>"
    return f"{HEAD}<w:wordDocument {OLD}>{before}{section}</w:wordDocument>".encode()


def flat(body: str) -> bytes:
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return (
        f'{HEAD}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
        '<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>'
        f"<w:document {word}><w:body>{body}</w:body></w:document></pkg:xmlData></pkg:part>"
        '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>'
        "</pkg:package>"
    ).encode()


def read(data: bytes) -> SourceDocument:
    return read_document(data, "a.doc", "a.doc", lambda _: None)


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


@pytest.mark.parametrize("write", [old, flat], ids=["Word 2003", "flat OPC"])
def test_paragraphs_tables_and_struck_words_are_read(write: object) -> None:
    struck = "<w:p><w:r><w:t>综合</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>信息</w:t></w:r></w:p>"
    document = read(write(p("题") + f"<w:tbl>{row(p('甲'), struck)}</w:tbl>"))  # type: ignore[operator]
    assert document.blocks[0] == "题"
    assert [cell.text for cell in document.grids[0].rows[0].cells] == ["甲", "综合"]
    assert [doubt.read for doubt in document.doubts] == ["“信息”划掉了（有删除线）"]


def test_merges_of_word_2003() -> None:
    first, goes_on = '<w:tcPr><w:vmerge w:val="restart"/></w:tcPr>', "<w:tcPr><w:vmerge/></w:tcPr>"
    body = f"<w:tbl>{row(first + p('组'), p('甲'))}{row(goes_on + p(''), p('乙'))}</w:tbl>"
    assert [[(cell.text, cell.up) for cell in line.cells] for line in read(old(body)).grids[0].rows] == [
        [("组", False), ("甲", False)],
        [("组", True), ("乙", False)],
    ]


def test_tracked_changes_comments_and_page_heads_of_word_2003() -> None:
    def change(kind: str, inner: str) -> str:
        return f'<aml:annotation w:type="{kind}"><aml:content>{inner}</aml:content></aml:annotation>'

    run = "<w:r><w:t>{}</w:t></w:r>".format
    paragraph = (
        f"<w:p>{run('甲')}{change('Word.Insertion', run('乙'))}"
        f"{change('Word.Deletion', '<w:r><w:delText>丙</w:delText></w:r>')}"
        f"<w:r>{change('Word.Comment', p('批注'))}</w:r><w:r><w:footnote>{p('脚注')}</w:footnote></w:r></w:p>"
    )
    section = f"<w:p><w:pPr><w:sectPr><w:hdr w:type='odd'>{p('页眉')}</w:hdr></w:sectPr></w:pPr></w:p>"
    assert read(old(paragraph + section)).blocks == ("甲乙",)


def test_the_numbers_of_a_list_of_word_2003_are_those_that_are_shown() -> None:
    def item(number: str, text: str) -> str:
        return p(text, f'<w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="{number}"/></w:listPr></w:pPr>')

    assert read(old(item("（一）", "抓实城建") + item("·", "无号"))).blocks == ("（一）抓实城建", "无号")


def test_styles_of_word_2003_are_kept() -> None:
    styles = '<w:styles><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    body = (
        "<w:p><w:r><w:rPr><w:rStyle w:val='a'/></w:rPr><w:t>内部</w:t></w:r><w:r><w:t>公开</w:t></w:r></w:p>"
    )
    assert read(old(body, styles)).blocks == ("公开",)


@pytest.mark.parametrize("write", [old, flat], ids=["Word 2003", "flat OPC"])
def test_entities_and_broken_xml_are_refused(write: object) -> None:
    data: bytes = write(p("题"))  # type: ignore[operator]
    with pytest.raises(Refused, match="XML 实体声明"):
        read(data.replace(b"?><", b'?><!DOCTYPE a [<!ENTITY b "c">]><', 1))
    with pytest.raises(Refused, match="已损坏"):
        read(data[:-20])


def test_a_package_without_a_document_is_refused() -> None:
    with pytest.raises(Refused, match="没有 Word 正文"):
        read(flat("").replace(b"document.xml", b"other.xml"))

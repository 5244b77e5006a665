"""OpenDocument spreadsheets, packed and as one XML file."""

from __future__ import annotations

import io
import zipfile

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document

OPEN = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    f'xmlns:{key}="{OPEN}:{name}:1.0"'
    for key, name in (
        *(("office", "office"), ("table", "table"), ("text", "text"), ("style", "style")),
        ("number", "datastyle"),
    )
)
BLANK = '<table:table-cell table:number-columns-repeated="16384"/>'
KIND = "application/vnd.oasis.opendocument.spreadsheet"


def inner(rows: str, styles: str, columns: str, table: str) -> str:
    return (
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="表" {table}>{columns}{rows}</table:table>'
        "</office:spreadsheet></office:body>"
    )


def packed(rows: str, styles: str = "", columns: str = "", table: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("mimetype", KIND)
        content = inner(rows, styles, columns, table)
        file.writestr("content.xml", f"<office:document-content {NAMES}>{content}</office:document-content>")
    return made.getvalue()


def flat(rows: str, styles: str = "", columns: str = "", table: str = "") -> bytes:
    content = inner(rows, styles, columns, table)
    head = f'<?xml version="1.0"?><office:document {NAMES} office:mimetype="{KIND}">'
    return f"{head}{content}</office:document>".encode()


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def read(data: bytes, name: str = "a.ods") -> SourceDocument:
    return read_document(data, name, name, lambda _: None)


def texts(document: SourceDocument) -> list[list[str]]:
    return [[one.text for one in line.cells] for line in document.grids[0].rows]


def told(document: SourceDocument) -> list[tuple[str, str]]:
    return [(doubt.place, doubt.read) for doubt in document.doubts]


@pytest.mark.parametrize(("write", "name"), [(packed, "a.ods"), (flat, "a.fods"), (packed, "a.et")])
def test_cells_merges_and_what_stands_there_several_times(write: object, name: str) -> None:
    rows = (
        row(cell("题", 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>")
        + row(
            '<table:table-cell table:number-columns-repeated="16384"/>',
            attributes='table:number-rows-repeated="2"',
        )
        + row(cell("组", 'table:number-rows-spanned="2"'), cell("甲", 'table:number-columns-repeated="2"'))
        + row(
            "<table:covered-table-cell/>",
            "<table:table-cell><text:p>乙</text:p><text:p>丙</text:p></table:table-cell>",
        )
        + row(
            '<table:table-cell table:number-columns-repeated="16384"/>',
            attributes='table:number-rows-repeated="9999999"',
        )
    )
    document = read(write(rows), name)  # type: ignore[operator]
    assert texts(document) == [["题", "题", ""], ["组", "甲", "甲"], ["组", "乙\n丙", ""]]
    assert [line.place for line in document.grids[0].rows] == ["“表”第1行", "“表”第4行", "“表”第5行"]


def test_a_day_is_shown_as_its_style_says() -> None:
    parts = "<number:year/><number:text>年</number:text><number:month/><number:text>月</number:text>"
    styles = (
        f'<number:date-style style:name="N1">{parts}</number:date-style>'
        '<number:date-style style:name="N2"><number:month number:textual="true"/><number:text>-</number:text>'
        "<number:year/></number:date-style>"
        '<style:style style:name="a" style:data-style-name="N1"/>'
        '<style:style style:name="b" style:data-style-name="N2"/>'
    )
    date = 'office:value-type="date" office:date-value="2021-12-01"'
    cells = (
        cell("2021年12月", f'{date} table:style-name="a"'),
        cell("Dec-21", f'{date} table:style-name="b"'),
        cell("50%", 'office:value-type="percentage" office:value="0.5"'),
    )
    assert texts(read(packed(row(*cells), styles))) == [["2021年12月", "2021年12月", "50%"]]


def test_struck_and_hidden_cells_notes_and_guides_are_left_out() -> None:
    styles = (
        '<style:style style:name="p"><style:text-properties style:text-line-through-style="solid"/>'
        "</style:style>"
        '<style:style style:name="s" style:parent-style-name="p"/>'
        '<style:style style:name="u"><style:text-properties style:text-position="super 58%"/></style:style>'
    )
    words = (
        '综合<text:span text:style-name="s">信息</text:span>科<text:span text:style-name="u">1</text:span>'
        "<text:ruby><text:ruby-base>二</text:ruby-base><text:ruby-text>er</text:ruby-text></text:ruby>"
    )
    comment = "<office:annotation><text:p>批注</text:p></office:annotation>"
    note = f"<table:table-cell>{comment}<text:p>甲<text:s/>乙</text:p></table:table-cell>"
    rows = (
        row(cell("1"), cell(words), note, cell("密"))
        + row(cell("旧", 'table:style-name="s"'))
        + row(cell("藏"), attributes='table:visibility="filter"')
    )
    three, hidden = 'table:number-columns-repeated="3"', 'table:visibility="collapse"'
    columns = f"<table:table-column {three}/><table:table-column {hidden}/>"
    document = read(packed(rows, styles, columns))
    assert texts(document) == [["1", "综合科二", "甲 乙"]]
    assert told(document) == [
        ("“表”第4列", "这一列（“密”）是隐藏的"),
        ("“表”第1行", "“信息”划掉了（有删除线）"),
        ("“表”第2行", "这一行划掉了（有删除线）"),
        ("“表”第3行", "这一行是隐藏的"),
    ]


def test_a_hidden_sheet_and_columns_too_far_are_told() -> None:
    styles = '<style:style style:name="t"><style:table-properties table:display="false"/></style:style>'
    document = read(packed(row(cell("甲")), styles, table='table:style-name="t"'))
    assert told(document) == [("a.ods", "工作表“表”是隐藏的，没有读")]
    far = '<table:table-cell table:number-columns-repeated="400"/>' + cell("远")
    assert told(read(packed(row(cell("甲"), far)))) == [("a.ods", "工作表“表”第300列以后还有文字，没有读")]


def test_what_is_said_to_stand_there_very_often_is_refused() -> None:
    many = 'table:number-rows-repeated="9999999"'
    with pytest.raises(Refused, match="万格"):
        read(packed(row(cell("甲"), attributes=many)))


def test_styles_that_are_each_others_parents_end() -> None:
    styles = (
        '<style:style style:name="a" style:parent-style-name="b"/>'
        '<style:style style:name="b" style:parent-style-name="a"/>'
    )
    assert texts(read(packed(row(cell("甲", 'table:style-name="a"')), styles))) == [["甲"]]

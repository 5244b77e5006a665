"""Workbooks as their pages show them: struck and hidden cells, notes, phonetic guides, Strict Open XML."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(fill: Any) -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    fill(book, book.add_worksheet("表"))
    book.close()
    return made.getvalue()


def raw(sheet: str, shared: str = "", namespace: str = S) -> bytes:
    """A workbook of one sheet, from its XML."""
    relation = (
        namespace.replace("spreadsheetml/main", "officeDocument/relationships") if namespace == STRICT else R
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{namespace}" xmlns:r="{relation}"><sheets>'
            '<sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        file.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        file.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{namespace}">{sheet}</worksheet>')
        if shared:
            file.writestr("xl/sharedStrings.xml", f'<sst xmlns="{namespace}">{shared}</sst>')
        file.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{namespace}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
            "</styleSheet>",
        )
    return made.getvalue()


def read(data: bytes) -> SourceDocument:
    return read_document(data, "a.xlsx", "a.xlsx", lambda _: None)


def texts(document: SourceDocument) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.grids[0].rows]


def told(document: SourceDocument) -> list[tuple[str, str]]:
    return [(doubt.place, doubt.read) for doubt in document.doubts]


def test_struck_cells_and_words_are_left_out_and_told_and_a_struck_row_whole() -> None:
    def fill(book: Any, sheet: Any) -> None:
        struck = book.add_format({"font_strikeout": True})
        sheet.merge_range(0, 0, 1, 0, "组")
        for column, text in enumerate(("旧", "甲局"), 1):
            sheet.write_string(0, column, text, struck)
        sheet.write_string(1, 1, "新")
        sheet.write_rich_string(1, 2, "综合", struck, "信息", "科")

    document = read(workbook(fill))
    assert texts(document) == [["组", "新", "综合科"]]
    assert not document.grids[0].rows[0].cells[0].up
    assert told(document) == [
        ("“表”第1行", "这一行划掉了（有删除线）"),
        ("“表”第2行", "“信息”划掉了（有删除线）"),
    ]


def test_hidden_rows_and_columns_are_left_out_and_told() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.merge_range(0, 0, 0, 2, "题")
        for row, line in enumerate(
            (("序号", "内部", "工作"), ("1", "密", "做一。"), ("2", "密", "做二。")), 1
        ):
            sheet.write_row(row, 0, line)
        sheet.set_column(1, 1, None, None, {"hidden": True})
        sheet.set_row(2, None, None, {"hidden": True})

    document = read(workbook(fill))
    assert texts(document) == [["题", "题"], ["序号", "工作"], ["2", "做二。"]]
    assert told(document) == [("“表”第2列", "这一列（“内部”）是隐藏的"), ("“表”第3行", "这一行是隐藏的")]


def test_cells_that_a_format_hides_are_told() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_string(0, 0, "甲")
        sheet.write_string(0, 1, "内部", book.add_format({"num_format": ";;;"}))

    document = read(workbook(fill))
    assert texts(document) == [["甲", ""]]
    assert told(document) == [("“表”第1行", "“内部”是隐藏的")]


def test_a_column_or_a_row_drawn_with_no_size_is_hidden_too() -> None:
    def cells(row: int) -> str:
        return "".join(f'<c r="{at}{row}" t="inlineStr"><is><t>{at}</t></is></c>' for at in "AB")

    sheet = (
        '<cols><col min="2" max="16384" width="0" customWidth="1"/></cols><sheetData>'
        f'<row r="1">{cells(1)}</row><row r="2" ht="0" customHeight="1">{cells(2)}</row></sheetData>'
    )
    document = read(raw(sheet))
    assert texts(document) == [["A"]]
    assert len(document.doubts) == 2


def test_a_footnote_mark_and_a_phonetic_guide_are_none_of_the_words() -> None:
    raised = '<rPr><vertAlign val="superscript"/></rPr>'
    shared = (
        f"<si><r><t>综合科</t></r><r>{raised}<t>1</t></r><rPh sb='0' eb='2'><t>ZONGHE</t></rPh></si>"
        f"<si><r><t>500m</t></r><r>{raised}<t>2</t></r></si>"
    )
    sheet = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData>'
    assert texts(read(raw(sheet, shared))) == [["综合科", "500m2"]]


def test_strict_open_xml_is_read_and_its_days_too() -> None:
    shared = "<si><t>做一。</t></si>"
    sheet = (
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>'
        '<c r="B1" s="1" t="d"><v>2021-06-30T00:00:00</v></c>'
        '<c r="C1" t="d"><v>某日</v></c></row></sheetData>'
    )
    assert texts(read(raw(sheet, shared, STRICT))) == [["做一。", "2021年6月30日", "某日"]]


def test_formulas_without_a_result_and_errors_are_told_row_by_row_and_an_empty_result_is_blank() -> None:
    def cells(row: int, *inner: str) -> str:
        return f'<row r="{row}">' + "".join(inner) + "</row>"

    sheet = (
        cells(
            1,
            '<c r="A1" t="str"><v>甲</v></c>',
            '<c r="B1"><f>1+1</f></c>',
            '<c r="C1" t="e"><v>#N/A</v></c>',
        )
        + cells(2, '<c r="A2" t="str"><v>乙</v></c>', '<c r="B2" t="str"><f>""</f><v></v></c>')
        + '<row r="3" hidden="1"><c r="A3"><f>1+1</f></c></row>'
        + cells(4, '<c r="A4"><f>1+1</f><v/></c>')
    )
    document = read(raw(f"<sheetData>{sheet}</sheetData>"))
    assert [(doubt.place, doubt.read) for doubt in document.doubts] == [
        ("“表”第1行", "B、C列的公式没有结果或出错"),
        ("“表”第4行", "A列的公式没有结果或出错"),
    ]

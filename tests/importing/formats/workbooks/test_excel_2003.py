"""Excel 2003's XML."""

from __future__ import annotations

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document

HEAD = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">'
)


def book(rows: str, styles: str = "", columns: str = "", options: str = "") -> bytes:
    sheet = f'<Worksheet ss:Name="表"><Table>{columns}{rows}</Table>{options}</Worksheet>'
    return f"{HEAD}<Styles>{styles}</Styles>{sheet}</Workbook>".encode()


def cell(text: str, kind: str = "String", **attributes: object) -> str:
    given = "".join(f' ss:{name}="{value}"' for name, value in attributes.items())
    return f'<Cell{given}><Data ss:Type="{kind}">{text}</Data></Cell>'


def read(data: bytes) -> SourceDocument:
    return read_document(data, "a.xls", "a.xls", lambda _: None)


def texts(document: SourceDocument) -> list[list[str]]:
    return [[one.text for one in row.cells] for row in document.grids[0].rows]


def told(document: SourceDocument) -> list[tuple[str, str]]:
    return [(doubt.place, doubt.read) for doubt in document.doubts]


def test_cells_stand_where_they_say_and_merges_go_over_their_places() -> None:
    rows = (
        f"<Row>{cell('题', MergeAcross=1)}{cell('右')}</Row>"
        f'<Row ss:Index="3">{cell("组", MergeDown=1)}{cell("丙", Index=3)}</Row>'
        f"<Row>{cell('丁', Index=2)}</Row>"
    )
    document = read(book(rows))
    assert texts(document) == [["题", "题", "右"], ["组", "", "丙"], ["组", "丁", ""]]
    assert [row.place for row in document.grids[0].rows] == ["“表”第1行", "“表”第3行", "“表”第4行"]


def test_numbers_and_days_are_shown_as_their_style_says() -> None:
    styles = (
        '<Style ss:ID="a"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style>'
        '<Style ss:ID="b"><NumberFormat ss:Format="Short Date"/></Style>'
        '<Style ss:ID="c"><NumberFormat ss:Format="Percent"/></Style>'
    )
    day = "2021-06-30T00:00:00.000"
    rows = (
        f"<Row>{cell(day, 'DateTime', StyleID='a')}{cell(day, 'DateTime', StyleID='b')}"
        f"{cell('0.5', 'Number', StyleID='c')}{cell('3', 'Number')}{cell('#N/A', 'Error')}{cell('末')}</Row>"
    )
    assert texts(read(book(rows, styles))) == [["2021年6月", "2021年6月30日", "50.00%", "3", "", "末"]]


def test_struck_and_hidden_cells_are_left_out_and_told() -> None:
    styles = '<Style ss:ID="s"><Font ss:StrikeThrough="1"/></Style>'
    part = "<html:Font>综合</html:Font><html:S>信息</html:S>科<html:Sup>1</html:Sup>"
    rows = (
        f"<Row>{cell('1')}{cell(part)}{cell('密')}</Row>"
        f"<Row>{cell('旧', StyleID='s')}{cell('甲局', StyleID='s')}</Row>"
        f'<Row ss:Hidden="1">{cell("藏")}</Row>'
    )
    document = read(book(rows, styles, '<Column ss:Index="3" ss:Hidden="1"/>'))
    assert texts(document) == [["1", "综合科"]]
    assert told(document) == [
        ("“表”第3列", "这一列（“密”）是隐藏的"),
        ("“表”第1行", "“信息”划掉了（有删除线）"),
        ("“表”第2行", "这一行划掉了（有删除线）"),
        ("“表”第3行", "这一行是隐藏的"),
    ]


def test_a_hidden_sheet_and_columns_too_far_are_told() -> None:
    options = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    hidden = read(book(f"<Row>{cell('甲')}</Row>", options=options))
    assert told(hidden) == [("a.xls", "工作表“表”是隐藏的，没有读")]
    far = read(book(f"<Row>{cell('甲')}{cell('远', Index=400)}</Row>"))
    assert texts(far) == [["甲"]]
    assert told(far) == [("a.xls", "工作表“表”第300列以后还有文字，没有读")]


def test_merges_that_claim_the_world_cost_what_they_hold() -> None:
    rows = f"<Row>{cell('甲', MergeDown=999999999, MergeAcross=999999999)}</Row>"
    assert texts(read(book(rows))) == [["甲"]]
    assert texts(read(book(f'<Row>{cell("甲")}</Row><Row ss:Index="999999999">{cell("乙")}</Row>'))) == [
        ["甲"]
    ]


def test_too_many_cells_are_refused() -> None:
    wide = cell("甲", Index=300)
    with pytest.raises(Refused, match="万格"):
        read(book("".join(f"<Row>{wide}</Row>" for _ in range(8000))))

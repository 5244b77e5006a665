"""The other readers, each with what its files are known for."""

from __future__ import annotations

import io
import logging
from datetime import date
from typing import Any

import pytest

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document

ROWS = (
    ("序号", "具体工作", "责任单位", "完成时限"),
    ("1", "做一。", "甲局", "6月"),
    ("2", "做二。", "乙局", "7月"),
)
ITEMS = [("1.1", "做一。", "", "甲局", "6月"), ("1.2", "做二。", "", "乙局", "7月")]
CLERKS_TITLE = "2021年任务分解表"


def read(data: bytes | str, name: str) -> SourceDocument:
    data = data.encode() if isinstance(data, str) else data
    return read_document(data, name, name, lambda _: None)


def grid(data: bytes | str, name: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in read(data, name).grids[0].rows]


# Excel ----------------------------------------------------------------------------------------


def workbook(fill: Any) -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    fill(book)
    book.close()
    return made.getvalue()


def test_excel_dates_are_dates_numbers_whole_and_formulas_their_values() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        for column, form in enumerate(("yyyy/m/d", 'yyyy"年"m"月"d"日"', "m/d")):
            sheet.write_datetime(0, column, date(2021, 6, 30), book.add_format({"num_format": form}))
        sheet.write_number(0, 3, 3)
        sheet.write_number(0, 4, 0.3)
        sheet.write_formula(0, 5, "=1+1", None, 2)
        sheet.write_string(0, 6, "=1+1")
        sheet.write_rich_string(0, 7, "审", book.add_format({"bold": True}), "批科")

    assert grid(workbook(fill), "a.xlsx") == [
        ["2021年6月30日"] * 2 + ["6月30日", "3", "0.3", "2", "=1+1", "审批科"]
    ]


def test_excel_the_plan_is_found_among_sheets_and_hidden_ones_are_told(kit: Any) -> None:
    def fill(book: Any) -> None:
        book.add_worksheet("说明").write_string(5, 2, "填表说明")
        sheet = book.add_worksheet("分解表")
        sheet.merge_range(0, 0, 0, 3, CLERKS_TITLE)
        for at, row in enumerate(ROWS):
            sheet.write_row(at + 2, 0, row)
        book.add_worksheet("旧表").hide()

    draft = kit.drafted(workbook(fill), "a.xlsx")
    assert kit.rows_of(draft) == ITEMS
    assert draft.plan.title == CLERKS_TITLE
    assert draft.places["1.1"] == "“分解表”第4行"
    assert [doubt.read for doubt in draft.doubts] == ["工作表“旧表”是隐藏的，没有读"]


def test_excel_a_cell_at_the_end_of_the_world_costs_nothing() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        for at, row in enumerate(ROWS):
            sheet.write_row(at, 0, row)
        sheet.write_string(1_048_575, 16_383, "远")
        sheet.merge_range(10, 290, 12, 400, "")

    document = read(workbook(fill), "a.xlsx")
    assert [tuple(cell.text for cell in row.cells) for row in document.grids[0].rows] == list(ROWS)
    assert [doubt.read for doubt in document.doubts] == ["工作表“Sheet1”第300列以后还有文字，没有读"]


# Pages ----------------------------------------------------------------------------------------


def test_html_spans_breaks_entities_and_hidden_text() -> None:
    page = """<html><head><style>td{}</style><title>题</title></head><body><table border=1>
      <thead><tr><th rowspan=2>甲<br>乙<th colspan=2>丙</tr><tr><td>丁<td>&#25098;&nbsp;己</tr></thead>
      <tbody><tr><td><p>庚</p><p>辛</p><td style="display:none">壬<td><span style='mso-hide:all'>癸</span>子
        丑</td><td><del>旧</del>新</td></tr></tbody></table>"""
    # A cell that is not shown takes no place, as in a browser.
    assert grid(page, "a.html") == [
        ["甲\n乙", "丙", "丙"],
        ["甲\n乙", "丁", "戊 己"],
        ["庚\n辛", "子 丑", "新"],
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_html_in_any_encoding(kit: Any, encoding: str) -> None:
    page = kit.to_html(kit.table(*ROWS)).decode()
    assert kit.rows_of(kit.drafted(page.encode(encoding), "a.html")) == ITEMS


def test_html_a_table_that_frames_the_page_is_not_the_plan(kit: Any) -> None:
    table = kit.html_table(kit.table(*ROWS))
    page = f"<html><table><tr><td>菜单</td><td><p>{CLERKS_TITLE}</p>{table}</td></tr></table></html>"
    draft = kit.drafted(page, "a.html")
    assert kit.rows_of(draft) == ITEMS
    assert draft.plan.title == CLERKS_TITLE


def test_html_a_frame_of_three_columns_with_texts_beside_the_plan_is_not_the_plan(kit: Any) -> None:
    table = kit.html_table(kit.table(*ROWS))
    page = (
        "<table><tr><td colspan=3>青禾县人民政府网站</td></tr><tr><td><a>首页</a><br><a>政务公开</a></td>"
        f"<td><p>{CLERKS_TITLE}</p>{table}</td><td>友情链接</td></tr></table>"
    )
    draft = kit.drafted(page, "a.html")
    assert kit.rows_of(draft) == ITEMS
    assert draft.plan.title == CLERKS_TITLE


def test_html_a_caption_is_a_line_over_its_table(kit: Any) -> None:
    table = kit.html_table(kit.table(*ROWS))
    page = table.replace("<table>", "<table><caption>青禾县2018年城建工作考核细则</caption>")
    draft = kit.drafted(page, "a.html")
    assert kit.rows_of(draft) == ITEMS
    assert (draft.plan.title, draft.plan.year) == ("青禾县2018年城建工作考核细则", 2018)


# Text -----------------------------------------------------------------------------------------


def stacked(rows: Any) -> str:
    return "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)


TEXTS = {
    "one cell a line": (f"{CLERKS_TITLE}\n\n{stacked(ROWS)}\n\n", "a.txt"),
    "tabs": (CLERKS_TITLE + "\n" + "\n".join("\t".join(row) for row in ROWS), "a.txt"),
    "bars": (
        f"# {CLERKS_TITLE}\n\n"
        + "\n".join(f"| {' | '.join(row)} |" for row in (ROWS[0], ["---"] * 4, *ROWS[1:])),
        "a.md",
    ),
    "wide bars": (CLERKS_TITLE + "\n" + "\n".join("｜".join(row) for row in ROWS), "a.txt"),
    "commas": (f"{CLERKS_TITLE},,,\r\n" + "\r\n".join(",".join(row) for row in ROWS), "a.csv"),
    "tsv": (f"{CLERKS_TITLE}\n" + "\n".join("\t".join(row) for row in ROWS), "a.tsv"),
    "semicolons": (f"{CLERKS_TITLE};;;\n" + "\n".join(";".join(row) for row in ROWS), "a.csv"),
}


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_in_every_form_and_encoding(kit: Any, form: str, encoding: str) -> None:
    text, name = TEXTS[form]
    draft = kit.drafted(text.encode(encoding), name)
    assert kit.rows_of(draft) == ITEMS
    assert draft.plan.title == CLERKS_TITLE
    assert draft.doubts == ()


def test_text_residue_of_a_conversion_is_no_text() -> None:
    assert grid("\t[bookmark: OLE_LINK18]2021年\n\t甲\u200b乙\n", "a.txt") == [["2021年", "甲乙"]]


def test_text_a_cell_of_several_lines() -> None:
    assert grid("\t甲\n\t乙\n\n\t丙\n丙二\n\t丁\n\n后文", "a.txt") == [["甲", "乙"], ["丙\n丙二", "丁"]]


def test_text_a_row_with_too_few_cells_is_doubted(kit: Any) -> None:
    text = f"{CLERKS_TITLE}\n{stacked((*ROWS, ('3', '做三。', '甲局')))}\n\n"
    draft = kit.drafted(text, "a.txt")
    assert [doubt.read for doubt in draft.doubts] == ["这一行只有3格，比别的行少", "没有写完成时限"]


def test_csv_cells_that_excel_is_to_leave_as_they_are_come_without_the_sign_for_that(kit: Any) -> None:
    data = '任务,责任单位,时限\n"=""做事""""甲""",="甲局",="6-30"\n做事乙,="",="\n'.encode()
    draft = kit.drafted(data, "a.csv")
    (first, second) = draft.plan.items()
    assert (first.work, first.units, first.deadline.text) == ('做事"甲', ("甲局",), "6-30")
    assert (second.units, second.deadline.text) == ((), '="')


def test_csv_quotes_and_breaks_in_a_cell(kit: Any) -> None:
    data = f'{CLERKS_TITLE}\n序号,具体工作,责任单位,完成时限\n1,"做一，\n做""二""。",甲局,6月\n'
    draft = kit.drafted(data, "a.csv")
    assert kit.rows_of(draft) == [("1.1", '做一，做"二"。', "", "甲局", "6月")]
    assert draft.places["1.1"] == "第3行"


# PDF ------------------------------------------------------------------------------------------


def pdf(rows: Any, spans: Any = ()) -> bytes:
    pytest.importorskip("pdfplumber", reason="the extra pdf is not installed")
    platypus = pytest.importorskip("reportlab.platypus", reason="reportlab draws the PDF of this test")
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
        ("FONT", (0, 0), (-1, -1), "STSong-Light", 10),
        *spans,
    ]
    document = platypus.SimpleDocTemplate(made)
    widths = (60, 180, 120, 80)
    document.build([platypus.Table(list(map(list, rows)), colWidths=widths, rowHeights=24, style=style)])
    return made.getvalue()


def test_pdf_ruled_tables_with_merges(kit: Any) -> None:
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    rows = (("重点任务", *ROWS[0][1:]), ("一、甲", *ROWS[1][1:]), ("", *ROWS[2][1:]))
    draft = kit.drafted(pdf(rows, [("SPAN", (0, 1), (0, 2))]), "a.pdf", head=kit.head)
    assert kit.rows_of(draft) == ITEMS
    assert draft.places["1.2"] == "第1页表第3行"


def test_pdf_a_table_goes_on_over_pages(kit: Any) -> None:
    rows = (ROWS[0], *((str(n), f"做第{n}件事。", "甲局", "6月") for n in range(1, 61)))
    draft = kit.drafted(pdf(rows), "a.pdf", head=kit.head)
    assert [row[0] for row in kit.rows_of(draft)] == [f"1.{n}" for n in range(1, 61)]
    # 61 rows, 28 to a page: the last is the fifth of the third page.
    assert draft.places["1.60"] == "第3页表第5行"


# LibreOffice ----------------------------------------------------------------------------------


def test_old_documents_say_how_to_save_them(kit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Exception, match=r"另存为”存成 \.docx"):
        kit.drafted(rb"{\rtf1 hello}", "a.rtf")
    with pytest.raises(Exception, match=r"另存为”存成 \.docx"):
        kit.drafted(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.wps")
    with pytest.raises(Exception, match=r"另存为”存成 \.xlsx"):
        kit.drafted(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le"), "a.et")


def test_old_documents_go_through_soffice(kit: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(kit.to_docx(kit.table(*ROWS)))
    program = tmp_path / "soffice"
    program.write_text(
        '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\n/bin/mkdir -p "$2"\n'
        f'/bin/cp {made} "$2/source.docx"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert kit.rows_of(kit.drafted(rb"{\rtf1 hello}", "a.rtf")) == ITEMS
    program.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(Exception, match="LibreOffice 转换不了"):
        kit.drafted(rb"{\rtf1 hello}", "a.rtf")


@pytest.mark.parametrize(
    "before", ["<h1>甲</h1>", "<!-- 存自网页 -->\n<center>甲</center>", "<p class=x>甲</p>", ""]
)
def test_a_piece_of_a_page_is_a_page(before: str, kit: Any) -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    page = f"{before}<table>{rows}</table>".encode()
    assert kit.rows_of(kit.drafted(page, "a.html")) == ITEMS

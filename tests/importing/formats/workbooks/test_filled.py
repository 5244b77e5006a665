"""Filled workbooks read back, as every program saves them; and those that are something else."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.packs.pack import packs
from qjtask.core.packs.returns import ReturnsLedger, collect
from qjtask.core.plan.plan import Plan
from qjtask.core.problem import Refused
from qjtask.importing.formats.workbooks.filled import read_filled
from qjtask.render.pack_excel import pack_excel
from tests.core.plans import day, item, milestone, past, plan, refused, shipped, standing
from tests.filling import MACHINE, SHEET, address, edited, fill, report
from tests.render.office import converted
from tests.strokes import STROKES, says_nothing

TODAY = day("06-10")
AT = datetime(2021, 6, 10, 9, tzinfo=UTC)
SERIAL = 44350  # 2021-06-03
SERIAL_1904 = SERIAL - 1462
PLAN = plan(
    item("9.1"),
    item("9.10", work="做好第十项"),
    item("9.4", deadline="按时序推进", milestones=(milestone("04-30", "梳理"),)),
)


def made(on: Plan) -> bytes:
    return pack_excel(packs(on, standing(on), past(()), TODAY, ("审批科",))[0])


@cache
def book() -> bytes:
    return made(PLAN)


def entries(*books: bytes, on: Plan = PLAN) -> tuple[Entry, ...]:
    files = [read_filled(data, f"{at}.xlsx") for at, data in enumerate(books)]
    return collect(files, ReturnsLedger(on, standing(on), (), TODAY), TODAY, AT, None).entries


def faults(data: bytes, on: Plan = PLAN) -> list[str]:
    with pytest.raises(Refused) as refusal:
        entries(data, on=on)
    return [str(problem) for problem in refused(refusal)]


def told(data: bytes, name: str = "a.xlsx") -> list[str]:
    with pytest.raises(Refused) as refusal:
        read_filled(data, name)
    return [str(problem) for problem in refused(refusal)]


def resaved(data: bytes, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it."""
    return converted(data, "pack.xlsm", folder, "xlsx").read_bytes()  # it saves nothing over its source


def other(fill_in: Any) -> bytes:
    """A workbook that is no pack."""
    import xlsxwriter  # type: ignore[import-untyped]

    made = io.BytesIO()
    workbook = xlsxwriter.Workbook(made)
    fill_in(workbook)
    workbook.close()
    return made.getvalue()


def zipped(name: str, text: str = "") -> bytes:
    """A package of one part."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(name, text)
    return made.getvalue()


# What the programs make of a cell ---------------------------------------------------------------


def test_a_pack_as_it_was_sent_says_nothing() -> None:
    filled = read_filled(book(), "审批科.xlsx")
    assert filled.identity.unit == "审批科"
    assert filled.unit
    assert filled.unit.text == "审批科"
    assert [row["编号"].text for row in filled.rows] == ["9.1", "9.10", "9.4", "9.4.1"]
    assert filled.rows[0]["百分比"].at == "审批科.xlsx:填报表!H5"
    assert entries(book()) == ()


def test_texts_numbers_and_dates() -> None:
    data = report(book(), "9.1", 进展="=1+1；<b>&甲", 百分比=60, 佐证="a.pdf")
    data = report(data, "9.10", 是否完成="是", 完成日期=SERIAL)
    note, done = entries(data)
    assert (note.item, note.text, note.percent, note.evidence) == ("9.1", "=1+1；<b>&甲", 60, ("a.pdf",))
    assert (done.item, done.do, done.on) == ("9.10", Do.DONE, day("06-03"))


def test_a_percent_cell_is_read_as_it_is_shown() -> None:
    def as_percent(styles: str) -> str:
        return re.sub(r'<xf numFmtId="1" ', '<xf numFmtId="9" ', styles)

    data = edited(report(book(), "9.1", 百分比=0.57), "xl/styles.xml", as_percent)
    assert entries(data)[0].percent == 57
    assert faults(report(book(), "9.1", 百分比=0.57)) == [
        "0.xlsx:填报表!H5: 百分比“0.57”不清楚；请写成整数，如 57"
    ]


def test_dates_that_count_from_1904() -> None:
    def since_1904(workbook: str) -> str:
        return workbook.replace("<workbookPr ", '<workbookPr date1904="1" ')

    data = report(book(), "9.1", 是否完成="是", 完成日期=SERIAL_1904)
    assert entries(edited(data, "xl/workbook.xml", since_1904))[0].on == day("06-03")


def test_breaks_as_excel_escapes_them_and_literal_ones() -> None:
    data = report(book(), "9.1", 进展="第一条。_x000D_\n第二条，_x005F_x0041_")
    assert entries(data)[0].text == "第一条。第二条，_x0041_"


def test_a_work_text_that_looks_like_an_escape_is_still_itself() -> None:
    on = plan(item("9.1", work="按_x0041_编号办理\u3000\u200b，占比80％"))
    assert entries(report(made(on), "9.1", 进展="已办"), on=on)[0].text == "已办"


def test_cells_joined_over_several_works_are_refused() -> None:
    """What stands in them would count for the first work only, and be lost for the others."""

    def joined(sheet: str) -> str:
        return sheet.replace("<mergeCells", "<mergeCells", 1).replace(
            "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="G5:G6"/></mergeCells>', 1
        )

    wanted = ["0.xlsx:填报表!G5:G6: 合并成了一格，看不出填的是哪一项；请取消合并，逐行填写"]
    assert faults(edited(book(), SHEET, joined)) == wanted


def test_a_formula_counts_by_its_result_and_without_one_is_refused() -> None:
    def formula(result: str, kind: str = "") -> bytes:
        cell = f'<c r="H5"{kind}><f>30+30</f>{result}</c>'
        return edited(book(), SHEET, lambda sheet: re.sub(r'<c r="H5"[^>]*/>', cell, sheet))

    assert entries(formula("<v>60</v>"))[0].percent == 60
    wanted = ["0.xlsx:填报表!H5: 这一格的公式没有结果或出错；请直接写内容，不要用公式"]
    assert faults(formula("")) == wanted
    assert faults(formula("<v>#DIV/0!</v>", ' t="e"')) == wanted


def test_a_formulas_text_is_read_like_any_other() -> None:
    cell = '<c r="G5" t="str"><f>A1</f><v>第一条。_x000D_第二条</v></c>'
    data = edited(book(), SHEET, lambda sheet: re.sub(r'<c r="G5"[^>]*/>', cell, sheet))
    assert entries(data)[0].text == "第一条。第二条"


def test_errors_outside_the_table_are_no_matter() -> None:
    def broken(sheet: str) -> str:
        error = '<c r="A1" t="e"><v>#REF!</v></c>'
        return re.sub(r'<c r="A1"[^>]*>.*?</c>', error, sheet, count=1)

    def other_order(workbook: str) -> str:
        first, second = re.findall(r"<sheet [^>]*/>", workbook)
        return workbook.replace(first + second, second + first)

    def error_in(sheet: str) -> str:
        return sheet.replace(
            "</sheetData>", '<row r="99"><c r="A99" t="e"><v>#REF!</v></c></row></sheetData>'
        )

    data = edited(report(book(), "9.1", 进展="话"), SHEET, broken)
    data = edited(edited(data, "xl/workbook.xml", other_order), MACHINE, error_in)
    assert [one.text for one in entries(data)] == ["话"]


def test_columns_inserted_and_rows_sorted_are_found_by_heading_and_id() -> None:
    data = report(book(), "9.10", 进展="第十项", 百分比=10)

    def sorted_rows(sheet: str) -> str:
        rows = re.findall(r"<row .*?</row>", sheet)
        swapped = [
            re.sub(r'(r="[A-Z]*)6"', r'\g<1>5"', rows[5]),
            re.sub(r'(r="[A-Z]*)5"', r'\g<1>6"', rows[4]),
        ]
        return sheet.replace(rows[4] + rows[5], "".join(swapped))

    def one_column_on(sheet: str) -> str:
        def later(found: re.Match[str]) -> str:
            return f'<c r="{chr(ord(found[1]) + 1)}{found[2]}"'

        return re.sub(r'<c r="([B-K])([0-9]+)"', later, sheet)

    sorted_book = edited(data, SHEET, sorted_rows)
    assert address(sorted_book, "9.10", "进展") == "G5"
    moved = edited(sorted_book, SHEET, one_column_on)
    assert address(moved, "9.10", "进展") == "H5"
    for one in (sorted_book, moved):
        assert [(entry.item, entry.text) for entry in entries(one)] == [("9.10", "第十项")]


def test_an_id_that_became_a_number_is_not_taken_for_another() -> None:
    data = fill(report(book(), "9.10", 进展="第十项"), {"A6": 9.10})
    assert faults(data) == [
        "0.xlsx:填报表!C6: 文字和编号 9.1 对不上；这一行被改过或挪过，请恢复发下去时的编号和文字"
    ]


def test_a_deleted_row_is_nothing_to_report() -> None:
    def without(sheet: str) -> str:
        return re.sub(r'<row r="5".*?</row>', "", sheet)

    data = edited(report(book(), "9.10", 进展="第十项"), SHEET, without)
    assert [one.item for one in entries(data)] == ["9.10"]


def test_what_is_written_beside_the_table_is_told() -> None:
    def beside(sheet: str) -> str:
        cell = '<c r="N5" t="inlineStr"><is><t>请领导批示</t></is></c></row><row r="6"'
        over = '<c r="N2" t="inlineStr"><is><t>抄送</t></is></c></row><row r="3"'
        return sheet.replace('</row><row r="6"', cell, 1).replace('</row><row r="3"', over, 1)

    filled = read_filled(edited(book(), SHEET, beside), "a.xlsx")
    assert [tuple(one) for one in filled.beyond] == [("请领导批示", "a.xlsx:填报表!N5")]


def test_libreoffice_saves_what_was_filled_in(tmp_path: Path) -> None:
    data = report(made(shipped()), "9.2", 进展="已改造，\n占比82%；=1+1", 百分比=65, 佐证="a.pdf、b.zip")
    data = report(data, "9.4", 是否完成="是", 完成日期=SERIAL)
    data = report(data, "9.4.1", 进展="已梳理 <b>", 是否完成="是", 完成日期="2021.4.28")
    again = resaved(data, tmp_path)
    assert again != data
    assert entries(again, on=shipped()) == entries(data, on=shipped())
    assert len(entries(data, again, on=shipped())) == 3


def test_libreoffice_keeps_every_address(tmp_path: Path) -> None:
    data = report(book(), "9.10", 百分比=130)
    assert faults(resaved(data, tmp_path)) == faults(data)


# What is no pack --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "文件是空的"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "这是旧格式的工作簿（.xls、.et）"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "文件加了密码",
        ),
        ("编号,进展".encode(), "不是 Excel 工作簿（.xlsx）"),
        (b"PK\x03\x04broken", "文件已损坏，读不出来"),
        (zipped("word/document.xml"), "压缩包里没有工作簿"),
        (
            zipped("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            "这是 OpenDocument 工作簿（.ods）",
        ),
        (other(lambda book: book.add_worksheet()), "不是 qjtask report pack 生成的填报表"),
        (
            other(lambda book: book.add_worksheet().write_row(0, 0, ["编号", "具体工作", "进展"])),
            "不是 qjtask report pack 生成的填报表",
        ),
    ],
    ids=range(9),  # the bytes hold the time at which they were made
)
def test_one_line_for_what_is_something_else(data: bytes, what: str) -> None:
    (line,) = told(data)
    assert line.startswith(f"a.xlsx: {what}；")
    assert "导入" not in line  # what is collected is not imported


def test_an_open_document_is_to_be_saved_as_a_workbook(tmp_path: Path) -> None:
    data = converted(book(), "pack.xlsm", tmp_path, "ods").read_bytes()
    assert told(data, "a.ods") == [
        "a.ods: 这是 OpenDocument 工作簿（.ods）；请在 Excel、WPS 或 LibreOffice 里另存为 .xlsx"
    ]


def test_excels_own_lock_file() -> None:
    assert told(b"\x06root" + bytes(100), "填报/~$审批科.xlsx") == [
        "填报/~$审批科.xlsx: 这是 Excel 打开文件时的临时文件；请关闭 Excel，或不要列出这个文件"
    ]


def test_a_heading_changed_and_a_sheet_copied() -> None:
    renamed = fill(book(), {"H4": "比例"})
    assert told(renamed) == ["a.xlsx:填报表!4:4: 缺少“百分比”这一列；请恢复表头"]
    assert told(fill(book(), {"A4": "序号"}))[0].startswith("a.xlsx: 没有找到表头“编号”“具体工作”；")

    def copied(workbook: str) -> str:
        sheet = re.search(r"<sheet [^>]*/>", workbook)
        assert sheet
        copy = sheet[0].replace("填报表", "填报表 (2)")
        return workbook.replace(sheet[0], sheet[0] + copy)

    assert told(edited(book(), "xl/workbook.xml", copied))[0].startswith("a.xlsx: 有几张工作表都像填报表；")


def test_the_machines_sheet_changed() -> None:
    assert told(fill(book(), {"A1": "x"}, MACHINE))[0].startswith("a.xlsx: 不是 qjtask")
    assert told(fill(book(), {"B3": "六月"}, MACHINE))[0].startswith("a.xlsx: 填报表里给程序看的内容被改过；")


def test_the_unit_that_people_see_changed() -> None:
    data = fill(report(book(), "9.1", 进展="话"), {"A2": "责任单位：建管科　　制表日期：2021年6月10日"})
    assert faults(data)[0].startswith("0.xlsx:填报表!A2: 这是发给审批科的填报表，填报单位写成了“建管科”；")


def test_a_report_that_begins_like_the_head_is_not_the_head() -> None:
    data = fill(report(book(), "9.1", 进展="责任单位：建管科已办"), {"A2": ""})
    assert [one.text for one in entries(data)] == ["责任单位：建管科已办"]


def test_a_cell_at_the_end_of_the_world_costs_nothing() -> None:
    def far(sheet: str) -> str:
        row = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>远</t></is></c></row></sheetData>'
        return sheet.replace("</sheetData>", row).replace("A1:K8", "A1:XFD1048576")

    assert [one.text for one in entries(edited(report(book(), "9.1", 进展="话"), SHEET, far))] == ["话"]


def test_a_bomb_is_refused() -> None:
    made = io.BytesIO(book())
    with (
        zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as parts,
        parts.open("xl/worksheets/sheet3.xml", "w") as bomb,
    ):
        bomb.write(b"<worksheet>")
        for _ in range(100):
            bomb.write(b"<a/>" * (1 << 18))

    def third(workbook: str) -> str:
        return workbook.replace("</sheets>", '<sheet name="x" sheetId="3" r:id="rId9"/></sheets>')

    def related(relations: str) -> str:
        return relations.replace(
            "</Relationships>",
            '<Relationship Id="rId9" Type="x" Target="worksheets/sheet3.xml"/></Relationships>',
        )

    data = edited(edited(made.getvalue(), "xl/workbook.xml", third), "xl/_rels/workbook.xml.rels", related)
    (line,) = told(data)
    assert "解压后比文件本身大得太多" in line


def test_an_entity_is_refused() -> None:
    def entity(sheet: str) -> str:
        return sheet.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1)

    assert "XML 实体声明" in told(edited(book(), SHEET, entity))[0]


# For any words ----------------------------------------------------------------------------------

RADICALS = "".join(map(chr, range(0x2E80, 0x2FE0)))  # they come back as the characters that they stand for
WORDS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"),
        exclude_characters=RADICALS,
    ),
    max_size=60,
)


SAYING_LITTLE = st.text([*STROKES, " ", "\u3000"], max_size=3) | st.sampled_from(["无", "暂无", "没有"])


@settings(deadline=None, max_examples=60)
@given(
    text=WORDS | SAYING_LITTLE,
    percent=st.none() | st.integers(0, 100),
    names=st.lists((WORDS | SAYING_LITTLE).filter(lambda name: not set(name) & set("、；;")), max_size=3),
    done=st.none() | st.dates(day("01-01"), TODAY),
)
def test_whatever_is_filled_in_comes_back(
    text: str, percent: int | None, names: list[str], done: Any
) -> None:
    fields: dict[str, str | float] = {"进展": text, "佐证": "；".join(names)}
    if done:
        fields |= {"是否完成": "是", "完成日期": (done - day("01-01")).days + 44197}
    elif percent is not None:
        fields["百分比"] = percent
    found = entries(report(book(), "9.1", **fields))
    said = not says_nothing(text)
    kept = [" ".join(name.split()) for name in names if not says_nothing(name)]
    if not (said or done or percent is not None or kept):
        assert found == ()
        return
    (one,) = found
    assert (one.item, one.unit) == ("9.1", "审批科")
    assert one.do is (Do.DONE if done else Do.NOTE)
    assert one.on == (done or TODAY)
    assert one.percent == (None if done else percent)
    if said:
        assert "".join(one.text.split()) == "".join(text.split())
    assert [*one.evidence] == kept


@pytest.mark.parametrize("name", ["\\", "/", "_", "——", "／／", "无", "暂无", "无；", "；\\", "—、/"])
def test_a_file_named_by_strokes_alone_is_none(name: str) -> None:
    assert entries(report(book(), "9.1", 佐证=name)) == ()


@settings(deadline=None, max_examples=40)
@given(
    before=st.text([*STROKES - {"、"}], max_size=3),
    char=st.sampled_from("甲a0."),
    after=st.text([*STROKES - {"、"}], max_size=3),
)
def test_a_file_whose_name_holds_strokes_comes_back(before: str, char: str, after: str) -> None:
    (one,) = entries(report(book(), "9.1", 佐证=f"甲.pdf；{before}{char}{after}"))
    assert one.evidence == ("甲.pdf", f"{before}{char}{after}")
    (one,) = entries(report(book(), "9.1", 佐证=f"{before}{char}{after}"))
    assert one.evidence == (f"{before}{char}{after}",)


@settings(deadline=None, max_examples=150)
@given(
    cells=st.dictionaries(
        st.sampled_from([f"{c}{r}" for c in "ACGHIJK" for r in range(2, 9)]), WORDS, max_size=6
    )
)
def test_no_filling_however_wild_is_more_than_a_refusal(cells: dict[str, str]) -> None:
    known = {at: text for at, text in cells.items() if at.startswith("A") or int(at[1:]) >= 4}
    with suppress(Refused):
        assert all(one.unit == "审批科" or one.do is Do.DONE for one in entries(fill(book(), known)))

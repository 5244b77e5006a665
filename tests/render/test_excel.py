"""Excel workbooks: real dates and numbers, merged groups that a filter still finds, pages as wide as A4."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from qjtask.core.layout.document import Document, Heading, Paragraph, Part
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.problem import Refused
from qjtask.importing.formats.workbooks.xlsx import read_xlsx
from qjtask.render import excel as module
from qjtask.render.excel import excel
from tests.render.documents import (
    HOSTILE,
    SAMPLES,
    SLIP_LINES,
    UNSEEN,
    document_of,
    hostile,
    progress,
    progress_sheet,
    slip,
)
from tests.render.office import converted, found, pages, promised, sheets

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Book:
    """A workbook's parts, read by hand."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(BytesIO(content)) as file:
            assert file.testzip() is None
            self.files: dict[str, Any] = {
                name: etree.fromstring(file.read(name))
                for name in file.namelist()
                if name.endswith((".xml", ".rels"))
            }
        shared = self.files.get("xl/sharedStrings.xml")
        self.texts = [] if shared is None else ["".join(one.itertext()) for one in shared]
        self.sheet = self.files["xl/worksheets/sheet1.xml"]

    @property
    def names(self) -> list[str]:
        return [one.get("name") for one in self.files["xl/workbook.xml"].iter(f"{S}sheet")]

    @property
    def defined(self) -> dict[str, str]:
        return {one.get("name"): one.text for one in self.files["xl/workbook.xml"].iter(f"{S}definedName")}

    @property
    def merges(self) -> list[str]:
        return [one.get("ref") for one in self.sheet.iter(f"{S}mergeCell")]

    def cell(self, place: str) -> tuple[str, str]:
        """A cell's type (s a text, n a number) and its value; a text looked up."""
        (one,) = self.sheet.iterfind(f".//{S}c[@r='{place}']")
        value = one.findtext(f"{S}v") or ""
        return ("s", self.texts[int(value)]) if one.get("t") == "s" else ("n", value)

    def style(self, place: str, part: str) -> Any:
        """The fonts, borders or numFmts entry that a cell's style points at; the style itself for xf."""
        (one,) = self.sheet.iterfind(f".//{S}c[@r='{place}']")
        styles = self.files["xl/styles.xml"]
        form = styles.find(f"{S}cellXfs")[int(one.get("s"))]
        if part == "xf":
            return form
        key, group = {"font": ("fontId", "fonts"), "border": ("borderId", "borders")}[part]
        return styles.find(S + group)[int(form.get(key))]

    def height(self, row: int) -> float:
        (one,) = self.sheet.iterfind(f".//{S}row[@r='{row}']")
        return float(one.get("ht", 15))  # what Excel leaves out is its default


def book(*blocks: Any, is_wide: bool = False) -> Book:
    return Book(excel(document_of(*blocks, is_wide=is_wide)))


@pytest.mark.parametrize("name", SAMPLES)
def test_tables_read_back_cell_by_cell(name: str) -> None:
    """Those of one worksheet share its columns, so a cell may be found several times."""
    read = read_xlsx(excel(SAMPLES[name]), "x.xlsx", lambda _: None)
    lines = [deduped(line) for grid in read.grids for line in found(grid)]
    for sheet in sheets(SAMPLES[name]):
        wanted = [deduped(line) for line in promised(sheet)]
        at = lines.index(wanted[0])
        assert lines[at : at + len(wanted)] == wanted
        del lines[: at + len(wanted)]


def deduped(line: list[str]) -> list[str]:
    return [text for at, text in enumerate(line) if at == 0 or text != line[at - 1]]


def test_dates_are_dates_numbers_numbers_and_texts_texts() -> None:
    columns = tuple(Column(name) for name in "甲乙丙丁戊己庚")
    row = (
        Cell(date(2021, 6, 3)),
        Cell(12),
        Cell("2021-06-03"),
        Cell("12"),
        Cell(None),
        Cell(10**15),
        Cell(Decimal("-2.5")),
    )
    made = book(Sheet("", columns, (row,)))
    assert made.cell("A3") == ("n", "44350")  # days since 1899-12-30
    form = made.style("A3", "xf").get("numFmtId")
    (code,) = made.files["xl/styles.xml"].iterfind(f".//{S}numFmt[@numFmtId='{form}']")
    assert code.get("formatCode") == 'yyyy"年"m"月"d"日"'
    assert made.cell("B3") == ("n", "12")
    assert made.cell("C3") == ("s", "2021-06-03")
    assert made.cell("D3") == ("s", "12")
    assert made.cell("E3") == ("n", "")
    assert made.cell("F3") == ("s", "1000000000000000")  # as a number its last figures would be lost
    assert made.cell("G3") == ("n", "-2.5")


def test_a_day_before_excels_calendar_is_a_text() -> None:
    made = book(Sheet("", (Column("甲"),), ((Cell(date(1900, 2, 28)),), (Cell(date(1900, 3, 1)),))))
    assert made.cell("A3") == ("s", "1900年2月28日")
    assert made.cell("A4") == ("n", "61")


def test_groups_are_merged_and_every_row_of_one_keeps_its_value_for_the_filter() -> None:
    made = book(progress_sheet(9), is_wide=True)
    assert {"B3:B5", "B6:B8", "B9:B11"} <= set(made.merges)
    assert [made.cell(f"B{row}")[1] for row in range(3, 12)] == [
        f"（{group}）着力提升网上办事深度" for group in (1, 1, 1, 2, 2, 2, 3, 3, 3)
    ]


def test_a_merged_date_is_a_date_too() -> None:
    cells = ((Cell(date(2021, 6, 3)),),) * 2
    made = book(Sheet("", (Column("完成时限", merged=True),), cells))
    assert made.merges == ["A3:A4"]
    assert made.cell("A3") == made.cell("A4") == ("n", "44350")


def test_a_merged_text_stands_at_the_top_where_no_page_cuts_it() -> None:
    made = book(progress_sheet(3), is_wide=True)
    aligned = [made.style(place, "xf").find(f"{S}alignment").get("vertical") for place in ("B3", "C3")]
    assert aligned == ["top", "center"]


def test_no_merges_overlap_and_none_runs_over_a_section() -> None:
    made = book(progress_sheet(9, sections=True), is_wide=True)
    assert [ref for ref in made.merges if ref.startswith("B")] == ["B4:B6", "B9:B10", "B11:B13"]
    assert {"A3:H3", "A8:H8"} <= set(made.merges)


def test_one_table_has_a_filter_and_its_heading_stays_on_screen_and_on_every_page() -> None:
    made = Book(excel(SAMPLES["progress"]))
    assert made.sheet.find(f"{S}autoFilter").get("ref") == "A3:H48"
    pane = made.sheet.find(f".//{S}pane")
    assert (pane.get("ySplit"), pane.get("state")) == ("3", "frozen")
    assert made.defined["_xlnm.Print_Titles"].endswith("!$3:$3")
    assert made.defined["_xlnm.Print_Area"].endswith("!$A$1:$H$49")  # the note too


def test_several_tables_share_the_columns_and_have_no_filter() -> None:
    made = Book(excel(SAMPLES["bulletin"]))
    assert made.sheet.find(f"{S}autoFilter") is None
    assert made.sheet.find(f".//{S}pane") is None
    assert "_xlnm.Print_Titles" not in made.defined
    assert any(re.fullmatch(r"B\d+:[C-G]\d+", ref) for ref in made.merges)  # 具体工作 over narrower columns


def test_a_table_after_running_text_does_not_freeze_it_on_the_screen() -> None:
    made = book(Paragraph("长" * 500), progress_sheet(3))
    assert made.sheet.find(f".//{S}pane") is None
    assert made.sheet.find(f"{S}autoFilter") is not None


def test_a_worksheet_prints_one_page_wide_with_its_number() -> None:
    for name, orientation in (("progress", "landscape"), ("bulletin", "portrait")):
        made = Book(excel(SAMPLES[name]))
        setup = made.sheet.find(f"{S}pageSetup")
        assert (setup.get("paperSize"), setup.get("orientation")) == ("9", orientation)
        assert setup.get("fitToHeight") == "0"
        assert setup.get("fitToWidth", "1") == "1"
        assert made.sheet.find(f"{S}sheetPr/{S}pageSetUpPr").get("fitToPage") == "1"
        assert made.sheet.find(f"{S}printOptions").get("horizontalCentered") == "1"
        assert made.sheet.findtext(f"{S}headerFooter/{S}oddFooter") == "&C— &P —"


def test_fonts_have_names_and_the_chinese_character_set() -> None:
    made = Book(excel(SAMPLES["progress"]))
    fonts = {place: made.style(place, "font") for place in ("A1", "A3", "C4")}
    names = [font.find(f"{S}name").get("val") for font in fonts.values()]
    assert names == ["方正小标宋简体", "黑体", "仿宋"]
    assert {font.find(f"{S}charset").get("val") for font in fonts.values()} == {"134"}


def test_cells_have_borders_and_wrap() -> None:
    made = Book(excel(SAMPLES["progress"]))
    for place in ("A3", "C4", "B5"):
        sides = [made.style(place, "border").find(S + side).get("style") for side in ("left", "bottom")]
        assert sides == ["thin", "thin"]
        assert made.style(place, "xf").find(f"{S}alignment").get("wrapText") == "1"


def test_rows_are_high_enough_for_their_texts() -> None:
    made = book(
        Sheet("", (Column("甲", weight=1),), ((Cell("短"),), (Cell("长" * 400),), (Cell("长" * 9000),)))
    )
    assert made.height(3) < 25
    assert 9 * 16 <= made.height(4) <= 13 * 16  # 44 characters a line
    assert 409 - 1 < made.height(5) <= 409  # Excel knows no higher row


def test_a_groups_text_longer_than_its_rows_makes_them_higher() -> None:
    columns = (Column("甲", merged=True), Column("乙", weight=1))
    made = book(Sheet("", columns, tuple((Cell("长" * 260), Cell(at)) for at in range(4))))
    assert sum(made.height(row) for row in range(3, 7)) >= 260 / 13 * 15  # 13 characters a line


def test_running_text_headings_and_signature_lie_over_all_columns() -> None:
    part = Part("题", (Heading("一、甲"), Paragraph("乙", Tone.RED), progress_sheet(2)), sign=("某局",))
    made = Book(excel(Document("", (part,), is_wide=True)))
    assert [made.cell(place)[1] for place in ("A1", "A2", "A3", "A8")] == ["题", "一、甲", "　　乙", "某局"]
    assert {"A1:H1", "A2:H2", "A3:H3", "A8:H8"} <= set(made.merges)
    assert made.style("A3", "font").find(f"{S}color").get("rgb") == "FFC00000"


def test_each_part_is_a_worksheet_with_a_legal_name_of_its_own() -> None:
    titles = (
        "督办单[一]:*?/\\",
        "督办单[一]:*?/\\",
        "abc",
        "ABC",
        "'",
        "History",
        "长" * 40,
        "长" * 40,
        "\x00",
        "😀" * 20,
    )
    names = Book(excel(Document("", tuple(Part(title, ()) for title in titles)))).names
    assert names[:6] == ["督办单 一", "督办单 一（2）", "abc", "ABC（2）", "表", "History（2）"]
    assert names[6:8] == ["长" * 31, "长" * 28 + "（2）"]
    assert names[8:] == ["�", "😀" * 15]
    assert len({name.casefold() for name in names}) == len(titles)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    made = book(Sheet("", (Column("甲", weight=1),), ((Cell("长" * 32_767),), (Cell("😀" * 20_000),))))
    assert made.cell("A3")[1] == "长" * 32_767
    kept = made.cell("A4")[1]
    assert len(kept.encode("utf-16-le")) // 2 <= 32_767
    assert kept.startswith("😀" * 16_000)
    assert kept.endswith("（超出Excel单元格的容量，以下从略）")


def test_more_rows_than_a_worksheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 13)
    assert excel(document_of(progress_sheet(9)))
    with pytest.raises(Refused, match="只放得下13行"):
        excel(document_of(progress_sheet(10)))


def test_hostile_texts_stay_texts() -> None:
    made = Book(excel(hostile()))
    assert set(made.texts) >= {*HOSTILE, *UNSEEN.values()} - {"_x0041_x"}
    assert "_x005F_x0041_x" in made.texts  # Excel reads _x0041_ as A, and _x005F_ as _
    for tree in made.files.values():
        assert not list(tree.iter(f"{S}f", f"{S}hyperlink", f"{S}hyperlinks"))
    assert not any("External" in str(etree.tostring(tree)) for tree in made.files.values())


def test_the_same_document_gives_the_same_bytes() -> None:
    content = excel(SAMPLES["bulletin"])
    with zipfile.ZipFile(BytesIO(content)) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = file.read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == 2
    assert "推进情况通报" in core
    assert content == excel(SAMPLES["bulletin"])


def test_libreoffice_makes_pages_with_the_heading_on_each(tmp_path: Path) -> None:
    made = pages(excel(progress(20)), "progress.xlsx", tmp_path)
    assert len(made) > 2
    assert all("具体工作责任单位完成时限" in page for page in made)
    assert [f"—{number}—" in page for number, page in enumerate(made, 1)] == [True] * len(made)
    assert "2021年2月28日" in made[0]


def test_rows_are_as_high_as_libreoffice_would_make_them(tmp_path: Path) -> None:
    """A row with a height of its own is never fitted to its text: a line too few hides the last words."""
    texts = ["长短不一的工作内容，含“引号”、12.5%和ABC：" * count for count in range(1, 13)]
    columns = (Column("甲", weight=1), Column("乙", weight=2), Column("丙"))
    cells = tuple((Cell(one), Cell(one), Cell("2021年6月3日")) for one in texts)
    made = converted(excel(document_of(Sheet("", columns, cells))), "ours.xlsx", tmp_path, "fods")
    unfitted = made.read_text(encoding="utf-8").replace(
        *('optimal-row-height="false"', 'optimal-row-height="true"')
    )
    fitted = converted(
        re.sub('row-height="[0-9.]+in"', 'row-height="0.1in"', unfitted).encode(), "x.fods", tmp_path, "ods"
    )
    again = converted(fitted.read_bytes(), "fitted.ods", tmp_path, "fods")
    ours, its = row_heights(made), row_heights(again)
    assert len(ours) == len(its) == len(texts) + 1
    assert [mine >= other for mine, other in zip(ours, its, strict=True)] == [True] * len(ours)
    assert sum(ours) < 1.5 * sum(its)


def row_heights(path: Path) -> list[float]:
    """The heights of a table's rows in inches, in a flat OpenDocument sheet whose first row is its title."""
    tree: Any = etree.parse(str(path))
    spaces = {prefix: uri for prefix, uri in tree.getroot().nsmap.items() if prefix}
    style = f"{{{spaces['style']}}}"
    heights = {
        one.getparent().get(f"{style}name"): one.get(f"{style}row-height")
        for one in tree.iterfind(".//style:table-row-properties", spaces)
    }
    rows: Any = tree.xpath("//table:table-row[table:table-cell/text:p]", namespaces=spaces)
    return [
        float(heights[row.get(f"{{{spaces['table']}}}style-name")].removesuffix("in")) for row in rows[1:]
    ]


def test_what_is_below_stands_under_the_signature() -> None:
    read = read_xlsx(excel(slip()), "x.xlsx", lambda _: None)
    cells = [cell.text for grid in read.grids for row in grid.rows for cell in row.cells]
    assert [cells.index(line) for line in SLIP_LINES] == sorted(cells.index(line) for line in SLIP_LINES)

"""Word files: what stands in them, how it is set, and that Word's own schema is kept."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from qjtask.core.layout.document import Document, Heading, Paragraph, Part
from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.importing.formats.word.docx import read_docx
from qjtask.importing.words.tidy_text import tidy
from qjtask.render.word import word
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
from tests.render.office import found, pages, promised, sheets

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Of ISO/IEC 29500-1, annex A, what this program writes.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore autoSpaceDE autoSpaceDN spacing ind jc outlineLvl"
    " sectPr",
    "rPr": "rFonts b color sz szCs lang",
    "tblPr": "tblW jc tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW gridSpan vMerge vAlign",
    "trPr": "cantSplit tblHeader",
    "sectPr": "footerReference pgSz pgMar pgNumType cols docGrid",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "style": "name basedOn qFormat pPr rPr",
    "font": "altName charset family pitch",
}


def parts(content: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(BytesIO(content)) as file:
        assert file.testzip() is None
        return {name: etree.fromstring(file.read(name)) for name in file.namelist()}


def body(document: Document) -> Any:
    return parts(word(document))["word/document.xml"][0]


def text(node: Any) -> str:
    return "".join(piece.text or "" for piece in node.iter(f"{W}t"))


def style(paragraph: Any) -> str:
    return str(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))


def numbers(nodes: Sequence[Any], name: str) -> list[int]:
    return [int(node.get(W + name)) for node in nodes]


@pytest.mark.parametrize("name", [*SAMPLES, "hostile"])
def test_every_element_stands_where_the_schema_wants_it(name: str) -> None:
    document = SAMPLES.get(name) or hostile()
    for tree in parts(word(document)).values():
        for node in tree.iter(*(W + tag for tag in ORDER)):
            order = ORDER[etree.QName(node).localname].split()
            places = [order.index(etree.QName(child).localname) for child in node]
            assert places == sorted(places), etree.tostring(node)[:300]
            if node.tag.endswith("Pr") and node.tag != f"{W}sectPr":
                assert len(set(places)) == len(places), etree.tostring(node)[:300]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_table_reads_back_cell_by_cell(name: str) -> None:
    read = read_docx(word(SAMPLES[name]), "x.docx", lambda _: None)
    assert [found(grid) for grid in read.grids] == [promised(sheet) for sheet in sheets(SAMPLES[name])]


@pytest.mark.parametrize("name", SAMPLES)
def test_widths_are_fixed_and_fill_the_page(name: str) -> None:
    made = body(SAMPLES[name])
    page, margins = made.find(f".//{W}pgSz"), made.find(f".//{W}pgMar")
    room = numbers([page], "w")[0] - sum(numbers([margins], side)[0] for side in ("left", "right"))
    for table in made.iter(f"{W}tbl"):
        grid = numbers(table.findall(f"{W}tblGrid/{W}gridCol"), "w")
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
        assert sum(grid) == numbers([table.find(f"{W}tblPr/{W}tblW")], "w")[0]
        assert abs(sum(grid) - room) <= 2
        assert min(grid) > 300
        for row in table.iter(f"{W}tr"):
            assert sum(numbers(row.findall(f"{W}tc/{W}tcPr/{W}tcW"), "w")) == sum(grid)
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc")]
            covered = sum(1 if span is None else numbers([span], "val")[0] for span in spans)
            assert covered == len(grid)


def test_a_merged_cell_begins_once_goes_on_blank_and_never_over_a_section() -> None:
    table = body(document_of(progress_sheet(9, sections=True))).find(f"{W}tbl")
    column = [merge(row) for row in table.findall(f"{W}tr")[1:]]
    group = [("restart", 1), ("continue", 0), ("continue", 0)]
    assert column == [
        (None, 1),  # 一、
        *group,
        (None, 1),
        (None, 1),  # the group goes on after 二、, in a cell of its own
        ("restart", 1),
        ("continue", 0),
        *group,
    ]


def merge(row: Any) -> tuple[str | None, int]:
    """How the second cell of a row is merged (the only one of a section's), and whether it has a text."""
    cell = row.findall(f"{W}tc")[-7:][0]
    found_merge = cell.find(f"{W}tcPr/{W}vMerge")
    return None if found_merge is None else found_merge.get(f"{W}val"), int(bool(text(cell)))


def test_the_heading_row_is_repeated_and_no_row_splits() -> None:
    rows = list(body(progress(6)).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 6
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_row_higher_than_a_page_may_split() -> None:
    made = body(document_of(Sheet("", (Column("甲", weight=1),), ((Cell("长" * 4000),), (Cell("短"),)))))
    assert [row.find(f"{W}trPr") is None for row in made.iter(f"{W}tr")] == [False, True, False]


def test_fonts_are_named_for_han_and_latin_and_no_theme_overrides_them() -> None:
    files = parts(word(SAMPLES["bulletin"]))
    every = [node for tree in files.values() for node in tree.iter(f"{W}rFonts")]
    names = {"ascii", "hAnsi", "eastAsia", "cs"}
    assert all({etree.QName(key).localname for key in node.attrib} == names for node in every)
    styles = files["word/styles.xml"]
    assert set(styled(styles, "rFonts", "eastAsia").items()) >= {
        ("Title", "方正小标宋简体"),
        ("Heading1", "黑体"),
        ("BodyText", "仿宋_GB2312"),
        ("Cell", "仿宋_GB2312"),
    }
    sizes = styled(styles, "sz", "val")  # half points: 二号 22, 三号 16, 小四 12
    assert [sizes[name] for name in ("Title", "Heading1", "BodyText", "Cell")] == ["44", "32", "32", "24"]
    fallbacks = {
        font.get(f"{W}name"): font.find(f"{W}altName").get(f"{W}val") for font in files["word/fontTable.xml"]
    }
    assert "仿宋" in fallbacks["仿宋_GB2312"].split(",")
    assert fallbacks["方正小标宋简体"].split(",")[-4:] == ["华文中宋", "STZhongsong", "宋体", "SimSun"]
    assert {node.get(f"{W}eastAsia") for node in every} <= set(fallbacks)


def styled(styles: Any, tag: str, attribute: str) -> dict[str, str]:
    return {
        one.get(f"{W}styleId"): one.find(f"{W}rPr/{W}{tag}").get(W + attribute)
        for one in styles.iter(f"{W}style")
    }


def test_every_style_used_is_there() -> None:
    for document in SAMPLES.values():
        files = parts(word(document))
        there = {one.get(f"{W}styleId") for one in files["word/styles.xml"].iter(f"{W}style")}
        used = {one.get(f"{W}val") for tree in files.values() for one in tree.iter(f"{W}pStyle")}
        assert used <= there


def millimetres(document: Document) -> dict[str, int]:
    made = body(document)
    sizes = {**made.find(f".//{W}pgSz").attrib, **made.find(f".//{W}pgMar").attrib}
    return {
        etree.QName(name).localname: round(int(value) / 1440 * 25.4)
        for name, value in sizes.items()
        if value.isdecimal()
    }


def test_a_letter_has_the_margins_of_the_standard_and_a_wide_one_lies() -> None:
    upright, lying = millimetres(SAMPLES["bulletin"]), millimetres(SAMPLES["progress"])
    assert (upright["w"], upright["h"]) == (210, 297)
    assert [upright[side] for side in ("top", "bottom", "left", "right")] == [37, 35, 28, 26]
    assert (lying["w"], lying["h"]) == (297, 210)
    assert body(SAMPLES["progress"]).find(f".//{W}pgSz").get(f"{W}orient") == "landscape"


def test_a_page_has_22_lines_of_28_characters() -> None:
    files = parts(word(SAMPLES["bulletin"]))
    sizes = {
        etree.QName(key).localname: value
        for one in ("pgSz", "pgMar")
        for key, value in files["word/document.xml"].find(f".//{W}{one}").attrib.items()
    }
    high = int(sizes["h"]) - int(sizes["top"]) - int(sizes["bottom"])
    wide = int(sizes["w"]) - int(sizes["left"]) - int(sizes["right"])
    (spacing,) = files["word/styles.xml"].findall(f"{W}style[@{W}styleId='BodyText']//{W}spacing")
    assert high // numbers([spacing], "line")[0] == 22
    assert round(wide / (16 * 20)) == 28


def test_page_numbers_stand_at_the_outer_edge() -> None:
    files = parts(word(SAMPLES["bulletin"]))
    footers = [tree for name, tree in files.items() if "footer" in name]
    assert [text(footer) for footer in footers] == ["— 1 —"] * 2
    assert all(footer.find(f".//{W}fldSimple").get(f"{W}instr").strip() == "PAGE" for footer in footers)
    sides = {footer.find(f".//{W}jc").get(f"{W}val") for footer in footers}
    assert sides == {"left", "right"}
    assert files["word/settings.xml"].find(f"{W}evenAndOddHeaders") is not None


def test_running_text_headings_and_head_lines_have_their_styles() -> None:
    part = Part(
        "题", (Heading("一、甲"), Paragraph("乙")), head=("黔〔2021〕1号",), sign=("某局", "2021年6月3日")
    )
    made = body(Document("", (part,)))
    assert [(style(one), text(one)) for one in made.iter(f"{W}p")] == [
        ("Title", "题"),
        ("Head", "黔〔2021〕1号"),
        ("Heading1", "一、甲"),
        ("BodyText", "乙"),
        ("Sign", ""),
        ("Sign", "某局"),
        ("Sign", "2021年6月3日"),
    ]
    indents = parts(word(Document("", (part,))))["word/styles.xml"].findall(
        f"{W}style[@{W}styleId='BodyText']//{W}ind"
    )
    assert numbers(indents, "firstLineChars") == [200]


def kept(paragraph: Any) -> bool:
    return paragraph.find(f"{W}pPr/{W}keepNext") is not None


def test_a_signature_is_never_alone_on_a_page() -> None:
    blocks = body(SAMPLES["bulletin"])[:-1]
    paragraphs = [*blocks[-5].iter(f"{W}p"), *blocks[-4:]]
    assert [style(one) for one in paragraphs] == [
        *("Column", "Column", "Column"),
        *("CellCentred", "Cell", "CellCentred"),
        *("Note", "Sign", "Sign", "Sign"),
    ]
    assert [kept(one) for one in paragraphs] == [False] * 3 + [True] * 6 + [False]


def test_what_leads_to_a_table_stays_with_it() -> None:
    made = body(document_of(Paragraph("甲"), Paragraph("共1项："), progress_sheet(1)))
    assert [kept(one) for one in made[1:3]] == [False, True]


def test_no_paragraph_is_kept_twice() -> None:
    empty = Sheet("", (Column("甲"),), ())
    made = body(Document("", (Part("题", (Paragraph("乙"), empty, empty), sign=("某局",)),)))
    assert [len(one.findall(f"{W}pPr/{W}keepNext")) for one in made[:-1]] == [0, 1, 1, 1, 1, 0]


def test_each_part_is_a_section_whose_pages_begin_with_1() -> None:
    made = body(SAMPLES["chase"])
    sections = list(made.iter(f"{W}sectPr"))
    assert len(sections) == len(SAMPLES["chase"].parts) == 2
    assert numbers([one.find(f"{W}pgNumType") for one in sections], "start") == [1, 1]
    assert all(len(one.findall(f"{W}footerReference")) == 2 for one in sections)
    titles = [at for at, one in enumerate(made) if one.tag == f"{W}p" and style(one) == "Title"]
    assert made[titles[1] - 1].find(f"{W}pPr/{W}sectPr") is not None


def test_whom_a_letter_is_for_stands_at_the_margin() -> None:
    flush, usual = body(document_of(Paragraph("审批科：", is_flush=True), Paragraph("甲")))[1:3]
    assert numbers([flush.find(f"{W}pPr/{W}ind")], "firstLineChars") == [0]
    assert usual.find(f"{W}pPr/{W}ind") is None


@pytest.mark.parametrize("notes", [(), ("注：甲",)])
def test_a_paragraph_follows_every_table(notes: tuple[str, ...]) -> None:
    sheet = Sheet("", (Column("甲"),), ((Cell("乙"),),), notes)
    made = body(document_of(sheet, sheet))
    tags = [etree.QName(one).localname for one in made]
    assert tags == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_a_sheet_without_rows_is_its_title_and_notes() -> None:
    made = body(document_of(Sheet("逾期事项", (Column("甲"),), (), ("没有。",))))
    assert [text(one) for one in made.iter(f"{W}p")] == ["任务进展情况表", "逾期事项", "没有。"]
    assert made.find(f"{W}tbl") is None


def test_a_long_title_is_broken_between_words_into_lines_of_like_length() -> None:
    title = "关于2021年政务服务工作任务推进情况的通报"  # 22 characters; a line has 20
    made = body(Document("", (Part(title, ()),)))[0]
    assert [text(one) or "br" for one in made.iter(f"{W}r")] == [
        *("关于2021年政务服务", "br", "工作任务推进情况的通报")
    ]
    assert len(list(made.iter(f"{W}br"))) == 1
    assert not list(body(Document("", (Part("短题", ()),))).iter(f"{W}br"))
    lying = body(Document("", (Part(title, ()),), is_wide=True))[0]
    assert not list(lying.iter(f"{W}br")), "a lying page has room for 33"


def test_a_tone_is_a_colour_and_red_is_bold_too() -> None:
    cells = tuple((Cell(tone.value, tone),) for tone in Tone)
    made = body(document_of(Sheet("", (Column("甲"),), cells)))
    marks = {
        text(run): {etree.QName(one).localname for one in run.find(f"{W}rPr")}
        for run in made.iter(f"{W}r")
        if run.find(f"{W}rPr") is not None
    }
    coloured = {"yellow": {"color"}, "green": {"color"}, "dim": {"color"}}
    assert marks == {"red": {"b", "color"}, "strong": {"b"}, **coloured}


def test_hostile_texts_stay_texts() -> None:
    files = parts(word(hostile()))
    made = files["word/document.xml"]
    texts = {text(one) for one in made.iter(f"{W}p")}
    assert texts >= {*HOSTILE, *UNSEEN.values(), "长" * 40_000}
    fields = [one.get(f"{W}instr") for tree in files.values() for one in tree.iter(f"{W}fldSimple")]
    assert fields == [" PAGE "] * 2
    assert not list(made.iter(f"{W}hyperlink", f"{W}instrText"))
    (grid, *_) = read_docx(word(hostile()), "x.docx", lambda _: None).grids
    cells = {cell.text for row in grid.rows for cell in row.cells}
    assert cells >= {tidy(one) for one in HOSTILE}


def test_nothing_outside_is_asked_for() -> None:
    with zipfile.ZipFile(BytesIO(word(hostile()))) as file:
        relations = [file.read(name) for name in file.namelist() if name.endswith(".rels")]
    assert relations
    assert not any(b"External" in one for one in relations)


def test_the_same_document_gives_the_same_bytes() -> None:
    content = word(SAMPLES["bulletin"])
    with zipfile.ZipFile(BytesIO(content)) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = file.read("docProps/core.xml").decode()
        names = file.namelist()
    assert core.count("2000-01-01T00:00:00Z") == 2
    assert "推进情况通报" in core
    assert "python-docx" not in core
    assert not any("thumbnail" in name or "customXml" in name for name in names)
    assert content == word(SAMPLES["bulletin"])


def test_libreoffice_makes_pages_with_the_heading_on_each(tmp_path: Path) -> None:
    made = pages(word(progress(20)), "progress.docx", tmp_path)
    assert len(made) > 2
    assert all("具体工作责任单位完成时限" in page for page in made)
    assert [f"—{number}—" in page for number, page in enumerate(made, 1)] == [True] * len(made)


def test_libreoffice_loses_nothing_of_a_row_higher_than_a_page(tmp_path: Path) -> None:
    sheet = Sheet("", (Column("甲", weight=1),), ((Cell("长" * 3000 + "末"),),))
    made = pages(word(document_of(sheet)), "long.docx", tmp_path)
    assert sum(page.count("长") for page in made) == 3000
    assert any("末" in page for page in made)


def test_what_is_below_stands_under_the_signature() -> None:
    told = text(body(slip()))
    assert [told.index(line) for line in SLIP_LINES] == sorted(told.index(line) for line in SLIP_LINES)
    assert [etree.QName(one).localname for one in body(slip())][-4:] == ["tbl", "p", "p", "sectPr"]

"""OFD documents, written as the XML that office programs write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document

pytest.importorskip("pdfplumber", reason="the extra pdf is not installed")

NAME = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 4.0


def words(x: float, y: float, text: str, attributes: str = "", code: str = "") -> str:
    """Words whose upper left corner is here, in millimetres."""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} 80 6" Font="1" Size="{SIZE}" {attributes}>'
        f'<ofd:TextCode X="0" Y="{SIZE}" {code}>{text}</ofd:TextCode></ofd:TextObject>'
    )


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    data = f"M 0 0 L {x1 - x0} {y1 - y0}"
    return (
        f'<ofd:PathObject ID="1" Boundary="{x0} {y0} {x1 - x0} {y1 - y0}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def table(rows: Sequence[Sequence[str]], widths: Sequence[int], upper: float = 40) -> str:
    """A ruled table; a row of one cell goes over the whole width."""
    across = [20 + sum(widths[:at]) for at in range(len(widths) + 1)]
    drawn = [rule(20, upper + 8 * at, across[-1], upper + 8 * at) for at in range(len(rows) + 1)]
    for at, row in enumerate(rows):
        y = upper + 8 * at
        places = across if len(row) == len(widths) else [across[0], across[-1]]
        drawn += [rule(x, y, x, y + 8) for x in places]
        drawn += [words(x + 1, y + 1, text) for x, text in zip(places, row, strict=False)]
    return "".join(drawn)


def ofd(*pages: str, template: str = "", root: str = "Doc_0/Document.xml") -> bytes:
    made = io.BytesIO()
    use = '<ofd:Template TemplateID="9" ZOrder="Background"/>' if template else ""
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "OFD.xml",
            f"<ofd:OFD {NAME}><ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        listed = "".join(
            f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(pages))
        )
        common = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        common += '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
        file.writestr(
            "Doc_0/Document.xml",
            f"<ofd:Document {NAME}><ofd:CommonData>{common}</ofd:CommonData>"
            f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        )
        for at, page in enumerate(pages):
            file.writestr(f"Doc_0/Pages/Page_{at}/Content.xml", content(page, use))
        if template:
            file.writestr("Doc_0/Tpls/Tpl_0/Content.xml", content(template, ""))
    return made.getvalue()


def content(drawn: str, use: str) -> str:
    layer = f'<ofd:Content><ofd:Layer ID="2">{drawn}</ofd:Layer></ofd:Content>'
    return f"<ofd:Page {NAME}>{use}{layer}</ofd:Page>"


def read(data: bytes) -> SourceDocument:
    return read_document(data, "a.ofd", "a.ofd", lambda _: None)


WIDTHS = (15, 70, 45, 30)
HEAD = ("序号", "具体工作", "责任单位", "完成时限")
TITLE = "2021年青禾县重点工作任务分解表"


def test_a_ruled_table_over_two_pages_is_read(kit: Any) -> None:
    first = table((HEAD, ("一、抓实城建",), ("1", "新建桥2座。", "县住建局", "9月底前")), WIDTHS)
    second = table((("2", "改造小区。", "县民政局", "12月底前"),), WIDTHS)
    draft = kit.drafted(ofd(words(20, 20, TITLE) + first, second), "a.ofd")
    assert kit.rows_of(draft) == [
        ("1.1", "新建桥2座。", "", "县住建局", "9月底前"),
        ("1.2", "改造小区。", "", "县民政局", "12月底前"),
    ]
    assert draft.plan.title == TITLE
    assert draft.plan.groups[0].heading == "抓实城建"


def test_characters_stand_where_their_steps_and_their_matrix_put_them() -> None:
    spread = words(20, 20, "审批科", code='DeltaX="g 2 6"')
    scaled = (
        '<ofd:TextObject ID="1" Boundary="20 40 80 10" Font="1" Size="1" CTM="4 0 0 4 0 0">'
        '<ofd:TextCode X="0" Y="1" DeltaX="1 1">法规科</ofd:TextCode></ofd:TextObject>'
    )
    hidden = words(20, 60, "藏", 'Visible="false"')
    block = f'<ofd:PageBlock ID="3">{words(20, 80, "内")}</ofd:PageBlock>'
    texts = [str(block).replace(" ", "") for block in read(ofd(spread + scaled + hidden + block)).blocks]
    assert texts == ["审批科", "法规科", "内"]


def test_a_ruling_may_be_a_thin_box_and_a_table_a_template() -> None:
    box = (
        '<ofd:PathObject ID="1" Boundary="20 40 90 16" Fill="true" Stroke="false"><ofd:AbbreviatedData>{}'
        "</ofd:AbbreviatedData></ofd:PathObject>"
    )
    across = "".join(f"M 0 {y} L 90 {y} L 90 {y + 0.2} L 0 {y + 0.2} C " for y in (0, 8, 16))
    down = "".join(f"M {x} 0 L {x + 0.2} 0 L {x + 0.2} 16 L {x} 16 C " for x in (0, 45, 90))
    cells = words(21, 41, "甲") + words(66, 41, "乙") + words(21, 49, "丙") + words(66, 49, "丁")
    (grid,) = read(ofd(cells, template=box.format(across + down))).grids
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [["甲", "乙"], ["丙", "丁"]]


def test_a_document_without_rulings_is_told_with_what_to_do(kit: Any) -> None:
    data = ofd(words(20, 20, TITLE) + words(20, 40, "序号 具体工作 责任单位"))
    assert [doubt.read for doubt in read(data).doubts] == ["OFD 里没有找到画了线的表格，只读了文字"]
    with pytest.raises(Refused, match=r"另存为 \.docx 或 \.pdf"):
        kit.drafted(data, "a.ofd")


def test_works_in_paragraphs_are_read(kit: Any) -> None:
    lines = (
        TITLE,
        "一、抓实城建",
        "1.新建桥2座。（责任单位：县住建局）",
        "2.改造小区。（责任单位：县民政局）",
    )
    drawn = "".join(words(20, 20 + 10 * at, line) for at, line in enumerate(lines))
    draft = kit.drafted(ofd(drawn), "a.ofd")
    assert [(item.id, item.units) for item in draft.plan.items()] == [
        ("1.1", ("县住建局",)),
        ("1.2", ("县民政局",)),
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (ofd(""), "只有图片，没有文字"),
        (ofd("", root="../../etc/passwd"), "已损坏"),
        (ofd(words(20, 20, "甲")).replace(b"Page_0/Content", b"Page_1/Content"), "已损坏"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(Refused, match=told):
        read(data)


def test_places_and_steps_that_are_no_numbers_are_passed_over() -> None:
    odd = (
        '<ofd:TextObject ID="1" Boundary="a b" Size="x" CTM="1 2">'
        '<ofd:TextCode X="q" Y="nan" DeltaX="g 99999999 1">甲乙</ofd:TextCode></ofd:TextObject>'
        '<ofd:PathObject Boundary="1e999 0 1 1"><ofd:AbbreviatedData>M 1 L x y Q 1 2 3 4 C B'
        " L inf 1 L 1e308 2</ofd:AbbreviatedData></ofd:PathObject>"
    )
    assert read(ofd(odd + words(20, 90, "丙"))).grids == []

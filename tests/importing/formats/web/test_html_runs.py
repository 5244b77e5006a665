"""What a page strikes out, hides or raises."""

from __future__ import annotations

import pytest

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document


def read(page: str) -> SourceDocument:
    return read_document(f"<html><body>{page}</body></html>".encode(), "a.html", "a.html", lambda _: None)


def test_struck_words_are_left_out_and_told_however_they_are_struck() -> None:
    cells = (
        "<td>甲<s>一</s></td><td>乙<strike>二</strike></td><td>丙<del>三</del></td>"
        "<td>丁<span style='color:red;text-decoration: underline line-through'>四</span></td>"
    )
    document = read(f"<p>题<s>旧</s></p><table><tr>{cells}</tr></table><p>后<s>文</s></p>")
    assert (document.blocks[0], document.blocks[2]) == ("题", "后")
    assert [cell.text for cell in document.grids[0].rows[0].cells] == ["甲", "乙", "丙", "丁"]
    assert [(doubt.place, doubt.read) for doubt in document.doubts] == [
        ("第1段", "“旧”划掉了（有删除线）"),
        ("表1第1行", "“一”“二”“三”划掉了（有删除线）"),
        ("第2段", "“文”划掉了（有删除线）"),
    ]


def test_hidden_rows_and_words_of_a_table_are_told_and_a_pages_machinery_is_not() -> None:
    table = (
        "<table><tr><td>甲<span style='mso-hide:all'>内部</span></td></tr>"
        "<tr style='display:none'><td>藏</td></tr>"
        "<tr><td style='text-decoration:line-through'>旧</td></tr></table>"
    )
    document = read(f"<div style='display:none'>菜单</div><p>题</p>{table}")
    assert document.blocks[0] == "题"
    assert [[cell.text for cell in row.cells] for row in document.grids[0].rows] == [["甲"]]
    assert [(doubt.place, doubt.read) for doubt in document.doubts] == [
        ("表1第1行", "“内部”是隐藏的"),
        ("表1第2行", "这一行是隐藏的"),
        ("表1第3行", "这一行划掉了（有删除线）"),
    ]


@pytest.mark.parametrize(
    "style", ["display:none", "visibility: hidden", "font-size:0", "font-size:0px;color:red", "mso-hide:all"]
)
def test_words_are_hidden_however_the_page_does_it(style: str) -> None:
    document = read(f"<p>公开<span style='{style}'>干扰</span><span style='font-size:0.9em'>内容</span></p>")
    assert document.blocks == ("公开内容",)


def test_a_footnote_mark_and_a_phonetic_guide_are_none_of_the_words() -> None:
    guide = "<ruby>综合<rp>(</rp><rt>zonghe</rt></ruby>"
    table = f"<table><tr><td>{guide}科<sup>[1]</sup></td><td>500m<sup>2</sup></td></tr></table>"
    document = read(f"<p>2025年12月<sup>3</sup></p>{table}")
    assert document.blocks[0] == "2025年12月"
    assert [cell.text for cell in document.grids[0].rows[0].cells] == ["综合科", "500m2"]


def test_a_whole_row_is_struck_by_its_own_style() -> None:
    document = read(
        "<table><tr><td>甲</td></tr><tr style='text-decoration:line-through'><td>旧</td></tr></table>"
    )
    assert [[cell.text for cell in row.cells] for row in document.grids[0].rows] == [["甲"]]
    assert [doubt.read for doubt in document.doubts] == ["这一行划掉了（有删除线）"]


def test_words_are_struck_by_the_class_that_a_page_of_excel_gives_them() -> None:
    styles = (
        "<style><!--\n.font5\n\t{color:black;}\n"
        ".font6, td.xl9\n\t{color:red;\n\ttext-decoration:line-through;}\n"
        "div.a .b {text-decoration:line-through}\n.c{display:none}\n--></style>"
    )
    cells = (
        "<td><font class=font6>林业局、</font><font class='font5'>住建局</font></td><td class='x xl9'>旧</td>"
        "<td class=b>甲</td><td class=c>乙</td>"
    )
    document = read(f"{styles}<table><tr>{cells}</tr></table>")
    assert [cell.text for cell in document.grids[0].rows[0].cells] == ["住建局", "", "甲", "乙"]
    assert [doubt.read for doubt in document.doubts] == ["“林业局、”“旧”划掉了（有删除线）"]


def test_a_cell_may_go_down_to_the_tables_end() -> None:
    document = read("<table><tr><td rowspan=0>甲</td><td>一</td></tr><tr><td>二</td></tr></table>")
    assert [[cell.text for cell in row.cells] for row in document.grids[0].rows] == [
        ["甲", "一"],
        ["甲", "二"],
    ]

"""Documents as Markdown: read back by a real parser, a text is the text that it was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from qjtask.core.layout.document import Document, Heading, Paragraph, Part
from qjtask.core.layout.sheet import Cell, Column, Sheet
from qjtask.render.markdown import escaped, markdown
from qjtask.render.one_line import one_line
from tests.render.documents import SLIP_LINES, slip

HOSTILE = (
    "<script>alert(1)</script>",
    "[点我](javascript:alert(1))",
    "![](http://example.invalid/x.png)",
    "a | b",
    "**粗** _斜_ `码` ~~删~~",
    "# 标题",
    "- 列表",
    "1. 列表",
    "10) 列表",
    "1234. 号",
    "123456789) 号",
    "-",
    "=",
    "张三 zhangsan@example.org",
    "1.1",
    "&lt;",
    "\\*",
    "---",
    "+ 1",
    "===",
    "> 引",
    "http://example.invalid www.example.invalid",
    "| --- |",
    ":warning: $x^2$",
    "断\n行\x1b[31m",
)


def sheet(*texts: str, merged: bool = False) -> Sheet:
    columns = (Column("组", merged=merged), Column("文", weight=1), Column("数", is_number=True))
    return Sheet("", columns, tuple((Cell("甲"), Cell(text), Cell(1)) for text in texts))


def document(*blocks: Heading | Paragraph | Sheet) -> Document:
    return Document("题", (Part("题", blocks, ("副题",), ("某局", "2021年6月10日")),))


def cells(text: str) -> list[str]:
    """What a parser with GitHub's tables reads in the table's cells."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    inside = [
        token for at, token in enumerate(tokens) if at and tokens[at - 1].type in ("th_open", "td_open")
    ]
    for token in inside:
        kinds = {child.type for child in token.children or ()}
        assert kinds <= {"text", "text_special"}, (token.content, kinds)
    return ["".join(child.content for child in token.children or ()) for token in inside]


def test_the_whole_of_a_document() -> None:
    told = markdown(document(Heading("一、总体"), Paragraph("共1项。"), sheet("事")._replace(notes=("注",))))
    assert told == (
        "# 题\n\n副题\n\n## 一、总体\n\n共1项。\n\n"
        "| 组 | 文 | 数 |\n|---|---|---:|\n| 甲 | 事 | 1 |\n\n注\n\n某局  \n2021年6月10日\n"
    )


def test_parts_are_divided_by_a_rule() -> None:
    part = Part("题", ())
    assert markdown(Document("题", (part, part))) == "# 题\n\n---\n\n# 题\n"


def test_equal_cells_of_a_merged_column_are_written_once_a_section() -> None:
    merged = sheet("一", "二", "三", merged=True)._replace(sections={2: "另一组"})
    assert [
        line.split("|")[1].strip() for line in markdown(document(merged)).splitlines() if "|" in line
    ] == [
        "组",
        "---",
        "甲",
        "",
        "**另一组**",
        "甲",
    ]


def test_dates_are_written_as_documents_write_them() -> None:
    dated = Sheet("", (Column("日期"),), ((Cell(date(2021, 6, 3)),),))
    assert "| 2021年6月3日 |" in markdown(document(dated))


@pytest.mark.parametrize("text", HOSTILE)
def test_marks_in_a_cell_are_text(text: str) -> None:
    assert cells(markdown(document(sheet(text))))[4] == one_line(text).strip()


@pytest.mark.parametrize("text", HOSTILE)
def test_marks_in_a_paragraph_are_text(text: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).parse(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert "".join(child.content for child in children) == one_line(text).strip()
    assert {child.type for child in children} <= {"text", "text_special"}


@given(st.text(st.sampled_from("`*_[]<>|&~#$\\-+=.)( !:/w1甲 \n")))
def test_any_text_comes_back(text: str) -> None:
    assert cells(markdown(document(sheet(f"甲{text}甲"))))[4] == one_line(f"甲{text}甲")


def test_what_is_below_stands_under_the_signature() -> None:
    drawn = markdown(slip())
    assert [drawn.rindex(line) for line in SLIP_LINES] == sorted(drawn.rindex(line) for line in SLIP_LINES)

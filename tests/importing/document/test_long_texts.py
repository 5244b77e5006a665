"""What is too long to be part of a plan is told with its place, and read by no pattern."""

from __future__ import annotations

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import LONGEST_TEXT, Budget, CellSpan, Grid, SourceDocument, lay, numbered
from qjtask.importing.document.long_texts import bounded
from qjtask.importing.formats.files import read_document

LONG = "长" * (LONGEST_TEXT + 1)
JUST = "长" * LONGEST_TEXT


def grid(*rows: tuple[str, ...]) -> Grid:
    return numbered("表1", lay([[CellSpan(text) for text in row] for row in rows], Budget("a", 0)))


def refused(document: SourceDocument, size: int = 0) -> list[str]:
    with pytest.raises(Refused) as caught:
        bounded(document, "a.docx", size)
    return [str(problem) for problem in caught.value.problems]


def test_each_long_cell_is_told_with_its_place() -> None:
    document = SourceDocument((grid(("甲", "乙", "丙"), ("丁", LONG, JUST), (LONG + "长", "戊", "己")),))
    told = "不像一项工作；请把它分成几项，或删去不相干的文字再导入"
    assert refused(document) == [
        f"a.docx:表1第2行第2列: 这一格有4001字，超过4000字，{told}",
        f"a.docx:表1第3行第1列: 这一格有4002字，超过4000字，{told}",
    ]


def test_a_cell_that_goes_on_is_told_once() -> None:
    spans = [[CellSpan(LONG, rows=3, columns=2), CellSpan("甲")], [CellSpan("乙")], [CellSpan("丙")]]
    document = SourceDocument((numbered("表1", lay(spans, Budget("a", 0))),))
    assert len(refused(document)) == 1


def test_what_is_as_long_as_may_be_stays() -> None:
    document = SourceDocument((JUST, grid(("甲", JUST, "乙"))), (Doubt("a.docx", "一句", "略去"),))
    assert bounded(document, "a.docx", 0) == document


def test_a_long_paragraph_is_left_out_and_told() -> None:
    table = grid(("甲", "乙", "丙"))
    found = bounded(SourceDocument(("题目", LONG, table), (Doubt("a.docx", "一句", "略去"),)), "a.docx", 0)
    assert found.blocks == ("题目", table)
    assert [doubt.read for doubt in found.doubts] == [
        "一句",
        "“长长长长长长长长长长……”这一段有4001字，超过4000字，没有读",
    ]


def test_a_table_that_only_frames_the_page_is_its_paragraphs() -> None:
    text = "\n".join(["第一段", *["说明"] * 2000, "第二段"])
    found = bounded(SourceDocument((grid((text,)), grid(("左", text)))), "a.html", 0)
    lines = tuple(text.split("\n"))
    assert found.blocks == (*lines, "左", *lines)
    assert found.doubts == ()


def test_texts_that_are_there_many_times_count_as_often() -> None:
    page = f"<table><tr><td rowspan=900>{JUST}</td><td>甲</td><td>乙</td></tr>" + "<tr><td>丙</td></tr>" * 899
    with pytest.raises(Refused, match="文字超过"):
        read_document(page.encode(), "a.html", "a.html", lambda _: None)
    few = page.replace("rowspan=900", "rowspan=9")
    assert read_document(few.encode(), "a.html", "a.html", lambda _: None).grids

"""Lines over and under a table that each page repeats."""

from __future__ import annotations

from qjtask.importing.document.grid import Grid
from qjtask.importing.formats.running_lines import PageBlocks, blocks_of

GRID = Grid("表", ())


def lines(*pages: tuple[list[str], list[str]]) -> list[str]:
    """The paragraphs left of pages with a table each."""
    made = [PageBlocks(at, head, [GRID], foot) for at, (head, foot) in enumerate(pages, 1)]
    return [block for block in blocks_of(made) if isinstance(block, str)]


def test_the_first_head_and_the_last_foot_are_kept() -> None:
    found = lines((["某办文件", "分解表"], ["注：下同"]), (["某办文件"], ["注：下同"]), (["某办文件"], []))
    assert found == ["某办文件", "分解表", "注：下同"]


def test_addresses_and_counts_of_pages_may_differ_by_the_page() -> None:
    found = lines(([], ["https://a.cn/1.html 1/3"]), ([], ["https://a.cn/1.html 2/3"]), ([], []))
    assert found == ["https://a.cn/1.html 2/3"]


def test_lines_that_differ_are_kept() -> None:
    found = lines((["附件1"], ["责任单位：甲局"]), (["附件2"], ["责任单位：乙局"]))
    assert found == ["附件1", "责任单位：甲局", "附件2", "责任单位：乙局"]


def test_what_stands_nearer_to_the_table_than_a_line_that_differs_is_kept() -> None:
    found = lines((["一", "同"], []), (["二", "同"], []))
    assert found == ["一", "同", "二", "同"]

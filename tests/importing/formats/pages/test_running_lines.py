"""Lines over and under a table that each page repeats."""

from __future__ import annotations

from qjtask.importing.document.grid import Grid
from qjtask.importing.formats.pages.running_lines import PageBlocks, blocks_of, edge_lines

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


def page(number: int, *texts: str, apart: bool = True, size: int = 14) -> PageBlocks:
    """A page of lines without a table, the first one of some size and apart from the others."""
    tops = [40, *range(90 if apart else 60, 400, 20)]
    sizes = [size, *[14] * len(tops)]
    drawn = [
        {"text": text, "top": top, "bottom": top + height}
        for text, top, height in zip(texts, tops, sizes, strict=False)
    ]
    return PageBlocks(number, [], list(texts), [], *edge_lines(drawn))


def test_a_head_that_stands_apart_on_several_pages_is_no_text_of_theirs() -> None:
    found = [*blocks_of([page(at, "某市公报", "一", "二", "三", "四") for at in (1, 2, 3)])]
    assert found == ["某市公报", *["一", "二", "三", "四"] * 3]


def test_a_head_counts_the_pages_and_changes_with_each_second_one() -> None:
    heads = ("某市公报 4", "第3期", "某市公报 6", "第3期")
    found = [*blocks_of([page(at, head, "一", "二", "三", "四") for at, head in enumerate(heads, 1)])]
    assert found == ["某市公报 4", *["一", "二", "三", "四"] * 4]


def test_a_title_is_read_where_it_runs_first() -> None:
    heads = ("封面", "重点工作任务分解表", "重点工作任务分解表")
    found = [*blocks_of([page(at, head, "一", "二", "三", "四") for at, head in enumerate(heads, 1)])]
    assert found[5:] == ["重点工作任务分解表", *["一", "二", "三", "四"] * 2]


def test_what_stands_among_the_lines_of_a_page_or_is_not_alike_stays() -> None:
    pages = [page(at, "责任单位：甲局", "一", "二", "三", "四", apart=False) for at in (1, 2)]
    assert [*blocks_of(pages)].count("责任单位：甲局") == 2
    pages = [page(at, text, "一", "二", "三", "四") for at, text in enumerate(("附件1", "附件4"), 1)]
    assert [block for block in blocks_of(pages) if str(block) not in "一二三四"] == ["附件1", "附件4"]


def small_pages(*heads: str, size: int = 10, apart: bool = True) -> list[object]:
    """What is left of the heads of pages, which are smaller than the lines under them."""
    pages = [
        page(at, head, "一", "二", "三", "四", size=size, apart=apart) for at, head in enumerate(heads, 1)
    ]
    return [block for block in blocks_of(pages) if str(block) not in "一二三四"]


def test_small_heads_of_two_or_three_pages_may_differ() -> None:
    assert small_pages("某市公报", "2026年第3期") == ["某市公报"]
    assert small_pages("某市公报", "2026年第3期", "综合版") == ["某市公报"]


def test_lines_as_large_as_the_text_or_that_open_or_label_something_are_none() -> None:
    assert small_pages("某市公报", "2026年第3期", size=14) == ["某市公报", "2026年第3期"]
    assert small_pages("某市公报", "2026年第3期", apart=False) == ["某市公报", "2026年第3期"]
    assert small_pages("某市公报", "1.建园区。") == ["某市公报", "1.建园区。"]
    assert small_pages("某市公报", "责任单位：甲局") == ["某市公报", "责任单位：甲局"]
    assert small_pages("某市公报", "重点工作任务分解表") == ["某市公报", "重点工作任务分解表"]

"""Tables of HTML in Markdown and other text."""

from __future__ import annotations

from typing import Any

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.formats.files import read_document

TABLE = """<table>
<tr><td>序号</td><td>工作任务</td><td>责任部门/人</td><td>完成时限</td></tr>
<tr><td>1</td><td>改造小区。</td><td rowspan="2">县住建局</td><td>6月底</td></tr>
<tr><td>2</td><td>修桥。</td><td>12月底前</td></tr>
</table>"""


def read(text: str) -> SourceDocument:
    return read_document(text.encode(), "a.md", "a.md", lambda _: None)


def test_a_table_in_markdown_is_read_with_its_merged_cells(kit: Any) -> None:
    draft = kit.drafted(f"# 2021年城建工作任务分解表\n\n{TABLE}\n\n更新时间：2021年3月\n".encode(), "a.md")
    assert draft.plan.title == "2021年城建工作任务分解表"
    assert kit.full_rows_of(draft) == [
        ("1.1", "改造小区。", "", "县住建局", "", "6月底"),
        ("1.2", "修桥。", "", "县住建局", "", "12月底前"),
    ]


def test_each_table_has_its_name_and_lines_keep_their_numbers() -> None:
    document = read(f"题\n{TABLE}\n中\n{TABLE.upper()}\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n")
    assert [block for block in document.blocks if isinstance(block, str)] == ["题", "中"]
    assert [grid.rows[-1].place for grid in document.grids] == ["表1第3行", "表2第3行", "第15行"]


def test_a_style_sheet_is_no_text() -> None:
    assert read("题\n<style>\ntable { border: 0 }\n</style>\n文").blocks == ("题", "文")


def test_a_table_in_a_table_and_one_that_is_not_closed() -> None:
    inner = "<table><tr><td>甲</td><td>乙</td></tr></table>"
    assert len(read(f"<div>\n<table>\n<tr><td>{inner}</td></tr>\n</table>\n</div>").grids) == 1
    assert read("前<table>\n<tr><td>甲</td></tr>").grids == []


def test_a_table_after_words_in_its_line() -> None:
    document = read(f"附表：{TABLE}后文")
    assert [block if isinstance(block, str) else block.name for block in document.blocks] == [
        "附表：",
        "表1",
        "后文",
    ]


def test_a_text_that_is_nothing_but_a_table() -> None:
    assert [len(grid.rows) for grid in read(TABLE).grids] == [3]

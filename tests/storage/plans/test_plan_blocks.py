"""A plan's file cut into blocks."""

from __future__ import annotations

from pathlib import Path

from qjtask.storage.plans.plan_blocks import plan_blocks

SHIPPED = Path(__file__).parents[3] / "data" / "tasks.yaml"
FILE = """\
# 头
title: 表

# 单位
units: {}
groups:
  # 一组
- id: "1"
  heading: 建设
  items:
  - id: "1.1"
    work: 甲
    # 深一层，属于上面

    # 也深
  # 属于下面
  - id: "1.2"
    work: 乙
"""


def test_comments_and_blank_lines_go_with_what_follows_but_those_set_deeper() -> None:
    found = {block.place: block.lines for block in plan_blocks(FILE)}
    assert found["title",] == ("# 头", "title: 表")
    assert found["units",] == ("", "# 单位", "units: {}")
    assert found["1.1", "work"] == ("    work: 甲", "    # 深一层，属于上面", "", "    # 也深")
    assert found["1.2",] == ("  # 属于下面", '  - id: "1.2"')
    assert found["1", "items"] == ("  items:",)


def test_columns_are_those_of_the_dash_and_of_the_keys() -> None:
    columns = {block.place: block.column for block in plan_blocks(FILE)}
    assert (columns["1",], columns["1", "heading"], columns["1.2",], columns["1.2", "work"]) == (0, 2, 2, 4)


def test_the_blocks_are_the_whole_file() -> None:
    for text in (FILE, SHIPPED.read_text("utf-8")):
        blocks = plan_blocks(text)
        assert "".join(f"{line}\n" for block in blocks for line in block.lines) == text


def test_a_file_whose_keys_share_lines_has_no_blocks() -> None:
    assert plan_blocks("{title: 表, year: 2021}\n") == []
    assert plan_blocks(FILE.replace("\n", "\r\n")) == []

"""Where a heading stands, and what is none."""

from __future__ import annotations

import pytest

from qjtask.importing.tables.table_header import find_header, heading_score, is_header_again
from tests.importing.drawn import grid_of


@pytest.mark.parametrize(
    ("drawn", "start", "end"),
    [
        ("序号 | 工作任务 | 责任单位\n1 | 做一。 | 甲局", 0, 1),
        (
            "2021年任务分解表 | ← | ←\n填报单位：甲局 | ← | 2021年3月\n序号 | 任务 | 单位\n1 | 做一。 | 甲局",
            2,
            3,
        ),
        ("序号 | 任务 | 责任单位 | ←\n↑ | ↑ | 牵头 | 配合\n1 | 做一。 | 甲局 | 乙局", 0, 2),
        ("序号 | 任务 | 责任单位 | ← | 时限\n↑ | ↑ | 主办 | 协办 | ↑\n1 | 做一。 | 甲局 | 乙局 | 6月", 0, 2),
        ("序号 | 任务 | 时间节点 | ←\n↑ | ↑ | 一季度 | 二季度\n1 | 做一。 | 开工 | 完工", 0, 2),
        (
            "号 | 任务 | 分工 | ← | 进度安排 | ←\n↑ | ↑ | 牵头 | 责任 | 上半年 | 全年\n1 | 一 | 甲局 | 乙局",
            0,
            2,
        ),
        ("序号 | 由头 | 责任单位 | 完成时限\n1 | 做一。 | 甲局 | 6月", 0, 1),
        ("序号 | 工作任务 | 责任单位\n一、重点工作 | ← | ←\n1 | 做一。 | 甲局", 0, 1),
        ("序号 | 工作任务 | 责任单位\n（一）工作内容 |  | \n1 | 做一。 | 甲局", 0, 1),
        ("序号 | 项目名称 | 业主单位\n1 | 修路 | 甲公司", 0, 1),
        ("表号 | 表名 | 报送单位 | 报送日期\n甲1 | 住户概况 | 甲局 | 6月10日", 0, 1),
        ("项目 | 目标内容 | 分值\n职能 | 做一。 | 100", 0, 1),  # nobody who does them
        ("工作任务 | 具体措施\n学习 | 每月一次。", 0, 1),
        ("慰问对象 | 责任单位 | 时限\n老党员 | 甲局 | 6月", 0, 1),
        ("项目 | 金额 | 备注\n人员经费 | 300 | 万元", 0, 0),
        (  # all but what has the works known
            "演练科目 | 演练形式 | 组织科室 | 参演科室 | 演练时间\n停电演练 | 实战 | 总务科 | 各病区 | 3月",
            0,
            1,
        ),
        ("督办件 | 责任单位 | 完成时限\n修订预案 | 甲局 | 3月底前", 0, 1),
        ("机构 | 职能\n办公室 | 负责文电", 0, 0),
        ("1 | 做一。 | 甲局\n2 | 做二。 | 乙局", 0, 0),
        ("重点任务表 | ← | ←\n1 | 做一。 | 甲局", 1, 1),
    ],
)
def test_the_heading_takes_these_rows(drawn: str, start: int, end: int) -> None:
    header = find_header(grid_of(drawn))
    assert (header.start, header.end, header.is_printed) == (start, end, end > start)


def test_a_heading_of_two_rows_gives_each_column_both_lines() -> None:
    header = find_header(grid_of("序号 | 任务 | 责任单位 | ←\n↑ | ↑ | 牵头 | 配合\n1 | 做一。 | 甲局 | 乙局"))
    assert header.names == ("序号", "任务", "责任单位\n牵头", "责任单位\n配合")


def test_what_begins_every_page_is_a_heading_with_one_known_column() -> None:
    row = grid_of("由头 | 载体 | 责任单位").rows[0]
    assert heading_score(row) == 0
    assert heading_score(row, is_again=True) > 0


def test_data_sentences_and_numbered_headings_are_no_heading() -> None:
    for drawn in ("1 | 重点任务 | 责任单位", "一、重点任务 | 二、责任单位", "完成重点任务。 | 责任单位"):
        assert heading_score(grid_of(drawn).rows[0], is_again=True) == 0


def test_the_heading_is_known_again_on_the_next_page() -> None:
    names = ("序\n号", "责任单位\n牵头", "时限")
    assert is_header_again(grid_of("序号 | 牵头 | 时限").rows[0], names)
    assert not is_header_again(grid_of("1 | 牵头 | 时限").rows[0], names)
    assert not is_header_again(grid_of("序号 |  | ").rows[0], names)


def test_rows_that_the_file_marks_are_a_heading_whatever_they_say() -> None:
    grid = grid_of("审计处要点 | ←\n完善什么 | 分解到月\n建章立制 | 3月 制定办法")
    assert not find_header(grid).is_printed
    assert find_header(grid._replace(headed=2)) == (("完善什么", "分解到月"), 1, 2)
    assert not find_header(grid._replace(headed=1)).is_printed
    assert not find_header(grid._replace(headed=3)).is_printed


def test_what_is_known_as_a_heading_goes_before_what_the_file_marks() -> None:
    grid = grid_of("甲 | 乙 | 丙\n序号 | 工作任务 | 责任单位\n1 | 做一。 | 甲局")
    assert find_header(grid._replace(headed=1)).start == 1


def test_a_heading_of_two_groups_takes_two_rows_where_its_first_row_begins_several_pages() -> None:
    grid = grid_of(
        "序号 | 任务 | 责任分工 | ← | 进度安排 | ←\n↑ | ↑ | 牵头单位 | 责任单位 | 上半年 | 全年\n"
        "1 | 做一。 | 甲局 | 乙局 | 开工 | 完工"
    )
    header = find_header(grid, {("序号", "任务", "责任分工", "进度安排")})
    assert (header.start, header.end) == (0, 2)
    assert header.names[2:] == (
        "责任分工\n牵头单位",
        "责任分工\n责任单位",
        "进度安排\n上半年",
        "进度安排\n全年",
    )


def test_a_row_under_wide_headings_that_nothing_is_merged_into_is_a_work() -> None:
    grid = grid_of(
        "序号 | 任务 | 责任单位 | ← | 完成时限\n1 | 修路 | 甲局 | 乙局 | 6月\n2 | 架桥 | 甲局 | 丙局 | 7月"
    )
    assert find_header(grid).end == 1


def test_a_row_with_a_period_is_no_heading_below_one_of_who_and_when() -> None:
    rows = "3月1日前 | 完成摸底核查 | 县教育局\n9月—12月 | 开展秋季学期补助工作 | 各乡镇、县教育局"
    assert find_header(grid_of(f"时间节点 | 任务安排 | 责任主体\n{rows}")).end == 1
    assert find_header(grid_of(f"时间节点 | 任务安排 | 责任主体\n{rows}")).start == 0

"""Tables that hold their headings in the first column, and a work in each further one."""

from __future__ import annotations

import pytest

from qjtask.importing.tables.turned_tables import turned
from tests.importing.drawn import grid_of


def texts(drawn: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in turned(grid_of(drawn)).rows]


@pytest.mark.parametrize(
    "last", ["完成时限 | 6月底 | 9月底", "时间节点 | 6月底 | 9月底", "Deadline | 6月底 | 9月底"]
)
@pytest.mark.parametrize("first", ["工作任务", "项目名称", "重点工作", "Task"])
def test_each_column_beside_the_headings_is_a_work(first: str, last: str) -> None:
    label = last.split(" | ", maxsplit=1)[0]
    drawn = f"{first} | 建养老中心 | 开社区食堂\n责任单位 | 养老科 | 社区科\n{label} | 6月底 | 9月底"
    assert texts(drawn) == [
        [first, "责任单位", label],
        ["建养老中心", "养老科", "6月底"],
        ["开社区食堂", "社区科", "9月底"],
    ]
    assert [row.place for row in turned(grid_of(drawn)).rows] == ["表1第1列", "表1第2列", "表1第3列"]


def test_titles_stay_above_and_an_office_over_several_works_is_that_of_each() -> None:
    drawn = """
        2026年任务表 | ← | ←
        序号 | 1 | 2
        工作任务 | 建养老中心 | 开社区食堂
        责任单位 | 民政局 | ←
        完成时限 | 6月底 | 9月底
    """
    made = turned(grid_of(drawn))
    assert [cell.text for cell in made.rows[0].cells] == ["2026年任务表"] * 4
    assert [[cell.text for cell in row.cells] for row in made.rows[2:]] == [
        ["1", "建养老中心", "民政局", "6月底"],
        ["2", "开社区食堂", "民政局", "9月底"],
    ]
    assert made.rows[3].cells[2].up


def test_a_blank_column_is_no_work() -> None:
    drawn = "工作任务 | 建养老中心 |  | 开社区食堂\n责任单位 | 养老科 |  | 社区科\n时限 | 6月 |  | 9月"
    assert [row[0] for row in texts(drawn)] == ["工作任务", "建养老中心", "开社区食堂"]


@pytest.mark.parametrize(
    "drawn",
    [
        "工作任务 | 责任单位 | 完成时限\n建养老中心 | 养老科 | 6月\n开社区食堂 | 社区科 | 9月",
        "工作任务 | 建养老中心\n责任单位 | 养老科\n完成时限 | 6月",
        "任务名称 | 扩学位 | 编号 | 1\n牵头单位 | 教育局 | 配合单位 | 财政局\n完成时限 | 8月底 | 领导 | 叶青",
        "姓名 | 张三 | 李四\n单位 | 甲局 | 乙局\n电话 | 1 | 2",
        "工作任务 | 建养老中心 | 开社区食堂\n责任单位 | 养老科 | 社区科\n2026年新建床位200张。 | 一 | 二",
        "工作任务 | 建养老中心 | 开社区食堂\n工作任务 | 养老科 | 社区科\n完成时限 | 6月 | 9月",
    ],
)
def test_what_is_not_certain_stays_as_it_is(drawn: str) -> None:
    assert turned(grid_of(drawn)) == grid_of(drawn)

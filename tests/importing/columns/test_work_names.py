"""Which columns of text name each work, and which head several."""

from __future__ import annotations

import pytest

from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of

A, N, H = Role.NAME, Role.NUMBER, Role.HEADING_NUMBER
F, T, W, U = Role.FIELD, Role.TASK, Role.WORK, Role.UNITS


@pytest.mark.parametrize(
    ("drawn", "roles"),
    [
        ("项目名称 | 建设内容 | 单位\n甲路 | 公路1公里 | 甲局\n乙路 | 公路2公里 | 乙局", (A, W, U)),
        (  # heading rows, with sums between, are no works
            (
                "序号 | 项目名称 | 建设内容 | 单位\n一、续建 | ← | ← | ←\n小计 | | | \n"
                "1 | 甲路 | 公路1公里 | 甲局\n2 | 乙路 | 公路2公里 | 乙局\n二、新建 | ← | ← | ←\n"
                "小计 | | | \n3 | 丙路 | 公路3公里 | 乙局"
            ),
            (N, A, W, U),
        ),
        ("存在问题 | 整改措施 | 单位\n账实不符 | 开展清查。 | 甲局\n未招标 | 组织培训。 | 乙局", (T, W, U)),
        ("存在问题 | 整改措施 | 单位\n账实不符 | 开展清查。 | 甲局\n↑ | 组织培训。 | 乙局", (T, W, U)),
        ("存在问题 | 整改措施 | 单位\n账实不符 | 开展清查。 | 甲局\n账实不符 | 组织培训。 | 乙局", (T, W, U)),
        ("项目名称 | 建设内容 | 单位\n甲路 | 公路1公里 | 甲局\n | 公路2公里 | 乙局", (T, W, U)),
        ("项目名称 | 建设内容 | 单位\n甲路 | 公路1公里 | 甲局", (T, W, U)),  # one row says nothing
        ("类别 | 建设内容 | 单位\n交通 | 公路1公里 | 甲局\n水利 | 渠道2公里 | 乙局", (T, W, U)),
        ("重点任务 | 措施 | 单位\n一、城建 | 修路。 | 甲局\n二、民生 | 助学。 | 乙局", (T, W, U)),
        (
            "类别 | 项目名称 | 建设内容 | 单位\n交通 | 甲路 | 公路1公里 | 甲局\n↑ | 乙路 | 公路2公里 | 乙局",
            (T, A, W, U),
        ),
        (  # numbers that count all works through are theirs, others their headings'
            "类别 | 项目名称 | 内容 | 单位\n交通 | 4.甲路 | 公路1公里 | 甲局\n水利 | 5.乙渠 | 渠2公里 | 乙局",
            (T, A, W, U),
        ),
        ("项目名称 | 内容 | 单位\n一、甲路 | 公路1公里 | 甲局\n二、乙路 | 公路2公里 | 乙局", (T, W, U)),
        ("项目名称 | 内容 | 单位\n1.甲路 | 公路1公里 | 甲局\n1.乙路 | 公路2公里 | 乙局", (T, W, U)),
        (
            (
                "项目名称 | 工作任务 | 推进措施 | 单位\n"
                "甲校 | 改造操场。 | 制定计划，倒排工期。 | 甲局\n"
                "乙校 | 改造食堂。 | 挂图作战，按月调度。 | 乙局"
            ),
            (F, T, W, U),
        ),
    ],
)
def test_a_text_that_each_row_has_of_its_own_names_its_work(drawn: str, roles: tuple[Role, ...]) -> None:
    assert table_of(drawn).roles == roles


def test_two_works_of_one_name_far_apart_leave_it_a_name() -> None:
    rows = [f"第{at}路 | 公路{at}公里 | 甲局" for at in range(1, 10)]
    heading = "项目名称 | 建设内容 | 单位"
    assert table_of("\n".join((heading, *rows, "第1路 | 桥1座 | 甲局"))).roles == (A, W, U)
    assert table_of("\n".join((heading, *rows[:7], "第1路 | 桥1座 | 甲局"))).roles == (T, W, U)


def test_what_a_person_calls_a_heading_is_one() -> None:
    table = table_of("项目名称 | 建设内容 | 单位\n甲路 | 公路1公里 | 甲局\n乙路 | 公路2公里 | 乙局")
    assert table.remapped({0: T}).roles == (T, W, U)


def test_a_number_of_headings_says_that_they_are_some() -> None:
    drawn = (
        "序号 | 重点任务 | 编号 | 内容 | 单位\n1 | 甲 | 1 | 做一件事。 | 甲局\n2 | 乙 | 1 | 做两件事。 | 甲局"
    )
    assert table_of(drawn).roles == (H, T, N, W, U)

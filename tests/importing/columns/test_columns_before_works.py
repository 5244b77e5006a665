"""Which columns left of the works say of which thing each row is."""

from __future__ import annotations

import pytest

from qjtask.importing.tables.column_doubts import said_of_columns
from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of

A, N, F, T, W = Role.NAME, Role.NUMBER, Role.FIELD, Role.TASK, Role.WORK
U, D, X, E, M = Role.UNITS, Role.DEADLINE, Role.OTHER, Role.NOTE, Role.TARGET


@pytest.mark.parametrize(
    ("drawn", "roles"),
    [
        (  # merged over its works
            "序号 | 河段 | 工作任务 | 单位\n1 | 上游 | 清理河道。 | 甲局\n2 | ↑ | 修复岸坡。 | 乙局",
            (N, T, W, U),
        ),
        (  # each row's own, and short
            (
                "序号 | 重点企业 | 解决事项 | 单位\n"
                "1 | 红星厂 | 协调用地。 | 甲局\n2 | 永固厂 | 减免税费。 | 乙局"
            ),
            (N, A, W, U),
        ),
        (  # the kind of each row, again and again
            (
                "序号 | 路别 | 工作任务 | 单位\n1 | 县道 | 改建路面。 | 甲局\n"
                "2 | 乡道 | 增设标志。 | 乙局\n3 | 县道 | 修复边沟。 | 丙局"
            ),
            (N, None, W, U),
        ),
        (  # in some rows alone
            "序号 | 河段 | 工作任务 | 单位\n1 |  | 清理河道。 | 甲局\n2 | 下游 | 修复岸坡。 | 乙局",
            (N, T, W, U),
        ),
        (  # behind the offices
            "序号 | 单位 | 河段 | 工作任务\n1 | 甲局 | 上游 | 清理河道。\n2 | 乙局 | 下游 | 修复岸坡。",
            (N, U, None, W),
        ),
        (  # a place where something is wrong
            (
                "序号 | 点位 | 存在问题 | 整改措施 | 单位\n"
                "1 | 东门 | 污水横流 | 疏通管道。 | 甲局\n2 | 南门 | 占道经营 | 规范停车。 | 乙局"
            ),
            (N, F, T, W, U),
        ),
        *(  # with whom something is wrong, where another one has to mend it
            (
                (
                    f"序号 | {heading} | 存在隐患 | 整改措施 | 整改责任单位 | 整改期限\n"
                    "1 | 县福利中心 | 没有消火栓 | 增设消火栓 | 甲县政府 | 6月底前\n"
                    "2 | 丁家超市 | 无人值班 | 落实双人值班 | 乙县政府 | 7月底前"
                ),
                (N, F, T, W, U, D),
            )
            for heading in ("隐患单位", "单位名称", "单位", "项目单位", "受检单位", "涉及单位", "问题单位")
        ),
        (  # who looks on
            (
                "序号 | 督办单位 | 存在隐患 | 整改措施 | 整改责任单位\n"
                "1 | 丙局 | 没有消火栓 | 增设消火栓 | 甲县政府\n2 | 丁局 | 无人值班 | 落实双人值班 | 乙县政府"
            ),
            (N, X, T, W, U),
        ),
        (  # who has to mend it
            (
                "序号 | 单位 | 存在问题 | 整改措施 | 整改期限\n"
                "1 | 甲局 | 台账不全 | 补齐台账 | 6月底前\n2 | 乙局 | 制度不全 | 完善制度 | 7月底前"
            ),
            (N, U, T, W, D),
        ),
        (  # a place where something is done
            "序号 | 地点 | 工作任务 | 单位\n1 | 东门 | 疏通管道。 | 甲局\n2 | 南门 | 规范停车。 | 乙局",
            (N, E, W, U),
        ),
    ],
)
def test_what_stands_first_heads_the_works(drawn: str, roles: tuple[Role | None, ...]) -> None:
    assert table_of(drawn).roles == roles


def test_a_heading_that_nobody_knows_is_said() -> None:
    table = table_of("序号 | 河段 | 工作任务\n1 | 上游 | 清理河道。\n2 | ↑ | 修复岸坡。")
    assert [*said_of_columns(table)] == ["“河段”一列排在具体工作前面，作重点任务"]


def test_a_problem_right_behind_names_is_what_has_to_be_mended() -> None:
    drawn = (
        "序号 | 河流名称 | 存在问题 | 责任单位 | 整改时限\n"
        "1 | 青龙河 | 堆放建筑垃圾 | 甲局 | 6月底前\n2 | 白马湖 | 围网养殖未清退 | 乙局 | 7月底前"
    )
    assert table_of(drawn).roles == (N, A, W, U, D)
    behind = (
        "项目名称 | 责任单位 | 完成时限 | 存在问题\n"
        "甲路 | 甲局 | 6月底前 | 资金不足\n乙路 | 乙局 | 7月底前 | 征地慢"
    )
    assert table_of(behind).roles == (W, U, D, X)


def test_a_theme_that_each_row_has_of_its_own_is_the_work_and_no_place() -> None:
    drawn = (
        "时间 | 活动主题 | 活动地点 | 单位\n"
        "6月底前 | 读书分享会 | 南湖公园 | 甲局\n7月底前 | 科普进校园 | 东门小学 | 乙局"
    )
    assert table_of(drawn).roles == (D, W, E, U)


def test_a_place_names_what_has_to_be_mended_there() -> None:
    drawn = (
        "督查时间 | 点位 | 存在问题 | 责任单位 | 整改时限\n"
        "7月1日 | 东门 | 裸土未覆盖 | 甲局 | 7月5日前\n7月2日 | 南门 | 油烟直排 | 乙局 | 7月8日前"
    )
    assert table_of(drawn).roles == (E, A, W, U, D)


def test_a_road_is_named_before_its_ends() -> None:
    drawn = (
        "序号 | 路段名称 | 起止点 | 责任单位\n"
        "1 | 东一路 | 叶挺路—白田路 | 甲局\n2 | 叶挺路 | 宝胜桥—东一路 | 乙局"
    )
    assert table_of(drawn).roles == (N, A, W, U)

"""Columns of goals that head works, or are the works."""

from __future__ import annotations

import pytest

from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of

T, W, U, G = Role.TASK, Role.WORK, Role.UNITS, Role.TARGET


@pytest.mark.parametrize(
    ("drawn", "roles"),
    [
        (  # merged once is enough for a heading
            (
                "考核指标 | 考核内容 | 单位\n经济 | 新建厂房 | 甲局\n↑ | 招引企业 | 乙局\n"
                "党建 | 开展学习 | 丙局\n民生 | 改造小区 | 丁局\n环境 | 清理河道 | 甲局\n平安 | 排查 | 乙局"
            ),
            (T, W, U),
        ),
        ("考核指标 | 考核内容 | 单位\n≥90% | 新建厂房 | 甲局\n↑ | 招引企业 | 乙局", (G, W, U)),
        (  # under headings that are merged, what each row has is the work
            (
                "测评内容 | 工作标准 | 单位\n环境 | 路面整洁无垃圾 | 甲局\n↑ | 河道无漂浮物 | 乙局\n"
                "↑ | 绿化无缺株 | 丙局"
            ),
            (T, W, U),
        ),
        ("工作任务 | 工作标准 | 单位\n清理河道 | 无漂浮物 | 甲局\n修补路面 | 无坑洼 | 乙局", (W, G, U)),
        # amounts with their unit say how much of the work is to be done
        ("工作内容 | 数量 | 责任单位\n硬化巷道 | 1.2公里 | 甲局\n安装路灯 | 60盏 | 乙局", (W, G, U)),
        ("工作内容 | 工程量 | 责任单位\n硬化巷道 | 1.2公里 | 甲局\n安装路灯 | 60盏 | 乙局", (W, G, U)),
        (
            "工作内容 | 单位 | 数量 | 责任单位\n硬化巷道 | 公里 | 3 | 甲局\n安装路灯 | 盏 | 60 | 乙局",
            (W, Role.MEASURE, G, U),
        ),
        ("工作内容 | 数量 | 责任单位\n硬化巷道 | 3 | 甲局\n安装路灯 | 60 | 乙局", (W, Role.OTHER, U)),
        (
            "工作内容 | 目标 | 数量 | 单位\n硬化巷道 | 全部通车 | 3条 | 甲局\n安装路灯 | 亮灯 | 60盏 | 乙局",
            (W, G, Role.OTHER, U),
        ),
    ],
)
def test_goals_beside_texts(drawn: str, roles: tuple[Role, ...]) -> None:
    assert table_of(drawn).roles == roles

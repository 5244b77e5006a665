"""What columns say of each other; each rule on a table of its own."""

from __future__ import annotations

import pytest

from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of

N, L, U, S, D = Role.NUMBER, Role.LEAD, Role.UNITS, Role.SUPPORT, Role.DEADLINE
T, W, F, G, X = Role.TASK, Role.WORK, Role.FIELD, Role.TARGET, Role.OTHER
A = Role.NAME


@pytest.mark.parametrize(
    ("drawn", "roles"),
    [
        (
            (
                "序号 | 工作 | 责任单位 | 建设主体\n"
                "1 | 做第一件事。 | 甲局 | 甲公司\n"
                "2 | 做第二件事。 | 乙局 | 乙公司"
            ),
            (N, W, U, X),
        ),
        (
            "序号 | 工作 | 建设主体 | 时限\n1 | 做第一件事。 | 甲公司 | 6月\n2 | 做第二件事。 | 乙公司 | 7月",
            (N, W, U, D),
        ),
        (
            "序号 | 由头 | 责任单位 | 时限\n1 | 做第一件事。 | 甲局 | 6月\n2 | 做第二件事。 | 乙局 | 7月",
            (N, W, U, D),
        ),
        (
            "任务 |  | 责任单位 | 时限\n甲类 | 做第一件事。 | 甲局 | 6月\n乙类 | 做第二件事。 | 乙局 | 7月",
            (T, W, U, D),
        ),
        (
            (
                "序号 | 重点任务 | 责任单位 | 进展情况 | 主要措施\n"
                "1 | 做第一件事。 | 甲局 | 好 | 加快进度。\n"
                "2 | 做第二件事。 | 乙局 | 好 | 加快进度。"
            ),
            (N, W, U, X, X),
        ),
        (
            (
                "序号 | 存在问题 | 整改措施 | 责任单位\n"
                "1 | 账实不符 | 开展清查。 | 甲局\n"
                "2 | 没有招标 | 组织培训。 | 乙局"
            ),
            (N, T, W, U),
        ),
        (
            (
                "序号 | 重点任务 | 责任单位 | 存在问题\n"
                "1 | 做第一件事。 | 甲局 | 缺资金\n"
                "2 | 做第二件事。 | 乙局 | 缺人手"
            ),
            (N, W, U, X),
        ),
        (
            (
                "序号 | 任务名称 | 年度目标 | 责任单位\n"
                "1 | 天桥 | 新建人行天桥2座。 | 甲局\n"
                "2 | 小区 | 改造老旧小区12个。 | 乙局"
            ),
            (N, A, W, U),
        ),
        (
            (
                "序号 | 重点工作 | 年度目标 | 责任单位\n"
                "1 | 东湖国家湿地公园建设 | 完成湿地修复1200亩，通过国家林草局验收 | 甲局\n"
                "2 | 人民医院新院区 | 10月底前主体封顶 | 乙局"
            ),
            (N, T, W, U),
        ),
        (
            (
                "序号 | 重点工作 | 年度目标 | 责任单位\n"
                "1 | 建设东湖国家湿地公园 | 完成湿地修复1200亩，通过国家林草局验收 | 甲局\n"
                "2 | 推进人民医院新院区 | 10月底前主体封顶 | 乙局"
            ),
            (N, W, G, U),
        ),
        (
            (
                "序号 | 重点工作 | 年度目标 | 责任单位\n"
                "1 | 城镇污水处理厂达标 | 95%以上 | 甲局\n"
                "2 | 生活垃圾分类覆盖 | 100% | 乙局"
            ),
            (N, W, G, U),
        ),
        (
            (
                "序号 | 点位 | 整改要求 | 责任单位\n"
                "1 | 解放路东段 | 修补地砖。 | 甲局\n"
                "2 | 育才社区 | 拆除飞线。 | 乙局"
            ),
            (N, Role.NOTE, W, U),
        ),
        (
            (
                "序号 | 点位 | 责任单位 | 时限\n"
                "1 | 解放路东段破损路面 | 甲局 | 6月\n"
                "2 | 育才小区飞线 | 乙局 | 7月"
            ),
            (N, W, U, D),
        ),
        (
            (
                "序号 | 年度目标 | 责任单位 | 时限\n"
                "1 | 新建人行天桥2座。 | 甲局 | 6月\n"
                "2 | 改造老旧小区12个。 | 乙局 | 7月"
            ),
            (N, W, U, D),
        ),
    ],
)
def test_the_columns_are_taken_for(drawn: str, roles: tuple[Role, ...]) -> None:
    assert table_of(drawn).roles == roles

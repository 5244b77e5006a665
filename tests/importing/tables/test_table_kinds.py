"""What tables are: plans, and those that are none."""

from __future__ import annotations

import pytest

from qjtask.importing.drafts.choosing import judged_tables
from qjtask.importing.tables.table_kinds import TableKind
from tests.importing.drawn import document_of


@pytest.mark.parametrize(
    ("blocks", "kind"),
    [
        (("序号 | 任务 | 责任单位\n1 | 做一件事。 | 甲局",), TableKind.PLAN),
        (
            ("1 | 推进城市更新改造工程。 | 市住建局 | 6月底前\n2 | 推进老旧小区改造。 | 市住建局 | 12月",),
            TableKind.PLAN,
        ),
        (("序号 | 任务 | 备注\n1 | 做一件事。〔责任单位：甲局〕 | 急",), TableKind.PLAN),
        (("2021年重点任务分解表", "序号 | 任务 | 备注\n1 | 做一件事。 | 急"), TableKind.PLAN),
        (("序号 | 任务 | 备注\n1 | 做一件事。 | 急",), TableKind.LIST),
        (
            ("索引号： | 1100/2021-1 | 主题分类： | 综合\n发布机构： | 甲县政府 | 成文日期： | 2021-03-01",),
            TableKind.CARD,
        ),
        (("索引号：1100 | 文号：甲发〔2021〕1号\n标题 | 通知",), TableKind.CARD),
        (("单位 | 联络员 | 职务 | 联系电话\n甲局 | 张三 | 科长 | 0000-0000001",), TableKind.CONTACTS),
        (("甲局 | 13800000000\n乙局 | 13800000001",), TableKind.OTHER),
        (("序号 | 任务 | 责任单位\n例 | 做一件事 | 甲局",), TableKind.SAMPLE),
        (("序号 | 任务 | 责任单位\n | | ",), TableKind.EMPTY),
        (("序号 | 考评指标 | 权重 | 数据来源\n1 | 地区生产总值 | 10 | 县统计局",), TableKind.OTHER),
        (("首页 | 政务公开\n机构 | 法规",), TableKind.OTHER),
    ],
)
def test_a_table_is(blocks: tuple[str, ...], kind: TableKind) -> None:
    (judged,) = judged_tables(document_of(*blocks))
    assert judged.kind is kind
    assert judged.reason


def test_offices_dates_and_title_make_a_plan_worth_more_than_a_longer_list() -> None:
    plan = "序号 | 具体任务 | 责任单位\n1 | 出台支持政策。 | 市经信局"
    rows = "\n".join(f"{n} | 第{n}号项目 | 第{n}号公司 | 建设厂房。" for n in range(1, 30))
    listed = f"序号 | 项目名称 | 项目主体 | 主要建设内容\n{rows}"
    judged = judged_tables(document_of("重点任务分解表", plan, "重点项目清单", listed))
    assert judged[0].worth > judged[1].worth

"""Columns of dates beside each other: which is the deadline."""

from __future__ import annotations

import pytest

from qjtask.importing.tables.column_doubts import doubts_on_columns
from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of

N, U, W, D, X = Role.NUMBER, Role.UNITS, Role.WORK, Role.DEADLINE, Role.OTHER


@pytest.mark.parametrize(
    ("drawn", "roles"),
    [
        (
            "序号 | 工作 | 责任单位 | 备注\n1 | 做第一件事。 | 甲局 | 6月\n2 | 做第二件事。 | 乙局 | 7月",
            (N, W, U, D),
        ),
        (
            (
                "序号 | 工作 | 时限 | 责任单位 | 备注\n"
                "1 | 做第一件事。 | 6月 | 甲局 | 6月\n"
                "2 | 做第二件事。 | 7月 | 乙局 | 7月"
            ),
            (N, W, D, U, Role.NOTE),
        ),
        (
            (
                "序号 | 工作任务 | 责任单位 | 工作安排\n"
                "1 | 完成医院搬迁。 | 甲局 | 一季度完成装修，二季度启动搬迁。\n"
                "2 | 改扩建卫生室6所。 | 乙局 | 上半年完成选址，年底前建成投用。"
            ),
            (N, W, U, D),
        ),
        (
            (
                "序号 | 工作任务 | 责任单位 | 工作安排\n"
                "1 | 完成医院搬迁。 | 甲局 | 先装修，后搬迁。\n"
                "2 | 改扩建卫生室6所。 | 乙局 | 抓紧选址，尽快建成投用。"
            ),
            (N, W, U, Role.NOTE),
        ),
        (
            (
                "工作 | 责任单位 | 初审时间 | 发文时间\n"
                "做第一件事。 | 甲局 | 3月底 | 6月底\n"
                "做第二件事。 | 乙局 | 4月底 | 7月底"
            ),
            (W, U, Role.NOTE, D),
        ),
        (
            (
                "工作 | 责任单位 | 办结时限 | 回访时间\n"
                "做第一件事。 | 甲局 | 3月底 | 6月底\n"
                "做第二件事。 | 乙局 | 4月底 | 7月底"
            ),
            (W, U, D, Role.NOTE),
        ),
        (
            (
                "月份 | 工作 | 责任单位 | 完成时间\n"
                "3月 | 做第一件事。 | 甲局 | 全年\n"
                "4月 | 做第二件事。 | 乙局 | 6月底前"
            ),
            (Role.NOTE, W, U, D),
        ),
        ("月份 | 工作 | 责任单位\n3月 | 做第一件事。 | 甲局\n4月 | 做第二件事。 | 乙局", (D, W, U)),
        (
            (
                "工作 | 单位 | 初审时间 | 发文时间\n"
                "做第一件事。 | 甲局 | 3月底 |\n"
                "做第二件事。 | 乙局 |  | 7月底"
            ),
            (W, U, D, D),
        ),
        (
            (
                "序号 | 项目名称 | 责任单位 | 全年进度\n"
                "1 | 新建人行天桥2座。 | 甲局 | 桥面铺装完工\n"
                "2 | 改造老旧小区12个。 | 乙局 | 外墙粉刷完工"
            ),
            (N, W, U, X),
        ),
        (
            (
                "序号 | 项目名称 | 责任单位 | 全年进度\n"
                "1 | 新建人行天桥2座。 | 甲局 | 6月底\n"
                "2 | 改造老旧小区12个。 | 乙局 | 7月底"
            ),
            (N, W, U, D),
        ),
        (
            (
                "序号 | 工作 | 责任单位 | 进展情况 | 备注\n"
                "1 | 做第一件事。 | 甲局 | 已开工。 | 按时序推进\n"
                "2 | 做第二件事。 | 乙局 | 已招标。 | 持续推进"
            ),
            (N, W, U, X, Role.NOTE),
        ),
        (
            (
                "序号 | 工作 | 责任单位 | 进展情况 | 备注\n"
                "1 | 做第一件事。 | 甲局 | 已开工。 | 6月底\n"
                "2 | 做第二件事。 | 乙局 | 已招标。 | 持续推进"
            ),
            (N, W, U, X, D),
        ),
        (
            (
                "序号 | 目标任务 | 牵头单位 | 累计完成 | 累计进度\n"
                "1 | 城镇新增就业1100人 | 甲局 | 1063 | 96.64%\n"
                "2 | 新增家政服务人员275人 | 乙局 | 275 | 100%"
            ),
            (N, W, Role.LEAD, X, X),
        ),
        (
            (
                "序号 | 项目内容 | 目前实施情况 | 责任单位 | 完成时限\n"
                "1 | 新建婴幼儿照护托位。 | 已确定3个点位。 | 甲局 | 10月底前\n"
                "2 | 建设“残疾人之家”。 | 已选址。 | 乙局 | 11月底前"
            ),
            (N, W, X, U, D),
        ),
    ],
)
def test_the_dates_are_deadlines_or_not(drawn: str, roles: tuple[Role, ...]) -> None:
    assert table_of(drawn).roles == roles


@pytest.mark.parametrize(
    ("heading", "rows", "roles"),
    [
        ("计划开工 | 计划竣工", ("2026年3月 | 2027年6月", "2026.5 | 2027.12"), (Role.NOTE, D)),
        ("开工 | 完工", ("3月 | 6月", "4月 | 9月"), (Role.NOTE, D)),
        ("启动 | 完成", ("3月 | 6月", "4月 | 9月"), (Role.NOTE, D)),
        ("开始 | 结束", ("3月 | 6月", "4月 | 9月"), (Role.NOTE, D)),
        ("起 | 止", ("3月 | 6月", "4月 | 9月"), (Role.NOTE, D)),
        ("拟开工年月 | 拟竣工年月", ("2026.3 | 2027.6", "2026.2 | 2026.4"), (Role.NOTE, D)),
        ("进场 | 交付", ("3月 | 6月", "4月 | 9月"), (Role.NOTE, D)),
        ("开挖 | 回填", ("3月 | 6月", "4月 | 9月"), (Role.NOTE, D)),
        ("开工 | 完工", (" | 6月", "已开工 | "), (Role.NOTE, D)),
        ("完成 | 备注", ("是 | 无", "否 | 无"), (X, Role.NOTE)),
    ],
)
def test_the_start_is_noted_beside_the_end(
    heading: str, rows: tuple[str, str], roles: tuple[Role, Role]
) -> None:
    lines = (f"{at} | 做第{at}件事。 | 甲局 | {row}" for at, row in enumerate(rows, 1))
    table = table_of("\n".join((f"序号 | 工作 | 责任单位 | {heading}", *lines)))
    assert table.roles == (N, W, U, *roles)
    doubts = [one.read for one in doubts_on_columns(table, is_mapped=False)]
    assert any("两列都像完成时限" in read for read in doubts) is heading.startswith("开挖")


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("阶段目标", Role.STEP),
        ("进度安排", Role.STEP),
        ("备注", Role.STEP),
        ("实施计划", Role.STEP),
        ("", Role.STEP),
        ("进展情况", Role.OTHER),
    ],
)
def test_cells_of_steps_are_steps_whatever_they_are_headed_but_for_a_report(heading: str, role: Role) -> None:
    drawn = (
        f"序号 | 工作任务 | 责任单位 | {heading}\n"
        "1 | 做第一件事。 | 甲局 | 一季度：立项；二季度：招标\n"
        "2 | 做第二件事。 | 乙局 | 上半年：摸底。下半年：整治。"
    )
    assert tuple(column.role for column in table_of(drawn).columns) == (N, W, U, role)


def test_steps_that_are_the_only_text_are_the_work() -> None:
    drawn = (
        "序号 | 工作任务 | 责任单位\n"
        "1 | 一季度：立项；二季度：招标 | 甲局\n"
        "2 | 上半年：摸底。下半年：整治。 | 乙局"
    )
    assert tuple(column.role for column in table_of(drawn).columns) == (N, W, U)


@pytest.mark.parametrize("deed", ["报送", "上报", "填报", "提交", "申报"])
def test_the_day_of_handing_in_is_the_deadline_of_those_who_hand_in(deed: str) -> None:
    drawn = (
        f"序号 | 表名 | {deed}单位 | {deed}时间\n"
        "1 | 农村居民家庭概况 | 甲局 | 6月10日前\n"
        "2 | 农村住户调查公报 | 乙局 | 7月10日前"
    )
    columns = table_of(drawn).columns
    assert tuple(column.role for column in columns) == (N, W, U, D)
    assert not columns[3].is_close


def test_hours_beside_a_day_are_no_deadline() -> None:
    drawn = "日期 | 时间 | 活动内容\n3月5日 | 9:00 | 学雷锋。\n4月2日 | 14:30 | 清明祭扫。"
    assert table_of(drawn).roles == (Role.DEADLINE, Role.NOTE, Role.WORK)


@pytest.mark.parametrize("event", ["会议名称及时间", "检查日期", "督查时间", "发现时间"])
def test_a_day_of_something_else_is_no_deadline_beside_one(event: str) -> None:
    drawn = (
        f"工作任务 | {event} | 办结时限\n修路。 | 4月12日 | 5月底前\n架桥。 |  | 6月底前\n植树。 |  | 7月底前"
    )
    assert table_of(drawn).roles == (Role.WORK, Role.NOTE, Role.DEADLINE)


def test_a_day_of_a_meeting_is_by_when_it_is_held_where_no_other_is() -> None:
    drawn = "会议名称 | 召开时间 | 承办单位\n经济工作会 | 4月12日 | 甲局\n防汛工作会 | 5月10日 | 乙局"
    assert table_of(drawn).roles == (Role.WORK, Role.DEADLINE, Role.UNITS)


@pytest.mark.parametrize(
    ("heading", "cells", "role"),
    [
        ("截至6月完成", ("35所", "12个"), X),
        ("6月底完成数", ("35", "12"), X),
        ("上半年完成", ("35", "12"), X),
        ("上半年完成", ("已完成35所", "5月12日已开工，累计完成投资2亿元"), X),
        ("一季度", ("已印发方案", "正在招标"), X),
        ("上半年计划完成数", ("35", "12"), Role.STEP),
        ("上半年完成", ("35所", "主体封顶"), Role.STEP),
        ("上半年目标", ("35", "12"), Role.STEP),
        ("一季度", ("印发方案", "完成招标"), Role.STEP),
    ],
)
def test_what_was_done_by_a_time_is_no_step_to_come(heading: str, cells: tuple[str, str], role: Role) -> None:
    rows = "".join(f"\n{at} | 做第{at}件事。 | 甲局 | {cell} | 12月" for at, cell in enumerate(cells, 1))
    table = table_of(f"序号 | 工作 | 责任单位 | {heading} | 完成时限{rows}")
    assert table.columns[3].role is role

"""Columns of what is wrong, or of what is asked for."""

from __future__ import annotations

from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import table_of


def test_what_is_asked_for_is_the_work_where_nothing_else_is() -> None:
    drawn = (
        "序号 | 代表建议 | 建议人 | 主办单位\n1 | 加强停车管理 | 王伟 | 甲局\n2 | 改造老旧小区 | 李强 | 乙局"
    )
    assert table_of(drawn).roles == (Role.NUMBER, Role.WORK, Role.OTHER, Role.UNITS)
    drawn = (
        "序号 | 工作任务 | 意见建议 | 主办单位\n1 | 加强停车管理 | 加人 | 甲局\n2 | 改造小区 | 加钱 | 乙局"
    )
    assert table_of(drawn).roles == (Role.NUMBER, Role.WORK, Role.OTHER, Role.UNITS)


def test_a_problem_right_before_what_mends_it_heads_that() -> None:
    drawn = (
        "项目名称 | 存在问题 | 整改建议 | 责任单位\n甲路 | 征地慢 | 加人 | 甲局\n乙路 | 缺资金 | 申请 | 乙局"
    )
    assert table_of(drawn).roles == (Role.FIELD, Role.TASK, Role.WORK, Role.UNITS)
    drawn = (
        "序号 | 隐患点 | 隐患情况 | 整改措施 | 责任单位\n1 | 石桥水库 | 淤堵严重 | 清淤疏浚 | 石桥村\n"
        "2 | 双河泵站 | 水泵损坏 | 更换水泵 | 双河村"
    )
    assert table_of(drawn).roles == (Role.NUMBER, Role.FIELD, Role.TASK, Role.WORK, Role.UNITS)
    report = "项目名称 | 责任单位 | 进展情况 | 存在问题 | 下步措施\n甲路 | 甲局 | 已开工 | 征地慢 | 增派人手"
    assert table_of(report).roles[3] is Role.OTHER

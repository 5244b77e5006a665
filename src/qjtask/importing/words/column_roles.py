"""What a column of a table can hold."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a column says about an item. The three first are levels of text, widest first."""

    FIELD = "领域"
    TASK = "重点任务"
    WORK = "具体工作"
    NAME = "工作名称"
    NUMBER = "序号"
    HEADING_NUMBER = "标题序号"
    RUNNING_NUMBER = "总序号"
    LEAD = "牵头单位"
    UNITS = "责任单位"
    SUPPORT = "配合单位"
    DEADLINE = "完成时限"
    STEP = "分期节点"
    PERSON = "责任人"
    TARGET = "目标"
    MEASURE = "计量单位"
    NOTE = "备注"
    OTHER = "不读的列"


TEXTS = (Role.FIELD, Role.TASK, Role.WORK)
OFFICES = (Role.LEAD, Role.UNITS, Role.SUPPORT)
OWNERS: frozenset[Role | None] = frozenset((Role.LEAD, Role.UNITS))
"""Of these, the offices that owe a work; the others help."""

UNREAD: frozenset[Role | None] = frozenset((None, Role.OTHER))
"""What a column has that nobody reads."""

REPORTED = frozenset(("进展情况", "完成状态", "存在问题"))
"""What `report progress` puts beside the plan's own columns."""

_KINDS = (TEXTS, OFFICES, (Role.NUMBER, Role.HEADING_NUMBER, Role.RUNNING_NUMBER), (Role.DEADLINE, Role.STEP))


def kind_of(role: Role) -> tuple[Role, ...]:
    """The roles that are shades of one kind of column, as 牵头单位 and 责任单位 are; else the role alone."""
    return next((kind for kind in _KINDS if role in kind), (role,))

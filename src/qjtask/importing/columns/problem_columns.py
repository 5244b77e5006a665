"""Columns of what is wrong: what the measures beside them mend, or no more than a report."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.importing.columns.column_content import says_what_to_do
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import Evidence
from qjtask.importing.columns.text_levels import only_names
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role

Columns = tuple[ColumnReading, ...]

_MISSING = 3  # what a table lacks is looked for in the columns whose headings do not say it


def what_is_wrong(columns: Columns) -> Columns:
    """存在问题 is what the measures right of it mend; right of the works it is a report.

    Between what it is wrong with and what mends it, or who does, it is what has to be mended.
    """
    sure = [column for column in columns if column.role in TEXTS and not column.speaks_of(Role.OTHER)]
    if not sure:
        return _with_what_else_is_asked(columns)
    return tuple(
        column.with_more(_judged(column, sure, columns)) if _is_of_problems(column) else column
        for column in columns
    )


def _is_of_problems(column: ColumnReading) -> bool:
    """Whether a heading may be that of what has to be mended, or of a report: 存在问题."""
    return bool(column.said) and column.speaks_of(Role.OTHER) and column.speaks_of(Role.TASK)


def _judged(column: ColumnReading, sure: Sequence[ColumnReading], columns: Columns) -> Evidence:
    """What problems are beside the texts that are `sure`: what these mend, or a report on them."""
    is_first = column.at < min(one.at for one in sure) or _is_mended_next(column, sure)
    is_text = is_first or _is_wrong_with(column, sure, columns)
    role, side = (Role.TASK, "旁") if is_text else (Role.OTHER, "右边")
    return Evidence(role, _MISSING, f"在“{sure[0].name}”{side}")


def _with_what_else_is_asked(columns: Columns) -> Columns:
    """The columns without a text, but what may be a report or a matter, which is the matter: 代表建议."""
    may_be = [one for one in columns if one.role is Role.OTHER and one.said and one.speaks_of(Role.TASK)]
    if not may_be or any(column.role in TEXTS for column in columns):
        return columns
    more = Evidence(Role.TASK, _MISSING, "没有别的文字栏")
    return tuple(column.with_more(more) if column is may_be[0] else column for column in columns)


def _is_wrong_with(column: ColumnReading, sure: Sequence[ColumnReading], columns: Columns) -> bool:
    """Whether a problem stands right before what mends it, or right behind nothing but names.

    In the second case it stands before those who have to mend it: 河流名称, 存在问题, 责任单位.
    """
    if any(one.at == column.at + 1 and one.said is Role.WORK for one in sure):
        return True
    owed = min((one.at for one in columns if one.role in {*OFFICES, Role.DEADLINE}), default=0)
    return sure[-1].at + 1 == column.at < owed and all(map(only_names, sure))


def _is_mended_next(column: ColumnReading, sure: Sequence[ColumnReading]) -> bool:
    """Whether measures stand right behind a problem, and nothing before it says what is to be done.

    一级指标, 二级指标 before 问题简要表述 and 整改措施 only say of what.
    """
    before = [one for one in sure if one.at < column.at]
    is_before_measures = any(one.at == column.at + 1 and one.said is Role.WORK for one in sure)
    return is_before_measures and not any(says_what_to_do(one.content) for one in before)

"""Columns headed by what comes next, which are the works where nothing else is: 本月重点工作, 拟采取措施."""

from __future__ import annotations

from qjtask.importing.columns.column_content import CERTAIN
from qjtask.importing.columns.column_reading import ColumnReading, evidence_of_name
from qjtask.importing.columns.heading_words import Evidence
from qjtask.importing.words.column_roles import TEXTS, Role
from qjtask.importing.words.vocabulary import words

_TO_COME = 30  # more than what speaks for not reading it
_MENDED = 3


def what_is_to_come(columns: tuple[ColumnReading, ...]) -> tuple[ColumnReading, ...]:
    """The columns, what is to be done next as the works, or as the heading over other texts at its right."""
    later = next(filter(_is_of_later, columns), None)
    if later is None:
        return columns
    sure = [column for column in columns if column.role in {Role.TASK, Role.WORK} and _is_sure(column)]
    if any(one.at < later.at for one in sure):
        return columns
    if not sure:
        return tuple(_before(column, later) for column in columns)
    more = Evidence(Role.TASK, _TO_COME, f"在“{sure[0].name}”左边")
    return tuple(one.with_more(more) if one is later else one for one in columns)


def _is_sure(column: ColumnReading) -> bool:
    """Whether a text is no problem, nor a report."""
    is_problem = any(map(column.name.__contains__, words().tables.problems))
    return not is_problem and not column.speaks_of(Role.OTHER)


def _is_of_later(column: ColumnReading) -> bool:
    """Whether a heading says what is to be done in a time: 本月重点工作, 拟采取措施, never 存在问题."""
    said = {one.role: one.weight for one in evidence_of_name(column.name)}
    is_later = said.get(Role.OTHER, 0) >= CERTAIN and any(role in TEXTS for role in said)
    return is_later and column.role is Role.OTHER and bool(column.content.texts)


def _before(column: ColumnReading, later: ColumnReading) -> ColumnReading:
    """A column, where `later` is what is to be done, and a problem left of it is what that mends."""
    if column is later:
        return column.with_more(Evidence(Role.WORK, _TO_COME, "没有别的一栏写着要做的事"))
    is_mended = column.at < later.at and column.speaks_of(Role.TASK) and not column.is_mapped
    return column.with_more(Evidence(Role.TASK, _MENDED, f"在“{later.name}”左边")) if is_mended else column

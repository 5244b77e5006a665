"""Columns of text that name each work and head none: 项目名称 beside 建设内容, one row each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from qjtask.core.text.comparing import bare
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.columns_before_works import is_first
from qjtask.importing.columns.heading_words import Evidence, plain_heading
from qjtask.importing.columns.number_columns import rows_of_works
from qjtask.importing.document.grid import GridRow
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.numbering import OF_WORKS, Printed, count_on, read_number
from qjtask.importing.words.vocabulary import words

_FEW = 2  # works, of which one alone says nothing
_NEARLY_ALL = 0.9
_LONGEST_NAME = 16  # characters on average
_REASON = "每项工作各有一个，不是几项共有的标题"


def named(columns: Sequence[ColumnReading], rows: Sequence[GridRow]) -> tuple[ColumnReading, ...]:
    """The columns, those of headings of which nearly each row has its own taken for names of the works.

    A text that says of which kind a work is, or is printed with a heading's number, is a heading over one
    work too; names that count the works (1.改扩建学校) name them.
    """
    works = rows_of_works(columns, rows)
    if len(works) < _FEW or any(column.role is Role.HEADING_NUMBER for column in columns):
        return tuple(columns)
    levels = [column for role in (Role.FIELD, Role.TASK) for column in columns if column.role is role]
    names = list(takewhile(lambda column: _names_each(column, works), reversed(levels)))
    lowest_left = levels[: len(levels) - len(names)][-1:]
    roles = {
        **dict.fromkeys((column.at for column in names), Role.NAME),
        **dict.fromkeys((column.at for column in lowest_left), Role.TASK),
    }
    return tuple(_as(roles.get(column.at, column.role), column) for column in columns)


def _names_each(column: ColumnReading, rows: Sequence[GridRow]) -> bool:
    """Whether nearly each row has a name of its own: 项目名称, never 重点任务 or 存在问题."""
    heading = plain_heading(column.name)
    is_name = heading.endswith(_names()) or _is_short_first(column)
    if column.is_mapped or column.said is Role.FIELD or not is_name:
        return False
    texts = [bare(row.cells[column.at].text) for row in rows]
    is_each = len(set(texts)) >= len(texts) * _NEARLY_ALL and all(texts)
    printed = [one for text in texts if (one := read_number(text))]
    return is_each and (not printed or (_count_works(printed) and len(printed) == len(texts)))


def _count_works(printed: Sequence[Printed]) -> bool:
    """Whether numbers at the heads of names count all works through, as those of no heading do: 1., 2., 3."""
    return printed[0].style == OF_WORKS and count_on(printed)


def _is_short_first(column: ColumnReading) -> bool:
    """Whether short texts stand first in their rows, under any heading: 重点企业, 点位."""
    return is_first(column) and column.content.length <= _LONGEST_NAME


def _names() -> tuple[str, ...]:
    """How the headings end of columns that name a work, or whom it concerns: 项目名称, 检查对象."""
    known = words().tables
    return (*known.work_names, *known.concerned, *known.named_days)


def _as(role: Role | None, column: ColumnReading) -> ColumnReading:
    """A column in its role, with the reason where that is another one."""
    if role is None or role is column.role:
        return column
    reason = _REASON if role is Role.NAME else "在具体工作之上"
    return column._replace(role=role, evidence=(*column.evidence, Evidence(role, 0, reason)))

"""Columns that say something and have no place in a plan, and which of them plainly have none."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.column_content import CERTAIN, is_deadline
from qjtask.importing.columns.column_reading import ColumnReading, evidence_of_name
from qjtask.importing.columns.columns_of_dates import A_TIME
from qjtask.importing.columns.heading_words import plain_heading
from qjtask.importing.tables.tables import Table
from qjtask.importing.words.column_roles import REPORTED, UNREAD, Role
from qjtask.importing.words.numbering import read_ordinal
from qjtask.importing.words.office_words import looks_like_offices
from qjtask.importing.words.vocabulary import words

_LONGEST_REMARK, _SENTENCE = 12, frozenset("，。；")
_WHOLE_ID = 2  # numbers: the group's and the item's


def without_place(table: Table) -> Sequence[ColumnReading]:
    """The columns with a content that has no place in a plan; our own report is known to have such."""
    unread = [column for column in table.columns if column.role in UNREAD and column.content.texts]
    return [] if _is_progress_report(table) else unread


def is_plainly_unread(column: ColumnReading) -> bool:
    """Whether a heading says that a column is not read, alone or beside another report: 存在困难."""
    if _is_by_a_day(column):
        return False
    if column.name and _is_of_remarks(column):
        return True
    is_named = any(one.role is Role.OTHER for one in evidence_of_name(column.name))
    return is_named and (column.weight(Role.OTHER) >= CERTAIN or _is_progress(column))


def _is_by_a_day(column: ColumnReading) -> bool:
    """Whether a heading says how far a work is on a day, which may be what is asked of it: 6月底支出进度."""
    may_be_asked = column.name.endswith("进度") or column.said is None
    return may_be_asked and compiled(A_TIME).search(column.name) is not None


def _is_of_remarks(column: ColumnReading) -> bool:
    """Whether the cells are a few words each, and neither a time nor an office: 富县, 6.4%, 免申即享."""
    texts, is_where = column.content.texts, column.name.endswith(words().offices.where)
    if column.said not in {None, Role.OTHER} and not is_where:
        return False
    are_short = all(len(text) <= _LONGEST_REMARK and _SENTENCE.isdisjoint(text) for text in texts)
    return are_short and not any(
        is_deadline(one) or (looks_like_offices(one) and not is_where) for one in texts
    )


def _is_progress(column: ColumnReading) -> bool:
    """Whether what may be by when works are done, 建设进度, is how far they are: no cell has a time."""
    return column.name.endswith("进度") and not any(map(compiled(A_TIME).search, column.content.texts))


def _is_progress_report(table: Table) -> bool:
    """Whether it is our own 进展情况表: its three columns and no others unread, beside whole ids (9.2)."""
    unread = {plain_heading(column.name) for column in table.columns if column.role in UNREAD}
    if unread != REPORTED or not table.has(Role.NUMBER):
        return False
    numbers = [row.cells[table.roles.index(Role.NUMBER)].text for row in table.grid_rows]
    return bool(numbers) and all(len(read_ordinal(text) or ()) == _WHOLE_ID for text in numbers)

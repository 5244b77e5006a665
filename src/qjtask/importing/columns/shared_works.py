"""Columns headed as a sharing out that hold works, where others name the offices: 细化分工, 任务分工."""

from __future__ import annotations

from qjtask.importing.columns.column_content import says_what_to_do
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import Evidence, plain_heading
from qjtask.importing.columns.office_headings import names_the_responsible
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.office_words import looks_like_offices

_WORKS = 24  # more than what speaks for not reading it
_HEADED = "分工"
_A_FEW = 0.3  # of the cells


def what_is_shared(columns: tuple[ColumnReading, ...]) -> tuple[ColumnReading, ...]:
    """The columns, what is to be done under 细化分工 as the works, where another is headed 责任单位.

    With offices in its cells, or without another column of them, such a column says who does what.
    """
    return tuple(
        column.with_more(Evidence(Role.WORK, _WORKS, "格里写着要做的事，另有责任单位一栏"))
        if _holds_works(column) and _are_owed_elsewhere(columns, column)
        else column
        for column in columns
    )


def _holds_works(column: ColumnReading) -> bool:
    """Whether the cells under such a heading say what to do, and are no offices: 发展改革局 begins alike."""
    if column.said is not Role.UNITS or not plain_heading(column.name).endswith(_HEADED):
        return False
    names_offices = column.content.part(looks_like_offices, _A_FEW) > 0
    return says_what_to_do(column.content) and not names_offices and not column.is_mapped


def _are_owed_elsewhere(columns: tuple[ColumnReading, ...], own: ColumnReading) -> bool:
    return any(names_the_responsible(other) for other in columns if other is not own)

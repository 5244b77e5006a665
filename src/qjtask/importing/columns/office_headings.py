"""What headings of offices say: a duty, who builds, or no more than that offices stand below."""

from __future__ import annotations

from collections.abc import Iterable

from qjtask.importing.columns.column_reading import ColumnReading, evidence_of_name
from qjtask.importing.columns.heading_words import plain_heading
from qjtask.importing.columns.rivals import Contender
from qjtask.importing.words.column_roles import OFFICES, OWNERS, Role
from qjtask.importing.words.vocabulary import words

_WEAK = 5  # an office's heading that weighs less is that of an owner or a builder


def holds_offices(column: ColumnReading) -> bool:
    """Whether something speaks for offices below."""
    return any(map(column.speaks_of, OFFICES))


def names_the_responsible(column: ColumnReading) -> bool:
    """Whether the heading itself is that of a responsible office: 责任单位, and not 建设主体."""
    return any(one.role in OWNERS and one.weight >= _WEAK for one in evidence_of_name(column.name)[:1])


def builds_or_owns(column: ColumnReading) -> bool:
    """Whether the heading is that of an office, and not of one that is responsible: 建设主体, 业主单位."""
    return column.said in OWNERS and not names_the_responsible(column)


def is_paid(column: ColumnReading) -> bool:
    """Whether the heading names who does a part of the work for money: 施工单位, 监理单位."""
    return any(word in column.name for word in words().tables.contractors)


def is_headed_by_duty(column: ColumnReading) -> bool:
    """Whether a heading speaks of a duty, or says no more than that offices stand below: 部门."""
    return part_in(column) == "" or any(word in column.name for word in words().tables.duty)


def is_open(column: ColumnReading) -> bool:
    """Whether a heading says what offices do, and it is nothing that they may owe."""
    may_owe = any(word in column.name for word in (*words().tables.duty, *words().tables.owing))
    return column.role is Role.UNITS and bool(part_in(column)) and not may_owe


def part_in(column: ColumnReading) -> str | None:
    """What a heading says before it says that these are offices; None for one that does not say so."""
    name = plain_heading(column.name.rpartition("\n")[2])
    ends = words().tables.office_headings
    return next((name.removesuffix(end) for end in ends if name.endswith(end)), None)


def owners_beside(beside: Contender) -> list[ColumnReading]:
    """The other columns that may be responsible; where headings say so of some, no others."""
    owners = [other for other in beside.others if other.role in OWNERS]
    return list(filter(names_the_responsible, owners)) or owners


def are_plain(columns: Iterable[ColumnReading]) -> bool:
    """Whether each column of leads or helpers is headed by a word for it: 牵头, 配合, and not 发起, 联查."""
    listed = {Role.LEAD: words().duties.lead, Role.SUPPORT: words().duties.support}
    duties = (column for column in columns if column.role in listed and not column.is_mapped)
    return all(any(map(column.name.__contains__, listed[column.role])) for column in duties if column.role)

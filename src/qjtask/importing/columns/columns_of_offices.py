"""Which of a table's columns of offices say who is responsible, as the columns say it of each other."""

from __future__ import annotations

from qjtask.importing.columns.column_reading import ColumnReading, evidence_of_name
from qjtask.importing.columns.heading_words import Evidence, plain_heading
from qjtask.importing.columns.rivals import Contender, Test, weighed
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role
from qjtask.importing.words.office_words import is_collective
from qjtask.importing.words.vocabulary import words

Columns = tuple[ColumnReading, ...]

_MISSING = 3  # what a table lacks is looked for in the columns whose headings do not say it
_SECOND = -3  # and what it has is not looked for again
_OWNER = 14
_WEAK = 5  # an office's heading that weighs less is that of an owner or a builder
_FEW_ROWS = 3
_OFFICE_ENDS = ("单位", "部门", "机构", "科室", "股室", "处室", "主体")
_A_WORD = 2  # characters


def who(columns: Columns) -> Columns:
    """A table may have the responsible office under another heading; beside one, who builds is none.

    Without any, one of several columns that are headed as texts may hold the offices: 事项名称 twice.
    """
    has_strong = any(map(_names_the_responsible, columns))
    texts = [column for column in columns if column.said in TEXTS]
    has_work = not all(speaks_of(column, Role.UNITS) for column in texts)
    return tuple(
        column.with_more(*_on_offices(column, has_strong=has_strong, has_work=has_work))
        if any(speaks_of(column, role) for role in OFFICES) and not _names_the_responsible(column)
        else column
        for column in columns
    )


def whose(columns: Columns) -> Columns:
    """Of several columns of offices those that speak of no duty, or name one office in all rows, owe nothing.

    挂牌单位 beside 治理责任单位 looks on; 主管部门, 属地 and a bare 单位 may owe as well, and stay.
    """
    offices = [column for column in columns if column.role in {Role.LEAD, Role.UNITS}]
    grounds = weighed(Role.UNITS, offices, columns, _TESTS)
    return tuple(
        column.with_more(*grounds[column.at]) if grounds.get(column.at) else column for column in columns
    )


def _has_another_part(beside: Contender) -> bool:
    """Whether a heading says in a word of its own what an office does, and it is no duty: 挂牌单位.

    That tells only beside a heading that speaks of one, or names the offices alone.
    """
    own, tables = beside.own, words().tables
    part = _part_in(own)
    may_owe = any(word in own.name for word in (*tables.duty, *tables.owing))
    is_another = len(part or "") >= _A_WORD and not may_owe
    return own.role is Role.UNITS and is_another and any(map(_says_duty, beside.others))


def _says_duty(column: ColumnReading) -> bool:
    """Whether a heading speaks of a duty, or says no more than that offices stand below: 部门."""
    return _part_in(column) == "" or any(word in column.name for word in words().tables.duty)


def _part_in(column: ColumnReading) -> str | None:
    """What a heading says before it says that these are offices; None for one that does not say so."""
    name = plain_heading(column.name.rpartition("\n")[2])
    return next((name.removesuffix(end) for end in _OFFICE_ENDS if name.endswith(end)), None)


def _is_place(beside: Contender) -> bool:
    """Whether a heading names places, while another one names offices: 乡镇 beside 帮扶部门."""
    is_place = plain_heading(beside.own.name) in words().tables.places
    return is_place and any(_part_in(other) is not None for other in beside.others)


def _is_same_in_all(beside: Contender) -> bool:
    """Whether a column names one office in all rows, the one that plans, while another column's differ.

    各镇 are many, and each of them owes its share.
    """
    own = beside.own.content
    is_merged = len(own.texts) == 1 and own.goes_on > 0
    is_one = is_merged or (len(own.texts) >= _FEW_ROWS and len(set(own.texts)) == 1 and own.goes_on == 0)
    if beside.own.role is not Role.UNITS or not is_one or is_collective(own.texts[0]):
        return False
    roles = {Role.UNITS} if _says_duty(beside.own) else {Role.UNITS, Role.LEAD}
    return any(len(set(other.content.texts)) > 1 for other in beside.others if other.role in roles)


def _is_alone(beside: Contender) -> bool:
    """Whether no other column holds offices that have a part."""
    return not any(column.role in OFFICES for column in beside.columns if column is not beside.own)


_TESTS: dict[str, Test] = {
    "another part": _has_another_part,
    "place": _is_place,
    "same": _is_same_in_all,
    "alone": _is_alone,
}


def who_files(columns: Columns) -> Columns:
    """Without any other office, the one that files a matter has to do it: 申报单位."""
    if any(column.role in OFFICES for column in columns):
        return columns
    more = Evidence(Role.UNITS, _OWNER, "没有别的单位栏")
    return tuple(
        column.with_more(more)
        if any(word in column.name for word in words().tables.filers) and speaks_of(column, Role.UNITS)
        else column
        for column in columns
    )


def _names_the_responsible(column: ColumnReading) -> bool:
    """Whether the heading itself is that of a responsible office: 责任单位, and not 建设主体."""
    return any(one.role in OFFICES and one.weight >= _WEAK for one in evidence_of_name(column.name))


def _on_offices(column: ColumnReading, *, has_strong: bool, has_work: bool) -> tuple[Evidence, ...]:
    """What to make of offices in a column that is not headed as theirs."""
    if column.said in OFFICES:
        return (Evidence(Role.OTHER, _OWNER, "另有责任单位一栏"),) if has_strong else ()
    if has_strong:
        return (Evidence(Role.UNITS, _SECOND, "已有责任单位一栏"),)
    may_be = column.said is None or (column.said in TEXTS and has_work)
    return (Evidence(Role.UNITS, _MISSING, "没有别的单位栏"),) if may_be else ()


def speaks_of(column: ColumnReading, role: Role) -> bool:
    """Whether something speaks for a column being this."""
    return any(one.role is role for one in column.evidence)

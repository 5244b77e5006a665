"""What each column of offices owes: who leads, who is responsible, who helps, and who only looks on."""

from __future__ import annotations

from qjtask.importing.columns.column_content import ColumnContent
from qjtask.importing.columns.column_reading import ColumnReading, Rival, evidence_of_name
from qjtask.importing.columns.heading_words import ENOUGH, Evidence, plain_heading
from qjtask.importing.columns.helping_offices import HELPING
from qjtask.importing.columns.office_headings import (
    builds_or_owns,
    holds_offices,
    is_headed_by_duty,
    is_open,
    is_paid,
    names_the_responsible,
    owners_beside,
    part_in,
)
from qjtask.importing.columns.rivals import Contender, Test, weighed
from qjtask.importing.words.column_roles import OFFICES, OWNERS, TEXTS, Role
from qjtask.importing.words.office_words import is_collective
from qjtask.importing.words.vocabulary import words

Columns = tuple[ColumnReading, ...]

_FEW_ROWS = 3
_A_WORD = 2  # characters
_SOME = 0.3  # of the filled cells: the others name persons alone
_OF_OFFICES = 14  # more than any heading


def whose(columns: Columns) -> Columns:
    """The columns with what speaks for each office's owing a work, or for its helping, or looking on."""
    offices = [column for column in columns if holds_offices(column)]
    grounds = weighed({*OFFICES, Role.NOTE, Role.OTHER}, offices, columns, _TESTS)
    made = tuple(
        column.with_more(*grounds[column.at]) if grounds.get(column.at) else column for column in columns
    )
    held = [column for column in made if holds_offices(column)]
    return tuple(_with_rival(column, held) if column.role in OFFICES else column for column in made)


def who(columns: Columns) -> Columns:
    """Columns of persons whose cells name offices, as those of the offices that owe the works, or help.

    责任人 over 德育处 and 总务处（吴敏） is the office, unless another column has it; 协助人 over such helps.
    """
    owned = any(column.role in OWNERS for column in columns)
    roles = {column.at: role for column in columns if (role := _role_of_persons(column, owned=owned))}
    if not roles:
        return columns
    from qjtask.importing.words.offices_with_persons import names_an_office  # few tables have such columns

    return tuple(
        column.with_more(Evidence(role, _OF_OFFICES, "格里写着单位"))
        if (role := roles.get(column.at)) and column.content.part(names_an_office, _SOME)
        else column
        for column in columns
    )


def _role_of_persons(column: ColumnReading, *, owned: bool) -> Role | None:
    """What offices under a heading of persons do; None where it says that they only look on: 分管领导."""
    if column.role is not Role.PERSON or not column.is_of_persons:
        return None
    name = plain_heading(column.name.rpartition("\n")[2])
    if any(one.role is Role.SUPPORT for one in evidence_of_name(column.name)):
        return Role.SUPPORT
    if owned or not any(word in name for word in (*words().tables.duty, *words().duties.lead)):
        return None
    return Role.LEAD if any(word in name for word in words().duties.lead) else Role.UNITS


def _with_rival(own: ColumnReading, offices: list[ColumnReading]) -> ColumnReading:
    """A column of offices with the one that came next in its role, and has another."""
    role = own.role
    others = {other.at: other.weight(role) for other in offices if other.role is not role}
    next_at = max(others, key=others.__getitem__, default=None)
    if next_at is None or others[next_at] < ENOUGH:
        return own
    return own._replace(rival=Rival(next_at, own.weight(role) - others[next_at]))


# What a table lacks, and what it has already ----------------------------------------------------------


def _is_claimed(beside: Contender) -> bool:
    """Whether offices stand under no heading of theirs, and another column is headed so."""
    own = beside.own
    if any(one.role in OFFICES for one in evidence_of_name(own.name)):
        return False
    return any(map(names_the_responsible, beside.columns))


def _is_missing(beside: Contender) -> bool:
    """Whether offices stand under no heading that says otherwise, and no column is headed as theirs.

    Without any, one of several columns that are headed as texts may hold them: 事项名称 twice.
    """
    own = beside.own
    if any(map(names_the_responsible, beside.columns)):
        return False
    texts = (column for column in beside.columns if column.said in TEXTS)
    return own.said is None or (own.said in TEXTS and not all(one.speaks_of(Role.UNITS) for one in texts))


def _is_builder(beside: Contender) -> bool:
    """Whether a heading names who builds or owns, beside one who is responsible."""
    return builds_or_owns(beside.own) and any(map(names_the_responsible, beside.others))


def _is_built_for_a_lead(beside: Contender) -> bool:
    """Whether it stands beside offices of which it is only known that they lead."""
    named = [other for other in beside.others if names_the_responsible(other)]
    return _is_builder(beside) and all(other.role is Role.LEAD for other in named)


def _is_contractor(beside: Contender) -> bool:
    """Whether a heading names who is paid for a part of the work, beside whoever owes it."""
    owners = (other for other in beside.others if other.said in OWNERS and not is_paid(other))
    return builds_or_owns(beside.own) and is_paid(beside.own) and any(owners)


def _is_over_a_duty(beside: Contender) -> bool:
    """Whether the heading of another column says that its offices owe the work: 责任单位 beside 主管单位.

    实施单位 says that they carry it out: for that its 主管单位 is responsible.
    """
    owes = (other for other in beside.others if names_the_responsible(other) and is_headed_by_duty(other))
    return not all(_carries_out(other) for other in owes)


def _carries_out(column: ColumnReading) -> bool:
    """Whether the heading of offices says that they carry a work out: 实施单位."""
    return any(map(column.name.__contains__, words().telling.carried_out))


def _is_mended(beside: Contender) -> bool:
    """Whether another office owes it, and a heading says that a paper is mended: 修改内容, 清理意见."""
    revised = words().telling.revised
    is_mended = any(word in column.name for column in beside.columns for word in revised)
    return is_mended and _is_over_a_duty(beside)


def _is_first_of_several(beside: Contender) -> bool:
    """Whether other offices are responsible too, and none is headed as leading: 其他责任单位."""
    own = beside.own
    others = [other for other in beside.others if other.role in OWNERS and names_the_responsible(other)]
    return own.role is Role.UNITS and bool(others) and all(other.role is Role.UNITS for other in others)


def _is_led_and_helped(beside: Contender) -> bool:
    """Whether other headings name who leads and who helps."""
    return {Role.LEAD, Role.SUPPORT} <= {other.said for other in beside.others}


def _is_of_both(beside: Contender) -> bool:
    """Whether a heading names responsible offices and helpers together, where another column leads.

    责任主体 owes the work, whoever leads.
    """
    said = [one.role for one in evidence_of_name(beside.own.name)]
    is_both = said[:1] == [Role.UNITS] and Role.SUPPORT in said[1:]
    is_left = is_both and "责任主体" not in beside.own.name
    return is_left and any(other.role is Role.LEAD for other in beside.others)


def _is_alone(beside: Contender) -> bool:
    """Whether no other column holds offices that have a part, nor one of persons any office."""
    return not any(
        column.role in OFFICES or (column.role is Role.PERSON and column.speaks_of(Role.UNITS))
        for column in beside.columns
        if column is not beside.own
    )


def _looks_on_alone(beside: Contender) -> bool:
    """Whether offices that look on are the only ones, and not one that does so for all works."""
    return beside.own.said is Role.OTHER and _is_alone(beside) and not _names_one(beside.own.content)


# What another column says of this one ------------------------------------------------------------------


def _has_another_part(beside: Contender) -> bool:
    """Whether a heading says in a word of its own what an office does, and it is no duty: 挂牌单位.

    That tells only beside a heading that speaks of one, or names the offices alone.
    """
    has_own = is_open(beside.own) and len(part_in(beside.own) or "") >= _A_WORD
    return has_own and any(map(is_headed_by_duty, owners_beside(beside)))


def _is_led(beside: Contender) -> bool:
    """Whether such a heading stands beside offices of which it is only known that they lead."""
    owners = owners_beside(beside)
    return is_open(beside.own) and bool(owners) and all(other.role is Role.LEAD for other in owners)


def _is_beside_named(beside: Contender) -> bool:
    """Whether another column is headed as one of offices: places beside them owe nothing."""
    return any(part_in(other) is not None for other in beside.others if other.role in OWNERS)


def _is_same_in_all(beside: Contender) -> bool:
    """Whether a column names one office in all rows, the one that plans, while another column's differ.

    各镇 are many, and each of them owes its share.
    """
    own = beside.own.content
    if beside.own.role is not Role.UNITS or not _names_one(own) or is_collective(own.texts[0]):
        return False
    roles = {Role.UNITS} if is_headed_by_duty(beside.own) else OWNERS
    rivals = (other for other in owners_beside(beside) if other.role in roles)
    return any(len(set(other.content.texts)) > 1 for other in rivals if not _builds_beside(other, beside.own))


def _names_one(content: ColumnContent) -> bool:
    """Whether a column names one office, in a cell merged over several rows or again in each of a few."""
    if content.goes_on > 0:
        return len(content.texts) == 1
    return len(content.texts) >= _FEW_ROWS and len(set(content.texts)) == 1


def _builds_beside(column: ColumnReading, own: ColumnReading) -> bool:
    """Whether a column names who builds, and this one who is responsible: one office may be so for all."""
    return names_the_responsible(own) and not names_the_responsible(column)


_TESTS: dict[str, Test] = {
    "claimed": _is_claimed,
    "missing": _is_missing,
    "builder": _is_builder,
    "built for a lead": _is_built_for_a_lead,
    "contractor": _is_contractor,
    "led and helped": _is_led_and_helped,
    "over a duty": _is_over_a_duty,
    "mended": _is_mended,
    "first of several": _is_first_of_several,
    "alone": _is_alone,
    "looks on alone": _looks_on_alone,
    "of both": _is_of_both,
    "another part": _has_another_part,
    "led": _is_led,
    "beside named": _is_beside_named,
    "same": _is_same_in_all,
    **HELPING,
}

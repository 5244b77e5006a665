"""What each column of offices owes: who leads, who is responsible, who helps, and who only looks on."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.column_content import ColumnContent
from qjtask.importing.columns.column_reading import ColumnReading, Rival, evidence_of_name
from qjtask.importing.columns.heading_words import ENOUGH, plain_heading
from qjtask.importing.columns.rivals import Contender, Test, weighed
from qjtask.importing.words.column_roles import OFFICES, OWNERS, TEXTS, Role
from qjtask.importing.words.office_words import is_collective
from qjtask.importing.words.vocabulary import words

Columns = tuple[ColumnReading, ...]

_WEAK = 5  # an office's heading that weighs less is that of an owner or a builder
_FEW_ROWS = 3
_A_WORD = 2  # characters
_PART = 0.3  # of the cells, which several offices share
_SIGNS = r"[、，,；;/\s]+"


def whose(columns: Columns) -> Columns:
    """The columns with what speaks for each office's owing a work, or for its helping, or looking on."""
    offices = [column for column in columns if _holds_offices(column)]
    grounds = weighed({*OFFICES, Role.OTHER}, offices, columns, _TESTS)
    made = tuple(
        column.with_more(*grounds[column.at]) if grounds.get(column.at) else column for column in columns
    )
    held = [column for column in made if _holds_offices(column)]
    return tuple(_with_rival(column, held) if column.role in OFFICES else column for column in made)


def _with_rival(own: ColumnReading, offices: list[ColumnReading]) -> ColumnReading:
    """A column of offices with the one that came next in its role, and has another."""
    role = own.role
    others = {other.at: other.weight(role) for other in offices if other.role is not role}
    next_at = max(others, key=others.__getitem__, default=None)
    if next_at is None or others[next_at] < ENOUGH:
        return own
    return own._replace(rival=Rival(next_at, own.weight(role) - others[next_at]))


def _holds_offices(column: ColumnReading) -> bool:
    return any(map(column.speaks_of, OFFICES))


def _names_the_responsible(column: ColumnReading) -> bool:
    """Whether the heading itself is that of a responsible office: 责任单位, and not 建设主体."""
    return any(one.role in OWNERS and one.weight >= _WEAK for one in evidence_of_name(column.name)[:1])


def _owners(beside: Contender) -> list[ColumnReading]:
    """The other columns that may be responsible; where headings say so of some, no others."""
    owners = [other for other in beside.others if other.role in OWNERS]
    return list(filter(_names_the_responsible, owners)) or owners


# What a table lacks, and what it has already ----------------------------------------------------------


def _is_claimed(beside: Contender) -> bool:
    """Whether offices stand under no heading of theirs, and another column is headed so."""
    own = beside.own
    if own.said in OFFICES or _names_the_responsible(own):
        return False
    return any(map(_names_the_responsible, beside.columns))


def _is_missing(beside: Contender) -> bool:
    """Whether offices stand under no heading that says otherwise, and no column is headed as theirs.

    Without any, one of several columns that are headed as texts may hold them: 事项名称 twice.
    """
    own = beside.own
    if any(map(_names_the_responsible, beside.columns)):
        return False
    texts = (column for column in beside.columns if column.said in TEXTS)
    return own.said is None or (own.said in TEXTS and not all(one.speaks_of(Role.UNITS) for one in texts))


def _is_builder(beside: Contender) -> bool:
    """Whether a heading names who builds or owns, beside one who is responsible."""
    own = beside.own
    is_weak = own.said in OWNERS and not _names_the_responsible(own)
    return is_weak and any(map(_names_the_responsible, beside.others))


def _is_alone(beside: Contender) -> bool:
    """Whether no other column holds offices that have a part."""
    return not any(column.role in OFFICES for column in beside.columns if column is not beside.own)


# What another column says of this one ------------------------------------------------------------------


def _has_another_part(beside: Contender) -> bool:
    """Whether a heading says in a word of its own what an office does, and it is no duty: 挂牌单位.

    That tells only beside a heading that speaks of one, or names the offices alone.
    """
    has_own = _is_open(beside.own) and len(_part_in(beside.own) or "") >= _A_WORD
    return has_own and any(map(_says_duty, _owners(beside)))


def _is_led(beside: Contender) -> bool:
    """Whether such a heading stands beside offices of which it is only known that they lead."""
    owners = _owners(beside)
    return _is_open(beside.own) and bool(owners) and all(other.role is Role.LEAD for other in owners)


def _is_open(column: ColumnReading) -> bool:
    """Whether a heading says what offices do, and it is nothing that they may owe."""
    may_owe = any(word in column.name for word in (*words().tables.duty, *words().tables.owing))
    return column.role is Role.UNITS and bool(_part_in(column)) and not may_owe


def _says_duty(column: ColumnReading) -> bool:
    """Whether a heading speaks of a duty, or says no more than that offices stand below: 部门."""
    return _part_in(column) == "" or any(word in column.name for word in words().tables.duty)


def _part_in(column: ColumnReading) -> str | None:
    """What a heading says before it says that these are offices; None for one that does not say so."""
    name = plain_heading(column.name.rpartition("\n")[2])
    ends = words().tables.office_headings
    return next((name.removesuffix(end) for end in ends if name.endswith(end)), None)


def _is_beside_named(beside: Contender) -> bool:
    """Whether another column is headed as one of offices: places beside them owe nothing."""
    return any(_part_in(other) is not None for other in beside.others if other.role in OWNERS)


def _is_same_in_all(beside: Contender) -> bool:
    """Whether a column names one office in all rows, the one that plans, while another column's differ.

    各镇 are many, and each of them owes its share.
    """
    own = beside.own.content
    is_merged = len(own.texts) == 1 and own.goes_on > 0
    is_one = is_merged or (len(own.texts) >= _FEW_ROWS and len(set(own.texts)) == 1 and own.goes_on == 0)
    if beside.own.role is not Role.UNITS or not is_one or is_collective(own.texts[0]):
        return False
    roles = {Role.UNITS} if _says_duty(beside.own) else OWNERS
    return any(len(set(other.content.texts)) > 1 for other in _owners(beside) if other.role in roles)


# Who helps -----------------------------------------------------------------------------------------------


def _may_help(beside: Contender) -> bool:
    """Whether offices stand beside responsible ones, and their heading does not say what they owe."""
    own = beside.own
    return (own.said is None or _is_open(own)) and any(map(_names_the_responsible, beside.others))


def _is_right(beside: Contender) -> bool:
    """Whether offices that may help stand right behind the responsible ones."""
    own = beside.own
    return _may_help(beside) and any(other.at == own.at - 1 for other in _owners(beside))


def _is_shared(beside: Contender) -> bool:
    """Whether several offices that may help stand in one cell."""
    return _may_help(beside) and beside.own.content.part(_are_several, _PART) > 0


def _is_owner_elsewhere(beside: Contender) -> bool:
    """Whether offices that may help are responsible for other works."""
    if not _may_help(beside):
        return False
    owners = (_names_in(other.content) for other in _owners(beside))
    return not _names_in(beside.own.content).isdisjoint(frozenset().union(*owners))


def _looks_on(beside: Contender) -> bool:
    """Whether the same few offices stand beside all works: those that ask for them."""
    texts = beside.own.content.texts
    return _may_help(beside) and len(texts) >= _FEW_ROWS and len(set(texts)) * 2 <= len(texts)


def _are_several(text: str) -> bool:
    return len(list(filter(None, compiled(_SIGNS).split(text)))) > 1


def _names_in(content: ColumnContent) -> frozenset[str]:
    return frozenset(name for text in content.texts for name in compiled(_SIGNS).split(text) if name)


_TESTS: dict[str, Test] = {
    "claimed": _is_claimed,
    "missing": _is_missing,
    "builder": _is_builder,
    "alone": _is_alone,
    "another part": _has_another_part,
    "led": _is_led,
    "beside named": _is_beside_named,
    "same": _is_same_in_all,
    "may help": _may_help,
    "right": _is_right,
    "shared": _is_shared,
    "elsewhere": _is_owner_elsewhere,
    "looks on": _looks_on,
}

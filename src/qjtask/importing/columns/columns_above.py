"""Columns of offices of a higher level than the plan's own: 省级责任单位 beside 市级责任单位.

A plan is of the lowest level that has offices of its own in it. Who stands above these is shown and owes
nothing: 省牵头单位 beside 责任单位 leads as it says, any other is noted. Places (各县区, 甲镇) are no level
of their own: a city's plan names its counties too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.columns.column_reading import ColumnReading
from qjtask.importing.columns.heading_words import Evidence
from qjtask.importing.words.column_roles import OWNERS, Role
from qjtask.importing.words.office_levels import level_in_label, level_of
from qjtask.importing.words.office_words import ends_as_body, is_collective

Columns = tuple[ColumnReading, ...]

_MOSTLY = 0.6
_ABOVE = 30


def whose_level(columns: Columns) -> Columns:
    """The columns of offices above the plan's own level taken out of those who owe the works."""
    owners = [column for column in columns if column.role in OWNERS and not column.is_mapped]
    above = _above_own(owners)
    rest = [column for column in owners if column not in above]
    noted = {column.at for column in above if not _only_leads(column, above, rest)}
    more = Evidence(Role.NOTE, _ABOVE, "标题写明是上级单位，旁边有本级的")
    return tuple(column.with_more(more) if column.at in noted else column for column in columns)


def is_above(column: ColumnReading) -> bool:
    """Whether a column was noted because its offices stand above those who owe the works."""
    return column.role is Role.NOTE and column.said in OWNERS and _names_level(column)


def _above_own(owners: Sequence[ColumnReading]) -> list[ColumnReading]:
    """Those of the columns of offices that are headed as of a level above the plan's own."""
    ranks = {column.at: rank for column in owners if (rank := _rank(column)) is not None}
    own = _own_level(owners, ranks)
    if own is None:
        return []
    return [column for column in owners if ranks.get(column.at, own) > own and _names_level(column)]


def _own_level(owners: Sequence[ColumnReading], ranks: Mapping[int, int]) -> int | None:
    """The plan's own level, the lowest that has bureaus; None where none stands above another."""
    if len(set(ranks.values())) <= 1:
        return None
    return min((ranks[one.at] for one in owners if one.at in ranks and _are_bodies(one)), default=None)


def _only_leads(column: ColumnReading, above: Sequence[ColumnReading], rest: Sequence[ColumnReading]) -> bool:
    """Whether a column alone of those above leads, beside others that owe the works: it stays a lead."""
    leads = [one for one in above if one.role is Role.LEAD]
    return leads == [column] and {one.role for one in rest} == {Role.UNITS}


def _rank(column: ColumnReading) -> int | None:
    """The level of a column's offices: as its heading says, else as most of their names do."""
    named = level_in_label(column.name)
    ranks = [level for text in column.content.texts if (level := level_of(text)) is not None]
    is_shared = bool(ranks) and len(ranks) >= len(column.content.texts) * _MOSTLY
    return named if named is not None else max(ranks) if is_shared else None


def _names_level(column: ColumnReading) -> bool:
    """Whether a heading says of which level its offices are."""
    return level_in_label(column.name) is not None


def _are_bodies(column: ColumnReading) -> bool:
    """Whether most of a column's names are bureaus and not places: 市商务局, but not 各县区."""
    return column.content.part(_is_of_bodies, _MOSTLY) > 0


def _is_of_bodies(text: str) -> bool:
    first = compiled(r"[、，,；;\s]+").split(text)[0]
    return (
        ends_as_body(first) and not is_collective(first) and not first.endswith(("政府", "街道", "镇", "乡"))
    )

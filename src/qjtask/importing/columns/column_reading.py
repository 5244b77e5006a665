"""What each column of a table is taken for, by evidence: its heading, its cells, and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.columns.column_content import CERTAIN, ColumnContent, content_of, evidence_of_content
from qjtask.importing.columns.heading_words import (
    ENOUGH,
    OF_PARTS,
    Evidence,
    evidence_of_heading,
    is_reported,
    own_heading,
)
from qjtask.importing.document.grid import GridRow
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role, kind_of

CLOSE = 3
"""A reading that leads by less is a doubt, which names the other one too."""

_MAPPED = 100
_NEVER_UNDER = frozenset(
    (
        (Role.DEADLINE, Role.NUMBER),  # 2021-6-12 under 编号 is no day
        (Role.OTHER, Role.STEP),  # √ under 一季度 is when, and under 已完成 is none
    )
)
"""What cells seem to be, and the role of a heading under which they are none."""


class Rival(NamedTuple):
    """The column that came next in being what this one is, and by how much it was beaten."""

    at: int
    margin: int


class ColumnReading(NamedTuple):
    """A column, what speaks for what, and the role it was given; None is a column nobody can read.

    `other` is the next best reading, of another kind or of what offices owe, and `margin` by how much it was
    beaten; `rival` is the column that was nearly given the role of this one.
    """

    at: int
    name: str
    evidence: tuple[Evidence, ...]
    content: ColumnContent
    role: Role | None = None
    other: Role | None = None
    margin: int = 0
    rival: Rival | None = None

    @property
    def is_close(self) -> bool:
        """Whether another reading was nearly as good."""
        return self.other is not None and self.margin < CLOSE

    @property
    def is_mapped(self) -> bool:
        """Whether a person said what it is."""
        return any(one.weight >= _MAPPED for one in self.evidence)

    @property
    def said(self) -> Role | None:
        """What the heading alone speaks for."""
        named = evidence_of_name(self.name)
        return named[0].role if named else None

    @property
    def is_of_persons(self) -> bool:
        """Whether the heading speaks of persons, alone or beside offices: 责任单位及责任人."""
        return _names_persons(self.name) and not self.is_mapped

    @property
    def is_dated(self) -> bool:
        """Whether the heading says of offices, persons or works that their cells say by when, too."""
        return _says_when(self.name) and not self.is_mapped

    @property
    def is_shared_out(self) -> bool:
        """Whether the heading says of works that their cells name the offices, too: 重点任务及责任单位."""
        return _says_who(self.name) and not self.is_mapped

    def speaks_of(self, role: Role) -> bool:
        """Whether something speaks for its being this, or against it."""
        return any(one.role is role for one in self.evidence)

    def weight(self, role: Role | None) -> int:
        """What speaks for its being this, less what speaks against it."""
        return sum(one.weight for one in self.evidence if one.role is role)

    def with_more(self, *more: Evidence) -> ColumnReading:
        """The column read again with further evidence."""
        return _decided(self._replace(evidence=(*self.evidence, *more)))


def read_column(name: str, rows: Sequence[GridRow], at: int, mapped: Mapping[int, Role]) -> ColumnReading:
    """A column by its heading and its cells; `mapped` are the roles that a person gave, by column.

    What a person gave to one column, no other has.
    """
    content = content_of(rows, at)
    if at in mapped:
        return _decided(ColumnReading(at, name, (Evidence(mapped[at], _MAPPED, "--map 指明"),), content))
    said = evidence_of_name(name)
    evidence = (*said, *_by_content(content, said))
    free = tuple(one for one in evidence if one.role not in mapped.values())
    return _decided(ColumnReading(at, name, free, content))


@lru_cache(maxsize=4096)  # asked of the same few columns for every row
def evidence_of_name(name: str) -> tuple[Evidence, ...]:
    """What a heading of several lines says: the lowest is the most exact one, all together come next.

    A quarter under 进展情况 is no step to come.
    """
    lines = name.split("\n")
    tries = [own_heading(name), "".join(lines), lines[0]]
    if len(lines) > 1 and is_reported(tries[1]):
        tries = tries[1:]
    return next((said for text in tries if (said := evidence_of_heading(text))), ())


@lru_cache(maxsize=4096)
def _says_when(heading: str) -> bool:
    """Whether a heading of offices, persons or works says that a time stands there, too."""
    own, beside = _parts_of(heading)
    return Role.DEADLINE in beside and own in {*OFFICES, *TEXTS, Role.PERSON}


@lru_cache(maxsize=4096)
def _says_who(heading: str) -> bool:
    """Whether a heading of works says that offices stand there, too."""
    own, beside = _parts_of(heading)
    return own in TEXTS and any(role in OFFICES for role in beside)


def _parts_of(heading: str) -> tuple[Role | None, Sequence[Role]]:
    """What a heading of several parts says of its column first, and beside it; nothing for any other."""
    said = evidence_of_name(heading)
    if not said or said[0].weight != OF_PARTS:
        return None, ()
    return said[0].role, [one.role for one in said[1:]]


@lru_cache(maxsize=4096)
def _names_persons(heading: str) -> bool:
    """Whether a heading speaks of persons, whatever else it speaks of."""
    return any(one.role is Role.PERSON for one in evidence_of_name(heading))


def _by_content(content: ColumnContent, said: Sequence[Evidence]) -> Iterator[Evidence]:
    """What the cells say, in the shade that the heading names: 牵头单位 where they are offices.

    That they are texts, or numbers, says nothing beside a heading of another kind: remarks are texts too.
    """
    headed = said[0].role if said else None
    for one in evidence_of_content(content):
        is_numeral = headed is Role.NUMBER and one.role is Role.OTHER and content.part(str.isdecimal, 1) > 0
        if not _is_overruled(one, headed) and not is_numeral:  # 11030001 under 提案编号 is no telephone
            shade = next((other.role for other in said if other.role in kind_of(one.role)), one.role)
            yield one._replace(role=shade)


def _is_overruled(one: Evidence, headed: Role | None) -> bool:
    """Whether what cells say counts for nothing under a heading of this role, None for no heading."""
    if headed is None:
        return False
    is_plain = one.role in {Role.TASK, Role.NUMBER, Role.OTHER} and one.weight < CERTAIN
    return (one.role, headed) in _NEVER_UNDER or (is_plain and headed not in {*TEXTS, Role.NUMBER})


def _decided(column: ColumnReading) -> ColumnReading:
    """The kind that weighs most, in the shade that weighs most within it, and what came next."""
    kinds: dict[tuple[Role, ...], int] = {}
    roles: dict[Role, int] = {}
    for one in column.evidence:
        kinds[kind_of(one.role)] = kinds.get(kind_of(one.role), 0) + one.weight
        roles[one.role] = roles.get(one.role, 0) + one.weight
    ranked = sorted((kind for kind in kinds if kinds[kind] >= ENOUGH), key=lambda kind: -kinds[kind])
    if not ranked:
        return column._replace(role=None, other=None, margin=0)
    first, *shades = _by_weight(ranked[0], roles)
    nexts = [(kinds[ranked[0]] - kinds[kind], _by_weight(kind, roles)[0]) for kind in ranked[1:2]]
    if first in OFFICES:
        nexts.extend((roles[first] - roles[one], one) for one in shades if roles[one] >= ENOUGH)
    margin, other = min(nexts, default=(0, None), key=lambda one: one[0])
    return column._replace(role=first, other=other, margin=margin)


def _by_weight(kind: Sequence[Role], roles: Mapping[Role, int]) -> list[Role]:
    """The shades of a kind for or against which something speaks, the weightiest first."""
    return sorted((role for role in roles if role in kind), key=lambda role: -roles[role])

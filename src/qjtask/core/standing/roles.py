"""In which role a row concerns an office: it owes it, leads it, is responsible, or supports it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

from qjtask.core.standing.row import Row


class Role(StrEnum):
    """What an office is to a row; an owner is nothing else beside it."""

    OWNER = "owner"
    LEAD = "lead"
    UNITS = "units"
    SUPPORT = "support"


def role(row: Row, office: str) -> Role | None:
    """The role of an office, which may be a collective name's member; None where it has none."""
    if office in row.owners:
        return Role.OWNER
    printed = ((Role.LEAD, row.lead), (Role.UNITS, row.units), (Role.SUPPORT, row.support))
    for found, names in printed:
        if any(office in row.members.get(name, (name,)) for name in names):
            return found
    return None


def roles(row: Row, offices: Iterable[str]) -> dict[str, Role]:
    """The role of each of the offices that has one."""
    return {office: found for office in offices if (found := role(row, office))}


def concerns(row: Row, offices: Collection[str]) -> bool:
    """Whether one of the offices has a role in the row."""
    return any(role(row, office) for office in offices)


def is_led(row: Row, offices: Collection[str]) -> bool:
    """Whether one of the offices leads the row, by itself or under a collective name."""
    return any(office in offices for name in row.lead for office in row.members.get(name, (name,)))

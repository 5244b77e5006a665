"""In which role a row concerns an office: it owes it, leads it, is responsible, or supports it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

from qjtask.core.standing.row import Row


class OfficeRole(StrEnum):
    """What an office is to a row; an owner is nothing else beside it."""

    OWNER = "owner"
    LEAD = "lead"
    UNITS = "units"
    SUPPORT = "support"


def role(row: Row, office: str) -> OfficeRole | None:
    """The role of an office, which may be a collective name's member; None where it has none."""
    if office in row.owners:
        return OfficeRole.OWNER
    return next((found for found, names in _printed(row) if office in offices(row, names)), None)


def offices(row: Row, names: Iterable[str]) -> tuple[str, ...]:
    """The single offices that some of a row's names stand for."""
    return tuple(dict.fromkeys(office for name in names for office in row.members.get(name, (name,))))


def others(row: Row) -> dict[str, OfficeRole]:
    """The offices that have a role in the row and do not owe it."""
    found: dict[str, OfficeRole] = {}
    for one, names in _printed(row):
        for office in offices(row, names):
            if office not in row.owners:
                found.setdefault(office, one)
    return found


def concerns(row: Row, asked: Collection[str]) -> bool:
    """Whether one of the offices has a role in the row."""
    met = (*row.owners, *offices(row, (*row.lead, *row.units, *row.support)))
    return any(office in asked for office in met)


def is_led(row: Row, asked: Collection[str]) -> bool:
    """Whether one of the offices leads the row, by itself or under a collective name."""
    return any(office in asked for office in offices(row, row.lead))


def _printed(row: Row) -> tuple[tuple[OfficeRole, tuple[str, ...]], ...]:
    return (OfficeRole.LEAD, row.lead), (OfficeRole.UNITS, row.units), (OfficeRole.SUPPORT, row.support)

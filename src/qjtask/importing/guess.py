"""Columns whose headings say nothing, told by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qjtask.core.text.signs import is_blank
from qjtask.core.time.deadline import DeadlineClass, read_deadline
from qjtask.importing.columns import OFFICES, TEXTS, Role
from qjtask.importing.grid import GridRow
from qjtask.importing.names import looks_like_offices
from qjtask.importing.numbering import read_number, read_ordinal
from qjtask.importing.tidy_text import flow

_SAMPLE = 200  # rows
_ENOUGH = 0.6  # of a column's filled cells
_ANY_YEAR = 2021  # the kind of a deadline depends on no year
_LONG = 12  # characters; a work is longer than a name


def guess_roles(
    roles: Sequence[Role | None], rows: Sequence[GridRow], *, fixed: bool
) -> tuple[list[Role | None], dict[int, Role]]:
    """The roles with the missing ones guessed, and which were.

    With `fixed` ones only the unnamed are filled.
    """
    made = list(roles)
    told: dict[int, Role] = {}
    columns = {at: _texts(rows, at) for at, role in enumerate(roles) if role is None}
    columns = {at: texts for at, texts in columns.items() if texts}

    def settle(at: int | None, role: Role) -> None:
        if at is not None:
            made[at] = told[at] = role
            del columns[at]

    if Role.DEADLINE not in made:
        settle(_best(columns, _is_deadline), Role.DEADLINE)
    if Role.NUMBER not in made:
        settle(_best(columns, lambda text: read_ordinal(text) is not None), Role.NUMBER)
    if not any(role in made for role in OFFICES):
        first = _best(columns, looks_like_offices)
        settle(first, Role.UNITS)
        second = _best(columns, looks_like_offices)
        if first is not None and second is not None:
            lead, units = sorted((first, second))
            settle(second, Role.UNITS)
            made[lead] = told[lead] = Role.LEAD
            made[units] = told[units] = Role.UNITS
    if not any(role in made for role in TEXTS):
        longest = max(columns, key=lambda at: _length(columns[at]), default=None)
        if longest is not None and _length(columns[longest]) >= _LONG / 2:
            settle(longest, Role.WORK)
            group = next((at for at in sorted(columns) if at < longest and _heads(columns[at])), None)
            settle(group, Role.TASK)
    if fixed:
        told = {at: role for at, role in told.items() if roles[at] is None}
    return made, told


def _texts(rows: Sequence[GridRow], at: int) -> list[str]:
    cells = [row.cells[at] for row in rows[:_SAMPLE]]
    # A full-width row is a heading of the table, not a cell of this column.
    return [flow(cell.text) for cell in cells if not cell.up and not cell.left and not is_blank(cell.text)]


def _best(columns: dict[int, list[str]], holds: object) -> int | None:
    assert callable(holds)  # noqa: S101
    shares = {at: sum(bool(holds(text)) for text in texts) / len(texts) for at, texts in columns.items()}
    best = max(shares, key=lambda at: shares[at], default=None)
    return best if best is not None and shares[best] >= _ENOUGH else None


def _is_deadline(text: str) -> bool:
    return not re.fullmatch(r"\d{1,4}", text) and (
        read_deadline(text, year=_ANY_YEAR).kind is not DeadlineClass.UNKNOWN
    )


def _length(texts: list[str]) -> float:
    return sum(map(len, texts)) / len(texts)


def _heads(texts: list[str]) -> bool:
    return any(read_number(text) for text in texts) or _length(texts) >= _LONG / 3

"""A responsible unit's share of an item, seen by itself: done there, though others have not done theirs."""

from __future__ import annotations

from collections.abc import Collection

from qjtask.core.standing.row import Row


def are_shares_done(row: Row, only: Collection[str]) -> bool:
    """Whether every unit in `only` that is responsible for an open item has done its share.

    Of a recurring item, that of the open period. False where none of them is responsible.
    """
    mine = [unit for unit in row.units if unit in only]
    return row.is_open and bool(mine) and set(mine).isdisjoint(row.open_units)

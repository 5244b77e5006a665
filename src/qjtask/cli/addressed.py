"""What is marked, told under numbers that can be typed back: of several plans, with the plan's name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from qjtask.core.log.undoing import Undoing

if TYPE_CHECKING:
    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.plan_address import PlanAddress
    from qjtask.core.standing.row import Row


def told_rows(rows: Mapping[str, Row], address: PlanAddress) -> dict[str, Row]:
    """What is marked, each with the row of its item, under the ids that are told."""
    return {address.id(marked): told_row(row, address) for marked, row in rows.items()}


def told_row(row: Row, address: PlanAddress) -> Row:
    """A row under the id that is told."""
    item = row.item._replace(id=address.id(row.item.id)) if address.tag else row.item
    return row._replace(item=item, address=address)


def told_undoing(undoing: Undoing, address: PlanAddress) -> Undoing:
    """What an undo takes back, under the ids and records' numbers that are told."""
    own = _told(undoing.own, address) if undoing.own else None
    taken, foreign = (
        tuple(_told(entry, address) for entry in entries) for entries in (undoing.taken, undoing.foreign)
    )
    return Undoing(taken, foreign, own)


def _told(entry: Entry, address: PlanAddress) -> Entry:
    return entry._replace(id=address.id(entry.id), item=address.id(entry.item))


def kept(entries: Iterable[Entry], address: PlanAddress) -> list[Entry]:
    """New entries that were told, as the plan's own log has them."""
    return [entry._replace(item=entry.item.removeprefix(address.tag)) for entry in entries]

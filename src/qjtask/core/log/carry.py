"""Log entries of an item that went to another group: taken back there, and written again for the new id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import history
from qjtask.core.log.order import rising
from qjtask.core.plan.ids import item_id_of


def carried_entries(
    entries: Iterable[Entry],
    carried: Mapping[str, str],
    today: date,
    at: datetime,
    by: str | None,
    new_id: Callable[[], str],
) -> list[Entry]:
    """What to append so that each old id's entries count for its new id. No line of the log is changed.

    What one command wrote stays one batch.
    """
    made: list[Entry] = []
    for entry in history(entries, date.max).standing:
        old = item_id_of(entry.item)
        if old not in carried:
            continue
        item = carried[old] + entry.item[len(old) :]
        made.append(entry._replace(id=new_id(), item=item, at=at, line=0))
        told = f"改编号为 {carried[old]}，已照录"
        made.append(
            Entry(new_id(), entry.item, Do.UNDO, max(today, entry.on), at, by, text=told, undoes=entry.id)
        )
    return rising(made)

"""The objects of what changed since a day: works, and counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from qjtask.core.standing.asides import Aside
from qjtask.core.standing.changes import RowChange
from qjtask.core.standing.counts import Category, Tally
from qjtask.core.standing.row import Row
from qjtask.core.standing.tally_changes import TallyChange, tally_changes
from qjtask.render.json_objects import tally_object
from qjtask.render.json_text import iso


def changes_object(changes: Iterable[RowChange], since: date) -> dict[str, Any]:
    """What `diff` gives: each work that changed, as it was (null where it was not there) and as it is."""
    return {"since": iso(since), "changes": [_change_object(change) for change in changes]}


def _change_object(change: RowChange) -> dict[str, Any]:
    row = change.now
    return {
        "id": row.item.id,
        "no": row.item.no or None,
        "group": row.group.id,
        "work": row.item.work,
        "owners": list(row.owners),
        "changed": [facet.value for facet in change.facets],
        "then": _standing_object(change.then) if change.then else None,
        "now": _standing_object(row),
    }


def _standing_object(row: Row) -> dict[str, Any]:
    return {
        "status": row.status.value,
        "date": iso(row.deadline),
        "next_due": iso(row.next_due),
        "light": row.light.value if row.light else None,
        "percent": row.percent,
        "milestones": [{"id": one.id, "by": iso(one.by)} for one in row.milestones],
    }


def lines_object(now: Sequence[Tally], then: Sequence[Tally] | None) -> list[dict[str, Any]]:
    """Lines of `stats`; where they are compared with those of an earlier day, each with its `change`."""
    if then is None:
        return [tally_object(line) for line in now]
    return [_line_object(line) for line in tally_changes(then, now)]


def _line_object(line: TallyChange) -> dict[str, Any]:
    """A line with its `change`: by how much every figure of it grew."""
    counts = {kind.name.lower(): line.count(kind) for kind in Category}
    beside = {aside.name.lower(): line.aside(aside) for aside in Aside}
    return {**tally_object(line.now), "change": {"total": line.total, **counts, **beside}}

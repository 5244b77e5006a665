"""Which rows are wanted, and in which order."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from qjtask.core.log.fold import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import ref_of
from qjtask.core.standing.dues import Due
from qjtask.core.standing.light import Light
from qjtask.core.standing.roles import concerns, is_led
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import share
from qjtask.core.time.deadline import DeadlineClass

if TYPE_CHECKING:
    from qjtask.core.standing.conditions import Condition


class Query(NamedTuple):
    """What to keep: an empty field keeps everything, several values of one field are alternatives.

    `units` are offices in any role, `leads` those that lead, by the names to show; `items` and `groups`
    ids; `texts` parts of the work text.
    """

    items: frozenset[str] | None = None
    groups: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    statuses: "frozenset[Condition]" = frozenset()
    lights: frozenset[Light] = frozenset()
    kinds: frozenset[DeadlineClass] = frozenset()
    texts: tuple[str, ...] = ()


def keep(rows: Iterable[Row], query: Query) -> list[Row]:
    """The rows that meet every field of the query."""
    tests = list(_tests(query))
    return [row for row in rows if all(test(row) for test in tests)]


def _tests(query: Query) -> Iterable[Callable[[Row], bool]]:
    if query.items is not None:
        wanted = query.items
        yield lambda row: row.item.id in wanted
    if query.groups:
        yield lambda row: row.group.id in query.groups
    if query.units:
        yield lambda row: concerns(row, query.units)
    if query.leads:
        yield lambda row: is_led(row, query.leads)
    if query.statuses:
        from qjtask.core.standing.conditions import meets  # few ask for these words: the others need not pay

        yield lambda row: any(meets(row, condition) for condition in query.statuses)
    if query.lights:
        yield lambda row: row.light in query.lights
    if query.kinds:
        yield lambda row: row.item.deadline.kind in query.kinds
    if query.texts:
        folded = [text.casefold() for text in query.texts]
        yield lambda row: any(text in row.item.work.casefold() for text in folded)


def owed(rows: Iterable[Row], units: Collection[str] = (), leads: Collection[str] = ()) -> list[Row]:
    """The rows that the offices in `leads` lead and those in `units` owe; all, where none are named."""
    led = keep(rows, Query(leads=frozenset(leads))) if leads else list(rows)
    return [row for row in led if share(row, units)] if units else led


class SortKey(StrEnum):
    """The orders that a list can take; each falls back on the table's own."""

    ID = "id"
    DUE = "due"
    LIGHT = "light"
    STATUS = "status"
    UNIT = "unit"


_LIGHTS = [*Light, None]
_STATUSES = [Status.DOING, Status.REPORTED, Status.TODO, Status.HELD, Status.DONE, Status.DROPPED]

_SORTERS: dict[SortKey, Callable[[Row], object]] = {
    SortKey.ID: lambda _: 0,
    SortKey.DUE: lambda row: row.next_due or date.max,
    SortKey.LIGHT: lambda row: _LIGHTS.index(row.light),
    SortKey.STATUS: lambda row: _STATUSES.index(row.status),
    SortKey.UNIT: lambda row: row.owner_names,
}


def ordered(rows: Iterable[Row], key: SortKey) -> list[Row]:
    """The rows in that order; rows that come equal keep the table's."""
    return sorted(rows, key=_SORTERS[key])  # type: ignore[arg-type] # each sorter's values compare with themselves


class DueLine(NamedTuple):
    """One thing wanted by a day, with the row it belongs to."""

    row: Row
    due: Due


def due_lines(rows: Iterable[Row], until: date, *, since: date | None = None) -> list[DueLine]:
    """Everything open that is due by `until` (included), nearest first; from `since` on, if given."""
    lines = [
        DueLine(row, due)
        for row in rows
        if row.open_dues and row.open_dues[0].by <= until
        for due in row.open_dues
        if due.by <= until and (since is None or due.by >= since)
    ]
    return sorted(lines, key=lambda line: (line.due.by, ref_of(line.due.id)))

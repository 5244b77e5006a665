"""What became of the works since a day: the same plan and log, folded as of two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from qjtask.core.log.entry import Entry
from qjtask.core.log.fold import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Plan
from qjtask.core.standing.row import Row
from qjtask.core.standing.rows import rows


class Facet(StrEnum):
    """What of a work changed; the codes are those of JSON."""

    APPEARED = "appeared"
    GONE = "gone"
    STATUS = "status"
    DATE = "date"
    LIGHT = "light"


FACET_WORDS = {
    Facet.APPEARED: "新增",
    Facet.GONE: "取消",
    Facet.STATUS: "状态",
    Facet.DATE: "期限",
    Facet.LIGHT: "灯",
}


class RowChange(NamedTuple):
    """A work that is not as it was: as it stood then, None where it was not yet there, and as it stands."""

    then: Row | None
    now: Row
    facets: tuple[Facet, ...]


def rows_then(plan: Plan, entries: Iterable[Entry], day: date) -> list[Row]:
    """The rows as they stood at the end of an earlier day; none before the notice was first issued.

    The plan keeps no history of its own: a work that was added to it later counts as there from the issue.
    """
    return [] if plan.in_force_since and day < plan.in_force_since else rows(plan, entries, day)


def row_changes(then: Sequence[Row], now: Sequence[Row]) -> list[RowChange]:
    """The rows whose status, date or light changed, or that appeared or went, in the table's order."""
    before = {row.item.id: row for row in then}
    found = (RowChange(was := before.get(row.item.id), row, tuple(_facets(was, row))) for row in now)
    return [change for change in found if change.facets]


def _facets(then: Row | None, now: Row) -> Iterator[Facet]:
    if then is None:
        yield Facet.APPEARED
        return
    if then.status is not now.status:
        yield Facet.GONE if now.status is Status.DROPPED else Facet.STATUS
    if _dates(then) != _dates(now):
        yield Facet.DATE
    if then.light is not now.light:
        yield Facet.LIGHT


def _dates(row: Row) -> tuple[date | None, ...]:
    """The day that a work is held to, of recurring work its open period's, and those of its milestones."""
    return row.deadline, *(milestone.by for milestone in row.milestones)

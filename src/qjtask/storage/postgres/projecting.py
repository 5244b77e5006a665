"""What core makes of a plan and its log, to be written into the database together with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any

from qjtask.core.log.entry import Do
from qjtask.core.log.history import history
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import item_id_of
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.problem import Refused
from qjtask.core.standing.outlook import Outlook
from qjtask.core.standing.rows import rows_of
from qjtask.storage.index.index_form import INDEX_KIND, Unfit
from qjtask.storage.index.index_growth import new_reports
from qjtask.storage.index.index_making import Contents, make_index
from qjtask.storage.index.outlook_columns import outlooks_of
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.logs.log_file import Log, parse_log
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.plans.snapshot import Snapshot
from qjtask.storage.postgres.database_content import LedgerContent
from qjtask.storage.postgres.kept_bytes import HeldRows, HeldText
from qjtask.storage.texts.source import decode

_MOST_BEHIND = 64
"""Rows that a log may have more than its index knows: who reads looks at these, too.

An index takes a writer, and all who wait for it, as long as ten reports. Small plans have one as well: they
are read by it where many are looked at together, and no writer knows who does.
"""


class ProjectedWork(NamedTuple):
    """A row of qjtask.works."""

    place: int
    item: str
    owners: str
    next_due: date | None
    since: date
    latest: date | None


class Projection(NamedTuple):
    """The index of a plan, None where none is written, and the rows of all its works or of some."""

    packed: bytes | None
    is_whole: bool
    works: Sequence[ProjectedWork]

    def values(self) -> tuple[Any, ...]:
        """As the database takes it."""
        columns = zip(*self.works, strict=True) if self.works else ((),) * len(ProjectedWork._fields)
        return (INDEX_KIND, self.packed, self.is_whole, *map(list, columns))


def is_due(kept: int | None, rows: int) -> bool:
    """Whether the index is written anew: there is none yet, or one of much fewer rows than the log has."""
    return kept is None or rows - kept >= _MOST_BEHIND


def projection(plan: int, now: LedgerContent) -> Projection:
    """What core makes of a plan and its log. A plan or log that cannot be read has none."""
    try:
        return _made(plan, now)
    except Refused:
        return Projection(None, is_whole=True, works=())


def projection_of_reports(plan: Plan, log: Log, lines: Sequence[bytes]) -> Projection:
    """What more lines of a log make of the works that they are about, and no index.

    Unfit where they are anything but new reports, each of its own work alone.
    """
    added = new_reports(b"".join(lines), 0)
    known = [entry.id for entry in (*log.entries, *added)]
    if len({*known}) < len(known):
        raise Unfit
    ids = {item_id_of(entry.item) for entry in added}
    before = (one for one in log.entries if one.do is Do.UNDO or item_id_of(one.item) in ids)
    past = history((*before, *added), date.max)
    rows = rows_of(_with_items(plan, ids), past, date.max, unit_names(plan))
    places = (place for place, item in enumerate(plan.items()) if item.id in ids)
    items = (row.item.id for row in rows)
    return Projection(None, is_whole=False, works=_works(places, items, outlooks_of(rows, past)))


def _with_items(plan: Plan, ids: Collection[str]) -> Plan:
    """A plan with some of its works only."""
    groups = (
        group._replace(items=tuple(one for one in group.items if one.id in ids)) for group in plan.groups
    )
    return plan._replace(groups=tuple(groups))


def works_of(index: PlanIndex, looks: Mapping[int, Outlook]) -> list[ProjectedWork]:
    """The rows of the works that an index has in those places."""
    ids = index.words.ids.decode().split("\n")[1:-1]
    return _works(looks, (ids[place] for place in looks), looks.values())


def _made(number: int, now: LedgerContent) -> Projection:
    plan, log = parse_plan(decode(now.text, ""), ""), parse_log(now.log, "")
    past = history(log.entries, date.max)
    rows = rows_of(plan, past, date.max)
    works = _works(count(), (row.item.id for row in rows), outlooks_of(rows, past))
    try:
        text, kept = HeldText(now.text, number, now.text_version), HeldRows(now.log, now.places, number)
        contents = Contents(now.text, now.log, text.content, kept.content, 0, in_rows=True)
        index = make_index(contents, Snapshot(plan, log), "")
    except Unfit:
        return Projection(None, is_whole=True, works=works)
    return Projection(index, is_whole=True, works=works)


def _works(places: Iterable[int], items: Iterable[str], outlooks: Iterable[Outlook]) -> list[ProjectedWork]:
    return [
        ProjectedWork(place, item, "、".join(one.owners), one.next_due, one.since, one.latest)
        for place, item, one in zip(places, items, outlooks, strict=False)
    ]

"""What core makes of a plan and its log, to be written into the database together with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from qjtask.core.log.entry import Entry
from qjtask.core.log.history import history
from qjtask.core.problem import Refused
from qjtask.core.standing.outlook import Outlook
from qjtask.core.standing.rows import rows_of
from qjtask.storage.index.index_form import INDEX_KIND, Unfit
from qjtask.storage.index.index_growth import grown_index
from qjtask.storage.index.index_making import Contents, make_index
from qjtask.storage.index.indexed_plan import IndexedPlan
from qjtask.storage.index.outlook_columns import outlooks_of
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.logs.log_file import parse_log
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.plans.snapshot import Snapshot
from qjtask.storage.postgres.database_content import LedgerContent
from qjtask.storage.postgres.kept_bytes import HeldRows, HeldText, rows_content
from qjtask.storage.texts.source import decode

_DATED = ("next_due", "since", "latest")


class ProjectedWork(NamedTuple):
    """A row of qjtask.works."""

    place: int
    item: str
    owners: str
    next_due: date | None
    since: date
    latest: date | None


class Projection(NamedTuple):
    """The index of a plan, None where none can point into it, and the rows of all its works or of some."""

    packed: bytes | None
    is_whole: bool
    works: Sequence[ProjectedWork]

    def values(self) -> tuple[Any, ...]:
        """As the database takes it."""
        columns = zip(*self.works, strict=True) if self.works else ((),) * len(ProjectedWork._fields)
        return (INDEX_KIND, self.packed, self.is_whole, *map(list, columns))


def projection(
    plan: int, now: LedgerContent, index: bytes | None = None, read: Sequence[Entry] = ()
) -> Projection:
    """What core makes of plan and log; what an index of the same plan and less of the log says is kept.

    `read` are the entries of what the index knows, if they were read before. A plan or log that cannot be
    read has none.
    """
    try:
        if index is not None:
            return _grown(plan, PlanIndex(memoryview(index)), now, read)
    except Unfit:
        pass
    try:
        return _made(plan, now)
    except Refused:
        return Projection(None, is_whole=True, works=())


class _ReadPlan(IndexedPlan):
    """A plan in memory, of whose log entries were read."""

    def __init__(self, index: PlanIndex, plan: HeldText, log: HeldRows, read: Sequence[Entry]) -> None:
        super().__init__(index, plan, log)
        self._read = {entry.line: entry for entry in read}

    def entries(self, lines: Sequence[int]) -> tuple[Entry, ...]:
        """The entries of some lines."""
        places = self.index.columns["line_place"]
        try:
            return tuple(self._read[places[line] + 1] for line in lines)
        except KeyError as error:
            raise Unfit from error


def _grown(number: int, index: PlanIndex, now: LedgerContent, read: Sequence[Entry]) -> Projection:
    text, rows = _held(number, now)
    known = index.head.log
    if (
        text.content != index.head.plan
        or known != rows_content(known.size, number)
        or known.size >= rows.size
    ):
        raise Unfit
    packed = grown_index(_ReadPlan(index, text, rows, read) if read else IndexedPlan(index, text, rows), 0)
    return Projection(packed, is_whole=False, works=changed_works(index, PlanIndex(memoryview(packed))))


def changed_works(before: PlanIndex, after: PlanIndex) -> list[ProjectedWork]:
    """The works of which an index says something else than one before it, of the same plan.

    Who owes them did not change, and is not said.
    """
    old, new = (zip(*(one.columns[name] for name in _DATED), strict=True) for one in (before, after))
    ids = after.words.ids.decode().split("\n")[1:-1]
    return [
        ProjectedWork(
            place,
            ids[place],
            "",
            _day(next_due),
            date.fromordinal(since),
            _day(latest),
        )
        for place, (was, (next_due, since, latest)) in enumerate(zip(old, new, strict=True))
        if was != (next_due, since, latest)
    ]


def _made(number: int, now: LedgerContent) -> Projection:
    plan, log = parse_plan(decode(now.text, ""), ""), parse_log(now.log, "")
    past = history(log.entries, date.max)
    rows = rows_of(plan, past, date.max)
    works = _works((row.item.id for row in rows), outlooks_of(rows, past))
    try:
        text, kept = _held(number, now)
        contents = Contents(now.text, now.log, text.content, kept.content, 0, in_rows=True)
        index = make_index(contents, Snapshot(plan, log), "")
    except Unfit:
        return Projection(None, is_whole=True, works=works)
    return Projection(index, is_whole=True, works=works)


def _held(number: int, now: LedgerContent) -> tuple[HeldText, HeldRows]:
    return HeldText(now.text, number, now.text_version), HeldRows(now.log, now.places, number)


def _works(ids: Iterable[str], outlooks: Iterable[Outlook]) -> list[ProjectedWork]:
    return [
        ProjectedWork(place, item, "、".join(one.owners), one.next_due, one.since, one.latest)
        for place, (item, one) in enumerate(zip(ids, outlooks, strict=True))
    ]


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None

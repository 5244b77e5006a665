"""A locked plan of which not all was fetched: its index tells what there is, and what comes of more lines."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.storage.index.index_form import Unfit
from qjtask.storage.index.index_growth import grown_index, growth
from qjtask.storage.index.indexed_plan import IndexedPlan
from qjtask.storage.postgres.kept_bytes import AppendedRows, Ask, FetchedRows
from qjtask.storage.postgres.kept_index import KeptIndex, opened
from qjtask.storage.postgres.projecting import Projection, is_due, works_of
from qjtask.storage.postgres.seen_log import LogGlimpse, row_head


class DatabasePart(NamedTuple):
    """A plan of a version, with so many rows in its log; the database's index knows the first `kept` of them.

    The index of `found` knows them all, or those before the last that were appended.
    """

    plan: int
    now: LogGlimpse
    text_version: int
    kept: int
    found: IndexedPlan

    @property
    def version(self) -> int:
        """The ledger's version."""
        return self.now.version

    @property
    def places(self) -> int:
        """How many rows its log has."""
        return self.now.places

    def after(self, rows: Sequence[bytes]) -> tuple[DatabasePart, Projection]:
        """The same with more rows, and what is to be written of them. Unfit where only all of it tells."""
        known = _up_to_date(self.found)
        if not isinstance(known.log, FetchedRows | AppendedRows):
            raise Unfit
        files = known.plan, AppendedRows(known.log, rows, self.plan)
        found = IndexedPlan(known.index, lambda: files)
        works = works_of(known.index, growth(found).looks)
        now = LogGlimpse(self.version + 1, found.log.size, last=row_head(rows[-1]))
        kept, packed = self.kept, None
        if is_due(self.kept, found.log.size):
            kept, packed = found.log.size, grown_index(found, 0).packed()
        made = Projection(packed, is_whole=False, works=works)
        return DatabasePart(self.plan, now, self.text_version, kept, found), made


def plan_part(kept: KeptIndex, plan: int, ask: Ask) -> DatabasePart | None:
    """The plan of that number by what is kept of it; None where that does not fit."""
    try:
        found = opened(kept, plan, ask)
    except Unfit:
        return None
    return DatabasePart(plan, kept.now, kept.text_version, kept.kept, found)


def _up_to_date(found: IndexedPlan) -> IndexedPlan:
    """The same by an index that knows all of the log."""
    if found.index.head.log.size == found.log.size:
        return found
    return IndexedPlan(grown_index(found, 0), lambda: (found.plan, found.log))

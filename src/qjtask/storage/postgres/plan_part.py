"""A locked plan of which not all was fetched: its index tells what there is, and what comes of more lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qjtask.storage.index.index_form import Unfit
from qjtask.storage.index.index_growth import grown_index
from qjtask.storage.index.indexed_plan import IndexedPlan
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.postgres.database_index import KeptIndex, opened
from qjtask.storage.postgres.kept_bytes import AppendedRows, Ask, FetchedRows
from qjtask.storage.postgres.projecting import Projection, changed_works


class DatabasePart(NamedTuple):
    """A plan of a version, with so many rows in its log; `kept` is the index that the database has of it."""

    plan: int
    version: int
    text_version: int
    kept: PlanIndex
    found: IndexedPlan

    @property
    def places(self) -> int:
        """How many rows its log has."""
        return self.found.log.size

    def after(self, rows: Sequence[bytes]) -> tuple[DatabasePart, Projection]:
        """The same with more rows, and what is to be written of them. Unfit where only all of it tells."""
        before = self.found.log
        if not isinstance(before, FetchedRows | AppendedRows):
            raise Unfit
        log = AppendedRows(before, rows, self.plan)
        packed = grown_index(IndexedPlan(self.found.index, self.found.plan, log), 0)
        index = PlanIndex(memoryview(packed))
        made = Projection(packed, is_whole=False, works=changed_works(self.kept, index))
        now = IndexedPlan(index, self.found.plan, log)
        return DatabasePart(self.plan, self.version + 1, self.text_version, index, now), made


def plan_part(kept: KeptIndex, plan: int, ask: Ask) -> DatabasePart | None:
    """The plan of that number by what is kept of it; None where that does not fit."""
    try:
        found = opened(kept, plan, ask)
    except Unfit:
        return None
    index = PlanIndex(memoryview(kept.packed or b""))
    return DatabasePart(plan, kept.version, kept.text_version, index, found)

"""The index of a plan that a database keeps, and whether it fits: it says what of the plan is to be fetched.

It is trusted where this login made it, the ledger's owner, or one that sees all where this login does not:
whoever else writes into the plan cannot keep from anybody what is to be looked at. What is trusted and old
is brought up to date by the rows since.
"""

from __future__ import annotations

from collections.abc import Mapping

from qjtask.core.named_tuple import NamedTuple
from qjtask.storage.index.index_form import INDEX_KIND, Unfit
from qjtask.storage.index.index_growth import grown_index
from qjtask.storage.index.indexed_plan import IndexedPlan
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.database_content import as_bytes
from qjtask.storage.postgres.database_plan import DatabasePlan
from qjtask.storage.postgres.kept_bytes import (
    Ask,
    FetchedRows,
    FetchedText,
    rows_content,
    text_content,
)
from qjtask.storage.postgres.seen_log import LogGlimpse


class KeptIndex(NamedTuple):
    """A plan as it is in a database, and the trusted index of its first `kept` rows, if there is one."""

    now: LogGlimpse
    text_version: int
    size: int
    kept: int
    packed: bytes | None


NONE_KEPT = KeptIndex(LogGlimpse(0, 0), 0, 0, 0, None)
"""Of a plan that is not there."""


def kept_indexes(connection: Connection, plans: Mapping[int, int]) -> dict[int, KeptIndex]:
    """What is kept of each of the plans that this login may see; of each, which row was seen last."""
    rows = connection.rows(statements.PROJECTIONS, ([*plans], [*plans.values()], INDEX_KIND))
    return {
        plan: KeptIndex(
            LogGlimpse(version, places, as_bytes(seen), as_bytes(last)),
            text,
            size,
            kept or 0,
            as_bytes(packed),
        )
        for plan, version, places, seen, last, text, size, kept, packed in rows
    }


def kept_index(source: DatabasePlan, connection: Connection) -> KeptIndex | None:
    """What is kept of a plan; None where the server is behind, and is not used any more."""
    plan = source.place(connection).id
    found = kept_indexes(connection, {plan: source.seen_row}).get(plan, NONE_KEPT)
    if source.is_behind(connection, found.now, None):
        return None
    source.saw_glimpse(found.now)
    return found


def opened(kept: KeptIndex, plan: int, ask: Ask) -> IndexedPlan:
    """The plan of that number by what is kept of it. Unfit where that does not fit."""
    if kept.packed is None:
        raise Unfit
    index = PlanIndex(memoryview(kept.packed))
    head = index.head
    text_known = text_content(kept.size, head.plan.checksum, plan, kept.text_version)
    if head.plan != text_known or head.log != rows_content(kept.kept, plan):
        raise Unfit
    text = FetchedText(ask, statements.TEXT_PIECES, (plan, kept.text_version), head.plan)
    rows = FetchedRows(ask, statements.LINE_PIECES, kept.now.places, plan)
    found = IndexedPlan(index, lambda: (text, rows))
    if kept.kept == rows.size:
        return found
    return IndexedPlan(grown_index(found, 0), lambda: (text, rows))

"""The index of a plan in a database: it says what of it is to be fetched.

It is trusted where this login made it, the ledger's owner, or one that sees all where this login does not:
whoever else writes into the plan cannot keep from anybody what is to be looked at. What is trusted and old
is brought up to date by the rows since.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from qjtask.storage.index.index_form import INDEX_KIND, Unfit
from qjtask.storage.index.index_growth import grown_index
from qjtask.storage.index.indexed_plan import IndexedPlan
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.connections import Connections
from qjtask.storage.postgres.database_plan import DatabasePlan
from qjtask.storage.postgres.kept_bytes import (
    Ask,
    FetchedRows,
    FetchedText,
    rows_content,
    text_content,
)

if TYPE_CHECKING:
    from qjtask.storage.plans.snapshot import Snapshot
    from qjtask.storage.postgres.database_ledger import DatabaseLedger


class KeptIndex(NamedTuple):
    """A plan as it is in a database, and the trusted index of its first `kept` rows, if there is one."""

    version: int
    places: int
    text_version: int
    size: int
    kept: int
    packed: bytes | None


_NONE = KeptIndex(0, 0, 0, 0, 0, None)


def kept_indexes(connection: Connection, plans: Iterable[int]) -> dict[int, KeptIndex]:
    """What is kept of each of the plans that this login may see."""
    rows = connection.rows(statements.PROJECTIONS, (INDEX_KIND, list(plans)))
    return {
        plan: KeptIndex(version, places, text, size, kept or 0, None if packed is None else bytes(packed))
        for plan, version, places, text, size, kept, packed in rows
    }


def kept_index(source: DatabasePlan, connection: Connection) -> KeptIndex | None:
    """What is kept of a plan; None where the server is behind, and is not used any more."""
    plan = source.place(connection).id
    found = kept_indexes(connection, [plan]).get(plan, _NONE)
    if source.is_behind(connection, found.version, None):
        return None
    source.saw_version(found.version)
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
    rows = FetchedRows(ask, statements.LINE_PIECES, kept.places, plan)
    found = IndexedPlan(index, text, rows)
    if kept.kept == kept.places:
        return found
    return IndexedPlan(PlanIndex(memoryview(grown_index(found, 0))), text, rows)


class DatabaseIndex:
    """The index of one ledger; with `kept`, as it was found with those of others."""

    def __init__(self, ledger: DatabaseLedger, kept: KeptIndex | None = None) -> None:
        self._source = ledger.source
        self._kept = kept

    def open(self, today: date) -> IndexedPlan | None:
        """Plan and log as they are now, by the index; None where none fits, or not for that day."""
        kept = self._kept or self._source.asked(lambda connection: kept_index(self._source, connection))
        with suppress(Unfit):
            found = opened(kept, self._source.known_place.id, self._ask)
            if not any(first <= today.toordinal() < end for first, end in found.index.head.ahead):
                return found
        return None

    def learn(self, found: Snapshot) -> None:
        """Who reads writes nothing into the database."""

    def save(self) -> None:
        """As above."""

    def forget(self) -> None:
        """As above."""

    def _ask(self, statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        return self._source.asked(lambda connection: connection.rows(statement, values))


class DatabaseIndexes:
    """The indexes of several ledgers, those of one database asked for at once."""

    def __init__(self, ledgers: Iterable[DatabaseLedger]) -> None:
        self._ledgers = list(ledgers)
        self._kept: dict[Connections, dict[int, KeptIndex]] = {}

    def of(self, ledger: DatabaseLedger) -> DatabaseIndex:
        """That of one of them."""
        source = ledger.source
        if source.connections not in self._kept:
            self._kept[source.connections] = source.asked(lambda one: self._found(one, source.connections))
        return DatabaseIndex(ledger, self._kept[source.connections].get(source.known_place.id, _NONE))

    def save(self) -> None:
        """Who reads writes nothing into the database."""

    def forget(self) -> None:
        """As above."""

    def _found(self, connection: Connection, of: Connections) -> dict[int, KeptIndex] | None:
        """What is kept of the ledgers that share connections; None where this server is behind."""
        sources = [one.source for one in self._ledgers if one.source.connections is of]
        found = kept_indexes(connection, [source.place(connection).id for source in sources])
        for source in sources:
            version = found.get(source.known_place.id, _NONE).version
            if source.is_behind(connection, version, None):
                return None
            source.saw_version(version)
        return found

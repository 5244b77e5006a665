"""The index of ledgers in a database, as commands ask for it: one by itself, or those of several at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from qjtask.core.standing.alike_works import AlikeWorks
from qjtask.storage.index.alike_columns import alike_of
from qjtask.storage.index.index_form import Unfit
from qjtask.storage.index.indexed_plan import IndexedPlan
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.plans.snapshot import Snapshot
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.connections import Connections
from qjtask.storage.postgres.database_ledger import DatabaseLedger
from qjtask.storage.postgres.kept_index import NONE_KEPT, KeptIndex, kept_index, kept_indexes, opened


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

    def save_where_far(self) -> None:
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
        return DatabaseIndex(ledger, self._kept[source.connections].get(source.known_place.id, NONE_KEPT))

    def alike(self, known: Iterable[PlanIndex]) -> AlikeWorks:
        """The wanted works of the plans that these indexes are of, counted."""
        return alike_of(known)

    def save(self) -> None:
        """Who reads writes nothing into the database."""

    def forget(self) -> None:
        """As above."""

    def _found(self, connection: Connection, of: Connections) -> dict[int, KeptIndex] | None:
        """What is kept of the ledgers that share connections; None where this server is behind."""
        sources = [one.source for one in self._ledgers if one.source.connections is of]
        seen = {source.place(connection).id: source.seen_row for source in sources}
        found = kept_indexes(connection, seen)
        for source in sources:
            now = found.get(source.known_place.id, NONE_KEPT).now
            if source.is_behind(connection, now, None):
                return None
            source.saw_glimpse(now)
        return found

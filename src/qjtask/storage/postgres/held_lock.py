"""A lock of a plan with the connection that holds it: where that breaks, both are had anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from qjtask.core.problem import Refused
from qjtask.storage.postgres.connection import Connection, Lost, again
from qjtask.storage.postgres.database_lock import LockKind, free_lock, take_lock
from qjtask.storage.postgres.database_plan import DatabasePlan

_Read = TypeVar("_Read")


class HeldLock(Generic[_Read]):
    """A lock held on a server that is not behind; `found` was read after it was taken.

    `read` gives None where the server is behind. `on_wait` is called once when another has the lock. Refused
    when that one does not end, or no server is had.
    """

    def __init__(
        self,
        source: DatabasePlan,
        kind: LockKind,
        shown: str,
        on_wait: Callable[[], None],
        read: Callable[[Connection], _Read | None],
    ) -> None:
        self._source = source
        self._kind = kind
        self._shown = shown
        self._connection: Connection | None = None
        self._read = read
        self.found = self._taken(on_wait)

    def connection(self) -> Connection:
        """The connection that holds it now. Lost where there is none to be had."""
        if self._connection is None or not self._connection.is_open:
            try:
                self._taken(_quietly)
            except Refused as refused:
                raise Lost from refused
        if self._connection is None:
            raise Lost
        return self._connection

    def plan(self) -> int:
        """The number of the plan that is locked."""
        return self._source.place(self.connection()).id

    def free(self) -> None:
        """Let others have it, and the ledger its connection."""
        connection, self._connection = self._connection, None
        if connection is not None and connection.is_open:
            free_lock(connection)
            self._source.connections.give_back(connection)

    def _taken(self, on_wait: Callable[[], None]) -> _Read:
        def ask(connection: Connection) -> _Read | None:
            try:
                plan = self._source.place(connection).id
                take_lock(connection, self._kind, plan, self._shown, on_wait)
                found = self._read(connection)
            except BaseException:
                connection.close()
                raise
            self._connection = None if found is None else connection
            return found

        found: _Read | None = None
        while found is None:  # as long as there is another server, where one is behind
            found = again(ask, lambda: self._source.connections.take(writing=True), self._shown)
        return found


def _quietly() -> None:
    """Somebody who waited before is not told a second time."""

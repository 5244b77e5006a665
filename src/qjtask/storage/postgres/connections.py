"""The connections of a ledger's address: one is kept for the next who asks; none leads to another ledger."""

from __future__ import annotations

from qjtask.core.problem import Problem
from qjtask.storage.postgres.address import DatabaseAddress
from qjtask.storage.postgres.connection import Connection, Servers
from qjtask.storage.postgres.database_content import check_form


class Connections:
    """Gives connections and takes them back; the ledgers of one address share it."""

    def __init__(self, address: DatabaseAddress) -> None:
        self._shown = address.shown
        self._servers = Servers(address)
        self._idle: Connection | None = None
        self.ledger: str | None = None
        """The ledger's own name, once it is known: a server that has another one is not used."""

    def take(self, *, writing: bool) -> Connection:
        """The connection that is idle, or a new one; whoever takes it gives it back. Lost where it breaks."""
        idle, self._idle = self._idle, None
        if idle and idle.is_open and not (writing and idle.is_read_only):
            return idle
        while True:  # as long as there is another server, where one has another ledger
            connection = self._servers.connect(writing=writing)
            if self.ledger is None or check_form(connection, self._shown) == self.ledger:
                return connection
            why = Problem(self._shown, "这台服务器上的是另一个台账，没有用它", "请核对地址里的主机")
            self.pass_over(connection, why)

    def give_back(self, connection: Connection) -> None:
        """Keep a connection that still is one for the next who asks."""
        if self._idle is None:
            self._idle = connection
        else:
            connection.close()

    def pass_over(self, connection: Connection, why: Problem) -> None:
        """Use the server of this connection no more: it is behind."""
        self._servers.pass_over(connection, why)

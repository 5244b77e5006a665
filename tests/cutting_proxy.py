"""A proxy before a database server that cuts connections where something is asked for or answered."""

from __future__ import annotations

import select
import selectors
import shutil
import socket
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path

from tests.database_server import DatabaseServer

WRITING = (b"qjtask.append(", b"qjtask.deliver(")
ANYTHING = (b"",)
"""Also while the connection is made, locks are asked for, and plans are read."""


class Cut(Enum):
    """Where a connection is cut."""

    NOWHERE = 0
    BEFORE = 1
    """The server never hears the request."""
    AFTER = 2
    """The server has done it, and the client never hears so."""


class CuttingProxy:
    """Listens on a socket of its own; `decide` says where a request with one of the `words` is cut."""

    def __init__(
        self, server: DatabaseServer, decide: Callable[[], Cut], words: Sequence[bytes] = WRITING
    ) -> None:
        self._server = server
        self._words = words
        self._decide = decide
        self._folder = Path(tempfile.mkdtemp(prefix="qj"))
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(self._folder / f".s.PGSQL.{server.port}"))
        self._listening.listen(100)
        threading.Thread(target=self._accept, daemon=True).start()
        self.cuts = 0

    def address(self, database: str, login: str) -> str:
        return f"postgresql://{login}@/{database}?host={self._folder}&port={self._server.port}"

    def close(self) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        shutil.rmtree(self._folder)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        server = socket.socket(socket.AF_UNIX)
        server.connect(str(self._server.folder / f".s.PGSQL.{self._server.port}"))
        with client, server, selectors.DefaultSelector() as selector, suppress(OSError):
            selector.register(client, selectors.EVENT_READ, server)
            selector.register(server, selectors.EVENT_READ, client)
            while True:
                for key, _ in selector.select():
                    source, target = key.fileobj, key.data
                    assert isinstance(source, socket.socket)
                    data = source.recv(65536)
                    cut = self._cut(data) if source is client else Cut.NOWHERE
                    if cut is not Cut.BEFORE:
                        target.sendall(data)
                    if cut is Cut.AFTER:
                        _hear_out(client, server)
                    if not data or cut is not Cut.NOWHERE:
                        return

    def _cut(self, data: bytes) -> Cut:
        cut = self._decide() if any(one in data for one in self._words) else Cut.NOWHERE
        self.cuts += cut is not Cut.NOWHERE
        return cut


def _hear_out(client: socket.socket, server: socket.socket) -> None:
    """Carry what is left of a request, up to its answer, which nobody hears."""
    while True:
        ready, _, _ = select.select([client, server], [], [])
        if server in ready:
            server.recv(65536)
            return
        server.sendall(client.recv(65536))

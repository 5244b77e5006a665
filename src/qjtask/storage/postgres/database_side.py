"""What lies beside a plan in a database: contacts, holidays, deliveries. Secrets are a file of each user."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from qjtask.core.problem import refuse
from qjtask.storage.files.line_append import last_entry_of, line_end
from qjtask.storage.files.side_file import SideFile
from qjtask.storage.ledger import SideKind
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection, Lost, again
from qjtask.storage.postgres.database_lock import LockKind
from qjtask.storage.postgres.database_plan import DatabasePlan
from qjtask.storage.postgres.held_lock import HeldLock

_TRIES = 5
_Answer = TypeVar("_Answer")


def own_secrets() -> SideFile:
    """secrets.yaml beside settings.yaml, in the user's own folder."""
    from platformdirs import user_config_path

    path = user_config_path("qjtask", appauthor=False) / "secrets.yaml"
    return SideFile(path, str(path))


class DatabaseSide:
    """A Side that is in the database."""

    is_guarded = False
    """Whoever owns the database can write it: a secret without a host is not given to its addresses."""

    def __init__(self, source: DatabasePlan, kind: SideKind) -> None:
        self._source = source
        self._kind = kind

    @property
    def shown(self) -> str:
        """How messages name it."""
        return self._source.shown_beside(self._kind)

    def read(self) -> bytes | None:
        """All of it; None where there is none."""
        return again(self._asked, lambda: self._source.connections.take(writing=False), self._source.shown)

    def read_private(self) -> bytes | None:
        """The same: nobody but the plan's offices can read it."""
        return self.read()

    @contextmanager
    def writing(self, on_wait: Callable[[], None]) -> Iterator[DatabaseSideBook]:
        """Lock the deliveries by themselves, and read them; nothing else is appended to."""
        if self._kind is not SideKind.DELIVERIES:
            raise RuntimeError(f"{self._kind} is brought by `db load`")
        book = DatabaseSideBook(self._source, self.shown, on_wait)
        try:
            yield book
        finally:
            book.close()

    def _asked(self, connection: Connection) -> bytes | None:
        content = _content(connection, self._source.place(connection).id, self._kind)[1]
        self._source.connections.give_back(connection)
        return content


class DatabaseSideBook:
    """The locked log of deliveries, as it was when the lock was taken."""

    def __init__(self, source: DatabasePlan, shown: str, on_wait: Callable[[], None]) -> None:
        self._shown = shown
        self._lock = HeldLock(source, LockKind.DELIVERIES, shown, on_wait, source.text)
        self._place, content = self._asked(self._read)
        self.content = self._last = content or b""
        self._is_closed = False

    def append(self, lines: bytes, is_whole: Callable[[bytes], bool]) -> None:
        """Append whole lines, all or none; asked again where no answer came. Refused otherwise."""
        if self._is_closed:
            raise RuntimeError("the side is no longer locked")
        added = line_end(last_entry_of(self._last), is_whole) + lines if lines else b""
        if not self._asked(lambda connection: self._deliver(connection, added)):
            raise refuse(self._shown, "断线的时候别人也在发送，这一条没有记下", "请稍后再运行一次")
        self._place += bool(added)
        self._last = added or self._last

    def close(self) -> None:
        """Nothing is appended from here on."""
        self._is_closed = True
        self._lock.free()

    def _read(self, connection: Connection) -> tuple[int, bytes | None]:
        return _content(connection, self._lock.plan(), SideKind.DELIVERIES)

    def _deliver(self, connection: Connection, added: bytes) -> bool:
        """Whether it is there. Lost where the standby may lack it: a notice beside the answer says so."""
        ((is_there,),) = connection.rows(statements.DELIVER, (self._lock.plan(), self._place + 1, added))
        if is_there and connection.was_warned:
            raise Lost
        return bool(is_there)

    def _asked(self, ask: Callable[[Connection], _Answer]) -> _Answer:
        for _ in range(_TRIES):
            with suppress(Lost):
                return ask(self._lock.connection())
        raise refuse(self._shown, "和数据库的连接总是断，不知道这一条记下了没有", "请稍后再运行一次")


def _content(connection: Connection, plan: int, kind: SideKind) -> tuple[int, bytes | None]:
    """The last place, and all that there is; None where there is nothing."""
    ((place, content),) = connection.rows(statements.SIDE, (plan, kind.value))
    return place or 0, None if content is None else bytes(content)

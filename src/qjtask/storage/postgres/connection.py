"""A connection to one server of a ledger's database, and the choice of that server among several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, Refused, refuse
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.address import DatabaseAddress
from qjtask.storage.postgres.connection_faults import is_unknown, not_connected, refusal
from qjtask.storage.postgres.driver import driver
from qjtask.storage.postgres.password_file import open_password_file

_OLDEST = 90500
"""PostgreSQL 9.5, the first with row security."""

_NO_LOCK = "55P03"
"""The SQLSTATE of a lock that was not had in time."""

_Answer = TypeVar("_Answer")


class Lost(Exception):  # noqa: N818 - not an error: a state of knowledge
    """Nobody knows whether the server did what it was asked, or it did nothing and may be asked again."""


class TimedOut(Refused):
    """A lock was not had within the time that was set."""


class Connection:
    """An open connection; each statement is a transaction of its own, but within `transaction`."""

    def __init__(self, raw: Any, shown: str, server: int) -> None:
        self._raw = raw
        self._shown = shown
        self.server = server
        """Which of the address's servers it leads to: its number."""
        ((read_only, version, login),) = self.rows(statements.GREETING)
        self.is_read_only = read_only == "on"
        self.version = int(version)
        self.login: str = login

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What the server answers. Lost when it does not, Refused when it does not do it.

        TimedOut when it waited for a lock as long as it was told.
        """
        self._raw.notices.clear()
        try:
            with self._raw.cursor() as cursor:
                cursor.execute(statement, values or None)
                return cursor.fetchall() if cursor.description else []
        except driver().Error as error:
            if self._raw.closed or is_unknown(error.pgcode):
                self.close()
                raise Lost from error
            kind = TimedOut if error.pgcode == _NO_LOCK else Refused
            raise kind([refusal(error.pgcode, str(error), self._shown)]) from error

    @property
    def was_warned(self) -> bool:
        """Whether a notice came with the last answer: a wait for the standby that was broken off is one."""
        return bool(self._raw.notices)

    @property
    def is_open(self) -> bool:
        """Whether it was not closed or lost."""
        return not self._raw.closed

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or none of the statements within."""
        self.rows("BEGIN")
        try:
            yield
        except BaseException:
            with suppress(Lost, Refused):
                self.rows("ROLLBACK")
            raise
        self.rows("COMMIT")

    def close(self) -> None:
        """End it; a lock that it holds is free then."""
        with suppress(driver().Error):
            self._raw.close()


class Behind(NamedTuple):
    """A server that knows less than was seen, or other things: its number, and why."""

    server: int
    why: Problem


class Servers:
    """The servers of an address, tried in turn; those that are behind are passed over."""

    def __init__(self, address: DatabaseAddress) -> None:
        self._address = address
        self._behind: list[Behind] = []

    def connect(self, *, writing: bool) -> Connection:
        """A connection to the first that can be written to, or at least be read where not `writing`.

        Refused with the reason of every one of them.
        """
        problems = [behind.why for behind in self._behind]
        reader: Connection | None = None
        for number, server in enumerate(self._address.servers):
            if number in {behind.server for behind in self._behind}:
                continue
            try:
                connection = self._opened(number, server)
            except Refused as refused:
                problems += refused.problems
                continue
            if not connection.is_read_only:
                return connection
            problems.append(self._problem(server, "这是备用服务器，只能读", "请在地址里写上主服务器"))
            reader = reader or connection
        if reader and not writing:
            return reader
        raise Refused(problems)

    def pass_over(self, connection: Connection, why: Problem) -> None:
        """Use this server no more: it is behind."""
        connection.close()
        self._behind.append(Behind(connection.server, why))

    def _opened(self, number: int, server: Mapping[str, str]) -> Connection:
        psycopg2 = driver()
        unread = open_password_file(server)
        # libpq would not read it either, but say so in English; behind a file there is nothing to read
        passfile = {"passfile": f"{unread}/"} if unread else {}
        try:
            raw = psycopg2.connect(**{**server, **passfile})
            raw.autocommit = True
            connection = Connection(raw, self._address.shown, number)
        except psycopg2.Error as error:
            why = not_connected(str(error), server, unread)
            raise Refused([self._problem(server, *why)]) from error
        except Lost as error:
            raise Refused([self._problem(server, "连接刚建成就断了", "请稍后再试")]) from error
        if connection.version < _OLDEST:
            connection.close()
            raise Refused(
                [self._problem(server, "服务器的版本太旧，没有行级权限", "请升级到 PostgreSQL 9.5 或更新")]
            )
        return connection

    def _problem(self, server: Mapping[str, str], what: str, fix: str) -> Problem:
        if len(self._address.servers) == 1:
            return Problem(self._address.shown, what, fix)
        return Problem(f"{server.get('host', '')}:{server.get('port', '5432')}", what, fix)


def again(ask: Callable[[Connection], _Answer], connect: Callable[[], Connection], shown: str) -> _Answer:
    """What is asked that changes nothing; again when the connection broke. Refused when it always does."""
    for _ in range(3):
        try:
            return ask(connect())
        except Lost:
            continue
    raise refuse(shown, "和数据库的连接总是断", "请稍后再试")

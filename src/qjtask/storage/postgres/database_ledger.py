"""A ledger in a database: the same plan, log and sides as in a folder, for many writers on many machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from qjtask.core.problem import Problem
from qjtask.storage.ledger import Side, SideKind, Snapshot
from qjtask.storage.ledger_files import beside_log, log_path_of
from qjtask.storage.log_file import Log, parse_log
from qjtask.storage.plan_file import parse_plan
from qjtask.storage.postgres.address import DatabaseAddress, parse_address
from qjtask.storage.postgres.connection import Connection, again
from qjtask.storage.postgres.connections import Connections
from qjtask.storage.postgres.database_content import (
    LedgerContent,
    PlanPlace,
    find_plan,
    read_content,
    visible_plans,
)
from qjtask.storage.postgres.seen_log import SeenLog
from qjtask.storage.source import decode

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Plan
    from qjtask.storage.postgres.database_book import DatabaseBook


class DatabaseLedger:
    """The ledger at an address that begins with postgresql://."""

    def __init__(self, typed: str) -> None:
        self.address: DatabaseAddress = parse_address(typed)
        self.connections = Connections(self.address)
        self._place: PlanPlace | None = None
        self._seen: SeenLog | None = None
        self._last_plan: tuple[bytes, Plan] | None = None
        self._last_log: Log | None = None

    def several(self) -> list[tuple[PlanPlace, DatabaseLedger]]:
        """The plan that the address names, or all that this login may see, each with its ledger.

        They share the connections: of four hundred plans there is one.
        """

        def ask(connection: Connection) -> list[PlanPlace]:
            one = [find_plan(connection, self.address)] if self.address.plan else []
            found = one or visible_plans(connection, self.shown)
            self.connections.give_back(connection)
            return found

        return [(place, self._at(place)) for place in again(ask, self._any_connection, self.shown)]

    @property
    def shown(self) -> str:
        """How messages name the plan: as it is typed after --file."""
        file = self._place.file if self._place else self.address.plan
        return self.address.shown_with(file) if file else self.address.shown

    @property
    def log_shown(self) -> str:
        """How messages name the log."""
        return self.address.shown_with(str(self._log_file))

    @property
    def folder(self) -> Path:
        """Where evidence is looked for: the database keeps none."""
        return Path.cwd()

    @property
    def reporter(self) -> str:
        """The login's name: the database takes no entry under another."""

        def ask(connection: Connection) -> str:
            self.connections.give_back(connection)
            return connection.login

        return again(ask, self._any_connection, self.shown)

    def plan(self) -> Plan:
        """The plan as it is now. Refused with every fault."""
        return self.parsed_plan(self._content())

    def log(self) -> Log:
        """The log as it is now."""
        return self.parsed_log(self._content())

    def read(self) -> Snapshot:
        """Plan and log of one moment, without waiting for writers."""
        content = self._content()
        return Snapshot(self.parsed_plan(content), self.parsed_log(content))

    def is_log(self, path: Path) -> bool:  # noqa: ARG002 - a file is not in a database
        """Whether a file is the ledger's own log: never."""
        return False

    def stray_copies(self, log: Log) -> list[Problem]:  # noqa: ARG002 - no sync program has a database
        """The copies of the log that a sync program left: none."""
        return []

    def side(self, kind: SideKind) -> Side:
        """What lies beside the plan. Secrets are a file of this user, and never in a database."""
        from qjtask.storage.postgres.database_side import DatabaseSide, own_secrets

        if kind is SideKind.SECRETS:
            return own_secrets()
        return DatabaseSide(self, kind)

    @contextmanager
    def writing(self, on_wait: Callable[[], None]) -> Iterator[DatabaseBook]:
        """Lock the ledger and read it."""
        from qjtask.storage.postgres.database_book import DatabaseBook

        book = DatabaseBook(self, on_wait)
        try:
            yield book
        finally:
            book.close()

    # What book and sides share ----------------------------------------------------------------------

    def place(self, connection: Connection) -> PlanPlace:
        """Which plan is meant."""
        if self._place is None:
            self._settle(find_plan(connection, self.address))
        return self._place or find_plan(connection, self.address)

    def content(self, connection: Connection) -> LedgerContent | None:
        """Plan and log as this server has them; None where it is behind, and is not used any more."""
        content = read_content(connection, self.place(connection).id, self.shown)
        why = self._seen and self._seen.why_behind(content.version, content.log, self.shown)
        if why:
            self.connections.pass_over(connection, why)
            return None
        self.saw(content)
        return content

    def saw(self, content: LedgerContent) -> None:
        """Remember what a server has: no other may have less."""
        if self._seen:
            self._seen.keep(content.version, content.log)

    def parsed_plan(self, content: LedgerContent) -> Plan:
        """The plan of what was read: the one parsed last, where nothing has changed."""
        if self._last_plan is None or self._last_plan[0] != content.text:
            self._last_plan = content.text, parse_plan(decode(content.text, self.shown), self.shown)
        return self._last_plan[1]

    def parsed_log(self, content: LedgerContent) -> Log:
        """The log of what was read: the one parsed last, where nothing has changed."""
        if self._last_log is None or self._last_log.data != content.log:
            self._last_log = parse_log(content.log, self.log_shown)
        return self._last_log

    def shown_beside(self, kind: SideKind) -> str:
        """How messages name what lies beside the plan."""
        return self.address.shown_with(beside_log(str(self._log_file), kind))

    @property
    def _log_file(self) -> PurePosixPath:
        file = self._place.file if self._place else self.address.plan or "tasks.yaml"
        return PurePosixPath(log_path_of(Path(file)).as_posix())

    def _content(self) -> LedgerContent:
        content: LedgerContent | None = None
        while content is None:  # as long as there is another server, where one is behind
            content = again(self._asked, self._any_connection, self.shown)
        return content

    def _asked(self, connection: Connection) -> LedgerContent | None:
        content = self.content(connection)
        if content is not None:
            self.connections.give_back(connection)
        return content

    def _any_connection(self) -> Connection:
        return self.connections.take(writing=False)

    def _at(self, place: PlanPlace) -> DatabaseLedger:
        one = copy(self)
        one._settle(place)  # noqa: SLF001 - one of its own kind
        return one

    def _settle(self, place: PlanPlace) -> None:
        self._place, self._seen = place, SeenLog(place.ledger, place.id)
        self.connections.ledger = place.ledger

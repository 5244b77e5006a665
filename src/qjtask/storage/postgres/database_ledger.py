"""A ledger in a database: the same plan, log and sides as in a folder, for many writers on many machines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.core.problem import Problem
from qjtask.storage.ledger import Side, SideKind
from qjtask.storage.logs.log_file import Log
from qjtask.storage.plans.snapshot import Snapshot
from qjtask.storage.postgres.address import parse_address
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.database_content import PlanPlace, find_plan, visible_plans
from qjtask.storage.postgres.database_plan import DatabasePlan

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Plan
    from qjtask.storage.postgres.database_book import DatabaseBook


class DatabaseLedger:
    """The ledger of a plan in a database."""

    def __init__(self, source: DatabasePlan) -> None:
        self.source = source

    @property
    def shown(self) -> str:
        """How messages name the plan: as it is typed after --file."""
        return self.source.shown

    @property
    def log_shown(self) -> str:
        """How messages name the log."""
        return self.source.log_shown

    @property
    def folder(self) -> Path:
        """Where evidence is looked for: the database keeps none."""
        return Path.cwd()

    @property
    def size(self) -> int:
        """The bytes of plan and log, about."""
        return self.source.asked(self.source.place).size

    @property
    def reporter(self) -> str:
        """The login's name: the database takes no entry under another."""
        return self.source.asked(lambda connection: connection.login)

    def several(self) -> list[tuple[PlanPlace, DatabaseLedger]]:
        """The plan that the address names, or all that this login may see, each with its ledger.

        They share the connections: of four hundred plans there is one.
        """
        source = self.source

        def ask(connection: Connection) -> list[PlanPlace]:
            if source.address.plan:
                return [find_plan(connection, source.address)]
            return visible_plans(connection, source.shown)

        return [(place, DatabaseLedger(source.at(place))) for place in self.source.asked(ask)]

    def plan(self) -> Plan:
        """The plan as it is now. Refused with every fault."""
        return self.source.parsed_plan(self.source.asked(self.source.text))

    def log(self) -> Log:
        """The log as it is now."""
        return self.source.parsed_log(self.source.asked(self.source.content).log)

    def read(self) -> Snapshot:
        """Plan and log of one moment, without waiting for writers."""
        content = self.source.asked(self.source.content)
        return Snapshot(self.source.parsed_plan(content.text), self.source.parsed_log(content.log))

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
        return DatabaseSide(self.source, kind)

    @contextmanager
    def writing(self, on_wait: Callable[[], None]) -> Iterator[DatabaseBook]:
        """Lock the ledger and read it."""
        with self._writing(on_wait, in_part=False) as book:
            book.read()
            yield book

    def writing_in_part(self, on_wait: Callable[[], None]) -> AbstractContextManager[DatabaseBook]:
        """The same for who knows by an index what is wanted: all is fetched only once it is asked for."""
        return self._writing(on_wait, in_part=True)

    @contextmanager
    def _writing(self, on_wait: Callable[[], None], *, in_part: bool) -> Iterator[DatabaseBook]:
        from qjtask.storage.postgres.database_book import DatabaseBook

        book = DatabaseBook(self.source, on_wait, in_part=in_part)
        try:
            yield book
        finally:
            book.close()


def ledger_at(typed: str) -> DatabaseLedger:
    """The ledger at an address that begins with postgresql://."""
    return DatabaseLedger(DatabasePlan(parse_address(typed)))

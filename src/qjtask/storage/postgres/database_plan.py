"""A plan in a database: where it is, and what was read of it. Ledger, book, lock and sides share it."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from qjtask.storage.files.ledger_files import beside_log, log_path_of
from qjtask.storage.ledger import SideKind
from qjtask.storage.logs.log_file import Log, parse_grown_log
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.postgres.address import DatabaseAddress
from qjtask.storage.postgres.connection import Connection, again
from qjtask.storage.postgres.connections import Connections
from qjtask.storage.postgres.database_content import (
    LedgerContent,
    PlanPlace,
    find_plan,
    read_content,
    read_text,
)
from qjtask.storage.postgres.seen_log import LogGlimpse, SeenLog
from qjtask.storage.texts.source import decode

if TYPE_CHECKING:
    from qjtask.core.plan.plan import Plan


_Answer = TypeVar("_Answer")


class DatabasePlan:
    """The plan at an address of a database, found when it is first asked for.

    What was read stays known as long as the connection: of a log that has grown only the tail is fetched.
    """

    def __init__(self, address: DatabaseAddress) -> None:
        self.address = address
        self.connections = Connections(address)
        self._place: PlanPlace | None = None
        self._seen: SeenLog | None = None
        self._known: tuple[Connection, LedgerContent] | None = None
        self._last_plan: tuple[bytes, Plan] | None = None
        self._last_log: Log | None = None

    def at(self, place: PlanPlace) -> DatabasePlan:
        """Another plan of the same database, over the same connections."""
        one = copy(self)
        one._settle(place)  # noqa: SLF001 - one of its own kind
        return one

    # Names ------------------------------------------------------------------------------------------

    @property
    def shown(self) -> str:
        """How messages name the plan: as it is typed after --file."""
        file = self._place.file if self._place else self.address.plan
        return self.address.shown_with(file) if file else self.address.shown

    @property
    def log_shown(self) -> str:
        """How messages name the log."""
        return self.address.shown_with(str(self._log_file))

    def shown_beside(self, kind: SideKind) -> str:
        """How messages name what lies beside the plan."""
        return self.address.shown_with(beside_log(str(self._log_file), kind))

    @property
    def _log_file(self) -> PurePosixPath:
        file = self._place.file if self._place else self.address.plan or "tasks.yaml"
        return PurePosixPath(log_path_of(Path(file)).as_posix())

    # Reading ----------------------------------------------------------------------------------------

    def place(self, connection: Connection) -> PlanPlace:
        """Which plan is meant."""
        if self._place is None:
            self._settle(find_plan(connection, self.address))
        return self._place or find_plan(connection, self.address)

    @property
    def known_place(self) -> PlanPlace:
        """The same, once it was found."""
        assert self._place is not None  # noqa: S101 - whoever asks has found it
        return self._place

    def text(self, connection: Connection) -> bytes | None:
        """The plan's text alone; None where this server is behind, and is not used any more."""
        plan = self.place(connection).id
        found, glimpse = read_text(connection, plan, self.shown, self.seen_row)
        if self.is_behind(connection, glimpse, None):
            return None
        self._known = connection, found
        return found.text

    def content(self, connection: Connection) -> LedgerContent | None:
        """Plan and log as this server has them; None where it is behind, and is not used any more.

        What this very connection gave before is not fetched again: nobody changes what was written.
        """
        place = self.place(connection)
        known = self._known[1] if self._known and self._known[0] is connection else None
        content = read_content(connection, place.id, self.shown, known, self.seen_row)
        if self.is_behind(connection, content.glimpse, content.log):
            return None
        self.saw(connection, content)
        return content

    def asked(self, ask: Callable[[Connection], _Answer | None]) -> _Answer:
        """What a server answers to what changes nothing. None says that it is behind; the next is asked."""

        def asked(connection: Connection) -> _Answer | None:
            answer = ask(connection)
            if answer is not None:
                self.connections.give_back(connection)
            return answer

        answer: _Answer | None = None
        while answer is None:  # as long as there is another server, where one is behind
            answer = again(asked, lambda: self.connections.take(writing=False), self.shown)
        return answer

    def saw(self, connection: Connection, content: LedgerContent) -> None:
        """Remember what a server has: no other may have less."""
        self._known = connection, content
        if self._seen:
            self._seen.keep(content.glimpse, content.log)

    def saw_glimpse(self, glimpse: LogGlimpse) -> None:
        """Remember how far a server is of which not all was fetched."""
        if self._seen:
            self._seen.keep(glimpse, None)

    @property
    def seen_row(self) -> int:
        """The number of the row of the log that was seen last; a server is asked for it."""
        return self._seen.places if self._seen else 0

    def parsed_plan(self, text: bytes) -> Plan:
        """The plan of what was read: the one parsed last, where nothing has changed."""
        if self._last_plan is None or self._last_plan[0] != text:
            self._last_plan = text, parse_plan(decode(text, self.shown), self.shown)
        return self._last_plan[1]

    def parsed_log(self, data: bytes) -> Log:
        """The log of what was read: the one parsed last, with what came since."""
        if self._last_log is None or self._last_log.data != data:
            self._last_log = parse_grown_log(self._last_log or Log(), data, self.log_shown)
        return self._last_log

    def is_behind(self, connection: Connection, now: LogGlimpse, log: bytes | None) -> bool:
        """Whether a server knows less than was seen, or other lines; it is passed over then."""
        why = self._seen and self._seen.why_behind(now, log, self.shown)
        if why:
            self.connections.pass_over(connection, why)
        return bool(why)

    def _settle(self, place: PlanPlace) -> None:
        self._place, self._seen = place, SeenLog(place.ledger, place.id)
        self._known = None
        self.connections.ledger = place.ledger

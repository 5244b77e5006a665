"""What a ledger is, wherever it is kept: a plan, its log, and what lies beside them.

Commands read and write through these three only. Who decides and who appends is one: a `Book` exists
only while its ledger is locked, and was read after the lock was taken, so that nobody appends to what
another has changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from qjtask.core.log.digest import LogLine
    from qjtask.core.log.entry import Entry
    from qjtask.core.plan.plan import Plan
    from qjtask.core.problem import Problem
    from qjtask.storage.index.indexed_plan import IndexedPlan
    from qjtask.storage.logs.log_file import Log
    from qjtask.storage.plans.snapshot import Snapshot


class SideKind(StrEnum):
    """What may lie beside a plan; the values are the names of the files."""

    CONTACTS = "contacts"
    HOLIDAYS = "holidays"
    DELIVERIES = "deliveries"
    SECRETS = "secrets"
    RULES = "rules"


class Book(Protocol):
    """A locked ledger as it is now, open for writing. It ends with the lock."""

    @property
    def plan(self) -> Plan:
        """The plan."""

    @property
    def plan_text(self) -> str:
        """The plan's YAML, as a person wrote it."""

    @property
    def log(self) -> Log:
        """The log."""

    def append(self, entries: Sequence[Entry]) -> None:
        """Append the entries, all or none: they last once this returns. Refused otherwise."""

    def append_lines(self, lines: Sequence[LogLine]) -> None:
        """Append lines as they stand in another copy of the log, all or none."""

    def replace_plan(self, text: str, entries: Sequence[Entry] = ()) -> None:
        """Put another plan in its place, and append the entries that go with it: both or neither."""


class PartBook(Book, Protocol):
    """A locked ledger of which all is read only when it is asked for."""

    def read(self) -> None:
        """Read all of it now. Refused when it cannot be read."""

    def is_as(self, found: IndexedPlan) -> bool:
        """Whether the ledger still is what was looked at by an index."""


class SideBook(Protocol):
    """A locked side as it is now, open for appending. It ends with the lock."""

    @property
    def content(self) -> bytes:
        """All of it; empty where there is none yet."""

    def append(self, lines: bytes, is_whole: Callable[[bytes], bool]) -> None:
        """Append whole lines, all or none; `is_whole` says it of a last line without its newline."""


class Side(Protocol):
    """Something that lies beside a plan."""

    @property
    def shown(self) -> str:
        """How messages name it."""

    def read(self) -> bytes | None:
        """All of it; None where there is none. Refused where it cannot be had."""

    def read_private(self) -> bytes | None:
        """The same, and Refused where anybody but its owner can read it or write it."""

    @property
    def is_guarded(self) -> bool:
        """Whether nobody but the user can write it."""

    def writing(self, on_wait: Callable[[], None]) -> AbstractContextManager[SideBook]:
        """Lock it by itself, so that the log stays free; `on_wait` is called once when another has it."""


class Ledger(Protocol):
    """A plan, its log and what lies beside them."""

    @property
    def shown(self) -> str:
        """How messages name the plan."""

    @property
    def log_shown(self) -> str:
        """How messages name the log."""

    @property
    def folder(self) -> Path:
        """The folder from which evidence is looked for."""

    @property
    def size(self) -> int:
        """The bytes of plan and log, about."""

    @property
    def reporter(self) -> str | None:
        """The only name under which this user may report; None where anybody may be named."""

    def plan(self) -> Plan:
        """The plan as it is now. Refused with every fault."""

    def log(self) -> Log:
        """The log as it is now, for when the plan itself cannot be read. Refused when it cannot be had."""

    def read(self) -> Snapshot:
        """Plan and log of one moment, without waiting for writers."""

    def is_log(self, path: Path) -> bool:
        """Whether a file is the ledger's own log."""

    def stray_copies(self, log: Log) -> list[Problem]:
        """The copies of the log that a sync program left and that hold what `log` lacks, as doubts."""

    def side(self, kind: SideKind) -> Side:
        """What lies beside the plan; it need not be there."""

    def writing(self, on_wait: Callable[[], None]) -> AbstractContextManager[Book]:
        """Lock the ledger and read it. `on_wait` is called once when another has it.

        Refused when that one does not end, and when the ledger cannot be locked or read.
        """

    def writing_in_part(self, on_wait: Callable[[], None]) -> AbstractContextManager[PartBook]:
        """The same for who knows by an index what is wanted of it: all is read only when it is asked for."""

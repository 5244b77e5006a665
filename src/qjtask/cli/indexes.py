"""The indexes of large ledgers, wherever these are kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from qjtask.storage.files.file_ledger import FileLedger

if TYPE_CHECKING:
    from datetime import date

    from qjtask.core.standing.alike_works import AlikeWorks
    from qjtask.storage.index.indexed_plan import IndexedPlan
    from qjtask.storage.index.plan_index import PlanIndex
    from qjtask.storage.ledger import Ledger
    from qjtask.storage.plans.snapshot import Snapshot


class Index(Protocol):
    """What says of a ledger where that stands which is asked for."""

    def open(self, today: date) -> IndexedPlan | None:
        """Plan and log as they are now; None where no index fits them, or not for that day."""

    def learn(self, found: Snapshot) -> None:
        """Make an index of what was read in full since none could be opened."""

    def save(self) -> None:
        """Keep what was made."""

    def save_where_far(self) -> None:
        """The same, but for an index that knows only a few lines more: the next who opens it reads these."""

    def forget(self) -> None:
        """Throw it away: it led to something else."""


class Indexes(Protocol):
    """Those of several ledgers."""

    def of(self, ledger: Any) -> Index:
        """That of one of them."""

    def alike(self, known: Iterable[PlanIndex]) -> AlikeWorks:
        """The wanted works of the plans that these indexes are of, counted."""

    def save(self) -> None:
        """Keep what was made."""

    def forget(self) -> None:
        """Throw them away: one led to something else."""


def index_of(ledger: Ledger) -> Index:
    """The index of one ledger."""
    if isinstance(ledger, FileLedger):
        from qjtask.storage.files.ledger_index import LedgerIndex

        return LedgerIndex(ledger)
    from qjtask.storage.postgres.database_index import DatabaseIndex
    from qjtask.storage.postgres.database_ledger import DatabaseLedger

    assert isinstance(ledger, DatabaseLedger)  # noqa: S101 - there is no third kind
    return DatabaseIndex(ledger)


def indexes_of(ledgers: Sequence[Ledger]) -> Indexes:
    """The indexes of several ledgers of one kind."""
    files = [one for one in ledgers if isinstance(one, FileLedger)]
    if files:
        from qjtask.storage.files.ledger_index import FolderIndexes

        return FolderIndexes(files)
    from qjtask.storage.postgres.database_index import DatabaseIndexes
    from qjtask.storage.postgres.database_ledger import DatabaseLedger

    return DatabaseIndexes(one for one in ledgers if isinstance(one, DatabaseLedger))

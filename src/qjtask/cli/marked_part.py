"""The session of a mark in a large ledger: of plan and log, only what concerns the works that are marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from qjtask.cli.indexes import index_of
from qjtask.cli.session import Session
from qjtask.core.plan.ids import item_id_of, plain_ids, words_typed
from qjtask.core.plan.numbers import resolved
from qjtask.core.plan.unit_names import UnitNames, unit_names
from qjtask.core.problem import Problem
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.files.ledger_index import LedgerIndex
from qjtask.storage.index.index_form import Unfit
from qjtask.storage.index.indexed_plan import IndexedPlan
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.logs.copies import copies
from qjtask.storage.logs.log_file import Log
from qjtask.storage.plans.snapshot import Snapshot

if TYPE_CHECKING:
    from qjtask.storage.ledger import Book, Ledger


def open_marked(ledger: Ledger, ids: Sequence[str], today: date) -> Session:
    """A session of the works that ids name: in part where an index knows them all, else of the whole plan."""
    part = _marked_part(ledger, ids, today)
    if part:
        return part
    kind = _Whole if isinstance(ledger, FileLedger) else Session  # who writes into a database makes its index
    return kind(ledger, ledger.plan(), Log(), today)


def _marked_part(ledger: Ledger, ids: Sequence[str], today: date) -> MarkedPart | None:
    index = index_of(ledger)
    found = index.open(today)
    index.save_where_far()
    if found is None:
        return None
    places = {_place(word, found.index) for word in words_typed(ids)}
    works = sorted(place for place in places if place is not None)
    if len(works) < len(places):
        return None
    try:
        return MarkedPart(ledger, found, works, ids, today)
    except Unfit:
        index.forget()
        return None


def _place(word: str, index: PlanIndex) -> int | None:
    """The place of the work that a number or a 序号 marks; None where the plan is needed to know."""
    if plain_ids([word]):
        return index.find(item_id_of(word))
    meant = resolved(word, index.numbered)
    return index.find(item_id_of(meant[0])) if meant and len(meant) == 1 else None


class MarkedPart(Session):
    """Some works of a ledger, and the entries that count for them. Unfit where the index does not fit."""

    def __init__(
        self, ledger: Ledger, found: IndexedPlan, works: Sequence[int], ids: Sequence[str], today: date
    ) -> None:
        super().__init__(ledger, *found.part(works), today)
        self._found = found
        self._ids = ids
        self._newest = found.newest()
        found.check()

    @property
    def edition(self) -> object:
        """The checksum of the plan's text."""
        return self._found.index.head.plan.checksum

    @property
    def written(self) -> Log:
        """The entry that was written last."""
        return Log(self._newest)

    @property
    def strays(self) -> list[Problem]:
        """The copies of the log that hold what it lacks, as doubts."""
        if not isinstance(self.ledger, FileLedger):
            return []
        files = self.ledger.files
        if not any(copies(files.log, files.log_shown)):
            return []
        return self.ledger.stray_copies(self.ledger.log())

    @cached_property
    def units(self) -> UnitNames:
        """The names of all offices, in whatever role."""
        return unit_names(self.plan, self._found.index.printed)

    @cached_property
    def log_problems(self) -> list[Problem]:
        """The log's lines that do not count, and why."""
        return self._found.index.told(self.ledger.log_shown)

    @contextmanager
    def writing(self, on_wait: Callable[[], None]) -> Iterator[tuple[Book, Session]]:
        """The ledger locked, and the session as it is now."""
        with self.ledger.writing_in_part(on_wait) as book:
            now = self if book.is_as(self._found) else _marked_part(self.ledger, self._ids, self.today)
            yield book, now or Session(self.ledger, book.plan, book.log, self.today)


class _Whole(Session):
    """A large ledger read in full: an index of it is made at the way."""

    ledger: FileLedger

    @contextmanager
    def writing(self, on_wait: Callable[[], None]) -> Iterator[tuple[Book, Session]]:
        """The ledger locked, and the session as it is now."""
        with self.ledger.writing_in_part(on_wait) as book:
            index = LedgerIndex(self.ledger)
            index.open(self.today)
            book.read()
            index.learn(Snapshot(book.plan, book.log))
            index.save()
            yield book, Session(self.ledger, book.plan, book.log, self.today)

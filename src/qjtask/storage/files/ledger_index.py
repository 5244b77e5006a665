"""The index of a ledger of files: opened, made, brought up to date, thrown away."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from qjtask.core.problem import Refused
from qjtask.core.standing.alike_works import AlikeWorks
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.files.index_file import IndexFile
from qjtask.storage.files.known_file import KnownFile
from qjtask.storage.files.lost_log import lost_log
from qjtask.storage.index.index_form import Content, Unfit
from qjtask.storage.index.indexed_plan import IndexedPlan
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.plans.snapshot import Snapshot
from qjtask.storage.texts.file_stamp import Stamp, stamp
from qjtask.storage.texts.source import decode, read_bytes

if TYPE_CHECKING:
    from qjtask.storage.index.index_making import Contents


_MOST_BEHIND = 16
"""Lines that a log may have more than the index knows that a mark leaves behind.

Whoever opens it reads these and what they are about: of a large ledger, a hundred in the time of an index.
"""


_READ_FOR_EACH = 8
"""About so many works and lines are read of each plan whose log has grown."""


class FolderIndexes:
    """The indexes of several ledgers of files, kept together for the folder that holds them all."""

    def __init__(self, ledgers: Iterable[FileLedger]) -> None:
        self._kept = IndexFile(_folder(ledgers))

    def of(self, ledger: FileLedger) -> LedgerIndex:
        """That of one of them."""
        return LedgerIndex(ledger, self._kept)

    def alike(self, known: Iterable[PlanIndex]) -> AlikeWorks:
        """The wanted works of the plans that these indexes are of, counted."""
        return self._kept.alike(known)

    def save(self) -> None:
        """Keep what was made."""
        self._kept.save()

    def forget(self) -> None:
        """Throw them away: one led to something else."""
        self._kept.forget()


def _folder(ledgers: Iterable[FileLedger]) -> Path:
    """The folder that holds all the ledgers."""
    folders = {os.path.dirname(one.files.plan_path) for one in ledgers}  # noqa: PTH120 - of hundreds of files
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # on several disks of Windows
        return Path(min(folders))


class LedgerIndex:
    """The index of one ledger, kept beside those of its folder. It never says what is shown.

    Whatever does not fit is no fault: the ledger is read in full then.
    """

    def __init__(self, ledger: FileLedger, kept: IndexFile | None = None) -> None:
        self._ledger = ledger
        self._files = ledger.files
        self._kept = kept or IndexFile(self._files.plan.parent)
        self._seen_ns = time.time_ns()
        self._is_near = False
        self._before: tuple[Stamp | None, Stamp | None] = (None, None)

    def open(self, today: date) -> IndexedPlan | None:
        """Plan and log as they are now, by the index; None where none fits, or not for that day."""
        index = self._kept.get(self._files.plan_path)
        if index is not None and not self._files.is_staged:
            with suppress(Unfit):
                found = self._as_seen(index) or self._opened(index)
                ahead = found.index.said.ahead
                if not (ahead and any(first <= today.toordinal() < end for first, end in ahead)):
                    return found
        self._before = self._stamps()
        return None

    def learn(self, found: Snapshot) -> None:
        """Make the index of what was read in full since none could be opened; none where that has changed."""
        from qjtask.storage.index.index_making import make_index  # an index is opened more often than made

        try:
            packed = make_index(self._contents(found), found, self._ledger.log_shown)
        except Unfit:
            return
        self._kept.put(self._files.plan_path, lambda: packed)

    def save(self) -> None:
        """Keep what was made."""
        self._kept.save()

    def save_where_far(self) -> None:
        """The same, but for an index that knows only a few lines more: the next who opens it reads these."""
        if not self._is_near:
            self._kept.save()

    def forget(self) -> None:
        """Throw the index away: it led to something else."""
        self._kept.forget()

    def _as_seen(self, index: PlanIndex) -> IndexedPlan | None:
        """Plan and log where their stamps alone tell that they are what they were; else None."""
        stamps = self._stamps()
        if stamps != index.stamps or not all(one and one.is_settled(index.seen_ns) for one in stamps):
            return None

        def files() -> tuple[KnownFile, KnownFile]:
            paths, known = (self._files.plan_path, self._files.log_path), (index.head.plan, index.head.log)
            plan, log = (
                KnownFile(path, one, index.seen_ns, is_looked_at=True)
                for path, one in zip(paths, known, strict=True)
            )
            return plan, log

        return IndexedPlan(index, files)

    def _opened(self, index: PlanIndex) -> IndexedPlan:
        files, head = self._files, index.head
        plan = KnownFile(files.plan_path, head.plan, head.seen_ns)
        log = KnownFile(files.log_path, head.log, head.seen_ns)
        if plan.size != head.plan.size or (not log.size and lost_log(files)):
            raise Unfit
        found = IndexedPlan(index, lambda: (plan, log))
        if log.size > head.log.size:
            from qjtask.storage.index.index_growth import grown_index  # few logs have grown

            now = grown_index(found, self._seen_ns, in_all=_READ_FOR_EACH * self._kept.made)
            self._is_near = now.head.lines - head.lines < _MOST_BEHIND
        elif all(file.is_as_seen or not file.is_settled(self._seen_ns) for file in (plan, log)):
            return found
        else:
            head = head._replace(seen_ns=self._seen_ns, plan=plan.content, log=log.content)
            now = index.under(head)
        found.check()
        self._kept.put(files.plan_path, now.packed, now)
        return IndexedPlan(now, lambda: (plan, log))

    def _contents(self, found: Snapshot) -> Contents:
        """What was read, with the stamps that it had. Unfit where it may have changed while it was read."""
        files = self._files
        try:
            data = read_bytes(files.plan, self._ledger.shown)
            is_same = decode(data, self._ledger.shown) == self._ledger.text_read
        except Refused as refused:
            raise Unfit from refused
        plan, log = self._before
        if not is_same or self._stamps() != self._before or files.is_staged:
            raise Unfit
        sizes = (plan.size if plan else 0, log.size if log else 0)
        if sizes != (len(data), len(found.log.data)) or (not log and lost_log(files)):
            raise Unfit
        from qjtask.storage.index.index_making import Contents

        return Contents(
            data,
            found.log.data,
            Content(plan, crc32(data)),
            Content(log, crc32(found.log.data)),
            self._seen_ns,
        )

    def _stamps(self) -> tuple[Stamp | None, Stamp | None]:
        return stamp(self._files.plan_path), stamp(self._files.log_path)

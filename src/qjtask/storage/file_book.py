"""A ledger of files locked, read, and written."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.log.digest import LogLine
from qjtask.core.log.entry import Entry
from qjtask.core.plan.plan import Plan
from qjtask.storage.ledger_files import LedgerFiles
from qjtask.storage.line_append import append_lines
from qjtask.storage.lock import remember
from qjtask.storage.log_file import Log, ends_whole
from qjtask.storage.log_writer import append
from qjtask.storage.update_writer import replace_plan


class FileBook:
    """A locked ledger of files, as it was when the lock was taken."""

    def __init__(self, files: LedgerFiles, plan: Plan, plan_text: str, log: Log) -> None:
        self.plan = plan
        self.plan_text = plan_text
        self.log = log
        self._locked: LedgerFiles | None = files

    def append(self, entries: Sequence[Entry]) -> None:
        """Append the entries, all or none: one write, and an fsync before this returns."""
        files = self._files()
        append(files.log, files.log_shown, entries, files.plan)
        remember(files.log)

    def append_lines(self, lines: Sequence[LogLine]) -> None:
        """Append lines as they stand in another copy of the log, all or none."""
        files = self._files()
        append_lines(
            files.log, files.log_shown, b"".join(line.text + b"\n" for line in lines), ends_whole, files.plan
        )
        remember(files.log)

    def replace_plan(self, text: str, entries: Sequence[Entry] = ()) -> None:
        """Put another plan in its place, and append the entries that go with it: both or neither."""
        files = self._files()
        replace_plan(files, self.plan_text, text, entries)
        if entries:
            remember(files.log)

    def close(self) -> None:
        """Nothing is written from here on."""
        self._locked = None

    def _files(self) -> LedgerFiles:
        if self._locked is None:
            raise RuntimeError("the ledger is no longer locked")
        return self._locked

"""A ledger of files locked, read, and written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Never

from qjtask.core.log.digest import LogLine
from qjtask.core.log.entry import Entry
from qjtask.core.plan.plan import Plan
from qjtask.storage.files.ledger_files import LedgerFiles
from qjtask.storage.files.line_append import append_lines
from qjtask.storage.files.lock import remember
from qjtask.storage.files.log_writer import append
from qjtask.storage.files.update_writer import replace_plan
from qjtask.storage.logs.log_file import Log, ends_whole

if TYPE_CHECKING:
    from qjtask.storage.index.indexed_plan import IndexedPlan


class FileBook:
    """A locked ledger of files, as it was when the lock was taken; it is read before it is written."""

    def __init__(
        self,
        files: LedgerFiles,
        text: Callable[[], str],
        parsed: Callable[[str], Plan],
        log: Callable[[], Log],
    ) -> None:
        self._locked: LedgerFiles | None = files
        self._text = text
        self._parsed = parsed
        self._log = log

    def read(self) -> None:
        """Read all of it now. Refused when it cannot be read."""
        _ = self.log, self.plan

    def is_as(self, found: IndexedPlan) -> bool:
        """Whether the ledger still is what was looked at."""
        from qjtask.storage.index.index_form import Unfit  # whoever asks has it

        try:
            found.check()
        except Unfit:
            return False
        return True

    @cached_property
    def plan(self) -> Plan:
        """The plan."""
        return self._parsed(self.plan_text)

    @cached_property
    def plan_text(self) -> str:
        """The plan's YAML, as a person wrote it."""
        self._files()
        return self._text()

    @cached_property
    def log(self) -> Log:
        """The log."""
        self._files()
        return self._log()

    def append(self, entries: Sequence[Entry]) -> None:
        """Append the entries, all or none: one write, and an fsync before this returns."""
        files = self._to_write()
        append(files.log, files.log_shown, entries, files.plan)
        remember(files.log)

    def append_lines(self, lines: Sequence[LogLine]) -> None:
        """Append lines as they stand in another copy of the log, all or none."""
        files = self._to_write()
        append_lines(
            files.log, files.log_shown, b"".join(line.text + b"\n" for line in lines), ends_whole, files.plan
        )
        remember(files.log)

    def replace_plan(self, text: str, entries: Sequence[Entry] = ()) -> None:
        """Put another plan in its place, and append the entries that go with it: both or neither."""
        before, files = self.plan_text, self._to_write()
        replace_plan(files, before, text, entries)
        if entries:
            remember(files.log)

    def close(self) -> None:
        """Nothing is written from here on."""
        self._locked = None

    def _to_write(self) -> LedgerFiles:
        """The files; what was not read of them before cannot be read any more as it was."""
        self._text = self._log = _too_late
        return self._files()

    def _files(self) -> LedgerFiles:
        if self._locked is None:
            raise RuntimeError("the ledger is no longer locked")
        return self._locked


def _too_late() -> Never:
    raise RuntimeError("the ledger has been written meanwhile")

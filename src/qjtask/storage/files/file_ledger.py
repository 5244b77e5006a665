"""A ledger of files: tasks.yaml, its log, and what lies beside them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.core.plan.plan import Plan
from qjtask.core.problem import Problem, refuse
from qjtask.storage.files.ledger_files import beside_log, ledger_files
from qjtask.storage.files.lost_log import lost_log
from qjtask.storage.logs.log_bytes import is_within_reach
from qjtask.storage.logs.log_file import Log, load_log
from qjtask.storage.plans.plan_file import parse_plan
from qjtask.storage.plans.snapshot import Snapshot
from qjtask.storage.texts.source import read_text

if TYPE_CHECKING:
    from qjtask.storage.files.file_book import FileBook
    from qjtask.storage.files.side_file import SideFile
    from qjtask.storage.files.staged_update import StagedUpdate
    from qjtask.storage.ledger import SideKind

_TRIES = 20
"""How often a reader begins again because the plan was replaced under it."""


class FileLedger:
    """The ledger of the plan at `path`; messages name files as seen from `folder`.

    A link to a plan is that plan: log, lock and what else belongs to it stand beside the real file, at its
    `real_path`.
    """

    def __init__(
        self, path: Path | str, folder: Path, real_path: Callable[[Path | str], str] = os.path.realpath
    ) -> None:
        self.files = ledger_files(path, folder, real_path)
        self._last: tuple[str, Plan] | None = None

    @property
    def shown(self) -> str:
        """How messages name the plan."""
        return self.files.shown

    @property
    def log_shown(self) -> str:
        """How messages name the log."""
        return self.files.log_shown

    @property
    def folder(self) -> Path:
        """Where the files stand."""
        return self.files.plan.parent

    @property
    def size(self) -> int:
        """The bytes of plan and log."""
        stamps = _stamp(self.files.plan), _stamp(self.files.log)
        return sum(found[-1] for found in stamps if found)

    @property
    def text_read(self) -> str:
        """The plan's text as it was read last."""
        return self._last[0] if self._last else ""

    @property
    def reporter(self) -> None:
        """Anybody may be named."""

    def plan(self) -> Plan:
        """The plan as it is on disk now. Refused with every fault."""
        if self.files.is_staged:
            return self.read().plan
        return self._parsed(self._text())

    def log(self) -> Log:
        """The log as it is on disk now. Refused when it cannot be had."""
        loss = lost_log(self.files)
        log = load_log(self.files.log, self.files.log_shown)
        return log._replace(problems=(*log.problems, loss)) if loss else log

    def read(self) -> Snapshot:
        """Plan and log of one moment, without waiting for writers.

        A plan that was replaced meanwhile is another file. Replaced twice it may look the same, but
        then the log has grown; that alone, which others may keep doing, does not keep a reader for ever.
        """
        plan, log_file = self.files.plan, self.files.log
        for attempt in range(_TRIES):
            before, log_before = _stamp(plan), _stamp(log_file)
            text, log = self._text(), self.log()
            update = self._staged()
            is_quiet = _stamp(log_file) == log_before or attempt >= _TRIES // 2
            if not is_quiet or _stamp(plan) != before:
                continue
            if update and update.counts(log):
                update.check_replaces(text, self.files)
                text, log = update.text, log._replace(entries=(*log.entries, *update.missing(log)))
            return Snapshot(self._parsed(text), log)
        raise refuse(self.shown, "计划一直在被改写，读不到完整的一份", "请稍后再试")

    def _staged(self) -> StagedUpdate | None:
        """A new plan that waits for its entries, as seldom one does."""
        if not self.files.is_staged:
            return None
        from qjtask.storage.files.staged_update import staged_update

        return staged_update(self.files)

    def is_log(self, path: Path) -> bool:
        """Whether a file is the ledger's own log."""
        return self.files.log.exists() and path.samefile(self.files.log)

    def stray_copies(self, log: Log) -> list[Problem]:
        """The copies of the log beside it that hold what `log` lacks, as doubts."""
        from qjtask.storage.logs.copies import copy_doubts

        return copy_doubts(self.files.log, self.files.log_shown, log)

    def side(self, kind: SideKind) -> SideFile:
        """The file of a kind that belongs to the plan, as contacts.yaml; it need not be there."""
        from qjtask.storage.files.side_file import SideFile

        log = self.files.log
        path = log.with_name(beside_log(log.name, kind))
        return SideFile(path, beside_log(self.files.log_shown, kind), self.files.plan)

    @contextmanager
    def writing(self, on_wait: Callable[[], None]) -> Iterator[FileBook]:
        """Lock the ledger, finish what a writer that died had begun, and read it."""
        with self.writing_in_part(on_wait) as book:
            book.read()
            yield book

    @contextmanager
    def writing_in_part(self, on_wait: Callable[[], None]) -> Iterator[FileBook]:
        """The same for who knows by an index what is wanted of it: all is read only when it is asked for."""
        from qjtask.storage.files.file_book import FileBook
        from qjtask.storage.files.lock import locked
        from qjtask.storage.files.update_writer import clear, finish

        files = self.files
        is_within_reach(files.log, files.log_shown)  # or no lock is made for it
        with locked(files.log, files.log_shown, on_wait, files.plan):
            if files.is_staged:
                finish(files, self.log(), self._text())
            else:
                clear(files)
            book = FileBook(files, self._text, self._parsed, self.log)
            try:
                yield book
            finally:
                book.close()

    def _text(self) -> str:
        return read_text(self.files.plan, self.files.shown)

    def _parsed(self, text: str) -> Plan:
        """The plan that a text is: the one read last, where nothing has changed."""
        if self._last is None or self._last[0] != text:
            self._last = text, parse_plan(text, self.files.shown)
        return self._last[1]


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What tells a file from what it was, or what took its place; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size

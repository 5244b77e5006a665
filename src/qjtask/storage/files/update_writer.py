"""A new plan and the entries that go with it, written: both or neither, whatever happens in between."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from qjtask.core.log.entry import Entry
from qjtask.storage.files.file_writer import rename, stage
from qjtask.storage.files.ledger_files import LedgerFiles
from qjtask.storage.files.line_append import cut_off
from qjtask.storage.files.log_writer import append, entry_lines
from qjtask.storage.files.staged_update import StagedUpdate, head_line, staged_update
from qjtask.storage.logs.log_file import Log, load_log


def replace_plan(files: LedgerFiles, old: str, new: str, entries: Sequence[Entry]) -> None:
    """Put the `new` plan in the place of the `old` one, its entries into the log; the lock is held.

    Refused, with neither changed, when the disk does not take them.
    """
    lines = entry_lines(entries)
    try:
        stage(files.staged, files.plan, files.shown, new)
        if entries:
            stage(files.unnamed, files.plan, files.shown, head_line(old) + lines)
            rename(files.unnamed, files.going_with_it, files.shown)
            append(files.log, files.log_shown, entries, files.plan)
        rename(files.staged, files.plan, files.shown)
    except BaseException:  # Ctrl-C too
        if files.staged.exists():
            cut_off(files.log, lines)
            if not StagedUpdate(new, tuple(entries), "").counts(load_log(files.log, files.log_shown)):
                clear(files)
        raise
    clear(files)


def finish(files: LedgerFiles, log: Log, plan_text: str) -> bool:
    """Finish an update that was begun, or throw it away; the lock is held. Whether anything changed."""
    update = staged_update(files)
    if update is None or not update.counts(log):
        clear(files)
        return False
    update.check_replaces(plan_text, files)
    missing = update.missing(log)
    if missing:
        append(files.log, files.log_shown, missing, files.plan)
    rename(files.staged, files.plan, files.shown)
    clear(files)
    return True


def clear(files: LedgerFiles) -> None:
    """Remove what an update leaves beside the plan. The entries go first: without them nothing counts."""
    for path in (files.going_with_it, files.unnamed, files.staged):
        with suppress(OSError):
            path.unlink()

"""A log that is no longer there, or was emptied, though something was written to it."""

from __future__ import annotations

from qjtask.core.problem import Problem
from qjtask.storage.files.ledger_files import LedgerFiles, lock_of, was_written


def lost_log(files: LedgerFiles) -> Problem | None:
    """A fault where the lock remembers that there was more than there is; None where all is well.

    Who deletes the lock too begins anew.
    """
    try:
        if files.log.stat().st_size:
            return None
        what = "记录文件是空的"
    except OSError:
        what = "记录文件不见了"
    told = f"{what}，可是以前登记过，现在都没有计入"
    fix = f"请从备份恢复；确要从头记起，请删去 {lock_of(files.log).name}"
    return Problem(files.log_shown, told, fix) if was_written(files.log) else None

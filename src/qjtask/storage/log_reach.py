"""Whether the log can be had at all: one that is out of reach is not an empty one."""

from __future__ import annotations

import os
import stat

from qjtask.core.problem import Problem, Refused, refuse, system_reason
from qjtask.storage.ledger_files import LedgerFiles, lock_of


def log_within_reach(files: LedgerFiles) -> Problem | None:
    """Refused when the log is out of reach, or no file; a fault when it is gone or was emptied."""
    try:
        is_link = stat.S_ISLNK(files.log.lstat().st_mode)
    except FileNotFoundError:
        return _lost(files, "记录文件不见了")
    except OSError as error:
        raise _out_of_reach(files, system_reason(error)) from error
    try:
        found = files.log.stat()
    except OSError as error:
        to = f"它是指向 {os.readlink(files.log)} 的链接，" if is_link else ""  # noqa: PTH115 - as it is written
        raise _out_of_reach(files, f"{to}{system_reason(error)}") from error
    if not stat.S_ISREG(found.st_mode):
        told = "记录不是普通文件（是文件夹、管道或设备）"
        raise refuse(files.log_shown, told, "请把它移走，再从备份恢复记录")
    return _lost(files, "记录文件是空的") if found.st_size == 0 else None


def _lost(files: LedgerFiles, what: str) -> Problem | None:
    """A fault where the lock remembers that something was written to the log."""
    try:
        was_written = lock_of(files.log).stat().st_size > 0
    except OSError:
        return None
    fix = f"请从备份恢复；确要从头记起，请删去 {lock_of(files.log).name}"
    told = f"{what}，可是以前登记过，现在都没有计入"
    return Problem(files.log_shown, told, fix) if was_written else None


def _out_of_reach(files: LedgerFiles, reason: str) -> Refused:
    fix = "请接通共享盘，或改好链接，再试；不能当作没有记录"
    return refuse(files.log_shown, f"够不到记录：{reason}", fix)

"""The lock that a writer holds: a file beside the one that is written, which the system frees by itself."""

from __future__ import annotations

import errno
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.core.problem import Problem, Refused, refuse, system_reason
from qjtask.storage.files.file_rights import may_not_write, share_like
from qjtask.storage.files.ledger_files import lock_of, was_written
from qjtask.storage.files.line_append import not_written

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 30.0
"""Seconds that a writer waits for another before it gives up."""

_BEYOND = 8  # Windows lets nobody write where the lock is, at the file's beginning

_LOCKLESS = frozenset((errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK, errno.EINVAL))
"""What disks without file locks answer."""


@contextmanager
def locked(file: Path, shown: str, on_wait: Callable[[], None], model: Path | None = None) -> Iterator[None]:
    """Hold the lock of `file`, be it reached by a link or not; killing the holder frees it.

    A lock file that is new gets the rights of `model`. `on_wait` is called once when another process
    holds it. Refused after PATIENCE seconds, where the disk knows no locks, and when the folder went
    meanwhile, which filelock would make anew.
    """
    from filelock import FileLock  # 14 ms, for writers only

    path = lock_of(file)
    with ExitStack() as held:
        try:
            is_same = held.enter_context(_watched(path.parent))
        except OSError as error:
            raise _gone(shown) from error
        _made(path, model)
        is_known = was_written(file)
        lock = FileLock(path)
        try:
            _acquire(lock, shown, on_wait)
        except PermissionError as error:
            raise Refused(_denied(path, file, shown)) from error
        except OSError as error:
            raise _not_locked(error, path, f"{shown}.lock") from error
        except (NotImplementedError, UserWarning) as error:  # filelock's words for a missing flock
            raise _no_lock("这个系统不支持", f"{shown}.lock") from error
        held.callback(lock.release)
        if not is_same():
            raise _gone(shown)
        if is_known:
            remember(file)  # older versions of filelock empty the file
        yield


def _made(path: Path, model: Path | None) -> None:
    """Make the lock file before it is locked, so that whoever may write the plan may lock too."""
    if model is None or path.exists():
        return
    with suppress(OSError):  # filelock will say why
        path.touch(exist_ok=False)
        share_like(path, model)


def remember(file: Path) -> None:
    """Let the lock of `file` say that something was written; the caller holds it. A size is enough."""
    path = lock_of(file)
    with suppress(OSError):
        if path.stat().st_size == 0:
            with path.open("r+b") as lock:
                lock.seek(_BEYOND)
                lock.write(b"\n")


def _acquire(lock: BaseFileLock, shown: str, on_wait: Callable[[], None]) -> None:
    from filelock import Timeout

    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # a lock that is none: others do not heed it
        try:
            try:
                lock.acquire(timeout=0)
            except Timeout:
                on_wait()
                lock.acquire(timeout=PATIENCE)
        except Timeout as error:
            told = f"另一个 qjtask 占用记录超过 {PATIENCE:g} 秒，什么也没有写入"
            raise refuse(shown, told, "请稍后再试，或关闭占用它的程序") from error


@contextmanager
def _watched(folder: Path) -> Iterator[Callable[[], bool]]:
    """Gives whether a folder is still the same: kept open, it keeps its number from any in its place."""
    fd = None if os.name == "nt" else os.open(folder, getattr(os, "O_PATH", os.O_RDONLY))
    before = folder.stat()

    def is_same() -> bool:
        with suppress(OSError):
            return os.path.samestat(before, folder.stat())
        return False

    try:
        yield is_same
    finally:
        if fd is not None:
            os.close(fd)


def _gone(shown: str) -> Refused:
    return refuse(shown, "记录所在的文件夹不存在了，或被换掉了，什么也没有写入", "请恢复文件夹后再试")


def _denied(lock: Path, file: Path, shown: str) -> list[Problem]:
    """What keeps somebody from the lock; and from the file itself, who would meet it next."""
    found = [may_not_write(lock, f"{shown}.lock")]
    if file.exists() and not os.access(file, os.W_OK):
        found.append(may_not_write(file, shown))
    return found


def _not_locked(error: OSError, lock: Path, shown: str) -> Refused:
    if error.errno in _LOCKLESS:
        return _no_lock(system_reason(error), shown)
    return not_written(error, lock, shown)


def _no_lock(reason: str, shown: str) -> Refused:
    told = f"锁文件加不上锁（{reason}），两个人同时写会乱，所以什么也没有写入"
    return refuse(shown, told, "请把台账放到本机磁盘，或支持文件锁的共享盘")

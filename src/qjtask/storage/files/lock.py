"""The lock that a writer holds: a file beside the one that is written, which the system frees by itself."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from qjtask.core.problem import Problem, Refused, refuse, system_reason
from qjtask.storage.files.file_rights import may_not_write
from qjtask.storage.files.ledger_files import lock_of
from qjtask.storage.files.line_append import not_written, open_or_make

PATIENCE = 30.0
"""Seconds that a writer waits for another before it gives up."""

_PAUSE = 0.05
"""Seconds between two tries: the system's own wait has no end."""

_BEYOND = 8  # Windows lets nobody write where the lock is, at the file's beginning

_HELD = frozenset((errno.EAGAIN, errno.EACCES))
"""What the system answers where another holds the lock; the second on Windows, and on some network disks."""

_LOCKLESS = frozenset((errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK, errno.EINVAL))
"""What disks without file locks answer."""


@contextmanager
def locked(file: Path, shown: str, on_wait: Callable[[], None], model: Path | None = None) -> Iterator[None]:
    """Hold the lock of `file`, be it reached by a link or not; killing the holder frees it.

    A lock file that is new gets the rights of `model`. `on_wait` is called once when another process
    holds it. Refused after PATIENCE seconds, where the disk knows no locks, and when the folder went
    meanwhile.
    """
    path = lock_of(file)
    with ExitStack() as held:
        try:
            is_same = held.enter_context(_watched(path.parent))
        except OSError as error:
            raise _gone(shown) from error
        try:
            held.callback(_let_go, _taken(path, shown, on_wait, model))
        except PermissionError as error:
            raise Refused(_denied(path, file, shown)) from error
        except OSError as error:
            raise _not_locked(error, path, f"{shown}.lock") from error
        if not is_same():
            raise _gone(shown)
        yield


def remember(file: Path) -> None:
    """Let the lock of `file` say that something was written; the caller holds it. A size is enough."""
    path = lock_of(file)
    with suppress(OSError):
        if path.stat().st_size == 0:
            with path.open("r+b") as lock:
                lock.seek(_BEYOND)
                lock.write(b"\n")


def _taken(path: Path, shown: str, on_wait: Callable[[], None], model: Path | None) -> int:
    """The lock file, open and locked until it is closed."""
    lock = _tried(path, model)
    if lock is None:
        on_wait()
        until = monotonic() + PATIENCE
        while (lock := _tried(path, model)) is None:
            if monotonic() > until:
                told = f"另一个 qjtask 占用记录超过 {PATIENCE:g} 秒，什么也没有写入"
                raise refuse(shown, told, "请稍后再试，或关闭占用它的程序")
            sleep(_PAUSE)
    return lock


def _tried(path: Path, model: Path | None) -> int | None:
    """The same, None where another holds it; a file that was lost meanwhile locks nobody out."""
    lock = open_or_make(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), model)
    try:
        if _is_locked(lock) and _is_there(lock, path):
            return lock
    except BaseException:
        os.close(lock)
        raise
    os.close(lock)
    return None


def _is_locked(lock: int) -> bool:
    """Lock an open file now; False where another holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # for writers only

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _HELD:
            raise
        return False
    return True


def _let_go(lock: int) -> None:
    """Free a lock; of one that is only closed Windows says that it may take its time."""
    if sys.platform == "win32":
        import msvcrt

        with suppress(OSError):
            msvcrt.locking(lock, msvcrt.LK_UNLCK, 1)
    os.close(lock)


def _is_there(lock: int, path: Path) -> bool:
    """Whether an open file is the one at a path, neither removed nor set aside; Windows allows neither."""
    with suppress(FileNotFoundError):
        return os.name == "nt" or os.path.samestat(os.fstat(lock), path.lstat())
    return False


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

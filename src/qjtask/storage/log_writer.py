"""The progress log written: lock, one append, fsync. What was acknowledged is on disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.core.log.entry import Entry
from qjtask.core.problem import Refused, refuse
from qjtask.storage.entry_line import format_entry
from qjtask.storage.line_append import append_lines, not_written

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 30.0
"""Seconds that a writer waits for another before it gives up."""


@contextmanager
def locked(log: Path, shown: str, on_wait: Callable[[], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the log's lock: a file beside it, which the system frees even when the holder is killed.

    `on_wait` is called once when another process holds it. Refused after `patience` seconds, and
    when the folder went meanwhile, which filelock would make anew.
    """
    from filelock import FileLock  # 14 ms, for writers only

    with ExitStack() as held:
        try:
            is_same = held.enter_context(_watched(log.parent))
        except OSError as error:
            raise _gone(shown) from error
        lock = FileLock(log.with_name(log.name + ".lock"))
        _acquire(lock, shown, on_wait, patience)
        held.callback(lock.release)
        if not is_same():
            raise _gone(shown)
        yield


def _acquire(lock: BaseFileLock, shown: str, on_wait: Callable[[], None], patience: float) -> None:
    from filelock import Timeout

    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            on_wait()
            lock.acquire(timeout=patience)
    except Timeout as error:
        told = f"另一个 qjtask 占用记录超过 {patience:g} 秒，什么也没有写入"
        raise refuse(shown, told, "请稍后再试，或关闭占用它的程序") from error
    except OSError as error:
        raise not_written(error, shown) from error


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


def append(log: Path, shown: str, entries: Sequence[Entry]) -> None:
    """Append entries under the lock, with one write and an fsync; all or none.

    Refused, with the file as it was, when the disk does not take them.
    """
    append_lines(log, shown, "".join(format_entry(entry) + "\n" for entry in entries).encode())

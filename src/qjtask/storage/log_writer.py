"""The progress log written: lock, one append, fsync. What was acknowledged is on disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from qjtask.core.entry import Entry
from qjtask.core.problem import Refused, refuse
from qjtask.storage.log_file import FENCE, format_entry

PATIENCE = 30.0
"""Seconds that a writer waits for another before it gives up."""

_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EFBIG: "文件大小超过系统限制",
    errno.EROFS: "文件系统是只读的",
    errno.EACCES: "没有写入权限",
    errno.EPERM: "没有写入权限",
    errno.ENOENT: "文件夹不存在了",
    errno.EIO: "磁盘读写出错",
}


@contextmanager
def locked(log: Path, shown: str, on_wait: Callable[[], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the log's lock: a file beside it, which the system frees even when the holder is killed.

    `on_wait` is called once when another process holds it. Refused after `patience` seconds.
    """
    from filelock import FileLock, Timeout  # 14 ms, for writers only

    if not log.parent.is_dir():
        raise refuse(shown, "记录所在的文件夹不存在了，什么也没有写入", "请恢复文件夹后再试")
    lock = FileLock(log.with_name(log.name + ".lock"))
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
        raise _not_written(error, shown) from error
    try:
        yield
    finally:
        lock.release()


def append(log: Path, shown: str, entries: Sequence[Entry]) -> None:
    """Append entries under the lock, with one write and an fsync; all or none.

    A last line that lacks its newline is fenced off first, its bytes kept. Refused, with the file
    as it was, when the disk does not take them.
    """
    lines = "".join(format_entry(entry) + "\n" for entry in entries).encode()
    is_new = not log.exists()
    try:
        fd = os.open(log, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise _not_written(error, shown) from error
    try:
        size = os.fstat(fd).st_size
        try:
            _write(fd, _fence(fd, size) + lines)
            if is_new:
                sync_folder(log.parent)
        except OSError as error:
            with suppress(OSError):  # what cannot be cut off was never acknowledged: the next writer fences it
                os.ftruncate(fd, size)
            raise _not_written(error, shown) from error
    finally:
        os.close(fd)


def _fence(fd: int, size: int) -> bytes:
    if size == 0:
        return b""
    os.lseek(fd, size - 1, os.SEEK_SET)
    return b"" if os.read(fd, 1) == b"\n" else FENCE + b"\n"


def _write(fd: int, data: bytes) -> None:
    if os.write(fd, data) < len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(fd)


def sync_folder(folder: Path) -> None:
    """Make a new file's name last too; Windows keeps no open folders and needs none."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _not_written(error: OSError, shown: str) -> Refused:
    return refuse(shown, f"没有写入：{reason_of(error)}", "什么也没有记下，请处理后再试")


def reason_of(error: OSError) -> str:
    """Why a disk took nothing, in Chinese where the reason is a usual one."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))

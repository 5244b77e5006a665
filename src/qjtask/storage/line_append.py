"""Lines appended to a log with one write and an fsync; all or none."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from qjtask.core.problem import Refused, refuse, system_reason
from qjtask.storage.log_file import FENCE, ends_whole


def append_lines(log: Path, shown: str, lines: bytes) -> None:
    """Append whole lines; the caller holds the lock.

    A last line that lacks its line end is given it; one that is not whole is fenced off, its bytes kept.
    Refused, with the file as it was, when the disk does not take them.
    """
    is_new = not os.path.lexists(log)
    try:
        fd = os.open(log, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise not_written(error, shown) from error
    try:
        size = os.fstat(fd).st_size
        try:
            _write(fd, _line_end(fd, size) + lines)
            if is_new:
                sync_folder(log.parent)
        except OSError as error:
            _take_back(fd, size)
            if is_new:
                with suppress(OSError):
                    log.unlink()
            raise not_written(error, shown) from error
    finally:
        os.close(fd)


def _line_end(fd: int, size: int) -> bytes:
    """What the last line lacks."""
    if size == 0:
        return b""
    os.lseek(fd, size - 1, os.SEEK_SET)
    if os.read(fd, 1) in {b"\n", b"\r"}:
        return b""
    with os.fdopen(os.dup(fd), "rb") as file:
        file.seek(0)
        return b"\n" if ends_whole(file.read()) else FENCE + b"\n"


def _write(fd: int, data: bytes) -> None:
    """Write and fsync. A write that is cut short is tried on: the next one tells the reason."""
    while data:
        data = data[os.write(fd, data) :]
    os.fsync(fd)


def _take_back(fd: int, size: int) -> None:
    """Cut off what a failed write left. What cannot be cut off was never acknowledged, and fenced later."""
    with suppress(OSError):
        os.ftruncate(fd, size)
        os.fsync(fd)


def sync_folder(folder: Path) -> None:
    """Make a new file's name last too, where a folder can be synced: not on Windows or some network disks."""
    if os.name == "nt":
        return
    try:
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EACCES}:
            raise


def not_written(error: OSError, shown: str) -> Refused:
    """The refusal of a write that the disk did not take."""
    return refuse(shown, f"没有写入：{system_reason(error)}", "什么也没有记下，请处理后再试")

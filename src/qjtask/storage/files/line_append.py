"""Lines appended to a log with one write and an fsync; all or none."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from qjtask.core.problem import Refused, refuse, system_reason
from qjtask.storage.files.file_rights import is_denied, may_not_write, share_like
from qjtask.storage.logs.log_file import FENCE

_BLOCK = 64 * 1024
_BLANK = b"\xef\xbb\xbf \t\r"  # with the byte-order mark


def append_lines(
    log: Path, shown: str, lines: bytes, is_whole: Callable[[bytes], bool], model: Path | None = None
) -> None:
    """Append whole lines; the caller holds the lock.

    A last entry that lacks its newline gets one, when it `is_whole`; otherwise it is fenced off, its
    bytes kept. A new log is made with the rights of `model`. Refused, with the file as it was, when
    the disk does not take the lines.
    """
    is_new = not os.path.lexists(log)
    try:
        fd = open_or_make(log, os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0), model)
    except OSError as error:
        raise not_written(error, log, shown) from error
    try:
        size = os.fstat(fd).st_size
        data = line_end(_last_entry(fd, size), is_whole) + lines
        try:
            _write(fd, data)
            if is_new:
                sync_folder(log.parent)
        except BaseException as error:  # Ctrl-C too leaves nothing that was not acknowledged
            _take_back(log, size, data, is_new=is_new)
            if isinstance(error, OSError):
                raise not_written(error, log, shown) from error
            raise
    finally:
        os.close(fd)


def open_or_make(path: Path, flags: int, model: Path | None) -> int:
    """A file opened, made with the rights of `model` where there is none.

    O_CREAT on one that is there is refused in a sticky folder.
    """
    with suppress(FileNotFoundError):
        return os.open(path, flags)
    fd = os.open(path, flags | os.O_CREAT, 0o666)
    if model:
        share_like(fd, model)
    return fd


def line_end(last: bytes, is_whole: Callable[[bytes], bool]) -> bytes:
    """What the last line lacks: nothing, its newline, or the fence of a line that is torn.

    `last` are a log's bytes from where its last entry begins.
    """
    if not last or last.endswith(b"\n"):
        return b""
    line = last.rpartition(b"\n")[2].strip(_BLANK)
    is_entry = line and not line.startswith(b"#")
    return FENCE + b"\n" if is_entry and not is_whole(last) else b"\n"


def _last_entry(fd: int, size: int) -> bytes:
    """The bytes from where the last entry begins; of a file that ends in a newline, that newline alone."""
    found, start = b"", size
    while start > 0:
        step = min(max(_BLOCK, len(found)), start)
        start -= step
        os.lseek(fd, start, os.SEEK_SET)
        found = os.read(fd, step) + found
        last = last_entry_of(found)
        if last is not found:
            return last
    return found


def last_entry_of(data: bytes) -> bytes:
    """The bytes from where the last entry of a log begins; all of them where no entry is seen to begin."""
    if data.endswith(b"\n"):
        return b"\n"
    begins = data.rfind(b"\n- ")
    return data[begins + 1 :] if begins >= 0 else data


def _write(fd: int, data: bytes) -> None:
    """Write and fsync. A write that is cut short is tried on: the next one tells the reason."""
    while data:
        data = data[os.write(fd, data) :]
    os.fsync(fd)


def _take_back(log: Path, size: int, data: bytes, *, is_new: bool) -> None:
    """Cut off what stands after `size`, if that is the beginning of `data` and nothing else.

    Whatever another has appended meanwhile stays. What cannot be cut off was never acknowledged, and
    is fenced later.
    """
    with suppress(OSError), log.open("r+b") as file:
        file.seek(size)
        if data.startswith(file.read(len(data) + 1)):
            _cut(file, size)
            if is_new:
                log.unlink()


def cut_off(log: Path, lines: bytes) -> None:
    """Take back whole lines, if they stand at the log's end; the caller holds the lock."""
    with suppress(OSError), log.open("r+b") as file:
        size = file.seek(0, os.SEEK_END) - len(lines)
        if size >= 0 and file.seek(size) == size and file.read() == lines:
            _cut(file, size)
            if size == 0:
                log.unlink()


def _cut(file: BinaryIO, size: int) -> None:
    file.truncate(size)
    with suppress(OSError):
        os.fsync(file.fileno())


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


def not_written(error: OSError, path: Path, shown: str) -> Refused:
    """The refusal of a write that the disk did not take."""
    if is_denied(error):
        return Refused([may_not_write(path, shown)])
    return refuse(shown, f"没有写入：{system_reason(error)}", "什么也没有记下，请处理后再试")

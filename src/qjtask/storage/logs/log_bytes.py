"""The log's bytes had from wherever its path leads: what cannot be reached is no empty log."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from qjtask.core.problem import Refused, refuse, system_reason

_NOT_EMPTY = "请接通共享盘、改好链接或恢复文件再试；读不到的记录不能当作没有登记过"


def read_log_bytes(path: Path, shown: str) -> bytes:
    """The bytes of the log, however many; none where there is no log yet.

    Refused when it cannot be had, as `is_within_reach` is.
    """
    if not is_within_reach(path, shown):
        return b""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            return file.read()
    except OSError as error:
        raise _unreachable(error, shown) from error


def is_within_reach(path: Path, shown: str) -> bool:
    """Whether there is a log at `path`, which may be read.

    Refused when a link leads nowhere, a share is away, or the path names a pipe or a device, which are
    never opened: reading one may wait for ever.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        if path.is_symlink():  # no mere presence: another writer may make the log in this very moment
            told = f"这是一个链接，它指向的 {path.readlink()} 现在没有"
            raise refuse(shown, told, _NOT_EMPTY) from error
        return False
    except OSError as error:
        raise _unreachable(error, shown) from error
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise refuse(shown, "这是管道或设备，不是记录文件", _NOT_EMPTY)
    return True


def _without_waiting(name: str, flags: int) -> int:
    """Open a file so that a pipe that took its place in this moment does not hold the program up."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _unreachable(error: OSError, shown: str) -> Refused:
    return refuse(shown, f"打不开记录文件（{system_reason(error)}）", _NOT_EMPTY)

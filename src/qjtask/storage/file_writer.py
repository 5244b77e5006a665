"""A file written: whole or not at all, and never over one that nobody agreed to lose."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from qjtask.core.problem import Refused, refuse, system_reason
from qjtask.storage.line_append import sync_folder

_USUAL = 0o666


Content = str | bytes | Callable[[BinaryIO], None]
"""Text, bytes, or what writes them into the file it is given."""

_OTHER_NAME = "要更新计划请加 --update，要另存请用 -o 换一个名字"


def create(path: Path, shown: str, content: Content, instead: str = _OTHER_NAME) -> None:
    """Write a file that is not there yet. Refused when it is there, or the disk does not take it.

    `instead` says what to do about one that is there.
    """
    if path.exists():
        raise _is_there(shown, instead)
    made = _written_beside(path, shown, content, _usual_mode())
    try:
        os.link(made, path)  # unlike a rename, this fails when another has made the file meanwhile
    except FileExistsError as error:
        raise _is_there(shown, instead) from error
    except OSError:  # a disk without hard links
        _renamed(made, path, shown)
    finally:
        with suppress(OSError):
            made.unlink()
    with suppress(OSError):
        sync_folder(path.parent)


def replace(path: Path, shown: str, content: Content) -> None:
    """Write over a file, which keeps its mode; whoever reads meanwhile sees the old one or the new one."""
    target = path.resolve()  # a link goes on pointing where it did
    try:
        mode = target.stat().st_mode & 0o7777
    except OSError as error:
        raise _refused(shown, error) from error
    made = _written_beside(target, shown, content, mode)
    _renamed(made, target, shown)
    with suppress(OSError):
        sync_folder(target.parent)


def _written_beside(path: Path, shown: str, content: Content, mode: int) -> Path:
    """The content in a new file of the same folder, safe on disk."""
    made = path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")
    try:
        fd = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(fd, "wb") as file:
            if isinstance(content, str):
                file.write(content.encode("utf-8", "replace"))
            elif isinstance(content, bytes):
                file.write(content)
            else:
                content(file)
            file.flush()
            os.fsync(fd)
        made.chmod(mode)
    except BaseException as error:  # Ctrl-C too leaves nothing behind
        with suppress(OSError):
            made.unlink()
        if isinstance(error, OSError):
            raise _refused(shown, error) from error
        raise
    return made


def _renamed(made: Path, path: Path, shown: str) -> None:
    try:
        made.replace(path)
    except OSError as error:
        with suppress(OSError):
            made.unlink()
        raise _refused(shown, error) from error


def _usual_mode() -> int:
    """What a new file's mode is here. The mask can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return _USUAL & ~mask


def _is_there(shown: str, instead: str) -> Refused:
    return refuse(shown, "这里已经有文件了，没有改动", instead)


def _refused(shown: str, error: OSError) -> Refused:
    return refuse(shown, f"没有写入：{system_reason(error)}", "原来的文件没有改动，请处理后再试")

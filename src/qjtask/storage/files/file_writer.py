"""A file written: whole or not at all, and never over one that nobody agreed to lose."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from qjtask.core.problem import Refused, refuse, system_reason
from qjtask.storage.files.file_rights import is_denied, may_not_write
from qjtask.storage.files.line_append import sync_folder

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
    made = _beside(path)
    _write(made, path, shown, content, None)
    try:
        os.link(made, path)  # unlike a rename, this fails when another has made the file meanwhile
    except FileExistsError as error:
        raise _is_there(shown, instead) from error
    except OSError:  # a disk without hard links
        _moved_to_a_free_name(made, path, shown, instead)
    finally:
        with suppress(OSError):
            made.unlink()
    with suppress(OSError):
        sync_folder(path.parent)


def replace(path: Path, shown: str, content: Content) -> None:
    """Write over a file, which keeps its mode; whoever reads meanwhile sees the old one or the new one."""
    target = path.resolve()  # a link goes on pointing where it did
    made = _beside(target)
    try:
        stage(made, target, shown, content)
        rename(made, target, shown)
    finally:
        with suppress(OSError):  # where it has not got its name
            made.unlink()


def stage(made: Path, path: Path, shown: str, content: Content) -> None:
    """Write a new file with mode and group of the one at `path`, safe on disk. Refused, with none left."""
    try:
        rights = path.stat()
    except OSError as error:
        raise _refused(path, shown, error) from error
    _write(made, path, shown, content, rights)


def rename(made: Path, path: Path, shown: str) -> None:
    """Let a file written beside another take its place, or its name. Refused, with neither changed."""
    try:
        made.replace(path)
    except OSError as error:
        raise _refused(path, shown, error) from error
    with suppress(OSError):
        sync_folder(path.parent)


def _beside(path: Path) -> Path:
    """A name in the same folder that nobody has."""
    return path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")


def _write(made: Path, path: Path, shown: str, content: Content, rights: os.stat_result | None) -> None:
    """The content in a new file, safe on disk; refusals are told of the one at `path`."""
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
        _share(made, rights)
    except BaseException as error:  # Ctrl-C too leaves nothing behind
        with suppress(OSError):
            made.unlink()
        if isinstance(error, OSError):
            raise _refused(path, shown, error) from error
        raise


def _share(made: Path, rights: os.stat_result | None) -> None:
    if rights and os.name != "nt" and made.stat().st_gid != rights.st_gid:
        with suppress(PermissionError):  # somebody who is not of that group
            os.chown(made, -1, rights.st_gid)
    made.chmod(rights.st_mode & 0o7777 if rights else _usual_mode())


def _moved_to_a_free_name(made: Path, path: Path, shown: str, instead: str) -> None:
    """Give a file its name where no hard link can: the name is taken first, and by one only."""
    try:
        if os.name == "nt":
            made.rename(path)  # Windows renames over nothing
            return
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as error:
        raise _is_there(shown, instead) from error
    except OSError as error:
        raise _refused(path, shown, error) from error
    try:
        rename(made, path, shown)
    except Refused:
        with suppress(OSError):
            path.unlink()
        raise


def _usual_mode() -> int:
    """What a new file's mode is here. The mask can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return _USUAL & ~mask


def _is_there(shown: str, instead: str) -> Refused:
    return refuse(shown, "这里已经有文件了，没有改动", instead)


def _refused(path: Path, shown: str, error: OSError) -> Refused:
    if is_denied(error):
        return Refused([may_not_write(path, shown)])
    return refuse(shown, f"没有写入：{system_reason(error)}", "原来的文件没有改动，请处理后再试")

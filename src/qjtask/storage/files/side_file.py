"""A file beside a plan: contacts, holidays, deliveries, secrets."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import refuse, system_reason
from qjtask.storage.files.line_append import append_lines
from qjtask.storage.texts.source import read_bytes

_LARGEST_PRIVATE = 64 * 1024
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class SideFile(NamedTuple):
    """A Side that is a file; a new one gets the rights of `model`, the plan."""

    path: Path
    shown: str
    model: Path | None = None

    def read(self) -> bytes | None:
        """The file's bytes; None where there is no such file."""
        return read_bytes(self.path, self.shown) if self.path.exists() else None

    def read_private(self) -> bytes | None:
        """The same of a secrets file. What is checked is the very file that is read."""
        if not os.path.lexists(self.path):
            return None
        try:
            with self.path.open("rb") as file:
                if os.name != "nt":
                    self._check_owner(os.fstat(file.fileno()))
                data = file.read(_LARGEST_PRIVATE + 1)
        except OSError as error:
            told = f"打不开秘密文件（{system_reason(error)}）"
            raise refuse(self.shown, told, "请检查路径和读取权限") from error
        if len(data) > _LARGEST_PRIVATE:
            raise refuse(self.shown, "秘密文件超过 64 KiB，不像是一份秘密文件", "请检查是不是选错了文件")
        return data

    @property
    def is_guarded(self) -> bool:
        """Whether nobody but the user can write the file, or put another one in its place."""
        if os.name == "nt":
            return True  # what Windows allows whom, these bits do not say
        file, folder = self.path.stat(), self.path.parent.stat()
        is_open = folder.st_mode & _OTHERS_WRITE and not folder.st_mode & stat.S_ISVTX
        return file.st_uid == os.geteuid() and not file.st_mode & _OTHERS_WRITE and not is_open

    @contextmanager
    def writing(self, on_wait: Callable[[], None]) -> Iterator[SideFileBook]:
        """Lock the file, and read it."""
        from qjtask.storage.files.lock import locked

        with locked(self.path, self.shown, on_wait, self.model):
            book = SideFileBook(self, self.read() or b"")
            try:
                yield book
            finally:
                book.close()

    def _check_owner(self, found: os.stat_result) -> None:
        shown = self.shown
        if found.st_uid != os.geteuid():
            raise refuse(
                shown, "秘密文件属于别的用户", f"请运行 chown $(id -un) {shown}，再 chmod 600 {shown}"
            )
        if found.st_mode & _OTHERS:
            mode = stat.S_IMODE(found.st_mode)
            raise refuse(shown, f"别的用户也能看到秘密文件（权限 {mode:04o}）", f"请运行 chmod 600 {shown}")


class SideFileBook:
    """A locked side file, as it was when the lock was taken."""

    def __init__(self, side: SideFile, content: bytes) -> None:
        self.content = content
        self._side: SideFile | None = side

    def append(self, lines: bytes, is_whole: Callable[[bytes], bool]) -> None:
        """Append whole lines, all or none. Refused when the disk does not take them."""
        if self._side is None:
            raise RuntimeError("the side is no longer locked")
        append_lines(self._side.path, self._side.shown, lines, is_whole, self._side.model)

    def close(self) -> None:
        """Nothing is appended from here on."""
        self._side = None

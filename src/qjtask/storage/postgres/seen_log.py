"""What this user has seen of a ledger in a database: a server that knows less, or other things, is behind.

A log only grows. What was seen is its length, a checksum of so much of it, and the ledger's version; they
stand in a small file in the user's state folder. Without it, nothing was seen.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from qjtask.core.problem import Problem


class SeenState(NamedTuple):
    """How far a ledger was when it was seen last."""

    version: int
    size: int
    checksum: int


def seen_of(version: int, log: bytes) -> SeenState:
    """A ledger as it is seen now."""
    return SeenState(version, len(log), crc32(log))


class SeenLog:
    """What was seen of one plan of one ledger, by this process or an earlier one."""

    def __init__(self, ledger: str, plan: int) -> None:
        self._path = _state_folder() / "seen" / f"{ledger}-{plan}"
        self._last = _read(self._path)

    def why_behind(self, version: int, log: bytes | None, shown: str) -> Problem | None:
        """What is wrong with a server that gives this; None where it knows all that was seen.

        Where its log was not asked for, its version tells.
        """
        last = self._last
        if last is None:
            return None
        is_short = version < last.version or (log is not None and len(log) < last.size)
        if not is_short and (log is None or crc32(log[: last.size]) == last.checksum):
            return None
        what = "这台服务器知道的比以前看到的少" if is_short else "以前看到过的记录在这台服务器上变了样"
        fix = f"它可能是换下来的旧服务器，请管理员核对；确是从备份恢复的，请删去 {self._path}"
        return Problem(shown, f"{what}，没有用它", fix)

    def keep(self, version: int, log: bytes) -> None:
        """Remember what is seen now."""
        self._keep(seen_of(version, log))

    def keep_version(self, version: int) -> None:
        """Remember that this version is there now, of which the log was not fetched."""
        last = self._last or seen_of(version - 1, b"")
        if version > last.version:
            self._keep(last._replace(version=version))

    def _keep(self, now: SeenState) -> None:
        if now == self._last:
            return
        self._last = now
        with suppress(OSError):  # a home that cannot be written remembers within this process
            self._path.parent.mkdir(parents=True, exist_ok=True)
            made = self._path.with_name(f".{self._path.name}.{os.urandom(6).hex()}")
            made.write_text(" ".join(map(str, now)), "ascii")
            made.replace(self._path)


def _state_folder() -> Path:
    """The user's state folder; platformdirs is asked only where the answer is not one line: it takes 6 ms."""
    if sys.platform in {"win32", "darwin"}:
        from platformdirs import user_state_path

        return user_state_path("qjtask", appauthor=False)
    named = os.environ.get("XDG_STATE_HOME", "").strip()
    return Path(named or os.path.expanduser("~/.local/state")) / "qjtask"  # noqa: PTH111 - it never raises


def _read(path: Path) -> SeenState | None:
    try:
        return SeenState(*map(int, path.read_text("ascii").split()))
    except (OSError, ValueError, TypeError):
        return None

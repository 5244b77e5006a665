"""What this user has seen of a ledger in a database: a server that knows less, or other things, is behind.

A log only grows. What was seen is the ledger's version, how long its log was when all of it was fetched with
a checksum of so much of it, and its last row; they stand in a small file in the user's state folder. Without
it, nothing was seen.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem

_ROW_HEAD = 256
"""Bytes of a row that are looked at: its id is in them."""

_WITHOUT_ROWS = 3
"""The numbers that an earlier version of the program remembered: it asked for no row."""


class LogGlimpse(NamedTuple):
    """What a server says of a ledger's log, little as may be fetched of it: its version and its rows.

    `seen` is how the row begins that was the last when this user saw the ledger last, None where it is not
    there; `last` how the last does that there is now.
    """

    version: int
    places: int
    seen: bytes | None = None
    last: bytes | None = None


def row_head(row: bytes) -> bytes:
    """How a row begins, as the server would say it."""
    return row[:_ROW_HEAD]


class SeenState(NamedTuple):
    """How far a ledger was when it was seen last: `row` is the checksum of how row number `places` begins.

    The first `size` bytes of its log had that checksum.
    """

    version: int
    size: int
    checksum: int
    places: int
    row: int


class SeenLog:
    """What was seen of one plan of one ledger, by this process or an earlier one."""

    def __init__(self, ledger: str, plan: int) -> None:
        self._path = _state_folder() / "seen" / f"{ledger}-{plan}"
        self._last = _read(self._path)

    @property
    def places(self) -> int:
        """The number of the row that was the last: a server is asked for it. 0 where none was seen."""
        return self._last.places if self._last else 0

    def why_behind(self, now: LogGlimpse, log: bytes | None, shown: str) -> Problem | None:
        """What is wrong with a server that says this; None where it knows all that was seen.

        Where its log was not fetched, its version and the row that was seen last tell.
        """
        last = self._last
        if last is None:
            return None
        is_short = now.version < last.version or now.places < last.places
        is_short |= log is not None and len(log) < last.size
        is_as_seen = crc32(now.seen or b"") == last.row
        if not is_short and is_as_seen and (log is None or crc32(log[: last.size]) == last.checksum):
            return None
        what = "这台服务器知道的比以前看到的少" if is_short else "以前看到过的记录在这台服务器上变了样"
        fix = f"它可能是换下来的旧服务器，请管理员核对；确是从备份恢复的，请删去 {self._path}"
        return Problem(shown, f"{what}，没有用它", fix)

    def keep(self, now: LogGlimpse, log: bytes | None) -> None:
        """Remember what is there now; where the log was not fetched, as much of it as before."""
        last = self._last
        if log is not None:
            size, checksum = len(log), crc32(log)
        else:
            size, checksum = (last.size, last.checksum) if last else (0, 0)
        state = SeenState(now.version, size, checksum, now.places, crc32(now.last or b""))
        if state == last:
            return
        self._last = state
        with suppress(OSError):  # a home that cannot be written remembers within this process
            self._path.parent.mkdir(parents=True, exist_ok=True)
            made = self._path.with_name(f".{self._path.name}.{os.urandom(6).hex()}")
            made.write_text(" ".join(map(str, state)), "ascii")
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
        numbers = [*map(int, path.read_text("ascii").split())]
        if len(numbers) == _WITHOUT_ROWS:
            numbers += 0, crc32(b"")
        return SeenState(*numbers)
    except (OSError, ValueError, TypeError):
        return None

"""One command run in this process, and what it has promised whatever its files hold."""

from __future__ import annotations

import io
import os
import re
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from qjtask.cli.main import run

MOST_CALLS = 1_000_000
CALLS_PER_BYTE = 200
"""How many functions one command may call, and how many more for each byte of the file that is bad.

The dearest good file, a notice of 16 KB, needs 0.4 million. A count is the same on every machine.
"""

READING = frozenset(
    ("list", "show", "due", "stats", "timeline", "units", "check", "log", "remind", "report", "export")
)
"""Commands that write nothing into the ledger's folder, fine or not."""


class Ran(NamedTuple):
    """What a command gave; `failure` is the traceback of what it let through."""

    code: int
    out: str
    err: str
    failure: str
    calls: int


class TooMany(BaseException):
    """More calls than any such file is worth. No Exception: nobody catches it on the way."""


def run_in(folder: Path, args: Sequence[str], most_calls: int = 10 * MOST_CALLS) -> Ran:
    """Run a command in a folder as `main` would, counting the calls that it makes."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", "replace") for _ in range(2))
    code, failure, counted = -1, "", [0]
    before = Path.cwd()
    os.chdir(folder)
    try:
        with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", io.StringIO()):
            try:
                with _counted(counted, most_calls):
                    code = run(args)
            except BaseException:  # noqa: BLE001 - whatever it is, it must not come out
                failure = traceback.format_exc()
    finally:
        os.chdir(before)
    return Ran(code, _text(out), _text(err), failure, counted[0])


@contextmanager
def _counted(counted: list[int], most: int) -> Iterator[None]:
    def count(_: Any, event: str, __: Any) -> None:
        if event in {"call", "c_call"}:
            counted[0] += 1
            if counted[0] == most:
                raise TooMany

    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(None)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8", "replace")


def content_of(folder: Path) -> Mapping[str, bytes]:
    """Every file under a folder but locks, with what it holds."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def broken_promises(
    args: Sequence[str], ran: Ran, before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> Iterator[str]:
    """What the command did not hold, in words for whoever mends it."""
    if ran.failure:
        yield f"it raised: {ran.failure}"
        return
    if ran.code not in range(4):
        yield f"exit code {ran.code}"
    faults = ran.err.split("\n")[:-1]
    yield from (f"no line of its own, or no Chinese: {line!r}" for line in faults if not _is_a_line(line))
    yield from (
        f"a fault of the program: {line}" for line in faults if re.search("写不出结果|内存不够", line)
    )
    if ran.code in {1, 2} and not (faults or ran.out):
        yield f"exit code {ran.code} without a word"
    if before != after and (ran.code in {1, 2} or args[0] in READING):
        changed = [name for name in {*before, *after} if before.get(name) != after.get(name)]
        yield f"exit code {ran.code}, and yet it wrote {changed}"


def _is_a_line(line: str) -> bool:
    """Whether a fault is one printable line that somebody without English can read."""
    is_seen = all(char.isprintable() or char == "\u3000" for char in line)
    return is_seen and not line.startswith(" ") and re.search("[\u4e00-\u9fff]", line) is not None

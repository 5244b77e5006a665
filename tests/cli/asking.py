"""A terminal to be asked on, for the commands that ask before they write."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import program

answers = pytest.mark.parametrize(
    ("answer", "is_written"), [("y", True), ("是", True), ("", False), ("n", False)]
)


def asked(answer: str, *args: str, folder: Path) -> str:
    """Run qjtask on a terminal where the answer is typed already; what it says on stderr."""
    pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")
    master, slave = pty.openpty()
    os.write(master, f"{answer}\n".encode())
    done = subprocess.run(
        program(args), cwd=folder, stdin=slave, capture_output=True, encoding="utf-8", check=False
    )
    os.close(master)
    os.close(slave)
    assert done.returncode == 0
    return done.stderr


def typed(
    keys: str | bytes, *args: str, folder: Path, after: tuple[str, int, str] | None = None
) -> tuple[int, str]:
    """Run qjtask on a terminal of its own where the keys are typed already: exit code, and what stderr says.

    `after` are a question, how often it is waited for, and the keys that are typed then; Ctrl-C and Ctrl-D
    are what they are to a terminal. Behind all keys the input ends.
    """
    pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")
    import fcntl
    import termios

    def own_terminal() -> None:
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    question, times, then = after or ("", 0, "")
    master, slave = pty.openpty()
    with subprocess.Popen(
        program(args),
        cwd=folder,
        stdin=slave,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "QJTASK_TODAY": "2021-06-10"},
        preexec_fn=own_terminal,  # noqa: PLW1509 - no threads here
    ) as running:
        os.write(master, keys if isinstance(keys, bytes) else keys.encode())
        assert running.stderr is not None
        told = ""
        while told.count(question) < times and (sign := running.stderr.read(1)):
            told += sign
        os.write(master, f"{then}\x04".encode())
        told += running.stderr.read()
    os.close(master)
    os.close(slave)
    return running.returncode, told

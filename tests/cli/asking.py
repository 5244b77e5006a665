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

"""Ctrl-C at any moment: one line or none, exit 130, and no half of anything."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qjtask.storage.logs.log_file import load_log
from tests.conftest import GOLDEN

if TYPE_CHECKING:
    from tests.conftest import Run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")

INTERRUPTED = r"""
# Runs the program, and sends it SIGINT at the n-th call of a function, the first ones being its imports.
# Not within "cb", with which Python drops a module's lock: what a weak reference calls loses an exception.
import signal, sys
last, calls = int(sys.argv.pop(1)), 0

def hook(frame, event, arg):
    global calls
    calls += event == "call"
    if calls >= last > 0 and frame.f_code.co_name != "cb":
        sys.setprofile(None)
        signal.raise_signal(signal.SIGINT)

sys.setprofile(hook)
try:
    from qjtask.__main__ import main
    main()
finally:
    sys.setprofile(None)
    if last == 0:
        print(f"calls {calls}", file=sys.stderr)
"""
POINTS = 16
COMMANDS = {
    "list": ("list",),
    "note": ("note", "1.1", "已起草"),
    "chase": ("report", "chase", "--log", "-o", "催办.docx"),
}


def interrupted(ledger: Path, at: int, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(at), *args],
        cwd=ledger,
        env={**os.environ, "QJTASK_TODAY": "2021-06-10"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_one_line_or_none_at_any_moment(name: str, ledger: Path, run: Run) -> None:
    log = ledger / "data" / "progress.yaml"
    shutil.copy(GOLDEN / "progress.yaml", log)
    counted = interrupted(ledger, 0, *COMMANDS[name]).stderr.splitlines()[-1]
    total = int(counted.removeprefix("calls "))
    (ledger / "催办.docx").unlink(missing_ok=True)
    for point in range(1, POINTS + 1):
        shutil.copy(GOLDEN / "progress.yaml", log)
        before = log.read_bytes()
        done = interrupted(ledger, total * point // (POINTS + 1), *COMMANDS[name])
        lines = [line for line in done.stderr.splitlines() if not line.startswith("已登记催办")]
        assert len(lines) <= 1, done.stderr
        assert done.returncode == 130, (point, done)
        assert all(line.startswith("已中断；") for line in lines)
        found = load_log(log, "p")
        assert log.read_bytes().startswith(before)
        assert found.problems == ()
        assert not ("已登记" in done.stdout and log.read_bytes() == before)
        assert sorted(path.suffix for path in ledger.iterdir() if path.name != "data") in ([], [".docx"])
        (ledger / "催办.docx").unlink(missing_ok=True)
    assert run("note", "1.1", "x").code == 0

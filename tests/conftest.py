"""What every test stands on: no real home folder, no ledger but its own, no colour, no clock but its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

# No test asserts a time: a machine with much to do is no fault of the program.
settings.register_profile("qjtask", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("qjtask")

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
SHIPPED_PLAN = ROOT / "data" / "tasks.yaml"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--write-golden` writes what the golden tests see instead of comparing it."""
    parser.addoption("--write-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against the file of that name in tests/golden."""

    def golden(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--write-golden"):
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode(), f"tests/golden/{name} reads otherwise"

    return golden


@pytest.fixture(autouse=True)
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of the test's own: the real one is never read nor written."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in [name for name in os.environ if name.startswith(("QJTASK_", "XDG_"))]:
        monkeypatch.delenv(name)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "PYTHONUNBUFFERED"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("LOGNAME", "USER", "USERNAME"):  # root, where the tests run as root, is told to give a name
        monkeypatch.setenv(name, "zhangsan")


class Outcome(NamedTuple):
    """What one run of the program gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A folder with the shipped plan and no log, as a clerk has it on the first day."""
    folder = tmp_path / "office"
    (folder / "data").mkdir(parents=True)
    shutil.copy(SHIPPED_PLAN, folder / "data")
    return folder


@pytest.fixture
def run(ledger: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run qjtask in the ledger's folder, in this process, its output as in a pipe; today is 2021-06-10."""
    monkeypatch.chdir(ledger)
    monkeypatch.setenv("QJTASK_TODAY", "2021-06-10")

    def run(*args: str) -> Outcome:
        from qjtask.cli.main import run as run_program

        capfd.readouterr()
        code = run_program(args)
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return run


@pytest.fixture
def qjtask(ledger: Path) -> Run:
    """Run qjtask as a process of its own in the ledger's folder; today is 2021-06-10."""

    def qjtask(*args: str, env: dict[str, str] | None = None, cwd: Path | None = None) -> Outcome:
        done = subprocess.run(
            program(args),
            cwd=cwd or ledger,
            env={**os.environ, "QJTASK_TODAY": "2021-06-10", **(env or {})},
            capture_output=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return qjtask


PATIENT = """
import qjtask.storage.files.lock as lock
from qjtask.cli.main import main
lock.PATIENCE = 600
main()
"""


def patient_program(args: Sequence[str]) -> list[str]:
    """`program`, but for a writer that waits for its turn on a busy machine too."""
    return [sys.executable, "-c", PATIENT, *args]


def program(args: Sequence[str]) -> list[str]:
    """The command line that runs qjtask with this interpreter."""
    return [sys.executable, "-m", "qjtask", *args]

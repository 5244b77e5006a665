"""The lock among users of a shared folder, and on disks without locks, for real."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SHIPPED_PLAN

GROUP, FIRST, SECOND = 65_530, 65_531, 65_532  # nobody's numbers
AS_ANOTHER = f"""
import os, sys
from qjtask.cli.main import run
rehearsal, shared, user = sys.argv[1:]
# What a note needs is imported now: another user may not be allowed to read this Python.
for _ in range(2):  # a first report and one that finds it there do not import the same
    run(["--file", rehearsal, "note", "9.2", "彩排"])
os.setgroups([])
os.setgid({GROUP})
os.setuid(int(user))
os.umask(0o002)
sys.exit(run(["--file", shared, "note", "9.2", "进展" + user]))
"""
WITHOUT_LOCKS = """
import fcntl, os, sys
from qjtask.cli.main import main
def flock(file, how):
    raise OSError(int(os.environ["WHY"]), os.strerror(int(os.environ["WHY"])))
fcntl.flock = flock
sys.argv = ["qjtask", "note", "9.2", "进展"]
main()
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder of the group's, which pytest's own folders are not: only their maker may enter them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(SHIPPED_PLAN, folder / "tasks.yaml")
        os.chown(folder, -1, GROUP)
        folder.chmod(0o2775)
        yield folder


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be one user and then another"
)
def test_two_users_of_a_shared_folder_take_turns(shared: Path, ledger: Path) -> None:
    for user in (FIRST, SECOND, FIRST):
        script = [sys.executable, "-c", AS_ANOTHER, str(ledger / "data" / "tasks.yaml")]
        done = subprocess.run(
            [*script, str(shared / "tasks.yaml"), str(user)],
            env={**os.environ, "QJTASK_TODAY": "2021-06-10"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
    log = (shared / "progress.yaml").read_text("utf-8")
    assert [log.count(f"进展{user}") for user in (FIRST, SECOND)] == [2, 1]


@pytest.mark.skipif(os.name == "nt", reason="Windows has locks of its own")
@pytest.mark.parametrize("code", [errno.ENOSYS, errno.ENOTSUP, errno.ENOLCK])
def test_a_disk_without_locks_gives_no_traceback(code: int, ledger: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_LOCKS],
        cwd=ledger,
        env={**os.environ, "QJTASK_TODAY": "2021-06-10", "WHY": str(code)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "另一个 qjtask 占用" not in done.stderr
    assert done.returncode in {0, 1}

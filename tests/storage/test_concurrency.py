"""Many writers at once, and writers killed at any moment: what was acknowledged is in the log."""

from __future__ import annotations

import json
import os
import random
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Any

import pytest

from qjtask.storage.logs.log_file import FENCE, Log, load_log
from tests.conftest import patient_program

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]
pytestmark = pytest.mark.slow
posix_only = pytest.mark.skipif(os.name == "nt", reason="forks, and kills with SIGKILL")


@pytest.fixture
def log(ledger: Path) -> Path:
    """The log's path beside the shipped plan; it is not there yet."""
    return ledger / "data" / "progress.yaml"


def texts(found: Log) -> list[str]:
    return [entry.text for entry in found.entries]


# 50 at once -------------------------------------------------------------------------------------


@pytest.mark.parametrize("torn", [b"", b'- {"id": "x", "text": "\xe5\xb7'], ids=["new log", "torn log"])
def test_fifty_at_once_lose_nothing_and_break_no_line(ledger: Path, log: Path, torn: bytes) -> None:
    if torn:
        log.write_bytes(torn)
    said = [f"第{number}个：" + "推进“渝快办”" * number for number in range(50)]
    environment = {**os.environ, "QJTASK_TODAY": "2021-06-10", "PYTHONIOENCODING": "utf-8"}
    writers = [
        subprocess.Popen(
            patient_program(["note", "9.2", text]),
            cwd=ledger,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for text in said
    ]
    for writer in writers:
        out, err = writer.communicate(timeout=600)
        assert writer.returncode == 0, err
        assert out.startswith("已登记：9.2 进展")
    lines = log.read_bytes().splitlines(keepends=True)
    if torn:
        assert lines.pop(0) == torn + FENCE + b"\n"
    assert len(lines) == 50
    assert all(line.startswith(b"- {") and line.endswith(b"}\n") for line in lines)
    found = load_log(log, "p")
    assert len(found.problems) == bool(torn)
    assert sorted(texts(found)) == sorted(said)
    assert len({entry.id for entry in found.entries}) == 50
    moments = [entry.at for entry in found.entries]
    assert moments == sorted(moments)


# kill -9 ----------------------------------------------------------------------------------------

SERVER = r"""
# Imports the program once. For each order on stdin forks a writer that marks in a loop through the
# real command line, its stdout our own; tells its pid on the descriptor given, and how it ended.
import os, signal, sys
from qjtask.cli.main import run

real_write = os.write

def write_for_ever(name, last, cut):
    # `last` is the write in the middle of which it dies, once that part `cut` of it is down; 0 for none.
    def write(fd, data):
        nonlocal last
        last -= 1
        if last == 0:
            real_write(fd, data[: int(len(data) * cut)])
            os.kill(os.getpid(), signal.SIGKILL)
        return real_write(fd, data)

    os.write = write
    count = 0
    while run(["note", "9.2", f"{name}n{count} " + "甲" * (count % 7 * 11)]) == 0:
        count += 1
    os._exit(1)

tell = int(sys.argv[1])
for order in sys.stdin:
    name, last, cut = order.split()
    pid = os.fork()
    if pid == 0:
        write_for_ever(name, int(last), float(cut))
    real_write(tell, f"{pid}\n".encode())
    _, status = os.waitpid(pid, 0)
    real_write(tell, f"{os.waitstatus_to_exitcode(status)}\n".encode())
"""


class Killer:
    """Starts writers, hears what they acknowledge, and kills them."""

    def __init__(self, orders: IO[bytes], said: int, pids: IO[bytes]) -> None:
        self._orders, self._said, self._pids = orders, said, pids
        self._heard = b""

    def start(self, name: str, *, last: int = 0, cut: float = 0) -> int:
        """A new writer; its pid."""
        self._orders.write(f"{name} {last} {cut}\n".encode())
        self._orders.flush()
        return int(self._pids.readline())

    def hear(self, seconds: float) -> bool:
        """Listen for at most so long; whether there was anything."""
        ready, _, _ = select.select([self._said], [], [], seconds)
        if ready:
            self._heard += os.read(self._said, 65536)
        return bool(ready)

    def acknowledged(self) -> list[str]:
        """What was acknowledged so far: the program's own words, whole lines of them."""
        whole, _, _ = self._heard.rpartition(b"\n")
        return re.findall(r"^已登记：9\.2 进展（2021-06-10，(r\d+n\d+)", whole.decode(), re.MULTILINE)

    def bury(self) -> None:
        """Wait until the writer is dead, and hear its last words."""
        assert int(self._pids.readline()) == -signal.SIGKILL
        while self.hear(0):
            pass


@pytest.fixture
def killer(ledger: Path) -> Iterator[Killer]:
    """A server that forks writers in the ledger's folder."""
    pids, tell = os.pipe()
    with (
        subprocess.Popen(
            [sys.executable, "-c", SERVER, str(tell)],
            cwd=ledger,
            env={**os.environ, "QJTASK_TODAY": "2021-06-10", "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=[tell],
        ) as server,
        os.fdopen(pids, "rb") as told,
    ):
        os.close(tell)
        assert server.stdin is not None
        assert server.stdout is not None
        yield Killer(server.stdin, server.stdout.fileno(), told)
        server.kill()


def tokens(found: Log) -> set[str]:
    """The entries, as they named themselves."""
    return {entry.text.split(" ")[0] for entry in found.entries}


@posix_only
def test_kill_at_200_random_moments(log: Path, run: Run, killer: Killer) -> None:
    """Before, in, between and after marks: the next command works, and all that was acknowledged is there."""
    chance = random.Random(20210326)
    pace = 0.03
    for number in range(200):
        pid = killer.start(f"r{number}")
        before = len(killer.acknowledged())
        begun = time.monotonic()
        marks = chance.randrange(3)
        while (done := len(killer.acknowledged()) - before) < marks:
            assert killer.hear(600)
        if done:
            pace += ((time.monotonic() - begun) / done - pace) / 8
        deadline = time.monotonic() + chance.uniform(0, 1.2 * pace)
        while (left := deadline - time.monotonic()) > 0:
            killer.hear(left)
        os.kill(pid, signal.SIGKILL)
        killer.bury()
        after = run("note", "9.2", f"after{number}")
        assert after.code == 0, after.err
        found = load_log(log, "p")
        assert set(killer.acknowledged()) <= tokens(found)
        assert f"after{number}" in tokens(found)
    assert len(killer.acknowledged()) >= 100
    lines = log.read_bytes().splitlines()
    assert len(lines) == len(found.entries) + len(found.problems)
    assert len(json.loads(run("log", "--format", "json").out)["entries"]) == len(found.entries)


@posix_only
def test_kill_in_the_middle_of_a_line(log: Path, run: Run, killer: Killer) -> None:
    """A disk may take a line in pieces. What is torn is told and fenced, and stays."""
    chance = random.Random(20210630)
    cuts = [0.0, 0.01, 0.99, 0.999, 1.0, *(chance.random() for _ in range(35))]
    for number, cut in enumerate(cuts):
        whole = chance.randrange(3)
        torn_before = len(load_log(log, "p").problems)
        before = len(killer.acknowledged())
        killer.start(f"r{number}", last=whole + 1, cut=cut)
        killer.bury()
        assert len(killer.acknowledged()) - before == whole
        torn = log.read_bytes() if log.exists() else b""
        after = run("note", "9.2", f"after{number}")
        assert after.code == 0
        assert log.read_bytes().startswith(torn)
        found = load_log(log, "p")
        assert set(killer.acknowledged()) <= tokens(found)
        assert f"after{number}" in tokens(found)
        is_whole = torn.endswith((b"\n", b"}")) or not torn  # a line that lacks its newline alone counts
        assert len(found.problems) - torn_before == (not is_whole)
    assert all("没有写完" in problem.what for problem in found.problems)

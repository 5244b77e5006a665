"""Fifty writers while the plan is brought up to date: what was acknowledged is in what the list then says."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qjtask.storage.files.file_ledger import FileLedger
from tests.cli.test_kills import FIRST, SECOND
from tests.conftest import patient_program

if TYPE_CHECKING:
    from tests.conftest import Outcome, Run

WRITERS = 50


@pytest.fixture
def office(ledger: Path, run: Run) -> Path:
    """A small plan of three works; the permits, 1.2, are under way."""
    (ledger / "first.csv").write_text(FIRST, "utf-8")
    (ledger / "second.csv").write_text(SECOND, "utf-8")
    assert run("import", "first.csv").code == 0
    assert run("start", "1.2").code == 0
    return ledger


def started(office: Path, *args: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        patient_program(args),
        cwd=office,
        env={**os.environ, "QJTASK_TODAY": "2021-06-10", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_fifty_writers_and_an_update(office: Path, run: Run) -> None:
    """Half of them report on the work that gets another number, on either side of the change."""
    items = ("1.2", "1.1", "2.2", "2.1")
    writers = {f"第{at}份": items[at % 4] for at in range(WRITERS)}
    running = {text: started(office, "note", item, text) for text, item in writers.items()}
    update = started(office, "import", "second.csv", "--update", "--yes", "--moved", "1.2=2.2")
    told = {text: process.communicate(timeout=600) for text, process in running.items()}
    update.communicate(timeout=600)
    while update.returncode:  # it was shown a plan that somebody had changed, or a log: it is run again
        update = started(office, "import", "second.csv", "--update", "--yes", "--moved", "1.2=2.2")
        update.communicate(timeout=600)
    acknowledged = {text for text, (out, _) in told.items() if out.startswith("已登记：")}
    refused = {text: err for text, (out, err) in told.items() if not out}
    assert acknowledged | refused.keys() == writers.keys()
    assert all(re.search("计划刚刚更新过|计划里没有这个编号", err) for err in refused.values())
    counted = json.loads(run("log", "--format", "json").out)["entries"]
    standing = {entry["text"]: entry["item"] for entry in counted if not entry["undone"]}
    assert acknowledged <= standing.keys()
    assert not refused.keys() & standing.keys()
    for text in acknowledged:
        item = {"1.2": "2.2"}.get(writers[text], writers[text])
        assert standing[text] == item
    assert run("check").out == "# 没有发现错误和疑点\n" or "没有写发文日期" in run("check").out
    shown = {row["id"]: row["status"] for row in json.loads(run("list", "--format", "json").out)["items"]}
    assert shown["2.2"] == "doing"


@pytest.mark.skipif(os.name == "nt", reason="stops a process by a signal")
@pytest.mark.parametrize(
    ("command", "told"),
    [
        (
            ("done", "1.2"),
            "1.2: 计划刚刚更新过，这个编号原来是“全面承接取消和下放的行政许可事项”",
        ),
        (("undo", "1.2"), "1.2: 计划刚刚更新过"),
        (("report", "chase", "--log"), "tasks.yaml: 刚才有人改了计划，什么也没有写入"),
    ],
)
def test_a_command_that_waited_behind_an_update_is_told(
    command: tuple[str, ...], told: str, office: Path, run: Run
) -> None:
    before, log = held_up(office, run, command)
    assert before.code == 1
    waiting, refusal = before.err.splitlines()
    assert "等它写完" in waiting
    assert refusal.startswith(told)
    assert log.endswith(b"}\n")
    assert run("list", "2.2").out.split("\t")[-1].startswith("推进中")


@pytest.mark.skipif(os.name == "nt", reason="stops a process by a signal")
def test_one_that_waited_marks_the_same_work_in_the_new_plan(office: Path, run: Run) -> None:
    outcome, _ = held_up(office, run, ("done", "1.1"))
    assert outcome.code == 0
    assert outcome.out.startswith("已登记：1.1 完成")


def held_up(office: Path, run: Run, command: tuple[str, ...]) -> tuple[Outcome, bytes]:
    """A command finds the ledger locked, sleeps through an update, and goes on."""
    from tests.conftest import Outcome
    from tests.storage.files.test_lock import HOLDER

    holder_command = [sys.executable, "-c", HOLDER, str(office / "progress.yaml")]
    with subprocess.Popen(holder_command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline()
        waiter = started(office, *command)
        assert waiter.stderr is not None
        first = waiter.stderr.readline()
        waiter.send_signal(signal.SIGSTOP)
        holder.communicate()
    update = run("import", "second.csv", "--update", "--yes", "--moved", "1.2=2.2")
    assert update.code == 0, update.err
    waiter.send_signal(signal.SIGCONT)
    out, err = waiter.communicate(timeout=600)
    ledger = FileLedger(office / "tasks.yaml", office)
    assert ledger.read().log.problems == ()
    return Outcome(waiter.returncode, out, first + err), (office / "progress.yaml").read_bytes()

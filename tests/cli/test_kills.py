"""Killed at any moment: nothing acknowledged is lost, nothing half done, and the next command tidies up."""

from __future__ import annotations

import os
import random
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qjtask.cli.session import Session
from qjtask.core.log.entry import Do, Entry
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.plans.plan_file import load_plan
from tests.filling import report

if TYPE_CHECKING:
    from datetime import date

    from tests.conftest import Run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="forks, and kills")

KILLS = 200
_STEP = 1.15
"""By how much a life is made longer after one in which nothing was finished, and shorter after another."""

TODAY = "2021-06-10"
HEAD = "2021年重点工作任务分解表,,,\n重点任务,具体工作,责任单位,完成时限\n"
ROAD = "推进农村公路建设，确保质量安全,建管科,2021年5月31日\n"
PERMIT = "全面承接取消和下放的行政许可事项,审批科,2021年9月30日\n"
TRAIN = "组织窗口人员开展业务培训,办公室,2021年3月31日\n"
FIRST = f"{HEAD}（一）建设,{ROAD},{PERMIT}（二）服务,{TRAIN}"
SECOND = f"{HEAD}（一）建设,{ROAD}（二）服务,{TRAIN},{PERMIT}"


@pytest.fixture
def office(ledger: Path, run: Run) -> Path:
    """A small plan of three works, imported."""
    (ledger / "first.csv").write_text(FIRST, "utf-8")
    (ledger / "second.csv").write_text(SECOND, "utf-8")
    assert run("import", "first.csv").code == 0
    return ledger


class Victim:
    """A process that goes on with an action until it is killed; what it said is kept in a file.

    How long it lives is found out as it goes, so that half of the lives see an action through and half
    end in their first, however much dearer an action is in a busy machine's child than it was here.
    """

    def __init__(self, said: Path, action: Callable[[], object]) -> None:
        self._said = said
        self._finished = said.with_name(f"{said.name}.finished")
        self._finished.touch()
        self._action = action
        self._chance = random.Random(20210326)
        self._cost = 0.0

    def die(self) -> None:
        """Start, and die after a random part of what some actions cost in CPU time, as by kill -9."""
        seconds = self._chance.uniform(0.0005, max(2.2 * self._cost, 0.001))
        before = self._finished.stat().st_size
        pid = os.fork()
        if pid == 0:
            with suppress(BaseException):
                signal.setitimer(signal.ITIMER_PROF, seconds)  # its signal, unhandled, ends the process
                self._go_on()
            os._exit(1)
        _, status = os.waitpid(pid, 0)
        assert os.waitstatus_to_exitcode(status) == -signal.SIGPROF
        self._cost *= 1 / _STEP if self._finished.stat().st_size > before else _STEP

    def measure(self) -> None:
        """Let the action be done here, to know what it costs once everything is imported."""
        self._action()
        begun = time.process_time()
        self._action()
        self._cost = time.process_time() - begun

    def said(self) -> str:
        """The whole lines that were said."""
        return self._said.read_text("utf-8").rpartition("\n")[0]

    def _go_on(self) -> None:
        with (
            self._said.open("a", encoding="utf-8") as out,
            self._finished.open("ab", buffering=0) as finished,
        ):
            sys.stdout = sys.stderr = out
            while True:
                self._action()
                out.flush()
                finished.write(b".")


def program(*args: str) -> Callable[[], int]:
    """The command, run in this process."""
    from qjtask.cli.main import run as run_program

    return lambda: run_program(args)


def standing(office: Path, day: date) -> Session:
    """What a reader sees of the ledger."""
    ledger = FileLedger(office / "tasks.yaml", office)
    return Session(ledger, *ledger.read(), day)


def tidy(office: Path) -> bool:
    """Whether nothing of an update lies about."""
    return not list(office.glob(".tasks.yaml*"))


@pytest.fixture
def today() -> date:
    from datetime import date

    return date.fromisoformat(TODAY)


def test_200_kills_of_an_update(office: Path, run: Run, today: date) -> None:
    """The permits go to and fro between the groups; whatever their number, they are done."""
    assert run("done", "1.2").code == 0

    def update() -> None:
        plan = load_plan(office / "tasks.yaml", "p")
        ((old, group),) = [
            (item.id, group.id) for group in plan.groups for item in group.items if "许可" in item.work
        ]
        notice, new = ("second.csv", "2.2") if group == "1" else ("first.csv", "1.2")
        assert program("import", notice, "--update", "--yes", "--moved", f"{old}={new}")() == 0

    victim = Victim(office / "said", update)
    victim.measure()
    for number in range(KILLS):
        victim.die()
        seen = standing(office, today)
        assert seen.log_problems == []
        (permits,) = [row for row in seen.rows if "许可" in row.item.work]
        assert permits.state.done_on == today
        after = run("note", "1.1", f"after{number}")
        assert (after.code, after.err) == (0, "")
        assert tidy(office)
    assert victim.said().count("已更新 tasks.yaml") > KILLS // 20
    assert Counter(entry.id for entry in seen.log.entries).most_common(1)[0][1] == 1


def test_200_kills_of_a_chase(office: Path, run: Run, today: date) -> None:
    """Every letter on paper stands in the log under its number, and no two letters have the same."""
    numbers: Iterator[int] = count()

    def chase() -> None:
        number = next(numbers)
        day, unit = f"2021-{7 + number % 5:02}-{1 + number % 28:02}", ("建管科", "办公室")[number % 2]
        program("report", "chase", "--log", "--unit", unit, "--today", day, "-o", f"{number}.md")()

    victim = Victim(office / "said", chase)
    victim.measure()
    for kill in range(KILLS):
        numbers = count(3 * kill)
        victim.die()
        letters = letters_in(standing(office, today).log.entries)
        assert max(Counter(number for number, *_ in letters).values(), default=0) == 1
    for path in office.glob("*.md"):
        text = path.read_text("utf-8")
        (number,) = set(re.findall(r"催办〔2021〕第\d+号", text))  # on the letter, and on its slip
        (unit,) = re.findall(r"^(建管科|办公室)：$", text, re.MULTILINE)
        assert [to for name, to, _ in letters if name == number] == [unit]
    assert len(letters) > KILLS // 20
    assert run("note", "1.1", "x").code == 0


def letters_in(entries: tuple[Entry, ...]) -> set[tuple[str, str | None, date]]:
    """The letters that the log knows: number, unit and day."""
    return {(entry.text, entry.unit, entry.on) for entry in entries if entry.do is Do.CHASE}


def test_200_kills_of_a_collection(office: Path, run: Run, today: date) -> None:
    """Two units' workbooks are collected together: both or neither, and what was acknowledged is there."""
    assert run("report", "pack", "-o", "填报").code == 0
    sent = {unit: (office / "填报" / f"{unit}.xlsx").read_bytes() for unit in ("建管科", "办公室")}
    for number in range(40):
        folder = office / f"第{number}批"
        folder.mkdir()
        for unit, item in (("建管科", "1.1"), ("办公室", "2.1")):
            (folder / f"{unit}.xlsx").write_bytes(report(sent[unit], item, 进展=f"第{number}批"))
    batches: Iterator[int] = count()

    def collect() -> None:
        name = f"第{next(batches) % 40}批"
        if program("collect", name, "--yes")() == 0:
            print(f"收完{name}")

    victim = Victim(office / "said", collect)
    victim.measure()
    for number in range(KILLS):
        batches = count(number)
        victim.die()
        found = Counter(entry.text for entry in standing(office, today).log.entries)
        assert set(found.values()) <= {2}
        assert {line.removeprefix("收完") for line in victim.said().splitlines() if "收完" in line} <= set(
            found
        )
    assert len(found) > 10
    assert run("note", "1.1", "x").code == 0

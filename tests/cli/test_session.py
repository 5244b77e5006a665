"""A session: one moment of a ledger, and what follows from it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qjtask.cli.session import Session
from qjtask.core.log.entry import Do
from qjtask.storage.files.file_ledger import FileLedger
from tests.core.plans import entry

if TYPE_CHECKING:
    from tests.conftest import Run

TODAY = date(2021, 6, 10)
LOG = """\
- {"id": "a", "item": "1.1", "do": "note", "on": "2021-06-01", "at": "2021-06-01T09:00:00+08:00"}
不是记录
"""


@pytest.fixture
def session(ledger: Path) -> Session:
    """The shipped plan, with an entry in the log, and a line that is none."""
    (ledger / "data" / "progress.yaml").write_text(LOG, "utf-8")
    opened = FileLedger(ledger / "data" / "tasks.yaml", ledger)
    return Session(opened, *opened.read(), TODAY)


def test_it_prints_nothing_and_writes_nothing(
    session: Session, ledger: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path.name for path in (ledger / "data").iterdir())
    assert len(session.rows) == 45
    assert len(session.past.ordered) == 1
    assert len(session.log_problems) == 1
    assert session.units.shown()
    assert session.leads.shown()
    assert session.rows_of([("1.1.1", session.rows[0].item)]) == {"1.1.1": session.row("1.1")}
    assert session.row("99.9") is None
    assert capfd.readouterr() == ("", "")
    assert sorted(path.name for path in (ledger / "data").iterdir()) == before


def test_the_session_after_an_entry_is_another(session: Session) -> None:
    after = session.after([entry("9.2", Do.START)])
    row, then = session.row("9.2"), after.row("9.2")
    assert row is not None
    assert then is not None
    assert (row.status, then.status) == ("todo", "doing")
    assert len(session.log.entries) == 1


def test_opening_tells_the_logs_doubts_once(run: Run, ledger: Path) -> None:
    (ledger / "data" / "progress.yaml").write_text(LOG, "utf-8")
    for args in (("list",), ("done", "9.2"), ("undo",), ("report", "chase", "--log")):
        outcome = run(*args)
        assert outcome.code == 0
        assert outcome.err.count("progress.yaml:2:1") == 1


def test_looking_back_tells_later_entries_in_one_line(run: Run, ledger: Path) -> None:
    at = "2021-06-01T09:00:00+08:00"
    told_at = [
        {"id": f"{n}", "item": "1.1", "do": "note", "on": f"2021-07-{n}", "at": at} for n in range(11, 21)
    ]
    log = "".join(f"- {json.dumps(line)}\n" for line in told_at)
    (ledger / "data" / "progress.yaml").write_text(log, "utf-8")
    (told,) = run("list").err.splitlines()
    assert told == (
        "data/progress.yaml:10:1: 10条记录的日期在今天之后，到那天才计入"
        "（第1、2、3、4、5、6、7、8、9、10行）；请核对日期"
    )
    assert run("list", "--today", "2021-05-31").err == "", "they were not written yet"
    assert run("list", "--today", "2021-07-31").err == ""

"""A year's log: as dense as an office's, the same every time, and one that the program reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from generate import items, write_plan
from history import TODAY, log_lines, pasts, write_log

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.state import Status
from qjtask.core.standing.rows import rows
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.logs.own_entry import own_entry

pytestmark = pytest.mark.slow


def test_a_year_has_some_sixteen_lines_for_ten_works() -> None:
    lines = log_lines(items(2_000))
    assert 1.5 < len(lines) / 2_000 < 1.7
    assert log_lines(items(2_000)) == lines


def test_every_line_is_one_of_the_program_s_own_words() -> None:
    for number, line in enumerate(log_lines(items(600)), 1):
        assert isinstance(own_entry(line.rstrip("\n").encode(), number), Entry), line


def test_the_program_reads_every_line_and_stands_where_the_year_does(tmp_path: Path) -> None:
    plan = tmp_path / "tasks.yaml"
    with plan.open("w", encoding="utf-8", newline="\n") as out:
        write_plan(600, out)
    count = write_log(items(600), plan)

    read, log = FileLedger(plan, tmp_path).read()

    assert (len(log.entries), log.problems) == (count, ())
    assert {entry.do for entry in log.entries} == {Do.NOTE, Do.DONE, Do.EXTEND}
    told = {past.item.id: past for past in pasts(items(600))}
    for row in rows(read, log.entries, TODAY):
        past = told[row.item.id]
        assert (row.status is Status.DONE) == (past.done is not None)
        assert past.done or not past.item.day or row.deadline == past.day

"""Of many plans looked at by their indexes, only what is due is read."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from qjtask.cli import ledgers
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.index import index_growth, indexed_plan
from qjtask.storage.logs.log_file import Log, parse_log
from tests.conftest import SHIPPED_PLAN, Run

OFFICES = ("交通", "民政", "水务")


@pytest.fixture(autouse=True)
def district(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the plans of three offices, all large."""
    for name in OFFICES:
        (ledger / "全区" / name).mkdir(parents=True)
        shutil.copy(SHIPPED_PLAN, ledger / "全区" / name / "tasks.yaml")
    monkeypatch.setattr(ledgers, "_LARGE", 0)
    return ledger / "全区"


def _never(*_: object) -> None:
    raise AssertionError("all of it was read")


@pytest.mark.parametrize("more", [(), ("--within", "0d"), ("--format", "json"), ("--exit-code",)])
def test_only_what_is_due_is_read(run: Run, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]) -> None:
    run("done", "民政:9.2", "-f", "全区")
    first = run("due", "-f", "全区", *more)
    monkeypatch.setattr(FileLedger, "read", _never)
    assert run("due", "-f", "全区", *more) == first


def test_the_answer_is_that_of_reading_all(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("due", "-f", "全区")
    in_part = run("due", "-f", "全区")
    monkeypatch.setattr(ledgers, "_LARGE", 1 << 60)
    assert run("due", "-f", "全区") == in_part


def test_a_plan_at_fault_stops_only_itself(run: Run, district: Path) -> None:
    run("due", "-f", "全区")
    (district / "民政" / "tasks.yaml").write_text("titel: 写错了\n", "utf-8")
    found = run("due", "-f", "全区")
    assert found.code == 1
    assert "1个计划读不了" in found.err
    assert "交通:" in found.out
    assert "民政:" not in found.out


def test_offices_asked_for_are_looked_for_in_all_of_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("due", "-f", "全区", "--unit", "交通·审批科")
    first = run(*asked)
    monkeypatch.setattr(ledgers, "_LARGE", 1 << 60)
    assert run(*asked) == first
    assert first.code == 0


def test_silence_is_counted_the_same_whichever_plans_are_asked_for(
    run: Run, district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What all plans come to together is kept; some are asked for, have grown, or are gone."""
    some, whole = ("-f", "全区/交通/tasks.yaml", "-f", "全区/水务/tasks.yaml"), ("-f", "全区")

    def check() -> None:
        for plans in (whole, some):
            in_part = run("due", *plans, "--within", "0d")
            with monkeypatch.context() as patch:
                patch.setattr(ledgers, "_LARGE", 1 << 60)
                assert run("due", *plans, "--within", "0d") == in_part

    run("due", *whole)
    check()
    run("note", "水务:1.1", "开了会", *whole)
    check()
    shutil.rmtree(district / "民政")
    check()


def test_few_works_of_each_of_many_plans_are_read_by_the_patterns_for_many(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("due", "-f", "全区")
    monkeypatch.setattr(indexed_plan, "MANY", first.out.count("交通:"))
    monkeypatch.setattr(indexed_plan, "parse_plan", _never)
    assert run("due", "-f", "全区") == first


def test_many_logs_that_have_grown_are_read_by_the_patterns_for_many(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    patterns_for: list[bool] = []

    def parsed(*given: Any, are_many: bool = False) -> Log:
        patterns_for.append(are_many)
        return parse_log(*given, are_many=are_many)

    for _ in range(2):  # the first makes the logs
        run("due", "-f", "全区")
        for name in OFFICES:
            assert run("note", f"{name}:9.2", "开了会", "-f", "全区").code == 0
    monkeypatch.setattr(index_growth, "MANY", 7)
    monkeypatch.setattr(index_growth, "parse_log", parsed)
    in_part = run("due", "-f", "全区")
    assert patterns_for == [False, True, True]  # of one log that has grown alone, none are compiled
    monkeypatch.setattr(ledgers, "_LARGE", 1 << 60)
    assert run("due", "-f", "全区") == in_part

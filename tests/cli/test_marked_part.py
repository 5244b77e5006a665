"""A mark in a large ledger reads the works that it marks, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.cli import ledgers
from qjtask.storage.files import ledger_index
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.logs.log_file import load_log
from tests.conftest import Run


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "_LARGE", 0)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "qjtask"


def _never(*_: object) -> None:
    raise AssertionError("all of it was read")


def test_a_mark_reads_its_works_alone(run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("due")
    for name in ("read", "plan", "log"):
        monkeypatch.setattr(FileLedger, name, _never)
    assert "已登记：9.2" in run("done", "9.2").out
    assert "已于 2021-06-10 完成" in run("done", "9.2", "9.4").out
    assert "已登记：9.4.1" in run("note", "9.4.1", "开了会").out
    found = load_log(ledger / "data" / "progress.yaml", "").entries
    assert [one.item for one in found] == ["9.2", "9.4", "9.4.1"]


def test_the_first_mark_makes_the_index(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("note", "9.2", "开了会")
    monkeypatch.setattr(FileLedger, "read", _never)
    assert "9.2" in run("list", "9.2").out


def test_marks_bring_the_index_anew_only_once_many_lines_came(
    run: Run, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("note", "9.2", "开了会")
    (index,) = cache.glob("*.index")
    made = index.read_bytes()
    for name in ("read", "plan", "log"):
        monkeypatch.setattr(FileLedger, name, _never)
    run("note", "9.2", "又开了会")
    run("note", "9.4", "开了会")
    assert "已于 2021-06-10 完成" not in run("done", "9.2").out
    assert "已于 2021-06-10 完成" in run("done", "9.2").out  # though nothing of it stands in the index
    assert index.read_bytes() == made
    monkeypatch.setattr(ledger_index, "_MOST_BEHIND", 4)
    run("note", "9.4", "又开了会")
    assert index.read_bytes() != made


def test_entries_are_written_in_order_whatever_the_clock_says(run: Run, ledger: Path) -> None:
    log = ledger / "data" / "progress.yaml"
    log.write_text(
        '- {"id": "a", "item": "1.1", "do": "note", "on": "2021-06-01", "at": "2099-06-01T09:00:00+08:00"}\n',
        "utf-8",
    )
    run("due")
    run("note", "9.2", "开了会")
    run("note", "9.4", "开了会")
    moments = [one.at for one in load_log(log, "").entries]
    assert moments == sorted(moments)
    assert len(moments) == 3


def test_a_plan_that_changed_before_the_lock_is_not_marked(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("due")
    plan = ledger / "data" / "tasks.yaml"
    writing = FileLedger.writing_in_part

    def changed(self: FileLedger, on_wait: object) -> object:
        text = plan.read_text("utf-8")
        work = next(line for line in text.partition('"9.2"')[2].splitlines() if "work:" in line)
        plan.write_text(text.replace(work, "    work: 另一件事"), "utf-8")
        return writing(self, on_wait)  # type: ignore[arg-type]

    monkeypatch.setattr(FileLedger, "writing_in_part", changed)
    found = run("done", "9.2")
    assert found.code == 1
    assert "现在是“另一件事”" in found.err
    assert not (ledger / "data" / "progress.yaml").exists()


def test_a_copy_of_the_log_is_told_of(run: Run, ledger: Path) -> None:
    run("note", "9.2", "开了会")
    log = ledger / "data" / "progress.yaml"
    copy = (
        '- {"id": "c", "item": "1.1", "do": "note", "on": "2021-06-01", "at": "2021-06-01T09:00:00+08:00"}\n'
    )
    log.with_name("progress (冲突副本).yaml").write_text(log.read_text("utf-8") + copy, "utf-8")
    assert "里面有1条是记录里没有的" in run("note", "9.4", "开了会").err


def test_a_printed_number_is_known_by_the_index(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = ledger / "data" / "tasks.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(text.replace('- id: "9.2"\n', '- id: "9.2"\n    no: "27"\n'), "utf-8")
    run("due")
    for name in ("read", "plan", "log"):
        monkeypatch.setattr(FileLedger, name, _never)
    assert "已登记：9.2" in run("done", "第27项").out

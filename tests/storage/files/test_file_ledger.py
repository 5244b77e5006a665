"""A ledger of files: it keeps every promise of a ledger, and says which file is at fault."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.files import lock
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.ledger import SideKind
from qjtask.storage.plans.template import write_template
from tests.storage.indexes import ledger_at
from tests.storage.ledger_contract import LONG, PLAN, LedgerContract, nobody, note

ENTRY = '- {"id": "a", "item": "1.1", "do": "start", "on": "2021-06-20", "at": "2021-06-20T09:12:33+08:00"}\n'
posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


class FileOffice:
    """A folder with a plan."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "tasks.yaml").write_text(PLAN, "utf-8")

    def open(self) -> FileLedger:
        return FileLedger(self.folder / "tasks.yaml", self.folder)

    def lay(self, kind: SideKind, content: bytes) -> None:
        (self.folder / f"{kind}.yaml").write_bytes(content)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FileOffice:
    """An office whose writers wait for each other, however slow the machine is."""
    monkeypatch.setattr(lock, "PATIENCE", LONG)
    return FileOffice(tmp_path)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr(lock, "PATIENCE", 0.01)


class TestFileLedger(LedgerContract):
    """The promises of every ledger."""


# Names in messages --------------------------------------------------------------------------------


def test_a_plan_at_fault_is_told_under_its_short_name(tmp_path: Path) -> None:
    path = write_template(tmp_path / "data", 2021)
    path.write_text(path.read_text("utf-8").replace("year:", "yaer:"), "utf-8")
    with pytest.raises(Refused) as refused:
        FileLedger(path, tmp_path).plan()
    shown = Path("data/tasks.yaml")
    missing, unknown = str(refused.value).splitlines()
    assert missing.startswith(f"{shown}:")
    assert missing.endswith("计划缺少“year”；请补上 year:")
    assert unknown.startswith(f"{shown}:")
    assert unknown.endswith("计划里没有“yaer”这个键；是不是 year？")


def test_the_log_opens_without_its_plan(tmp_path: Path) -> None:
    (tmp_path / "progress.yaml").write_text(ENTRY + "?\n", "utf-8")
    log = FileLedger(tmp_path / "tasks.yaml", tmp_path).log()
    assert [entry.id for entry in log.entries] == ["a"]
    assert [str(problem.where) for problem in log.problems] == ["progress.yaml:2:1"]


def test_an_unchanged_plan_is_parsed_once(office: FileOffice) -> None:
    ledger = office.open()
    seen = ledger.plan()
    with ledger.writing(nobody) as book:
        assert book.plan is seen
    assert ledger.read().plan is seen


# Links --------------------------------------------------------------------------------------------


@posix_only
def test_a_linked_plan_has_the_log_of_the_real_one(office: FileOffice, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "tasks.yaml").symlink_to("../tasks.yaml")
    ledger = FileLedger(desk / "tasks.yaml", desk)
    with ledger.writing(nobody) as book:
        book.append([note("a")])
        book.replace_plan(PLAN.replace("建设\n", "管护\n"))
    assert [path.name for path in desk.iterdir()] == ["tasks.yaml"]
    assert (desk / "tasks.yaml").is_symlink()
    assert [entry.id for entry in office.open().log().entries] == ["a"]
    assert office.open().plan().groups[0].heading == "管护"
    assert ledger.side(SideKind.CONTACTS).path == tmp_path / "contacts.yaml"


# Rights -------------------------------------------------------------------------------------------


@posix_only
@pytest.mark.parametrize(("mode", "expected"), [(0o664, 0o664), (0o640, 0o640), (0o444, 0o644)])
def test_log_and_lock_take_the_plans_mode(
    office: FileOffice, tmp_path: Path, mode: int, expected: int
) -> None:
    """The owner may write them even where the plan is locked against slips of the hand."""
    (tmp_path / "tasks.yaml").chmod(mode)
    with office.open().writing(nobody) as book:
        book.append([note("a")])
    with office.open().side(SideKind.DELIVERIES).writing(nobody) as side:
        side.append(b"- 1\n", lambda _: True)
    made = [path for path in tmp_path.iterdir() if path.name != "tasks.yaml"]
    assert sorted(path.name for path in made) == [
        "deliveries.yaml",
        "deliveries.yaml.lock",
        "progress.yaml",
        "progress.yaml.lock",
    ]
    assert {path.stat().st_mode & 0o777 for path in made} == {expected}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="takes two groups, and root")
def test_log_and_lock_take_the_plans_group(office: FileOffice, tmp_path: Path) -> None:
    os.chown(tmp_path / "tasks.yaml", -1, 5000)
    with office.open().writing(nobody) as book:
        book.append([note("a")])
        book.replace_plan(PLAN + "# 改\n", [note("b")])
    assert {path.stat().st_gid for path in tmp_path.iterdir()} == {5000}


# A log out of reach -------------------------------------------------------------------------------


def refusals(ledger: FileLedger) -> set[str]:
    """What readers and writers say; nobody else is asked anything, and nothing hangs."""
    told = set()
    for use in (ledger.log, ledger.read, lambda: ledger.writing(nobody).__enter__()):
        with pytest.raises(Refused) as refused:
            use()
        told.add(str(refused.value))
    return told


@posix_only
@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("offline", "这是一个链接，它指向的 share/progress.yaml 现在没有"),
        ("loop", "链接绕成了圈"),
        ("pipe", "这是管道或设备，不是记录文件"),
        ("device", "这是管道或设备，不是记录文件"),
        ("folder", "这是一个文件夹"),
    ],
)
def test_a_log_that_cannot_be_had_is_refused_by_all_and_nothing_hangs(
    office: FileOffice, tmp_path: Path, kind: str, told: str
) -> None:
    log = tmp_path / "progress.yaml"
    if kind == "pipe":
        os.mkfifo(log)
    elif kind == "folder":
        log.mkdir()
    else:
        log.symlink_to(
            {"offline": "share/progress.yaml", "loop": "progress.yaml", "device": "/dev/zero"}[kind]
        )
    (refusal,) = refusals(office.open())
    assert refusal.startswith("progress.yaml: ")
    assert told in refusal
    assert kind == "folder" or not list(tmp_path.glob("*.lock"))


@pytest.mark.parametrize("loss", ["gone", "emptied"])
def test_a_log_that_was_written_and_is_lost_is_told(office: FileOffice, tmp_path: Path, loss: str) -> None:
    log = tmp_path / "progress.yaml"
    with office.open().writing(nobody) as book:
        book.append([note("a")])
    assert office.open().log().problems == ()
    if loss == "gone":
        log.unlink()
    else:
        log.write_bytes(b"")
    (problem,) = office.open().log().problems
    assert "可是以前登记过，现在都没有计入" in problem.what
    assert not problem.is_warning
    with office.open().writing(nobody) as book:
        assert [one.what for one in book.log.problems] == [problem.what]


def test_a_ledger_that_was_locked_and_never_written_is_no_loss(office: FileOffice, tmp_path: Path) -> None:
    with office.open().writing(nobody):
        pass
    assert office.open().log().problems == ()
    (tmp_path / "progress.yaml").touch()
    assert office.open().log().problems == ()


def test_what_was_not_read_before_writing_cannot_be_read_as_it_was(tmp_path: Path) -> None:
    ledger = ledger_at(tmp_path)
    with ledger.writing_in_part(lambda: None) as book:
        assert [one.id for one in book.log.entries] == ["a1", "a2", "a3", "a4"]
        book.append([book.log.entries[0]._replace(id="b1")])
        assert len(book.log.entries) == 4
        with pytest.raises(RuntimeError):
            _ = book.plan

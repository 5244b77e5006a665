"""Which files a ledger is made of, how messages name them, and where a plan is looked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qjtask.storage.files.ledger_files import (
    RealPaths,
    beside_log,
    is_plan_list,
    ledger_files,
    lock_of,
    log_path_of,
    places,
)


@pytest.mark.parametrize(
    ("plan", "log"),
    [
        ("tasks.yaml", "progress.yaml"),
        ("2021.yaml", "2021.progress.yaml"),
        ("a.b.yml", "a.b.progress.yaml"),
        ("plan", "plan.progress.yaml"),
    ],
)
def test_the_log_is_named_after_the_plan(plan: str, log: str, tmp_path: Path) -> None:
    assert log_path_of(tmp_path / plan) == tmp_path / log


@pytest.mark.parametrize(
    ("log", "contacts"),
    [
        ("progress.yaml", "contacts.yaml"),
        ("data/progress.yaml", "data/contacts.yaml"),
        ("2021.progress.yaml", "2021.contacts.yaml"),
    ],
)
def test_the_file_stands_beside_the_log(log: str, contacts: str) -> None:
    assert beside_log(log, "contacts") == contacts


def test_messages_name_the_files_as_seen_from_the_folder(tmp_path: Path) -> None:
    files = ledger_files(tmp_path / "data" / "tasks.yaml", tmp_path)
    assert (files.shown, files.log_shown) == (str(Path("data/tasks.yaml")), str(Path("data/progress.yaml")))
    files = ledger_files(tmp_path / "data" / "tasks.yaml", tmp_path / "here")
    assert files.shown == str(tmp_path / "data" / "tasks.yaml")
    assert files.log_shown == str(tmp_path / "data" / "progress.yaml")


def test_a_link_to_a_plan_is_that_plan(tmp_path: Path) -> None:
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "2026.yaml").touch()
    (tmp_path / "tasks.yaml").symlink_to("office/2026.yaml")
    files = ledger_files(tmp_path / "tasks.yaml", tmp_path)
    assert files == ledger_files(tmp_path / "office" / "2026.yaml", tmp_path)
    assert files.log == tmp_path / "office" / "2026.progress.yaml"


def test_a_link_that_leads_in_a_circle_is_no_endless_walk(tmp_path: Path) -> None:
    (tmp_path / "progress.yaml").symlink_to("progress.yaml")
    assert lock_of(tmp_path / "progress.yaml").name == "progress.yaml.lock"


def test_where_a_ledger_is_looked_for(tmp_path: Path) -> None:
    asked: list[Path] = []

    def data_folder() -> Path:
        asked.append(tmp_path)
        return tmp_path / "share"

    looked = places(tmp_path / "a" / "b", data_folder)
    assert [next(looked) for _ in range(4)] == [
        tmp_path / "a" / "b" / "tasks.yaml",
        tmp_path / "a" / "b" / "data" / "tasks.yaml",
        tmp_path / "a" / "tasks.yaml",
        tmp_path / "a" / "data" / "tasks.yaml",
    ]
    assert asked == []  # looking it up has a price
    rest = list(looked)
    assert Path(tmp_path.anchor) / "tasks.yaml" in rest
    assert rest[-1] == tmp_path / "share" / "tasks.yaml"
    assert asked == [tmp_path]


def test_a_list_is_known_by_its_name() -> None:
    assert is_plan_list(Path("a/ledger.yaml"))
    assert is_plan_list(Path("2021.ledger.yaml"))
    assert not is_plan_list(Path("myledger.yaml"))


def test_hundreds_of_files_are_where_each_by_itself_is(tmp_path: Path) -> None:
    office = tmp_path / "offices" / "a"
    office.mkdir(parents=True)
    (office / "tasks.yaml").touch()
    (office / "linked.yaml").symlink_to("tasks.yaml")
    (office / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "here").symlink_to(tmp_path / "offices")
    found = RealPaths()
    for folder in (office, tmp_path / "here" / "a", tmp_path / "here" / "a" / ".." / "a", Path("here")):
        for name in ("tasks.yaml", "linked.yaml", "loop.yaml", "none.yaml", ".."):
            assert found.of(folder / name) == os.path.realpath(folder / name)

"""A ledger on disk: which files it is made of, and how messages name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.ledger import beside_log, log_path_of, open_ledger, open_log, places
from qjtask.storage.template import write_template

ENTRY = '- {"id": "a", "item": "1.1", "do": "start", "on": "2021-06-20", "at": "2021-06-20T09:12:33+08:00"}\n'


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


def test_a_ledger_is_the_plan_and_the_log_beside_it(tmp_path: Path) -> None:
    path = write_template(tmp_path / "data", 2021)
    ledger = open_ledger(path, tmp_path)
    assert ledger.plan.year == 2021
    assert (ledger.shown, ledger.log_shown) == (str(Path("data/tasks.yaml")), str(Path("data/progress.yaml")))
    assert ledger.log_path == tmp_path / "data" / "progress.yaml"
    assert ledger.log().entries == ()
    ledger.log_path.write_text(ENTRY + "?\n", "utf-8")
    log = ledger.log()  # as it is now, not as it was
    assert [entry.item for entry in log.entries] == ["1.1"]
    assert [problem.where for problem in log.problems] == [f"{Path('data/progress.yaml')}:2:1"]


def test_messages_name_a_ledger_of_another_folder_in_full(tmp_path: Path) -> None:
    path = write_template(tmp_path / "there", 2021)
    ledger = open_ledger(path, tmp_path / "here")
    assert ledger.shown == str(path)
    assert ledger.log_shown == str(tmp_path / "there" / "progress.yaml")


def test_a_plan_at_fault_is_told_under_its_short_name(tmp_path: Path) -> None:
    path = write_template(tmp_path / "data", 2021)
    path.write_text(path.read_text("utf-8").replace("year:", "yaer:"), "utf-8")
    with pytest.raises(Refused) as refused:
        open_ledger(path, tmp_path)
    shown = Path("data/tasks.yaml")
    assert str(refused.value).splitlines() == [
        f"{shown}:3:1: 计划缺少“year”；请补上 year:",
        f"{shown}:7:1: 计划里没有“yaer”这个键；是不是 year？",
    ]


def test_the_log_opens_without_its_plan(tmp_path: Path) -> None:
    (tmp_path / "progress.yaml").write_text(ENTRY + "?\n", "utf-8")
    log = open_log(tmp_path / "tasks.yaml", tmp_path)
    assert [entry.id for entry in log.entries] == ["a"]
    assert [problem.where for problem in log.problems] == ["progress.yaml:2:1"]


def test_where_a_ledger_is_looked_for(tmp_path: Path) -> None:
    asked: list[Path] = []

    def data_folder() -> Path:
        asked.append(tmp_path)
        return tmp_path / "share"

    looked = places(tmp_path / "a" / "b", data_folder)
    assert [next(looked) for _ in range(4)] == [
        tmp_path / "a" / "b" / "data" / "tasks.yaml",
        tmp_path / "a" / "b" / "tasks.yaml",
        tmp_path / "a" / "data" / "tasks.yaml",
        tmp_path / "a" / "tasks.yaml",
    ]
    assert asked == []  # looking it up has a price
    rest = list(looked)
    assert Path(tmp_path.anchor) / "tasks.yaml" in rest
    assert rest[-1] == tmp_path / "share" / "tasks.yaml"
    assert asked == [tmp_path]


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

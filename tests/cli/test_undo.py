"""What an undo takes back, and that it asks before it takes back what another wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qjtask.cli.commands import undo
from qjtask.core.log.entry import Do
from qjtask.storage.files.log_writer import append
from qjtask.storage.logs.log_file import load_log
from tests.cli.asking import answers, asked
from tests.core.plans import entry

Run = Callable[..., Any]


def statuses(run: Run, *ids: str, today: str = "2021-06-10") -> list[str]:
    items = json.loads(run("list", *ids, "--format", "json", "--today", today).out)["items"]
    return [item["status"] for item in items]


def test_all_that_one_command_wrote_is_taken_back(run: Run) -> None:
    run("note", "1.2", "梳理", "--by", "王芳")
    run("done", "1.1", "1.2", "1.3", "--by", "王芳")
    taken = run("undo", "--by", "王芳").out.splitlines()
    assert taken.pop().startswith("台账：")
    assert [line[:8] for line in taken] == ["已撤销：1.1 ", "已撤销：1.2 ", "已撤销：1.3 "]
    assert statuses(run, "1.1", "1.2", "1.3") == ["todo", "doing", "todo"]


def test_of_one_item_only_its_own_is_taken_back(run: Run) -> None:
    run("done", "1.1", "1.2", "--by", "王芳")
    run("undo", "1.2", "--by", "王芳")
    assert statuses(run, "1.1", "1.2") == ["done", "todo"]


def test_what_another_wrote_is_not_taken_back_unasked(run: Run, ledger: Path) -> None:
    run("done", "1.1", "--by", "甲")
    run("done", "1.2", "--by", "乙")
    before = (ledger / "data" / "progress.yaml").read_bytes()
    outcome = run("undo", "--by", "甲")
    assert (outcome.code, outcome.out) == (1, "")
    assert re.search(r"1\.2 完成（2021-06-10；乙 \d{4}-\d\d-\d\d \d\d:\d\d 登记）", outcome.err)
    assert "确要撤销请加 --yes" in outcome.err
    (number,) = re.findall(r"自己最近登记的是 1\.1，撤销它用 qjtask undo (\w{16})", outcome.err)
    assert (ledger / "data" / "progress.yaml").read_bytes() == before
    assert "1.1 完成" in run("undo", number, "--by", "甲").out
    assert statuses(run, "1.1", "1.2") == ["todo", "done"]


@pytest.mark.parametrize("way", ["yes", "number"])
def test_what_another_wrote_is_taken_back_when_told_so(run: Run, ledger: Path, way: str) -> None:
    run("done", "1.2", "--by", "乙")
    number = load_log(ledger / "data" / "progress.yaml", "p").entries[-1].id
    outcome = run("undo", *(["--yes"] if way == "yes" else [number]), "--by", "甲")
    assert outcome.out.startswith("已撤销：1.2 完成（2021-06-10；乙登记）；现在是未启动——")


@answers
def test_on_a_terminal_it_asks(answer: str, is_written: bool, ledger: Path) -> None:
    log = ledger / "data" / "progress.yaml"
    append(log, "p", [entry("1.1", by="李明")])
    told = asked(answer, "undo", "--today", "2021-06-10", "--by", "王芳", folder=ledger)
    assert "李明" in told
    assert "确要撤销吗" in told
    assert len(load_log(log, "p").entries) == 1 + is_written


def test_the_number_that_it_takes_is_shown_by_log(run: Run) -> None:
    run("done", "1.1", "1.2", "--by", "王芳")
    number = run("log").out.splitlines()[1].split("\t")[-1]
    assert run("undo", number, "--by", "王芳").code == 0
    assert statuses(run, "1.1", "1.2") == ["todo", "done"]
    again = run("undo", number)
    assert again.code == 1
    assert f"{number}: 这条记录已经撤销" in again.err


def test_what_was_taken_back_counts_on_no_day(run: Run) -> None:
    """Last month's report, made again, does not count what was entered by mistake."""
    run("done", "1.1", "--on", "5月20日", "--by", "王芳")
    assert statuses(run, "1.1", today="2021-05-31") == ["done"]
    run("undo", "--by", "王芳")
    assert statuses(run, "1.1", today="2021-05-31") == ["todo"]
    assert (
        "1.1"
        not in run("report", "bulletin", "--since", "2021-05-01", "--today", "2021-05-31")
        .out.split("逾期未完成")[0]
        .split("完成的工作")[-1]
    )


def test_what_was_written_while_it_asked_is_not_taken_back(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = ledger / "data" / "progress.yaml"
    append(log, "p", [entry("1.1", by="李明")])

    def meanwhile(*_: object) -> bool:
        append(log, "p", [entry("1.2", Do.NOTE, by="李明")])
        return True

    monkeypatch.setattr(undo, "_agreed", meanwhile)
    outcome = run("undo", "--by", "王芳")
    assert outcome.code == 1
    assert "刚才有人登记或撤销了，什么也没有写入" in outcome.err
    assert len(load_log(log, "p").entries) == 2


@pytest.mark.parametrize("typed", ["99.1", "0123456789abcdef", "1.1,1.2"])
def test_what_is_neither_an_item_nor_a_record_is_refused(run: Run, typed: str) -> None:
    run("done", "1.1", "1.2", "--by", "王芳")
    outcome = run("undo", typed)
    assert (outcome.code, outcome.out) == (1, "")
    assert typed.split(",", maxsplit=1)[0] in outcome.err

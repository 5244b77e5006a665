"""Which ledger is meant: found, named once, and told by what was written into it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qjtask.cli.which_ledger import next_command

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.fixture
def two(ledger: Path) -> Path:
    """The demonstration in data/, and a plan of one's own beside it."""
    own = ledger / "data" / "tasks.yaml"
    text = own.read_text("utf-8").replace("title: 2021年重庆市黔江区交通局", "title: 青禾县政务服务局", 1)
    (ledger / "tasks.yaml").write_text(text, "utf-8")
    return ledger


def test_a_plan_of_ones_own_comes_before_the_demonstration(two: Path, run: Run) -> None:
    """Who imports beside the demo and types `done 1.1` must not mark the demo of 2021."""
    outcome = run("done", "1.1")
    assert outcome.code == 0
    assert outcome.out.splitlines()[-1].startswith("台账：青禾县政务服务局")
    assert outcome.out.splitlines()[-1].endswith("（tasks.yaml）")
    assert (two / "progress.yaml").exists()
    assert not (two / "data" / "progress.yaml").exists()


def test_import_beside_the_demonstration_names_the_whole_next_command(ledger: Path, run: Run) -> None:
    notice = Path(__file__).resolve().parents[1] / "data" / "notice.txt"
    shutil.copy(notice, ledger / "通知.txt")
    for args, command in (
        ((), "qjtask check"),
        (("-o", "新计划.yaml"), "qjtask check --file 新计划.yaml"),
        (("-o", "新 计划.yaml"), "qjtask check --file '新 计划.yaml'"),
    ):
        outcome = run("import", "通知.txt", *args)
        assert outcome.code == 0
        assert outcome.out.splitlines()[-1] == command
    assert run("check", "--file", "新 计划.yaml").code == 0
    assert (ledger / "tasks.yaml").exists()


@pytest.mark.parametrize("option", ["--file", "--today"])
@pytest.mark.parametrize("is_before", [True, False])
def test_an_option_left_empty_is_not_one_that_was_not_given(
    option: str, is_before: bool, ledger: Path, run: Run
) -> None:
    """As `--file "$PLAN"` is where the shell knows no PLAN: another plan would be marked."""
    command = ("note", "9.2", "进展")
    outcome = run(*((option, "", *command) if is_before else (*command, option, "")))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"{option}: 写了却是空的；请写上内容；不用的话不写 {option}\n"
    assert not (ledger / "data" / "progress.yaml").exists()


def test_the_environment_makes_the_option_needed(
    ledger: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("list").code == 0
    assert next_command("check", ledger / "data" / "tasks.yaml") == "qjtask check"
    monkeypatch.setenv("QJTASK_FILE", "else.yaml")
    assert "--file" in next_command("check", ledger / "data" / "tasks.yaml")


@pytest.mark.parametrize(
    ("args", "option"),
    [
        (("-f", "a.yaml", "list", "-f", "data/tasks.yaml"), "--file"),
        (("--today", "2021-06-01", "list", "--today", "2021-06-02"), "--today"),
        (("done", "9.2", "--on", "2021-06-01", "--on", "2021-06-02"), "--on"),
        (("report", "chase", "-o", "a.md", "-o", "b.md"), "--output"),
        (("import", "x.txt", "--year", "2020", "--year", "2021"), "--year"),
    ],
)
def test_of_two_values_for_one_option_neither_wins_in_silence(
    args: tuple[str, ...], option: str, run: Run, ledger: Path
) -> None:
    shutil.copy(ledger / "data" / "tasks.yaml", ledger / "a.yaml")
    outcome = run(*args)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"{option}: 写了两次，不知道以哪个为准；请只留一个\n"
    assert not (ledger / "data" / "progress.yaml").exists()


def test_options_that_take_several_values_and_switches_may_be_repeated(run: Run) -> None:
    assert run("list", "--unit", "审批科", "--unit", "法规科", "--full", "--full").code == 0


def test_a_folder_that_is_gone_is_named(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    monkeypatch.setenv("PWD", str(gone))
    gone.rmdir()
    for args in (("list",), ("done", "1.1"), ("report", "bulletin"), ("import", "x.txt"), ("check",)):
        outcome = run(*args)
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err == f"{gone}: 现在所在的文件夹已经不在了；请先 cd 到别的文件夹\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows says so in another way")
@pytest.mark.parametrize(
    "command", [("import", "{}"), ("merge", "{}"), ("collect", "{}"), ("import", "x.txt", "-o", "{}")]
)
def test_a_name_that_the_disk_does_not_take_is_told_by_every_command(
    command: tuple[str, ...], run: Run
) -> None:
    outcome = run(*(word.replace("{}", "长" * 300) for word in command))
    assert (outcome.code, outcome.out) == (1, "")
    assert "写不出结果" not in outcome.err
    assert "文件名太长" in outcome.err or "没有这个文件" in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="Windows says so in another way, or needs rights for a link")
def test_a_path_that_the_system_cannot_follow_is_told_with_its_reason(run: Run, ledger: Path) -> None:
    (ledger / "圈.yaml").symlink_to(ledger / "圈.yaml")
    for path, why in (("圈.yaml", "链接绕成了圈，或太多层"), ("长" * 300, "文件名太长")):
        outcome = run("--file", path, "list")
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err.startswith(f"{path}: 看不到这里有没有计划（{why}）；请核对路径")

"""What Typer complains of, said in Chinese: what it says today is known, what it will say is not."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from qjtask.cli.chinese import usage_fault
from qjtask.cli.registry import COMMANDS
from qjtask.core.text.width import width
from tests.conftest import Run


class _Later(typer.BadParameter):
    """A complaint of a later Typer."""

    option_name = "--unit"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (typer.BadParameter("'x' is not a valid integer."), "“x”不是整数"),
        (typer.BadParameter("'x' is not a thing of tomorrow.", param_hint="--year"), "--year: 写得不对"),
        (_Later("Option '--unit' cannot be had on Sundays."), "选项“--unit”写得不对"),
        (typer.TyperException("Too many words."), "命令写得不对"),
        (typer.TyperException(""), "命令写得不对"),
    ],
)
def test_an_unknown_complaint_is_told_without_its_words(error: typer.TyperException, told: str) -> None:
    assert usage_fault(error) == f"{told}；用法见 qjtask --help"


@pytest.mark.parametrize("columns", [44, 60, 80, 200])
def test_no_line_of_help_is_wider_than_the_screen(
    columns: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Han character takes two cells."""
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in ((), ("db", "load"), ("report", "chase"), *((name,) for name in COMMANDS)):
        lines = run(*command, "--help").out.splitlines()
        assert max(map(width, lines)) <= min(columns, 80)
        assert not any(line.strip()[:1] in {"，", "。", "；", "、", "）"} for line in lines)


def test_what_help_says_goes_on_below_where_it_begins(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    lines = run("note", "--help").out.splitlines()
    at = lines.index("  -u, --unit UNIT      只登记这个单位的部分；合称表示它的")
    assert lines[at + 1] == "                       每个单位"


def test_completion_is_installed_in_chinese_words(
    run: Run, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["qjtask", "--install-completion"])
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "bash")
    with pytest.raises(SystemExit) as ended:
        run("--install-completion")
    assert ended.value.code == 0
    assert tuple(capfd.readouterr()) == ("命令补全已装好，重新打开终端后生效\n", "")
    assert (Path.home() / ".bash_completions" / "qjtask.sh").exists()


def test_a_shell_that_nobody_knows_is_told_in_chinese_words(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["qjtask", "--install-completion"])
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: None)
    outcome = run("--install-completion")
    assert (outcome.code, outcome.out) == (1, "")
    (line,) = outcome.err.splitlines()
    assert line.startswith("没有装上命令补全：认不出这个终端用的是什么 shell")

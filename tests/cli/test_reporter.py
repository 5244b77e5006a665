"""Who reports: named for each report, once for all, or told that nobody is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run


def by(ledger: Path) -> list[str | None]:
    lines = (ledger / "data" / "progress.yaml").read_text("utf-8").splitlines()
    return [json.loads(line[2:])["by"] for line in lines]


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's settings file, which is not there yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "qjtask").mkdir(parents=True)
    return tmp_path / "config" / "qjtask" / "settings.yaml"


def test_the_nearest_name_counts(
    run: Run, ledger: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("start", "1.1")
    settings.write_text("# 我\nby: 王芳\n", "utf-8")
    run("start", "1.2")
    monkeypatch.setenv("QJTASK_BY", " 李四 ")
    run("start", "1.3")
    run("start", "1.4", "--by", "张三")
    assert by(ledger) == ["zhangsan", "王芳", "李四", "张三"]


def test_everything_that_writes_bears_the_name(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QJTASK_BY", "李四")
    run("start", "1.1")
    run("undo")
    run("report", "chase", "--log", "--unit", "建管科")
    assert set(by(ledger)) == {"李四"}


@pytest.mark.parametrize("text", ["", "# 还没有写\n", "by:\n", "by: ''\n"])
def test_blank_settings_say_nothing(text: str, run: Run, ledger: Path, settings: Path) -> None:
    settings.write_text(text, "utf-8")
    assert run("start", "1.1").err == ""
    assert by(ledger) == ["zhangsan"]


@pytest.mark.parametrize("text", ["name: 王芳\n", "by: [王芳]\n", "- 王芳\n", "by: 王芳\nby: 李四\n"])
def test_settings_at_fault_are_told_with_their_place_and_nothing_is_written(
    text: str, run: Run, ledger: Path, settings: Path
) -> None:
    settings.write_text(text, "utf-8")
    outcome = run("start", "1.1")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"{settings}:")
    assert not (ledger / "data" / "progress.yaml").exists()
    assert run("start", "1.1", "--by", "张三").code == 0  # the settings are not asked


@pytest.mark.parametrize("login", ["root", "Administrator", "SYSTEM"])
def test_a_login_that_is_nobodys_name_is_told_and_the_entry_written(
    login: str, run: Run, ledger: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", login)
    outcome = run("start", "1.1")
    assert outcome.code == 0
    (line,) = outcome.err.splitlines()
    assert f"登记人记作“{login}”，看不出是谁；请加 --by 姓名" in line
    assert "QJTASK_BY" in line
    assert str(settings) in line
    assert by(ledger) == [login]
    assert run("start", "1.1").err == ""  # nothing was written
    assert run("start", "1.2", "--by", "张三").err == ""


def test_without_any_name_the_entry_is_written_and_told(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert "没有登记人的姓名；请加 --by 姓名" in run("start", "1.1").err
    assert by(ledger) == [None]

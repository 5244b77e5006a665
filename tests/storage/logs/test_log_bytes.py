"""A log that cannot be reached is no empty log; and nothing waits for one that never comes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.logs.log_bytes import read_log_bytes

Run = Callable[..., Any]

posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        read_log_bytes(path, "progress.yaml")
    return str(refused.value)


def test_a_log_that_is_there_or_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "progress.yaml"
    assert read_log_bytes(path, "p") == b""
    path.write_bytes(b"- {}\n")
    assert read_log_bytes(path, "p") == b"- {}\n"


def test_a_log_that_another_makes_in_this_moment_is_no_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of fifty first writers read the link that the log, made between two looks, never was."""
    path = tmp_path / "progress.yaml"
    stat = Path.stat

    def looked(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        try:
            return stat(self, follow_symlinks=follow_symlinks)
        finally:
            path.write_bytes(b"- {}\n")

    monkeypatch.setattr(Path, "stat", looked)
    assert read_log_bytes(path, "p") == b""
    assert read_log_bytes(path, "p") == b"- {}\n"


def test_a_log_has_no_bound(tmp_path: Path) -> None:
    """What was appended is read again, however long the log grew."""
    path = tmp_path / "progress.yaml"
    with path.open("wb") as file:
        file.truncate(70 * 1024 * 1024)
    assert len(read_log_bytes(path, "p")) == 70 * 1024 * 1024


@posix_only
@pytest.mark.parametrize("target", ["share/progress.yaml", "gone.yaml"])
def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path, target: str) -> None:
    path = tmp_path / "progress.yaml"
    path.symlink_to(target)
    told = refusal(path)
    assert told.startswith(f"progress.yaml: 这是一个链接，它指向的 {target} 现在没有；")
    assert "不能当作没有登记过" in told


@posix_only
def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "progress.yaml"
    path.symlink_to(path)
    assert refusal(path).startswith("progress.yaml: 打不开记录文件（")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "progress.yaml"
    path.mkdir()
    assert refusal(path).startswith("progress.yaml: 打不开记录文件（")


@posix_only
def test_a_pipe_or_a_device_is_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "progress.yaml"
    os.mkfifo(path)
    assert refusal(path).startswith("progress.yaml: 这是管道或设备，不是记录文件；")
    assert refusal(Path("/dev/zero")).startswith("progress.yaml: 这是管道或设备")


@posix_only
@pytest.mark.parametrize("kind", ["pipe", "dangling", "loop"])
def test_every_command_refuses_it_and_none_hangs(ledger: Path, run: Run, kind: str) -> None:
    log = ledger / "data" / "progress.yaml"
    if kind == "pipe":
        os.mkfifo(log)
    else:
        log.symlink_to(log if kind == "loop" else "share/progress.yaml")
    for command in (["list"], ["check"], ["note", "9.2", "进展"], ["undo"], ["remind"]):
        outcome = run(*command)
        assert outcome.code == 1
        assert "不能当作没有登记过" in outcome.out + outcome.err
    assert not (ledger / "data" / "share").exists()

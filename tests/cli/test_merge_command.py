"""A copy of the log taken in: what is missing, by its record number, shown first."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.storage.files.log_writer import append
from qjtask.storage.logs.entry_line import format_entry
from qjtask.storage.logs.log_file import load_log
from tests.cli.asking import answers, asked
from tests.core.plans import entry

Run = Callable[..., Any]

OURS = entry("9.2", Do.NOTE, by="王芳", text="进展")
THEIRS = [entry("1.1", by="李四"), entry("9.3", Do.NOTE, by="李四", text="交办")]


def lines(*entries: Entry) -> bytes:
    return "".join(f"{format_entry(one)}\n" for one in entries).encode()


@pytest.fixture
def log(ledger: Path) -> Path:
    path = ledger / "data" / "progress.yaml"
    append(path, "p", [OURS])
    return path


@pytest.fixture
def copy(log: Path) -> Path:
    path = log.with_name("progress (李四的冲突副本).yaml")
    path.write_bytes(lines(OURS, *THEIRS))
    return path


def test_what_is_missing_is_shown_and_taken_in_as_it_stands(run: Run, log: Path, copy: Path) -> None:
    outcome = run("merge", str(copy), "--yes")
    assert outcome.code == 0
    assert "1.1\t完成" in outcome.out
    assert "9.3\t进展" in outcome.out
    assert "9.2" not in outcome.out
    assert outcome.out.endswith(f"已并入2条；{copy} 可以移走了\n")
    assert log.read_bytes() == lines(OURS, *THEIRS)
    assert copy.read_bytes() == lines(OURS, *THEIRS)
    assert run("merge", str(copy), "--yes").out == f"{copy} 里没有新的记录，可以移走\n"
    assert "副本" not in run("check").out


def test_nothing_is_written_before_somebody_agreed(run: Run, log: Path, copy: Path) -> None:
    before = log.read_bytes()
    assert run("merge", str(copy), "--dry-run").code == 0
    nobody = run("merge", str(copy))
    assert nobody.code == 1
    assert "加 --yes 表示同意" in nobody.err
    assert log.read_bytes() == before


@answers
def test_on_a_terminal_it_asks(answer: str, is_written: bool, ledger: Path, log: Path, copy: Path) -> None:
    assert "照此并入吗" in asked(answer, "merge", str(copy), "--today", "2021-06-10", folder=ledger)
    assert len(load_log(log, "p").entries) == (3 if is_written else 1)


def test_what_a_later_version_wrote_is_taken_in_unread(run: Run, log: Path, copy: Path) -> None:
    newer = format_entry(THEIRS[0]).replace('"done"', '"split"').replace(THEIRS[0].id, "newer")
    copy.write_text(newer + "\n", "utf-8")
    outcome = run("merge", str(copy), "--yes")
    assert "另有由更新的版本写入的，照样并入" in outcome.err
    assert log.read_bytes() == lines(OURS) + newer.encode() + b"\n"


def test_what_a_hand_wrote_is_taken_in_as_it_stands(run: Run, log: Path, copy: Path) -> None:
    block = b"- item: 9.3\n  do: note\n  on: 2021-06-01\n  text: by hand"
    copy.write_bytes(block)
    assert run("merge", str(copy), "--yes").code == 0
    assert log.read_bytes() == lines(OURS) + block + b"\n"
    assert "没有新的记录" in run("merge", str(copy)).out


def test_a_line_that_differs_is_told_and_left(run: Run, log: Path, copy: Path) -> None:
    copy.write_bytes(lines(OURS._replace(text="改过"), *THEIRS))
    outcome = run("merge", str(copy), "--yes")
    assert f":1:1: 记录 {OURS.id} 与台账里的内容不同，没有并入；请核对" in outcome.err
    assert log.read_bytes() == lines(OURS, *THEIRS)


def test_what_would_not_count_is_told_beforehand(run: Run, copy: Path) -> None:
    copy.write_bytes(lines(entry("99.1")) + b"<<<<<<< HEAD\n" + lines(*THEIRS))
    told = run("merge", str(copy), "--dry-run").err
    assert f"{copy}:1:1: 计划里没有 99.1，这条记录没有计入" in told
    assert f"{copy}:2:1: 这是 git 合并冲突的标记" in told


def test_what_others_wrote_while_it_asked_stays(
    run: Run, log: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qjtask.cli.commands import merge

    meanwhile = entry("9.2", Do.NOTE, text="另一人")

    def agreed(*_: str) -> bool:
        append(log, "p", [meanwhile, THEIRS[0]])
        return True

    monkeypatch.setattr(merge, "agreed", agreed)
    assert "已并入1条" in run("merge", str(copy)).out
    assert log.read_bytes() == lines(OURS, meanwhile, *THEIRS)


def test_a_copy_upon_no_log(run: Run, log: Path, copy: Path) -> None:
    log.unlink()
    assert run("merge", str(copy), "--yes").code == 0
    assert log.read_bytes() == lines(OURS, *THEIRS)


@pytest.mark.skipif(os.name == "nt", reason="makes a link")
def test_what_is_no_copy_is_refused(run: Run, log: Path, tmp_path: Path) -> None:
    gbk = tmp_path / "gbk.yaml"
    gbk.write_bytes(lines(*THEIRS).decode().encode("gbk"))
    link = tmp_path / "link.yaml"
    link.symlink_to(log)
    for name, told in (
        ("gone.yaml", "没有这个文件"),
        (str(log), "这就是记录本身"),
        (str(link), "这就是记录本身"),
        (str(gbk), "看来是 GBK"),
        (str(log.with_name("tasks.yaml")), "不像是登记记录"),
    ):
        outcome = run("merge", name, "--yes")
        assert (outcome.code, outcome.out) == (1, "")
        assert told in outcome.err

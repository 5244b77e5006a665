"""What `check` says of a log: errors and doubts; and letters held against it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qjtask.storage.evidence.evidence_digests import file_digest

Run = Callable[..., Any]


@pytest.fixture
def log(ledger: Path, run: Run) -> Path:
    """A log of two entries."""
    run("note", "9.2", "完成改造", "--percent", "60", "--on", "6月1日", "--by", "王芳")
    run("done", "1.1", "--on", "6月9日", "--by", "王芳")
    return ledger / "data" / "progress.yaml"


def levels(run: Run) -> tuple[int, list[str]]:
    outcome = run("check", "--format", "json")
    return outcome.code, [problem["level"] for problem in json.loads(outcome.out)["problems"]]


LINE = b'- {"id": "%s", "item": "%s", "do": "%s", "on": "2021-06-05", "at": "2021-06-05T09:00:00+08:00"}\n'


@pytest.mark.parametrize(
    "line",
    [
        b"<<<<<<< HEAD\n",
        LINE % (b"x", b"99.1", b"done"),
        LINE % (b"x", b"9.4.7", b"done"),
        LINE % (b"x", b"9.2", b"split"),
        (LINE % (b"x", b"9.2", b"note")).replace(b"}", b', "weather": 1}'),
        b'- {"id": "x", "te',
        (LINE % (b"x", b"9.4", b"done")).replace(b"}", ', "unit": "建管科"}'.encode()),
    ],
)
def test_a_line_that_does_not_count_is_an_error(run: Run, log: Path, line: bytes) -> None:
    assert levels(run) == (0, [])
    log.write_bytes(log.read_bytes() + line)
    assert levels(run) == (1, ["error"])
    assert run("list").code == 0  # told there, and no more


@pytest.mark.parametrize(
    "line",
    [
        b"- {id: x, item: 9.2, do: note, on: 2021-06-05}\n",
        (LINE % (b"x", b"9.4", b"note")).replace(b"}", ', "unit": "建管科"}'.encode()),
        (LINE % (b"x", b"9.2", b"note")).replace(b'"on": "2021-06-05"', b'"on": "2016-06-09"'),
    ],
)
def test_a_line_that_counts_but_is_odd_is_a_doubt(run: Run, log: Path, line: bytes) -> None:
    log.write_bytes(log.read_bytes() + line)
    assert levels(run) == (0, ["warning"])


def test_a_milestone_before_the_notice_is_a_doubt(run: Run, ledger: Path) -> None:
    plan = ledger / "data" / "tasks.yaml"
    plan.write_text(plan.read_text("utf-8").replace("by: 2021-04-30", "by: 2012-04-30", 1), "utf-8")
    outcome = run("check")
    assert outcome.code == 0
    assert "时间节点 2012-04-30 早于发文日期 2021-03-26" in outcome.out


def test_a_copy_with_more_entries_is_named_by_check_and_by_who_writes(run: Run, log: Path) -> None:
    copy = log.with_name("progress (李四的冲突副本 2021-06-10).yaml")
    copy.write_bytes(log.read_bytes() + LINE % (b"x", b"9.3", b"done"))
    named = "里面有1条是记录里没有的"
    assert levels(run) == (0, ["warning"])
    assert named in run("check").out
    assert named in run("note", "9.2", "继续").err
    assert named not in run("list").err


# Evidence ---------------------------------------------------------------------------------------


def test_evidence_changed_since_its_report_is_a_doubt(run: Run, log: Path, ledger: Path) -> None:
    folder = ledger / "附件"
    folder.mkdir()
    (folder / "a.txt").write_text("甲", "utf-8")
    (folder / "b.txt").write_text("乙", "utf-8")
    run(
        "done", "1.2", "-e", "附件/a.txt", "-e", "附件", "-e", "https://a/b", "-e", "没有.txt", "--by", "王芳"
    )
    assert sorted(json.loads(log.read_bytes().splitlines()[-1][2:])["sha256"]) == ["附件/a.txt", "附件/b.txt"]
    assert levels(run) == (0, [])
    (folder / "a.txt").write_text("丙", "utf-8")
    (folder / "b.txt").unlink()
    assert levels(run) == (0, ["warning", "warning"])
    told = run("check").out
    assert "progress.yaml:3:1\t1.2 的佐证与 2021-06-10 登记时不同：登记后改过：“附件/a.txt”\t" in told
    assert "登记后改过：“附件/a.txt”；找不到文件：“附件/b.txt”" in told
    run("note", "1.2", "换了材料", "-e", "附件/a.txt", "-e", "附件", "--by", "王芳")
    assert levels(run) == (0, [])


def test_evidence_that_many_reports_name_is_read_once(
    run: Run, log: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ledger / "a.txt").write_text("甲", "utf-8")
    run("done", "1.2", "2.1", "2.2", "-e", "a.txt", "--by", "王芳")
    assert log.read_bytes().count(b"sha256") == 3
    read: list[Path] = []

    def reading(file: Path) -> str:
        read.append(file)
        return file_digest(file)

    monkeypatch.setattr("qjtask.storage.evidence.evidence_digests.file_digest", reading)
    assert levels(run) == (0, [])
    assert len(read) == 1


def test_evidence_of_what_was_taken_back_is_no_doubt(run: Run, log: Path, ledger: Path) -> None:
    (ledger / "a.txt").write_text("甲", "utf-8")
    run("done", "1.2", "-e", "a.txt", "--by", "王芳")
    run("undo", "1.2", "--yes", "--by", "王芳")
    assert len(log.read_bytes().splitlines()) == 4
    (ledger / "a.txt").unlink()
    assert levels(run) == (0, [])


def test_a_line_of_an_older_version_has_no_digest_and_is_no_doubt(run: Run, log: Path) -> None:
    line = (LINE % (b"x", b"9.2", b"note")).replace(b"}", ', "evidence": ["附件/没有.pdf"]}'.encode())
    log.write_bytes(log.read_bytes() + line)
    assert levels(run) == (0, [])


# Digest -----------------------------------------------------------------------------------------


def sign(text: str) -> str:
    (found,) = set(re.findall("台账校验码：([0-9A-F]{8})", text))
    return str(found)


def held(run: Run, digest: str, today: str = "2021-06-10") -> tuple[int, str]:
    outcome = run("check", "--digest", digest, "--today", today)
    return outcome.code, outcome.out


LETTERS = (
    ["remind"],
    ["remind", "--unit", "审批科", "--format", "table"],
    ["report", "bulletin"],
    ["report", "progress"],
    ["report", "chase"],
)


@pytest.mark.usefixtures("log")
def test_the_same_sign_stands_under_every_letter_of_a_day(run: Run) -> None:
    signs = {sign(run(*command, "--today", "2021-06-10").out) for command in LETTERS}
    assert len(signs) == 1
    assert held(run, signs.pop()) == (0, "对得上：出函时的记录一条也没有改动（截至 2021-06-10）\n")


@pytest.mark.usefixtures("log")
def test_what_is_reported_later_is_no_change(run: Run) -> None:
    letter = sign(run("remind").out)
    run("note", "9.3", "六月二十日的事", "--today", "2021-06-20", "--by", "王芳")
    assert held(run, letter)[1].count("\n") == 1
    run("note", "9.3", "补记", "--on", "6月2日", "--today", "2021-06-20", "--by", "王芳")
    code, told = held(run, letter)
    assert code == 0
    assert "出函以后又登记了1条 2021-06-10 及以前的事" in told


def test_a_line_edited_in_place_is_found(run: Run, log: Path) -> None:
    letter = sign(run("report", "bulletin").out)
    log.write_bytes(log.read_bytes().replace(b'"percent": 60', b'"percent": 90'))
    code, told = held(run, letter)
    assert code == 1
    assert told.startswith("对不上：出函以后，")
    assert sign(run("remind").out) in told


def test_a_plain_check_shows_the_sign_of_the_log(run: Run, log: Path) -> None:
    letter = sign(run("report", "bulletin").out)
    assert sign(run("check").out) == letter
    assert json.loads(run("check", "--format", "json").out)["digest"] == letter
    log.write_bytes(log.read_bytes().replace(b'"do": "done"', b'"do": "note"'))
    assert sign(run("check").out) != letter


def test_a_ledger_that_cannot_be_read_has_no_sign(run: Run, ledger: Path) -> None:
    (ledger / "data" / "tasks.yaml").write_text("title: 一\n", "utf-8")
    assert json.loads(run("check", "--format", "json").out)["digest"] is None
    assert "校验码" not in run("check").out


def test_a_union_merge_changes_nothing(run: Run, log: Path) -> None:
    letter = sign(run("remind").out)
    first, second = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(second + first + second)
    assert held(run, letter)[0] == 0


@pytest.mark.parametrize("typed", ["4CD4", "校验码", "4CD4C4AG", ""])
def test_what_is_no_sign_is_refused(run: Run, typed: str) -> None:
    outcome = run("check", "--digest", typed)
    assert outcome.code == 2
    assert "--digest: " in outcome.err


def test_an_empty_log_has_a_digest_too(run: Run) -> None:
    letter = sign(run("remind").out)
    assert letter == "E3B0C442"
    assert held(run, letter)[0] == 0

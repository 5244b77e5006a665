"""qjtask report pack and qjtask collect: out to the units and back into the log."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qjtask.cli import collect_files as collecting
from qjtask.core.log.entry import Do
from qjtask.importing.formats.workbooks.filled import read_filled
from qjtask.storage.files.log_writer import append
from qjtask.storage.logs.log_file import load_log
from tests.cli.asking import answers, asked
from tests.conftest import GOLDEN, program
from tests.core.plans import entry
from tests.filling import report

if TYPE_CHECKING:
    from qjtask.core.log.entry import Entry
    from tests.conftest import Run

SERIAL = 44350  # 2021-06-03


@pytest.fixture(autouse=True)
def _a_spring_of_reports(ledger: Path) -> None:
    shutil.copy(GOLDEN / "progress.yaml", ledger / "data")


@pytest.fixture
def sent(ledger: Path, run: Run) -> Path:
    """The folder with a pack for every unit."""
    assert run("report", "pack", "-o", "填报").code == 0
    return ledger / "填报"


def log(ledger: Path) -> tuple[Entry, ...]:
    return load_log(ledger / "data" / "progress.yaml", "progress.yaml").entries


def filled(path: Path, item: str, **fields: str | float) -> None:
    path.write_bytes(report(path.read_bytes(), item, **fields))


def items(path: Path) -> list[str]:
    return [row["编号"].text for row in read_filled(path.read_bytes(), path.name).rows]


@pytest.fixture
def back(sent: Path) -> Path:
    """Two units have filled theirs in."""
    filled(sent / "审批科.xlsx", "9.2", 进展="已改造", 百分比=65, 佐证="附件/9.2.pdf")
    filled(sent / "公路事务中心.xlsx", "9.4", 是否完成="是", 完成日期=SERIAL)
    return sent


# report pack ------------------------------------------------------------------------------------


def test_a_workbook_for_each_unit_with_something_open(ledger: Path, run: Run) -> None:
    outcome = run("report", "pack", "-o", "填报")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0] == "已写入 填报/审批科.xlsx"
    assert len(outcome.out.splitlines()) == 10 == len(list((ledger / "填报").iterdir()))


def test_the_same_day_makes_the_same_files(ledger: Path, sent: Path, run: Run) -> None:
    assert run("report", "pack", "-o", "另一份").code == 0
    for path in sent.iterdir():
        assert path.read_bytes() == (ledger / "另一份" / path.name).read_bytes()


def test_only_the_units_named(ledger: Path, run: Run) -> None:
    assert run("report", "pack", "-o", "填报", "--unit", "法规", "-u", "行审批科").code == 0
    assert {path.name for path in (ledger / "填报").iterdir()} == {"审批科.xlsx", "法规科.xlsx"}


@pytest.mark.parametrize("given", [(), ("-o", ""), ("-o", " ")])
def test_without_a_folder_it_says_what_to_write(given: tuple[str, ...], ledger: Path, run: Run) -> None:
    """As `-o "$FOLDER"` is where the shell knows no FOLDER: it would be the folder worked in."""
    outcome = run("report", "pack", *given)
    assert outcome.code == 2
    assert [path.name for path in ledger.iterdir()] == ["data"]
    assert outcome.err == "--output: 没有写放到哪个文件夹；每个单位一个文件，请写成 -o 填报\n"


@pytest.mark.parametrize("name", ["pk2.xlsx", "填报.XLSX", "六月/填报.docx", "包.zip"])
def test_a_files_name_is_no_folder(name: str, ledger: Path, run: Run) -> None:
    outcome = run("report", "pack", "-o", name)
    assert outcome.code == 2
    assert outcome.err == f"--output: “{name}”像是文件名，这里要写文件夹；每个单位一个文件，请写成 -o 填报\n"
    assert [path.name for path in ledger.iterdir()] == ["data"]


@pytest.mark.parametrize("name", ["2021.6", "2021.6月", ".填报"])
def test_a_point_alone_makes_no_file(name: str, ledger: Path, run: Run) -> None:
    assert run("report", "pack", "-o", name, "--unit", "法规").code == 0
    assert (ledger / name).is_dir()


def test_a_file_that_is_there_is_not_overwritten_and_none_is_written(sent: Path, run: Run) -> None:
    for path in sent.iterdir():
        if path.name != "法规科.xlsx":
            path.unlink()
    before = (sent / "法规科.xlsx").read_bytes()
    outcome = run("report", "pack", "-o", "填报", "--today", "2021-06-11")
    assert outcome.code == 1
    assert (
        outcome.err == "填报/法规科.xlsx: 这里已经有文件了，没有改动；请用 -o 换一个名字，或加 --force 覆盖\n"
    )
    assert [path.name for path in sent.iterdir()] == ["法规科.xlsx"]
    assert run("report", "pack", "-o", "填报", "--today", "2021-06-11", "--force").code == 0
    assert (sent / "法规科.xlsx").read_bytes() != before


def test_a_folder_that_cannot_be_made(ledger: Path, run: Run) -> None:
    (ledger / "填报").write_text("文件")
    outcome = run("report", "pack", "-o", "填报")
    assert outcome.code == 1
    assert outcome.err.startswith("填报: 建不了这个文件夹：")
    assert run("report", "pack", "-o", "没有/填报").code == 1


def test_a_unit_with_nothing_open_is_told_and_no_folder_made(ledger: Path, run: Run) -> None:
    plan = ledger / "data" / "tasks.yaml"
    text = plan.read_text("utf-8")
    plan.write_text(text.replace("units:\n", "units:\n  新设科: []\n", 1), "utf-8")
    outcome = run("report", "pack", "-o", "填报", "--unit", "新设科")
    assert outcome.code == 0
    assert outcome.err == "新设科: 没有未完成的工作，没有生成填报表\n"
    assert not (ledger / "填报").exists()


# collect ----------------------------------------------------------------------------------------


def test_what_the_units_filled_in_goes_into_the_log(ledger: Path, back: Path, run: Run) -> None:
    before = (ledger / "data" / "progress.yaml").read_bytes()
    outcome = run("collect", *sorted(map(str, back.iterdir())), "--yes", "--by", "张三")
    assert outcome.code == 0
    assert "公路事务中心\t9.4\t推进中1/3 → 本单位2021-06-03完成，还差审批科\t" in outcome.out
    assert "审批科\t9.2\t推进中60% → 推进中65%\t已改造；佐证：附件/9.2.pdf\t" in outcome.out
    counted, silent, written, kept = outcome.out.splitlines()[-4:]
    assert (counted, written) == ("# 10份填报表，填了2行：要登记2条", "已登记2条")
    assert kept.startswith("台账：2021年重庆市黔江区交通局")
    assert silent.startswith("# 一行也没有填的：")
    assert silent.count("、") == 7
    assert outcome.err.endswith(
        "审批科.xlsx:填报表!K28: 台账文件夹里没有“附件/9.2.pdf”这个文件，路径照登；请核对\n"
    )
    assert (ledger / "data" / "progress.yaml").read_bytes().startswith(before)
    done, note = log(ledger)[-2:]
    assert (done.item, done.do, done.unit, str(done.on), done.by) == (
        "9.4",
        Do.DONE,
        "公路事务中心",
        "2021-06-03",
        "张三",
    )
    assert (note.item, note.do, note.percent, note.evidence) == ("9.2", Do.NOTE, 65, ("附件/9.2.pdf",))
    assert run("check").code == 0


def test_collecting_twice_writes_once(ledger: Path, back: Path, run: Run) -> None:
    files = sorted(map(str, back.iterdir()))
    assert run("collect", *files, "--yes").code == 0
    once = (ledger / "data" / "progress.yaml").read_bytes()
    again = run("collect", *files, *files, "--yes", "--today", "2021-06-20")
    assert again.code == 0
    assert "\t已登记过\t" in again.out
    assert "已登记2条" not in again.out
    assert (ledger / "data" / "progress.yaml").read_bytes() == once


def test_dry_run_only_shows(ledger: Path, back: Path, run: Run) -> None:
    before = (ledger / "data" / "progress.yaml").read_bytes()
    outcome = run("collect", str(back / "审批科.xlsx"), "--dry-run")
    assert outcome.code == 0
    assert "推进中60% → 推进中65%" in outcome.out
    assert (ledger / "data" / "progress.yaml").read_bytes() == before


def test_a_note_counts_on_the_day_given(ledger: Path, back: Path, run: Run) -> None:
    assert run("collect", str(back / "审批科.xlsx"), "--yes", "--on", "6-8").code == 0
    assert str(log(ledger)[-1].on) == "2021-06-08"
    assert run("collect", str(back / "审批科.xlsx"), "--on", "6-18").code == 2


def test_evidence_that_is_here_or_beside_the_plan_is_not_missed(ledger: Path, back: Path, run: Run) -> None:
    filled(back / "审批科.xlsx", "9.1", 佐证=f"这里.pdf；旁边.pdf；https://a/b；{'长' * 300}")
    (ledger / "这里.pdf").touch()
    (ledger / "data" / "旁边.pdf").touch()
    told = run("collect", str(back / "审批科.xlsx"), "--yes").err
    assert "长长" in told
    (entry,) = (one for one in log(ledger) if "这里.pdf" in one.evidence)
    assert set(entry.sha256) == {"这里.pdf", "旁边.pdf"}
    assert "这里" not in told
    assert "旁边" not in told
    assert "https" not in told


def test_in_a_pipe_it_wants_yes(ledger: Path, back: Path, qjtask: Run) -> None:
    before = log(ledger)
    outcome = qjtask("collect", str(back / "审批科.xlsx"))
    assert outcome.code == 1
    assert outcome.err.endswith("collect: 没有人可以问，什么也没有写入；看过以后，加 --yes 表示同意\n")
    assert log(ledger) == before


@answers
def test_on_a_terminal_it_asks(answer: str, is_written: bool, ledger: Path, back: Path) -> None:
    before = len(log(ledger))
    told = asked(answer, "collect", str(back / "审批科.xlsx"), "--today", "2021-06-10", folder=ledger)
    assert "照此登记吗？[y/N]" in told
    assert ("没有同意，什么也没有写入" in told) is not is_written
    assert len(log(ledger)) == before + is_written


def test_all_faults_of_all_files_and_nothing_written(ledger: Path, back: Path, run: Run) -> None:
    before = (ledger / "data" / "progress.yaml").read_bytes()
    filled(back / "审批科.xlsx", "9.2", 百分比=130)
    filled(back / "法规科.xlsx", items(back / "法规科.xlsx")[0], 完成日期="2021-06-03")
    (back / "表.xlsx").write_text("不是工作簿")
    files = [str(back / f"{name}.xlsx") for name in ("审批科", "法规科", "公路事务中心", "表", "没有")]
    outcome = run("collect", *files, "--yes")
    assert outcome.code == 1
    assert outcome.out == ""
    told = [line.partition("；")[0].replace(f"{back}/", "") for line in outcome.err.splitlines()]
    assert told == [
        "表.xlsx: 不是 Excel 工作簿（.xlsx）",
        "没有.xlsx: 打不开这个文件（文件或文件夹不存在）",
        "审批科.xlsx:填报表!H28: 百分比“130”超过 100",
        "法规科.xlsx:填报表!I5: 写了完成日期 2021-06-03，没有选“是”",
    ]
    assert (ledger / "data" / "progress.yaml").read_bytes() == before


def test_an_empty_name_is_not_the_folder_worked_in(back: Path, run: Run, ledger: Path) -> None:
    for path in back.iterdir():
        shutil.copy(path, ledger)
    outcome = run("collect", "", "--yes")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "FILE: 没有写是哪个文件；请写填报表、放着它们的文件夹或压缩包\n"


def test_a_file_that_cannot_be_read_stops_the_good_ones_too(ledger: Path, back: Path, run: Run) -> None:
    before = log(ledger)
    outcome = run("collect", str(back / "审批科.xlsx"), "没有.xlsx", "--yes")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("没有.xlsx: 打不开这个文件")
    assert log(ledger) == before


def test_more_faults_than_a_screen_are_all_told(back: Path, run: Run) -> None:
    path = back / "审批科.xlsx"
    for item in items(path)[:12]:
        filled(path, item, 百分比=130, 是否完成="嗯")
    outcome = run("collect", str(path), "--yes")
    assert len(outcome.err.splitlines()) == 24
    assert outcome.code == 1


@pytest.mark.parametrize(
    "meanwhile",
    [("note", "9.2", "别人报的", "--percent", "63"), ("done", "9.2", "--anyway", "--note", "平台未开通")],
)
def test_what_changed_while_it_asked_is_not_written_over(
    meanwhile: tuple[str, ...], ledger: Path, back: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agreed(*_: str) -> bool:
        assert (
            subprocess.run(program(meanwhile), cwd=ledger, check=False, capture_output=True).returncode == 0
        )
        return True

    monkeypatch.setattr(collecting, "agreed", agreed)
    before = len(log(ledger))
    outcome = run("collect", str(back / "审批科.xlsx"))
    assert outcome.code == 1
    assert "刚才有人登记或改了计划，什么也没有写入；请再运行一次，看过新的变化再同意" in outcome.err
    assert len(log(ledger)) == before + 1


def test_what_changed_elsewhere_while_it_asked_is_no_matter(
    ledger: Path, back: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agreed(*_: str) -> bool:
        meanwhile = entry("1.1", Do.NOTE, text="别的事")._replace(at=datetime(2099, 1, 1, tzinfo=UTC))
        append(ledger / "data" / "progress.yaml", "progress.yaml", [meanwhile])
        return True

    monkeypatch.setattr(collecting, "agreed", agreed)
    assert run("collect", str(back / "审批科.xlsx")).code == 0
    first, second = log(ledger)[-2:]
    assert (first.item, second.item) == ("1.1", "9.2")
    assert first.at < second.at  # never written before what it follows

"""qjtask export: the file that a calendar takes, and a real calendar that takes it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from tests.conftest import program

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

    Export = Callable[..., None]


def summaries(path: Path) -> list[str]:
    return [str(event["summary"]) for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]


def test_the_file_is_written_and_the_undated_are_told(run: Run, ledger: Path) -> None:
    outcome = run("export", "ics", "-o", "任务.ics")
    assert outcome == (0, "已写入 任务.ics\n", "另有18项没有日期，不在日历里\n")
    assert len(summaries(ledger / "任务.ics")) == 27


def test_without_a_name_it_goes_to_the_pipe(run: Run, ledger: Path) -> None:
    shown = run("export", "ics").out
    assert shown == run("export", "ics", "-o", "-").out
    assert run("export", "ics", "-o", "a.ICS").code == 0
    assert (ledger / "a.ICS").read_bytes().decode().replace("\r\n", "\n") == shown.replace("\r\n", "\n")


def test_the_pipe_has_whole_line_ends(ledger: Path) -> None:
    done = subprocess.run(
        program(["--today", "2021-06-10", "export", "ics"]), cwd=ledger, capture_output=True, check=True
    )
    assert done.stdout.count(b"\r\n") == done.stdout.count(b"\n") > 100


def test_a_unit_gets_its_own(run: Run, ledger: Path) -> None:
    run("done", "13.1", "--unit", "规划科")
    assert run("export", "ics", "-u", "规划", "-o", "a.ics").code == 0
    assert [text.partition(" ")[0] for text in summaries(ledger / "a.ics")] == [
        "〔本单位已完成〕13.1",
        "〔已逾期〕13.3",
        "〔未启动〕13.4",
        "〔未启动〕14.1",
    ]
    run("export", "ics", "-u", "规划", "-u", "审批科", "-o", "b.ics")
    assert len(summaries(ledger / "b.ics")) > 4


def test_without_a_date_there_is_no_file(run: Run, ledger: Path) -> None:
    undated = RECURRING.replace("每月25日前", "持续推进")
    (ledger / "data" / "tasks.yaml").write_text(undated, encoding="utf-8")
    outcome = run("export", "ics", "-o", "a.ics")
    assert outcome == (
        1,
        "",
        "没有一项工作有日期，日历里没有可写的；请用 qjtask list 核对这些工作的完成时限\n",
    )
    assert not (ledger / "a.ics").exists()


def test_a_file_is_not_lost(run: Run, ledger: Path) -> None:
    (ledger / "a.ics").write_text("别的")
    outcome = run("export", "ics", "-o", "a.ics")
    assert outcome.code == 1
    assert "a.ics: 这里已经有文件了" in outcome.err
    assert (ledger / "a.ics").read_text() == "别的"
    assert run("export", "ics", "-o", "a.ics", "--force").code == 0
    assert len(summaries(ledger / "a.ics")) == 27


@pytest.mark.parametrize("name", ["a.docx", "a", "ics", ".ics"])
def test_only_a_calendars_ending(run: Run, ledger: Path, name: str) -> None:
    outcome = run("export", "ics", "-o", name, "--unit", "没有的")
    assert outcome.code == 2
    assert outcome.err.splitlines()[0] == f"--output: “{name}”不是能写的格式；请用 .ics 作后缀"
    assert "没有“没有的”这个单位" in outcome.err
    assert not (ledger / name).exists()


def test_a_folder_that_is_not_there(run: Run) -> None:
    outcome = run("export", "ics", "-o", "没有/a.ics")
    assert (outcome.code, outcome.out) == (1, "")
    assert "没有这个文件夹" in outcome.err


def test_the_group_tells_what_it_has(run: Run) -> None:
    assert "ics" in run("export", "--help").out
    assert "qjtask export ics -o 任务.ics" in run("export", "ics", "--help").out
    assert run("export", "pdf").code == 2


# A real calendar --------------------------------------------------------------------------------

needs_khal = pytest.mark.skipif(
    shutil.which("khal") is None, reason="khal is not installed (apt install khal)"
)

RECURRING = """\
title: 报送
year: 2021
issued: 2021-03-26
groups:
- id: "1"
  heading: 报送
  items:
  - {id: "1.1", work: 报月报, units: [办公室], deadline: 每月25日前}
"""

CONFIG = """\
[calendars]
[[work]]
path = {folder}/calendar
[locale]
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
[default]
default_calendar = work
"""


class Khal:
    """khal with a calendar of its own."""

    def __init__(self, folder: Path) -> None:
        (folder / "calendar").mkdir(parents=True)
        self._config = folder / "config"
        self._config.write_text(CONFIG.format(folder=folder))

    def take(self, path: Path) -> None:
        self._run("import", "--batch", str(path))

    def shows(self, text: str) -> list[str]:
        """Day, status and summary of the year's events that hold `text`, in the calendar's order."""
        form = "{start-date} {status}{title}"
        listed = self._run("list", "--day-format", "", "--format", form, "2021-01-01", "2021-12-31")
        return [line for line in listed.splitlines() if text in line]

    def _run(self, *args: str) -> str:
        done = subprocess.run(
            ["khal", "-c", str(self._config), *args], capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path / "khal")


@pytest.fixture
def export(run: Run, ledger: Path, khal: Khal) -> Export:
    def export(*args: str) -> None:
        assert run("export", "ics", "-o", "a.ics", "--force", *args).code == 0
        khal.take(ledger / "a.ics")

    return export


@pytest.mark.slow
@needs_khal
def test_a_calendar_takes_changes_over_and_doubles_nothing(run: Run, export: Export, khal: Khal) -> None:
    export()
    first = khal.shows("〔")
    assert len(first) == 27
    export()
    assert khal.shows("〔") == first
    run("extend", "8.2", "--to", "2021-07-20", "--reason", "等系统")
    run("drop", "1.3")
    run("done", "1.5")
    export()
    assert len(khal.shows("〔")) == 27
    assert [line[:10] for line in khal.shows("8.2 ")] == ["2021-07-20"]
    assert khal.shows("〕1.3 ")[0].startswith("2021-06-30 CANCELLED 〔取消〕1.3")
    assert khal.shows("〕1.5 ")[0].startswith("2021-06-30 CONFIRMED 〔已完成〕1.5")
    run("undo", "8.2")
    export()
    assert [line[:10] for line in khal.shows("8.2 ")] == ["2021-06-30"]


@pytest.mark.slow
@needs_khal
def test_a_calendar_shows_each_period_as_it_stands(
    run: Run, ledger: Path, export: Export, khal: Khal
) -> None:
    (ledger / "data" / "tasks.yaml").write_text(RECURRING, encoding="utf-8")
    run("--today", "2021-04-20", "done", "1.1")
    for _ in range(2):
        export()
        shown = khal.shows("1.1")
        assert [line[:7] for line in shown] == [f"2021-{month:02}" for month in range(4, 13)]
        assert [line.split("〔")[1] for line in shown[:3]] == [
            "已完成〕1.1 报月报",
            "已逾期〕1.1 报月报",
            "推进中〕1.1 报月报",
        ]

"""qjtask timeline, as a clerk sees it and as a pipe gets it."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qjtask.core.text.width import width

if TYPE_CHECKING:
    from tests.conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden"
CHARTS = {"group": ("timeline",), "unit": ("timeline", "--by", "unit", "--today", "2021-10-10")}


@pytest.fixture(autouse=True)
def _a_spring_of_reports(ledger: Path) -> None:
    shutil.copy(GOLDEN / "progress.yaml", ledger / "data")


@pytest.mark.parametrize("screen", [40, 60, 80, 120])
@pytest.mark.parametrize("name", CHARTS)
def test_the_chart(
    name: str, screen: int, run: Run, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    monkeypatch.setenv("COLUMNS", str(screen))
    outcome = run(*CHARTS[name], "--format", "table")
    assert (outcome.code, outcome.err) == (0, "")
    assert max(map(width, outcome.out.splitlines())) <= screen
    golden(f"timeline/{name}-{screen}.txt", outcome.out)


@pytest.mark.parametrize(
    ("today", "month"),
    [("2021-06-10", "6"), ("2021-06-01", "5"), ("2020-12-31", "重点任务／月"), ("2022-01-01", "12")],
)
def test_today_s_line_goes_down_through_all(
    today: str, month: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("timeline", "--format", "table", "--today", today).out.splitlines()
    heading, body = lines[1], [line for line in lines[3:] if "│" in line and "▼" not in line]
    at = width(heading.partition("▼")[0])
    assert len(body) >= 16  # 15 groups, and the totals
    assert {width(line.partition("│")[0]) for line in body} == {at}
    assert heading.partition("▼")[0].split()[-1] == month
    assert heading.replace("▼", " ").split()[1:] == [str(number) for number in range(1, 13)]


def test_short_names_leave_the_line_straight(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    _, heading, _, line, *_ = run(
        "timeline", "--by", "unit", "--unit", "法规科", "--format", "table"
    ).out.splitlines()
    assert width(heading.partition("▼")[0]) == width(line.partition("│")[0])


def test_a_pipe_gets_words_and_no_width(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    outcome = run("timeline").out
    monkeypatch.setenv("COLUMNS", "200")
    assert run("timeline").out == outcome
    line = next(line for line in outcome.splitlines() if line.startswith("（十三）"))
    assert line.split("\t")[1:] == [*[""] * 3, "逾期1", "", "未到期1", *[""] * 5, "未到期1", "1"]


def test_csv(run: Run) -> None:
    rows = list(csv.reader(io.StringIO(run("timeline", "--format", "csv").out.removeprefix("\ufeff"))))
    assert rows[0][0] == "重点任务"
    assert rows[-1][0] == "合计"
    assert {len(row) for row in rows} == {14}


def test_json(run: Run) -> None:
    told = json.loads(run("timeline", "--by", "unit", "--unit", "法规科", "--format", "json").out)
    assert (told["schema"], told["today"], told["year"], told["by"]) == (1, "2021-06-10", 2021, "unit")
    (line,) = told["lines"]
    assert line["name"] == "法规科"
    assert line["undated"] == told["undated"] == 2
    assert [(mark["id"], mark["by"], mark["standing"]) for mark in line["marks"]] == [
        ("14.1", "2021-12-31", "open")
    ]


def test_faults_are_told_together(run: Run) -> None:
    outcome = run("timeline", "--unit", "水务局", "--unit", "没有科")
    assert outcome.code == 1
    assert len(outcome.err.splitlines()) == 2
    assert run("timeline", "--by", "month").code == 2

"""Recurring work on the command line: two clerks, a notice issued again, a period by its name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

PLAN = """\
title: 2026年青禾县重点工作任务分解
issuer: 青禾县人民政府办公室
issued: 2026-01-10
year: 2026
units:
  办公室: []
groups:
- id: "1"
  heading: 督查
  items:
  - id: "1.1"
    work: 报送督查月报。
    units: [办公室]
    deadline: 每月5日前
"""


@pytest.fixture
def plan(ledger: Path) -> Path:
    path = ledger / "tasks.yaml"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture
def on(run: Run, plan: Path) -> Callable[..., Any]:
    """Run a command on a day."""
    return lambda day, *args: run("--file", str(plan), "--today", day, *args)


def due(outcome: Any) -> list[str]:
    return [line.split("\t")[1] for line in outcome.out.splitlines() if line.startswith("1.1\t")]


def test_two_clerks_report_one_month(on: Callable[..., Any]) -> None:
    first = on("2026-02-04", "done", "1.1", "--by", "王芳")
    assert first.out.startswith("已登记：1.1 2026-02-05 一期完成（2026-02-04），下一期 2026-03-05")
    second = on("2026-02-06", "done", "1.1", "--by", "李明")
    assert second.code == 0
    assert second.out.startswith("1.1 到 2026-02-05 的一期已经完成，下一期 2026-03-05，没有重复登记")
    assert due(on("2026-03-10", "due")) == ["2026-03-05"]
    assert "2026-02-05 一期" in on("2026-03-10", "log").out


def test_a_notice_issued_again_moves_no_period(on: Callable[..., Any], plan: Path) -> None:
    for day in ("2026-02-04", "2026-03-04"):
        on(day, "done", "1.1", "--by", "王芳")
    assert due(on("2026-06-30", "due")) == ["2026-04-05"]
    plan.write_text(PLAN.replace("issued: 2026-01-10", "issued: 2026-06-18"), "utf-8")
    assert due(on("2026-06-30", "due")) == ["2026-04-05"]
    june = on("2026-06-30", "done", "1.1", "--period", "2026-06", "--by", "王芳")
    assert june.out.startswith(
        "已登记：1.1 2026-06-05 一期完成（2026-06-30，逾期25天），更早的 2026-04-05 一期"
    )
    entry = json.loads(on("2026-06-30", "log", "--format", "json").out)["entries"][-1]
    assert entry["period"] == "2026-06-05"


NOTICE = """\
<p>关于印发2026年青禾县重点工作任务分解的通知</p><p>各单位：</p>
<p>青禾县人民政府办公室</p><p>{issued}</p>
<table><tr><th>重点任务</th><th>具体工作</th><th>责任单位</th><th>完成时限</th></tr>
<tr><td>（一）督查</td><td>1.报送督查月报。</td><td>办公室</td><td>每月5日前</td></tr></table>
"""


def test_work_never_reported_on_begins_at_the_first_issue(on: Callable[..., Any], plan: Path) -> None:
    notice = plan.with_name("通知.html")
    plan.unlink()
    for issued, args in (("2026年1月10日", ()), ("2026年6月18日", ("--update", "--yes"))):
        notice.write_text(NOTICE.format(issued=issued), "utf-8")
        outcome = on("2026-06-30", "import", str(notice), "-o", str(plan), *args)
        assert outcome.code == 0, outcome.err
        assert due(on("2026-06-30", "due")) == ["2026-02-05"]
    assert "issued: 2026-06-18\nfirst_issued: 2026-01-10\n" in plan.read_text("utf-8")
    assert "首次发文日期：未写\t2026-01-10" in outcome.out
    notice.write_text(NOTICE.format(issued="2026年6月20日"), "utf-8")
    on("2026-06-30", "import", str(notice), "-o", str(plan), "--update", "--yes")
    assert "issued: 2026-06-20\nfirst_issued: 2026-01-10\n" in plan.read_text("utf-8")


def test_a_period_that_there_is_not_is_refused(on: Callable[..., Any]) -> None:
    outcome = on("2026-02-04", "done", "1.1", "--period", "2026-01")
    assert (outcome.code, outcome.out) == (1, "")
    assert "没有“2026-01”这一期；请写到期的那一天：2026-02-05、" in outcome.err


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("done", "1.1", "--on", "2012-02-04"), "2012-02-04 早于计划的2026年一年以上"),
        (("extend", "1.1", "--to", "2206-09-30"), "2206-09-30 晚于计划的2026年5年以上"),
    ],
)
def test_a_day_that_cannot_be_meant_is_refused(
    on: Callable[..., Any], plan: Path, args: tuple[str, ...], told: str
) -> None:
    outcome = on("2026-06-10", *args)
    assert (outcome.code, outcome.out) == (1, "")
    assert told in outcome.err
    assert not plan.with_name("progress.yaml").exists()


def test_a_day_of_the_year_before_is_taken_and_told(on: Callable[..., Any]) -> None:
    outcome = on("2026-06-10", "note", "1.1", "去年已启动", "--on", "2025-12-20")
    assert outcome.code == 0
    assert "2025-12-20 早于计划的2026年；已照登，请核对年份" in outcome.err
    assert "2025-12-20 早于计划的2026年" in on("2026-06-10", "check").out


def test_a_text_that_is_too_long_is_refused(on: Callable[..., Any]) -> None:
    outcome = on("2026-06-10", "note", "1.1", "长" * 10_001)
    assert outcome.code == 1
    assert "说明有10001字，最多10000字" in outcome.err

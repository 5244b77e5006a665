"""Claims, acceptances and returns on the command line; without the rule, not a word of them."""

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
rules: {accept: true}
units:
  办公室: []
  水务局: []
groups:
- id: "1"
  heading: 督查
  items:
  - id: "1.1"
    work: 全程网办占比达到80%。
    units: [办公室]
    deadline: 2026年6月30日
    targets: [{name: 占比, at_least: 80, unit: "%"}]
  - id: "1.2"
    work: 修订制度。
    units: [办公室, 水务局]
    deadline: 2026年6月30日
  - id: "1.3"
    work: 报送专报。
    units: [水务局]
    deadline: 2026年6月30日
"""
WORDS = ("销号", "报完成", "退回", "reported", "claimed", "等次")


@pytest.fixture
def plan(ledger: Path) -> Path:
    path = ledger / "tasks.yaml"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture
def on(run: Run, plan: Path) -> Callable[..., Any]:
    """Run a command on a day."""
    return lambda day, *args: run("--file", str(plan), "--today", f"2026-{day}", *args)


def object_of(outcome: Any) -> Any:
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def test_a_claim_waits_and_is_accepted_by_another_name(on: Callable[..., Any], plan: Path) -> None:
    claimed = on("06-20", "done", "1.2", "--by", "王芳")
    assert claimed.out.splitlines()[:2] == [
        "已登记：1.2 报完成（2026-06-20）——修订制度。",
        f"等待销号：由另一人核实后 qjtask accept 1.2 --file {plan}，不通过用 qjtask return --file {plan}",
    ]
    assert "1.2\t" in on("07-02", "list", "--status", "待销号").out
    assert "1.2" not in on("07-02", "due").out
    assert "1.2" not in on("07-02", "remind").out
    own = on("07-02", "accept", "1.2", "--by", "王芳")
    assert (own.code, own.out) == (1, "")
    assert own.err == "1.2: 是王芳自己报的完成，不能自己销号；请由另一人销号（--by 姓名）\n"
    accepted = on("07-02", "accept", "1.2", "--by", "李明", "--grade", "优秀", "--note", "现场核查")
    assert accepted.out.startswith("已登记：1.2 销号（2026-07-02，现场核查；等次：优秀），现在是已完成")
    shown = on("07-02", "show", "1.2")
    assert "已完成（2026-06-20报完成，2026-07-02由李明销号，等次优秀）" in shown.out
    item = object_of(on("07-02", "show", "1.2", "--format", "json"))["items"][0]
    assert (item["status"], item["done_on"], item["claimed_on"]) == ("done", "2026-06-20", None)
    assert item["accepted"] == {
        "on": "2026-07-02",
        "by": "李明",
        "unit": None,
        "grade": "优秀",
        "text": "现场核查",
    }
    assert "| 1.2 | 修订制度。 | 办公室、水务局 | 2026年6月20日 | 按期 |" in on(
        "07-05", "report", "bulletin", "--since", "2026-07-01"
    ).out  # fmt: skip


def test_the_last_share_makes_the_claim(on: Callable[..., Any]) -> None:
    on("06-20", "done", "1.2", "--unit", "办公室", "--by", "王芳")
    last = on("06-21", "done", "1.2", "--unit", "水务局", "--by", "赵敏")
    assert last.out.startswith("已登记：1.2 水务局 的部分完成（2026-06-21），各单位都已完成，整项报完成")


def test_a_return_is_told_counted_and_taken_back(on: Callable[..., Any]) -> None:
    on("06-20", "done", "1.3", "--by", "王芳")
    refused = on("06-22", "return", "1.3", "--by", "李明")
    assert (refused.code, refused.err) == (1, "1.3: 没有写退回的原因；请加 --note 原因\n")
    sent = on("06-22", "return", "1.3", "--by", "李明", "--note", "缺佐证")
    assert sent.out.startswith("已登记：1.3 退回（2026-06-22，缺佐证），现在是推进中——报送专报。")
    assert "退回\t2026-06-22 李明，原因：缺佐证" in on("06-23", "show", "1.3").out
    assert "\t退回\t缺佐证\t李明\t" in on("06-23", "log").out
    assert "退回过1项" in on("06-23", "stats").out
    assert "退回过1项" in on("06-23", "report", "bulletin").out
    assert "退回：缺佐证" in on("06-23", "report", "progress").out
    assert "6月20日完成" not in on("06-23", "report", "progress").out
    undone = on("06-23", "undo", "--by", "李明")
    assert "现在是待销号" in undone.out
    assert "退回过" not in on("06-23", "stats").out


def test_a_claim_has_words_of_its_own_in_each_document(on: Callable[..., Any]) -> None:
    on("06-20", "done", "1.3", "--by", "王芳")
    assert "待销号（2026年6月20日报完成）" in on("07-02", "report", "progress").out
    assert "待销号1项，占33%" in on("07-02", "report", "bulletin").out
    assert "待销号1" in on("07-02", "timeline").out
    assert "◎待销号" in on("07-02", "timeline", "--format", "table").out
    marks = object_of(on("07-02", "timeline", "--format", "json"))["lines"][0]["marks"]
    assert sorted(mark["standing"] for mark in marks) == ["overdue", "overdue", "reported"]
    assert "〔待销号〕1.3 报送专报。" in on("07-02", "export", "ics").out
    page = on("07-02", "report", "board").out
    assert 'class="c-reported"' in page
    assert "待销号</li>" in page
    total = object_of(on("07-02", "stats", "--format", "json"))["total"]
    assert (total["reported"], total["overdue"]) == (1, 2)


def test_check_tells_of_an_acceptance_of_one_s_own(on: Callable[..., Any], plan: Path) -> None:
    on("06-20", "done", "1.3", "--by", "王芳")
    on("06-21", "accept", "1.3", "--by", "李明")
    log = plan.with_name("progress.yaml")
    log.write_text(log.read_text("utf-8").replace("李明", "王芳"), "utf-8")
    checked = on("06-22", "check")
    assert checked.code == 1
    assert "progress.yaml:2:1\t1.3 是王芳自己报的完成，这条销号没有计入\t请由另一人销号" in checked.out
    assert "待销号1项" in on("06-22", "report", "bulletin").out


def test_without_the_rule_there_is_not_a_word_of_it(on: Callable[..., Any], plan: Path) -> None:
    plan.write_text(PLAN.replace("rules: {accept: true}\n", ""), "utf-8")
    for command in ("accept", "return"):
        refused = on("06-22", command, "1.3", "1.2", "--by", "李明", "--note", "缺佐证")
        assert (refused.code, refused.out) == (1, "")
        assert refused.err.count("\n") == 1
        assert "请在计划文件开头写 rules: {accept: true}" in refused.err
    told = [
        on("06-20", "done", "1.3", "--by", "王芳"),
        *(on("07-02", *command) for command in (
            ("list",), ("list", "--status", "乱写"), ("show", "1"), ("due",), ("log",),
            ("stats", "--by", "unit"),
            ("timeline",), ("timeline", "--format", "table"), ("remind",), ("check",), ("units",),
            ("report", "progress"), ("report", "bulletin"), ("report", "chase"), ("export", "ics"),
            ("diff", "--since", "6月1日"), ("list", "--help"), ("done", "--help"),
        )),
    ]  # fmt: skip
    found = "".join(one.out + one.err for one in told)
    assert not [word for word in WORDS if word in found]
    page = on("07-02", "report", "board").out
    assert "待销号" not in page


def test_the_shell_offers_the_status_only_with_the_rule(plan: Path, qjtask: Run) -> None:
    asked = {"_QJTASK_COMPLETE": "complete_bash", "COMP_WORDS": "qjtask list --status ", "COMP_CWORD": "3"}
    env = {**asked, "QJTASK_FILE": str(plan)}
    assert "待销号" in qjtask(env=env).out.split("\n")
    grade = {"COMP_WORDS": "qjtask accept 1.1 --grade ", "COMP_CWORD": "4"}
    assert qjtask(env={**env, **grade}).out.split() == ["优秀", "良好", "合格"]
    plan.write_text(PLAN.replace("rules: {accept: true}\n", ""), "utf-8")
    offered = qjtask(env=env).out.split("\n")
    assert "待销号" not in offered
    assert "已完成" in offered


def test_a_missed_target_is_finished_only_with_a_reason(on: Callable[..., Any], plan: Path) -> None:
    on("06-01", "note", "1.1", "在办", "--value", "60", "--by", "王芳")
    log = plan.with_name("progress.yaml")
    before = log.read_bytes()
    refused = on("06-20", "done", "1.1", "1.3", "--by", "王芳")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "1.1: 占比不低于80%，实绩60%，未达标；请核对实绩；确要登记完成，请加 --anyway，并用 --note 写明原因\n"
    )
    assert log.read_bytes() == before
    assert on("06-20", "done", "1.1", "--anyway", "--by", "王芳").code == 1
    assert on("06-20", "done", "1.1", "--anyway", "--note", "平台未开通", "--by", "王芳").code == 0
    on("06-21", "accept", "1.1", "--by", "李明")
    for command in (("stats",), ("report", "bulletin"), ("report", "progress"), ("report", "board")):
        assert "完成而指标未达标1项" in on("06-22", *command).out
    total = object_of(on("06-22", "stats", "--format", "json"))["total"]
    assert (total["targets_missed"], total["accepted"], total["done"]) == (1, 1, 1)
    (target,) = object_of(on("06-22", "show", "1.1", "--format", "json"))["items"][0]["targets"]
    assert target == {
        "name": "占比",
        "at_least": 80,
        "at_most": None,
        "unit": "%",
        "cumulative": False,
        "value": 60,
        "met": False,
        "term_gone": None,
    }


def test_a_target_without_a_number_is_told(on: Callable[..., Any]) -> None:
    done = on("06-20", "done", "1.1", "--by", "王芳")
    assert done.code == 0
    assert "1.1 有1个指标还没有实绩" in done.out
    on("06-21", "accept", "1.1", "--by", "李明")
    assert "完成而指标没有报数1项" in on("06-22", "stats").out
    assert "占比不低于80%，指标没有报数" in on("06-22", "report", "progress").out

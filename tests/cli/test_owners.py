"""Who owes it, through the commands: a plan whose lead offices owe the work, with towns under one name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

PLAN = """\
title: 2021年防汛工作任务分解
issued: 2021-01-05
year: 2021
rules: {owner: lead}
units:
  水务局: [县水务局]
  应急局: []
  民政局: []
  各镇（街道）: {members: [甲镇, 乙镇, 丙街道], aliases: [各乡镇]}
groups:
- id: "1"
  heading: 防汛
  printed: 一、
  items:
  - id: "1.1"
    no: "27"
    work: 修订防汛预案
    lead: [县水务局]
    support: [办公室, 各乡镇]
    deadline: 6月底前
  - id: "1.2"
    no: "28"
    work: 排查隐患
    lead: [县水务局]
    units: [各镇（街道）]
    owner: units
    deadline: 5月底前
  - id: "1.3"
    no: "29"
    work: 储备物资
    lead: [应急局]
    units: [甲镇, 民政局]
    owner: all
    deadline: 持续推进
"""


@pytest.fixture
def qj(ledger: Path, run: Run) -> Run:
    """Run qjtask on that plan."""
    (ledger / "data" / "tasks.yaml").write_text(PLAN, "utf-8")
    return run


def column(out: str, heading: str) -> list[str]:
    """A column of plain output, by its heading."""
    lines = [line.removeprefix("# ").split("\t") for line in out.splitlines()]
    head = next(line for line in lines if heading in line)
    place = head.index(heading)
    return [line[place] for line in lines if len(line) == len(head) and line is not head]


def test_it_is_without_fault_or_doubt(qj: Run) -> None:
    assert qj("check").out == "# 没有发现错误和疑点\n"


def test_the_lead_offices_are_reminded_and_those_that_support_are_not(qj: Run) -> None:
    letter = qj("remind", "--within", "400d").out
    assert [line for line in letter.splitlines() if line.startswith("【")] == [
        "【水务局】", "【应急局】", "【民政局】", "【甲镇】", "【乙镇】", "【丙街道】",
    ]  # fmt: skip
    assert "修订防汛预案（配合：办公室、各镇（街道））" in letter
    assert "1.1（27）" in letter


@pytest.mark.parametrize(
    ("unit", "ids", "told"),
    [
        ("办公室", ["1.1（27）"], "水务局、办公室（配合）"),
        ("水务局", ["1.1（27）", "1.2（28）"], "各镇（街道）、水务局（牵头）"),
        ("乙镇", ["1.1（27）", "1.2（28）"], "水务局、乙镇（配合）"),
        (
            "各乡镇",
            ["1.1（27）", "1.2（28）", "1.3（29）"],
            "水务局、甲镇（配合）、乙镇（配合）、丙街道（配合）",
        ),
    ],
)
def test_an_office_is_found_in_any_role_and_the_role_is_told(
    unit: str, ids: list[str], told: str, qj: Run
) -> None:
    listed = qj("list", "--unit", unit).out
    assert column(listed, "编号") == ids
    due = qj("due", "--unit", unit, "--within", "400d").out
    assert sorted(column(due, "编号")) == [one for one in ids if one != "1.3（29）"]  # which has no day
    assert told in listed
    assert told in due


def test_the_share_of_a_lead_office_finishes_the_work_and_that_of_a_supporter_does_not(qj: Run) -> None:
    refused = qj("done", "1.1", "--unit", "办公室")
    assert (refused.code, refused.err) == (1, "1.1: “办公室”在这一项里只是配合单位；牵头单位是水务局\n")
    assert qj("note", "1.1", "已会签", "--unit", "办公室").code == 0
    assert qj("done", "no27", "--unit", "县水务局").out.startswith("已登记：1.1（27） 水务局 的部分完成")
    assert json.loads(qj("show", "1.1", "--format", "json").out)["items"][0]["status"] == "done"


def test_a_work_is_done_when_every_member_is(qj: Run) -> None:
    qj("done", "28号", "--unit", "甲镇", "--by", "张三")
    shown = qj("show", "第28项").out
    assert "各单位\t甲镇 2021-06-10完成；乙镇 未完成；丙街道 未完成\n" in shown
    assert "已完成1/3" in shown
    assert column(qj("list", "1.2").out, "状态") == ["推进中1/3"]
    done = qj("done", "1.2", "--unit", "各镇（街道）", "--by", "张三")
    assert done.out.count("已登记：") == 2
    assert "1.2 甲镇 的部分已于 2021-06-10 完成，没有重复登记" in done.out + done.err
    assert column(qj("list", "1.2").out, "状态") == ["已完成"]
    assert qj("undo", "--by", "张三").out.count("已撤销") == 2
    assert column(qj("list", "1.2").out, "状态") == ["推进中1/3"]


def test_what_follows_of_all_shares_is_told_once(qj: Run, ledger: Path) -> None:
    accepting = PLAN.replace("{owner: lead}", "{owner: lead, accept: true}")
    (ledger / "data" / "tasks.yaml").write_text(accepting, "utf-8")
    done = qj("done", "1.2", "--unit", "各镇（街道）", "--by", "张三")
    assert done.out.count("已登记：") == 3
    assert done.out.count("等待销号") == 1


def test_json_has_the_offices_their_shares_and_the_number(qj: Run) -> None:
    qj("done", "1.2", "--unit", "甲镇")
    qj("note", "1.2", "过半", "--unit", "乙镇", "--percent", "50")
    (one,) = json.loads(qj("list", "1.2", "--format", "json").out)["items"]
    keys = ("no", "lead", "units", "support", "owners", "percent", "percent_is_mean")
    assert {key: one[key] for key in keys} == {
        "no": "28",
        "lead": ["水务局"],
        "units": ["各镇（街道）"],
        "support": [],
        "owners": ["甲镇", "乙镇", "丙街道"],
        "percent": 50,
        "percent_is_mean": True,
    }
    assert one["shares"] == [
        {"unit": "甲镇", "done_on": "2021-06-10", "percent": 100},
        {"unit": "乙镇", "done_on": None, "percent": 50},
        {"unit": "丙街道", "done_on": None, "percent": None},
    ]


def test_each_member_gets_a_workbook(qj: Run, ledger: Path) -> None:
    assert qj("report", "pack", "-o", "填报").code == 0
    assert {path.stem for path in (ledger / "填报").iterdir()} == {
        "水务局", "应急局", "民政局", "甲镇", "乙镇", "丙街道",
    }  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [
        ("report", "progress"),
        ("report", "bulletin"),
        ("report", "evidence"),
        ("report", "chase"),
        ("report", "board", "-o", "b.html", "--force"),
        ("report", "pack", "-o", "填报", "--force"),
        ("remind",),
        ("timeline",),
        ("stats",),
        ("due",),
        ("list",),
        ("export", "ics"),
    ],
)
def test_unit_and_lead_work_on_every_report(command: tuple[str, ...], qj: Run, ledger: Path) -> None:
    """储备物资 is led by the 应急局 and owed by the 民政局; 排查隐患 is neither."""
    qj("done", "1.1", "1.2", "1.3")
    qj("reopen", "1.1", "1.2", "1.3")
    for option, office in (("--unit", "民政局"), ("--lead", "应急局")):
        outcome = qj(*command, option, office)
        told = outcome.out + outcome.err
        assert outcome.code == 0 or (command == ("export", "ics") and "没有一项工作有日期" in told), told
        if command[1:2] == ("board",):
            told = (ledger / "b.html").read_text("utf-8")
        assert "排查隐患" not in told
        assert "修订防汛预案" not in told
    assert qj(*command, "--lead", "水务").code == 0
    assert "没有“没听过”这个单位" in qj(*command, "--lead", "没听过").err


def test_figures_of_one_unit_are_those_of_its_line(qj: Run) -> None:
    qj("done", "1.2", "--unit", "甲镇")
    whole = json.loads(qj("stats", "--by", "unit", "--format", "json").out)
    mine = json.loads(qj("stats", "--by", "unit", "--unit", "甲镇", "--format", "json").out)
    (line,) = [one for one in whole["by"] if one["name"] == "甲镇"]
    assert mine["by"] == [line]
    assert {**mine["total"], "name": "甲镇"} == line
    assert line["done"] == 1


def test_documents_print_the_number_and_the_collective_name(qj: Run) -> None:
    qj("done", "1.2", "--unit", "甲镇")
    bulletin = qj("report", "bulletin").out
    half = "各镇（街道）（还差乙镇、丙街道）（牵头：水务局）"
    assert f"| 1.2（28） | 排查隐患 | {half} | 2021年5月31日 | 10天 | 1/3 |" in bulletin
    assert "各承办单位：" in bulletin
    assert "| 1.2（28） | 排查隐患 |" in qj("report", "chase").out
    assert "| 28 |" in qj("report", "progress").out
    assert "一、防汛" in qj("report", "progress").out


def test_units_tells_every_office_with_its_roles_and_who_is_meant_by_a_collective_name(qj: Run) -> None:
    outcome = qj("units").out
    assert column(outcome, "单位") == ["水务局", "应急局", "民政局", "甲镇", "乙镇", "丙街道", "办公室"]
    assert column(outcome, "任务") == ["1", "1", "1", "2", "1", "1", "0"]
    assert column(outcome, "配合") == ["0", "0", "0", "1", "1", "1", "1"]
    assert "# 各镇（街道）：甲镇、乙镇、丙街道\n" in outcome


def test_values_of_a_collective_name_are_refused(qj: Run) -> None:
    outcome = qj("note", "1.2", "在办", "--unit", "各乡镇", "--value", "3")
    assert (outcome.code, "是几个单位的合称，不知道实绩是谁的" in outcome.err) == (1, True)
    assert "不是牵头单位" in qj("done", "1.1", "--unit", "各乡镇").err


def test_the_shipped_plan_answers_as_it_did(run: Run) -> None:
    assert len(json.loads(run("list", "--unit", "审批科", "--format", "json").out)["items"]) == 39
    assert len(column(run("due", "--within", "30d", "--today", "2021-06-10").out, "编号")) == 7


NOTICE = """\
2021年防汛工作任务分解表,,,,
序号,重点任务,具体工作,牵头单位,完成时限
1,一、防汛,修订防汛预案,县水务局,6月底前
2,,排查隐患,县水务局,5月底前
3,二、抗旱,检修泵站,县水务局,5月底前
"""


def test_the_progress_table_gives_back_the_numbers_and_headings_of_the_notice(qj: Run, ledger: Path) -> None:
    (ledger / "表.csv").write_text(NOTICE, "utf-8")
    assert qj("import", "表.csv", "-o", "新.yaml").code == 0
    table = qj("report", "progress", "--file", "新.yaml").out
    assert [
        line.split(" | ")[:3] for line in table.splitlines() if line.startswith(("| 1", "| 2", "| 3"))
    ] == [
        ["| 1", "一、防汛", "修订防汛预案"],
        ["| 2", "", "排查隐患"],
        ["| 3", "二、抗旱", "检修泵站"],
    ]
    assert "检修泵站" in qj("show", "no3", "--file", "新.yaml").out

"""The commands as a clerk uses them: what they say, what they write, how they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Outcome, Run


def ids(outcome: Outcome) -> list[str]:
    """The first column of a plain table."""
    return [line.split("\t")[0] for line in outcome.out.splitlines() if not line.startswith("#")]


def log_lines(ledger: Path) -> list[dict[str, object]]:
    path = ledger / "data" / "progress.yaml"
    return [json.loads(line[2:]) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


# list -------------------------------------------------------------------------------------------


def test_list_shows_all_45_items_in_the_tables_order(run: Run) -> None:
    outcome = run("list")
    assert outcome.code == 0
    assert len(ids(outcome)) == 45
    assert ids(outcome)[:3] == ["1.1", "1.2", "1.3"]
    assert ids(outcome)[-1] == "15.2"
    assert outcome.out.endswith("# 45项\n")


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("9.2",), ["9.2"]),
        (("9.2-9.4",), ["9.2", "9.3", "9.4"]),
        (("（九）",), ["9.1", "9.2", "9.3", "9.4", "9.5"]),
        (("八", "9.5"), ["8.1", "8.2", "9.5"]),
        (("--unit", "法夫科"), ["2.3", "14.1", "14.3"]),
        (("--unit", "执法支队", "--unit", "综合运输"), ["2.3", "2.4", "5.1"]),
        (("--group", "九", "--lead", "区司法局"), ["9.5"]),
        (("--status", "已完成"), []),
        (("--status", "逾期"), ["9.4", "10.1", "13.1", "13.3"]),
        (("--status", "overdue", "--group", "十三"), ["13.1", "13.3"]),
        (("--status", "持续推进", "--group", "九"), ["9.3"]),
        (("--light", "红"), ["9.4", "10.1", "13.1", "13.3"]),
        (("--light", "red", "--unit", "审批科"), ["9.4", "10.1", "13.1"]),
        (("--class", "按时序推进"), ["7.1", "7.3", "9.4", "12.1"]),
        (("--class", "on_schedule", "--text", "跨省通办"), ["7.1", "7.3"]),
        (("13", "--sort", "due"), ["13.1", "13.3", "13.4", "13.2"]),
    ],
)
def test_list_keeps_what_every_option_wants(args: tuple[str, ...], expected: list[str], run: Run) -> None:
    outcome = run("list", *args)
    assert outcome.code == 0
    assert ids(outcome) == expected


def test_an_unknown_status_is_answered_with_the_words_there_are(run: Run, ledger: Path) -> None:
    told = run("list", "--status", "待销号").err
    assert told.startswith("--status: “待销号”不对；可用的有未启动（todo）、推进中（doing）、已完成（done）")
    assert (
        "逾期（overdue）、持续推进（ongoing）、按原时限逾期（overdue_as_printed）、延过期（extended）" in told
    )
    path = ledger / "data" / "tasks.yaml"
    path.write_text(path.read_text("utf-8").replace("\nyear:", "\nrules: {accept: true}\nyear:", 1), "utf-8")
    assert run("list", "--status", "待销号").code == 0


def test_list_says_when_nothing_fits(run: Run) -> None:
    assert run("list", "--status", "暂停").out == "# 没有符合条件的工作（共45项）\n"


def test_every_fault_of_the_arguments_is_told_at_once(run: Run) -> None:
    outcome = run("list", "99", "9.x", "--unit", "区水务局", "--status", "完结", "--light", "蓝")
    assert outcome.code == 2
    assert outcome.out == ""
    assert [line.split(":")[0] for line in outcome.err.splitlines()] == [
        "--status",
        "--light",
        "99",
        "9.x",
        "--unit",
    ]


def test_a_near_miss_is_never_taken_for_a_name(run: Run) -> None:
    outcome = run("list", "--lead", "区商务局")
    assert outcome.code == 1
    assert "没有“区商务局”这个单位；最接近的是区商务委" in outcome.err


# due --------------------------------------------------------------------------------------------


def test_due_shows_the_overdue_and_the_coming_nearest_first_milestones_included(run: Run) -> None:
    outcome = run("due")
    assert ids(outcome) == ["10.1", "9.4.1", "13.1", "13.3", "1.3", "1.5", "8.2"]
    assert "红 逾期71天" in outcome.out
    assert "# 共7项：逾期4项，即将到期3项" in outcome.out


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("--within", "20d", "--no-overdue"), ["1.3", "1.5", "8.2"]),
        (("--within", "19d", "--no-overdue"), []),
        (("--within", "1m", "--no-overdue"), ["1.3", "1.5", "8.2"]),
        (("--by", "2021-09-30", "--no-overdue"), ["1.3", "1.5", "8.2", "10.2", "15.2"]),
        (("--by", "三季度末", "--no-overdue"), ["1.3", "1.5", "8.2", "10.2", "15.2"]),
        (("--unit", "公路事务中心"), ["9.4.1"]),
    ],
)
def test_due_within_a_span_or_by_a_date(args: tuple[str, ...], expected: list[str], run: Run) -> None:
    assert ids(run("due", *args)) == expected


def test_due_says_that_nothing_is_due_and_how_long_items_were_silent(run: Run) -> None:
    outcome = run("due", "--today", "2021-03-27", "--within", "3d")
    assert "# 没有逾期和到期的工作\n" in outcome.out
    assert "# 另有18项没有期限\n# 未完成的工作30天内都有记录或刚刚下达\n" in outcome.out
    outcome = run("due", "--today", "2021-05-10", "--within", "7d", "--no-overdue")
    assert "# 没有即将到期的工作；另有4项已逾期，没有列出\n" in outcome.out
    assert "# 未完成的工作里，45项超过30天没有进展记录（最长45天），见 qjtask due --reports\n" in outcome.out


def test_due_reports_lists_who_owes_one(run: Run) -> None:
    run("note", "1.4", "在办", "--unit", "审批科")
    outcome = run("due", "--reports", "--unit", "道路运输中心", "--format", "csv")
    (line,) = [line for line in outcome.out.splitlines() if line.startswith("1.4,")]
    assert line.split(",")[1:3] == ["76天", "道路运输中心"]
    mine = run("due", "--reports", "--unit", "审批科", "--format", "json").out
    assert "1.4" not in [item["id"] for item in json.loads(mine)["items"]]


def test_due_exit_code_is_3_only_when_something_is_overdue(run: Run) -> None:
    assert run("due", "--exit-code").code == 3
    assert run("due").code == 0
    assert run("due", "--exit-code", "--unit", "综合运输科").code == 0


# Marking ----------------------------------------------------------------------------------------


def test_done_writes_one_line_and_says_what_is_missing(run: Run, ledger: Path) -> None:
    outcome = run("done", "9.2", "--on", "2021-06-09", "--note", "占比86%", "--by", "张三")
    assert outcome.code == 0
    assert "已登记：9.2 完成（2021-06-09）" in outcome.out
    assert "9.2 有2个指标还没有实绩" in outcome.out
    (entry,) = log_lines(ledger)
    assert entry["item"] == "9.2"
    assert entry["do"] == "done"
    assert entry["on"] == "2021-06-09"
    assert entry["by"] == "张三"
    assert entry["text"] == "占比86%"
    assert ids(run("list", "--status", "已完成")) == ["9.2"]


def test_marking_twice_writes_nothing_and_says_since_when(run: Run, ledger: Path) -> None:
    run("done", "9.2", "--on", "2021-06-01")
    before = (ledger / "data" / "progress.yaml").read_bytes()
    outcome = run("done", "9.2")
    assert outcome.code == 0
    assert outcome.out == "9.2 已于 2021-06-01 完成，没有重复登记\n"
    assert (ledger / "data" / "progress.yaml").read_bytes() == before


def test_several_ids_are_all_or_nothing(run: Run, ledger: Path) -> None:
    outcome = run("done", "9.2", "9.99", "九")
    assert outcome.code == 1
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 2
    assert log_lines(ledger) == []


def test_a_share_then_the_rest_finishes_the_item(run: Run) -> None:
    assert "还差道路运输中心、公路事务中心" in run("done", "9.5", "--unit", "审批").out
    run("done", "9.5", "--unit", "道路运输中心")
    assert "整项完成" in run("done", "9.5", "--unit", "公路事务中心").out
    assert ids(run("list", "--status", "done")) == ["9.5"]


def test_a_milestone_is_met_by_its_own_id(run: Run) -> None:
    first, ledger = run("done", "9.4.1").out.splitlines()
    assert first.startswith("已登记：9.4.1 完成（2021-06-10，逾期41天）——梳理乡镇（街道）和区级部门")
    assert ledger.startswith("台账：2021年重庆市黔江区交通局")
    assert ledger.endswith(f"（{Path('data/tasks.yaml')}）")
    assert "9.4.1" not in ids(run("due"))


def test_undo_takes_back_the_latest_entry_and_says_what_it_took(run: Run, ledger: Path) -> None:
    run("start", "1.1", "--by", "王芳")
    run("hold", "1.1", "--note", "等文件", "--by", "王芳")
    told = run("undo", "--by", "王芳").out
    assert told.startswith("已撤销：1.1 暂停（2021-06-10，等文件；王芳登记）；现在是推进中——")
    assert told.splitlines()[1].startswith("台账：")
    told = run("undo", "1.1", "--by", "王芳").out
    assert told.startswith("已撤销：1.1 启动（2021-06-10；王芳登记）；现在是未启动——")
    assert len(log_lines(ledger)) == 4
    outcome = run("undo")
    assert outcome.code == 1
    assert "没有可以撤销的记录" in outcome.err


def test_note_records_percent_and_measured_values(run: Run) -> None:
    outcome = run("note", "9.2", "六月实绩", "--percent", "60", "--value", "行政许可=86")
    assert outcome.code == 0
    shown = json.loads(run("show", "9.2", "--format", "json").out)["items"][0]
    assert shown["status"] == "doing"
    assert shown["percent"] == 60
    assert shown["targets"][0]["value"] == 86
    assert shown["targets"][1]["value"] is None
    assert shown["last_entry"]["text"] == "六月实绩"


def test_extend_moves_the_date_and_keeps_the_printed_one(run: Run) -> None:
    assert run("extend", "13.1", "--to", "9月底", "--reason", "等市级清单").code == 0
    item = json.loads(run("list", "13.1", "--format", "json").out)["items"][0]
    assert item["deadline"] == {"text": "2021年4月30日", "class": "date", "date": "2021-09-30"}
    assert item["extended_from"] == "2021-04-30"
    assert item["next_due"] == "2021-09-30"
    shown = run("show", "13.1").out
    assert "2021年4月30日" in shown
    assert "延至 2021-09-30，原因：等市级清单" in shown


def test_hold_drop_and_reopen(run: Run) -> None:
    run("hold", "1.1")
    run("drop", "1.2", "--note", "不再要求")
    assert ids(run("list", "--status", "暂停", "--status", "取消")) == ["1.1", "1.2"]
    assert run("done", "1.2").code == 1
    assert run("reopen", "1.1", "1.2").code == 0
    assert ids(run("list", "--status", "推进中")) == ["1.1", "1.2"]


def test_what_has_not_happened_cannot_be_reported(run: Run, ledger: Path) -> None:
    outcome = run("done", "9.2", "--on", "2021-07-01")
    assert outcome.code == 2
    assert "2021-07-01 在今天（2021-06-10）之后" in outcome.err
    assert log_lines(ledger) == []


def test_no_day_is_made_of_a_month_in_which_something_happened(run: Run, ledger: Path) -> None:
    outcome = run("done", "9.2", "--on", "5月")
    assert (outcome.code, outcome.err) == (2, "--on: “5月”没有写是哪一天；请写那一天，如 2021-06-30\n")
    assert log_lines(ledger) == []
    assert run("done", "9.2", "--on", "5月31日").code == 0


def test_missing_evidence_is_told_and_recorded_all_the_same(run: Run, ledger: Path) -> None:
    (ledger / "有.txt").touch()
    outcome = run("done", "9.1", "--evidence", "有.txt", "--evidence", "没有.txt")
    assert outcome.code == 0
    assert outcome.err == "--evidence: 台账文件夹里没有“没有.txt”这个文件，路径照登；请核对\n"
    assert log_lines(ledger)[0]["evidence"] == ["有.txt", "没有.txt"]


def test_an_entry_never_stands_before_the_one_it_follows(run: Run, ledger: Path) -> None:
    log = ledger / "data" / "progress.yaml"
    log.write_text(
        '- {"id": "1", "item": "1.1", "do": "done", "on": "2021-06-01", "at": "2999-01-01T00:00:00+08:00"}\n',
        "utf-8",
    )
    run("reopen", "1.1")
    assert ids(run("list", "--status", "推进中")) == ["1.1"]


# As of ------------------------------------------------------------------------------------------


def test_an_old_report_can_be_made_again(run: Run) -> None:
    before = run("list", "--today", "2021-06-05").out
    run("done", "9.2", "--on", "2021-06-09")
    again = run("list", "--today", "2021-06-05")
    assert again.out == before
    assert again.err == ""


@pytest.mark.parametrize("args", [("--today", "2021-05-01", "due"), ("due", "--today", "2021-05-01")])
def test_options_stand_before_or_after_the_command(args: tuple[str, ...], run: Run) -> None:
    assert run(*args).out.startswith("# 2021-05-01 起至 2021-05-31")


# The other views --------------------------------------------------------------------------------


def test_show_takes_groups_and_ranges(run: Run) -> None:
    outcome = run("show", "9", "--format", "json")
    assert [item["id"] for item in json.loads(outcome.out)["items"]] == ["9.1", "9.2", "9.3", "9.4", "9.5"]


def test_stats_add_up(run: Run) -> None:
    run("done", "9.2", "10.1")
    total = json.loads(run("stats", "--format", "json").out)["total"]
    assert total == {
        "name": "合计",
        "total": 45,
        "done": 2,
        "doing": 0,
        "todo": 24,
        "overdue": 3,
        "ongoing": 16,
        "held": 0,
        "dropped": 0,
        "reported": 0,
        "overdue_as_printed": 3,
        "extended": 0,
        "unread": 0,
        "silent": 43,
        "behind": 0,
        "targets_missed": 0,
        "targets_unmeasured": 1,
        "accepted": 0,
        "returned": 0,
    }


def test_units_counts_items_open_and_overdue(run: Run) -> None:
    run("done", "9.5", "--unit", "道路运输中心")
    units = {unit["name"]: unit for unit in json.loads(run("units", "--format", "json").out)["units"]}
    assert units["审批科"] == {
        "name": "审批科",
        "aliases": ["行审批科", "行政审批科"],
        "items": 39,
        "open": 39,
        "overdue": 3,
        "leads": 0,
        "responsible": 0,
        "supports": 0,
    }
    assert units["道路运输中心"]["open"] == units["道路运输中心"]["items"] - 1


def test_remind_is_one_letter_fit_for_a_mail(run: Run) -> None:
    outcome = run("remind")
    assert outcome.code == 0
    assert all(line.isprintable() for line in outcome.out.splitlines())
    assert all(len(line.encode()) <= 998 for line in outcome.out.splitlines())
    assert "合计：逾期4项" in outcome.out


def test_remind_on_a_quiet_week_says_so(run: Run, ledger: Path) -> None:
    plan = ledger / "data" / "tasks.yaml"
    plan.write_text(
        "title: 静\nyear: 2021\nissued: 2021-06-01\ngroups:\n"
        "- {id: '1', heading: 甲, items: [{id: '1.1', work: 乙, units: [丙], deadline: 12月}]}\n",
        "utf-8",
    )
    assert "本周没有逾期、到期和久无进展的工作" in run("remind").out


def test_log_shows_what_was_taken_back(run: Run) -> None:
    run("start", "1.1", "--by", "张三")
    run("undo", "--by", "张三")
    lines = run("log").out.splitlines()
    assert "启动（已撤销）" in lines[1]
    assert "撤销" in lines[2]
    assert lines[-1] == "# 共2条记录"


# check and init ---------------------------------------------------------------------------------


def test_check_finds_nothing_in_the_shipped_ledger(run: Run) -> None:
    outcome = run("check")
    assert outcome.code == 0
    assert outcome.out == "# 没有发现错误和疑点\n"


def test_check_tells_doubts_and_exits_0(run: Run, ledger: Path) -> None:
    plan = ledger / "data" / "tasks.yaml"
    plan.write_text(
        plan.read_text("utf-8").replace("deadline: 2021年9月30日", "deadline: 看情况", 1), "utf-8"
    )
    outcome = run("check")
    assert outcome.code == 0
    assert "# 疑点（1处）" in outcome.out
    assert "完成时限“看情况”" in outcome.out


def test_check_tells_plan_and_log_at_once_and_exits_1(run: Run, ledger: Path) -> None:
    plan = ledger / "data" / "tasks.yaml"
    plan.write_text(plan.read_text("utf-8").replace("year: 2021", "year: 二〇二一", 1), "utf-8")
    (ledger / "data" / "progress.yaml").write_text("<<<<<<< HEAD\n", "utf-8")
    outcome = run("check")
    assert outcome.code == 1
    assert "# 错误（2处）" in outcome.out
    assert "progress.yaml:1:1" in outcome.out


def test_init_writes_a_plan_without_fault_and_never_overwrites(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "新台账"
    assert run("init", str(folder)).code == 0
    plan = folder / "tasks.yaml"
    before = plan.read_bytes()
    checked = run("check", "--file", str(plan))
    assert (checked.code, checked.out) == (0, "# 没有发现错误和疑点\n")
    again = run("init", str(folder))
    assert again.code == 1
    assert "没有改动" in again.err
    assert plan.read_bytes() == before


# The log's doubts -------------------------------------------------------------------------------


def test_every_command_tells_log_lines_that_do_not_count(run: Run, ledger: Path) -> None:
    (ledger / "data" / "progress.yaml").write_text(
        '- {"id": "1", "item": "9.2", "do": "done", "on": "2021-06-01", "at": "2021-06-01T08:00:00+08:00"}\n'
        "不是记录\n"
        '- {"id": "2", "item": "99.1", "do": "done", "on": "2021-06-01"}\n',
        "utf-8",
    )
    outcome = run("list", "--status", "已完成")
    assert ids(outcome) == ["9.2"]
    assert [line.split(": ")[0].rpartition("/")[2] for line in outcome.err.splitlines()] == [
        "progress.yaml:2:1",
        "progress.yaml:3:1",
    ]

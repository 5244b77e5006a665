"""Several plans at once: a folder, a pattern, a list, several --file."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from qjtask.cli import ledgers
from tests.closed_folders import close_folder

if TYPE_CHECKING:
    from tests.conftest import Run

ROADS = """\
title: 交通局2021年工作
issuer: 区交通局
issued: 2021-03-26
year: 2021
groups:
- id: "1"
  heading: 审批
  items:
  - {id: "1.1", work: 发布清单, units: [办公室], lead: [区府办], deadline: 2021年5月31日}
  - {id: "1.2", work: 办件, units: [审批科], deadline: 2021年6月30日}
"""
AID = """\
title: 民政局2021年工作
issuer: 区民政局
issued: 2021-03-26
year: 2021
rules: {owner: lead}
groups:
- id: "1"
  heading: 救助
  items:
  - {id: "1.1", work: 核查对象, units: [救助科], lead: [办公室], deadline: 2021年6月20日}
"""
LIST = """\
title: 全区2021年重点工作
plans:
- {file: 交通/tasks.yaml, name: 路}
- {file: 民政/tasks.yaml, office: 民政}
shared_units: [办公室]
"""


@pytest.fixture(autouse=True)
def district(ledger: Path) -> Path:
    """A folder with the plans of two offices."""
    for name, text in (("交通", ROADS), ("民政", AID)):
        (ledger / "全区" / name).mkdir(parents=True)
        (ledger / "全区" / name / "tasks.yaml").write_text(text, "utf-8")
    return ledger / "全区"


WAYS = (
    ("-f", "全区"),
    ("-f", "全区/*/tasks.yaml"),
    ("-f", "全区/*"),
    ("-f", "全区/交通/tasks.yaml", "-f", "全区/民政"),
)


def ids(out: str) -> list[str]:
    return [item["id"] for item in json.loads(out)["items"]]


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_plans_are_named_in_every_way(way: tuple[str, ...], run: Run) -> None:
    outcome = run("due", *way, "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    assert ids(outcome.out) == ["交通:1.1", "民政:1.1", "交通:1.2"]


def test_the_environment_names_a_folder_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QJTASK_FILE", "全区")
    assert ids(run("list", "--format", "json").out) == ["交通:1.1", "交通:1.2", "民政:1.1"]


def test_a_list_gives_names_and_offices_and_says_who_is_one(district: Path, run: Run) -> None:
    (district / "ledger.yaml").write_text(LIST, "utf-8")
    for way in ("全区", "全区/ledger.yaml"):
        outcome = run("list", "-f", way, "--unit", "办公室", "--format", "json")
        assert ids(outcome.out) == ["路:1.1", "民政:1.1"]
    by = json.loads(run("stats", "-f", "全区", "--by", "office", "--format", "json").out)["by"]
    assert [(line["name"], line["total"], line["overdue"]) for line in by] == [
        ("区交通局", 2, 1),
        ("民政", 1, 0),
    ]
    assert "全区2021年重点工作：工作提醒" in run("remind", "-f", "全区").out


def test_numbers_offices_and_owners_are_each_plans_own(run: Run) -> None:
    items = json.loads(run("list", "-f", "全区", "--format", "json").out)["items"]
    assert [item["owners"] for item in items] == [["交通·办公室"], ["审批科"], ["民政·办公室"]]
    assert ids(run("list", "1.1", "-f", "全区", "--format", "json").out) == ["交通:1.1", "民政:1.1"]
    assert ids(run("list", "民:1.1", "-f", "全区", "--format", "json").out) == ["民政:1.1"]


def test_what_is_told_to_be_run_repeats_which_plans_are_meant(run: Run) -> None:
    told = run("due", "-f", "全区", "--today", "2021-12-01").out
    assert "见 qjtask due --reports --file 全区" in told


SHOWN: dict[tuple[str, ...], tuple[str, str]] = {
    ("list",): ("交通:1.2", "民政:1.1"),
    ("due",): ("交通:1.1", "民政:1.1"),
    ("due", "--reports"): ("交通:1.1", "民政:1.1"),
    ("stats", "--by", "office"): ("区交通局", "区民政局"),
    ("stats", "--by", "unit"): ("审批科", "民政·办公室"),
    ("remind",): ("交通:1.1", "民政:1.1"),
    ("timeline",): ("审批", "救助"),
    ("units",): ("审批科", "救助科"),
    ("diff", "--since", "2021-04-01"): ("交通:1.1", "民政:1.1"),
    ("report", "bulletin"): ("交通:1.1", "民政:1.1"),
    ("report", "progress"): ("办件", "核查对象"),
    ("report", "board", "-o", "-"): ("交通:1.2", "民政:1.1"),
    ("report", "evidence"): ("2个计划", ""),
    ("export", "ics"): ("办件", "核查对象"),
}


@pytest.mark.parametrize("command", SHOWN, ids=" ".join)
def test_what_looks_takes_all(command: tuple[str, ...], run: Run) -> None:
    outcome = run(*command, "-f", "全区")
    assert (outcome.code, outcome.err) == (0, "")
    assert all(told in outcome.out for told in SHOWN[command])


@pytest.mark.parametrize("command", SHOWN, ids=" ".join)
def test_a_faulty_plan_stops_only_itself_everywhere(
    command: tuple[str, ...], district: Path, run: Run
) -> None:
    (district / "民政" / "tasks.yaml").write_text("x: [", "utf-8")
    outcome = run(*command, "-f", "全区")
    assert outcome.code == 1
    assert outcome.err.startswith("全区/民政/tasks.yaml:1:1: ")
    assert "1个计划读不了" in outcome.err
    assert SHOWN[command][0].removeprefix("2个计划") in outcome.out
    assert "核查对象" not in outcome.out


@pytest.mark.parametrize(
    "command", [("remind",), ("report", "bulletin"), ("report", "progress")], ids=" ".join
)
def test_what_leaves_the_office_names_the_plan_that_is_not_counted(
    command: tuple[str, ...], district: Path, run: Run
) -> None:
    (district / "民政" / "tasks.yaml").write_text("x: [", "utf-8")
    assert "2个计划（未计入民政）" in run(*command, "-f", "全区").out.splitlines()[0]
    for number in range(4):
        (district / f"空{number}").mkdir()
        (district / f"空{number}" / "tasks.yaml").write_text("x: [", "utf-8")
    assert "6个计划（未计入民政、空0、空1等5个计划）" in run(*command, "-f", "全区").out.splitlines()[0]


def test_a_link_to_a_folder_above_is_told_and_stops_nothing(district: Path, run: Run) -> None:
    (district / "上").symlink_to(district.parent)
    outcome = run("list", "-f", "全区", "--format", "json")
    assert (outcome.code, ids(outcome.out)) == (0, ["交通:1.1", "交通:1.2", "民政:1.1"])
    (told,) = outcome.err.splitlines()
    assert told.startswith("全区/上: 这个链接指向上级文件夹 ")


@pytest.mark.parametrize("kind", ["board", "bulletin"])
def test_a_page_of_all_tells_each_plan_that_is_not_in_it(kind: str, district: Path, run: Run) -> None:
    """The title has room for three of them, and a page's head is not what people read."""
    assert "读不了" not in run("report", kind, "-f", "全区").out
    for name in ("民政", "空0", "空1", "空2", "空3"):
        (district / name).mkdir(exist_ok=True)
        (district / name / "tasks.yaml").write_text("x: [", "utf-8")
    outcome = run("report", kind, "-f", "全区")
    assert outcome.code == 1
    assert "5个计划读不了，下面没有算上" in outcome.err
    assert "有5个计划读不了，以下没有算上：民政、空0、空1、空2、空3" in outcome.out


def test_check_tells_the_faults_and_doubts_of_all(district: Path, run: Run) -> None:
    (district / "民政" / "tasks.yaml").write_text("x: [", "utf-8")
    (district / "交通" / "tasks.yaml").write_text(ROADS.replace("2021年6月30日", "择机"), "utf-8")
    outcome = run("check", "-f", "全区", "--format", "csv")
    assert outcome.code == 1
    assert "全区/民政/tasks.yaml:1:1," in outcome.out
    assert "全区/交通/tasks.yaml" in outcome.out


MARKS: tuple[tuple[str, ...], ...] = (
    ("start",),
    ("note", "开了会"),
    ("done",),
    ("hold", "--note", "等文件"),
    ("drop", "--note", "合并"),
    ("extend", "--to", "2021-07-31", "--reason", "等文件"),
)


@pytest.mark.parametrize("mark", MARKS, ids=lambda words: words[0])
def test_every_mark_works_by_that_id_beside_a_faulty_plan_too(
    mark: tuple[str, ...], district: Path, run: Run
) -> None:
    (district / "民政" / "tasks.yaml").write_text("x: [", "utf-8")
    words = [mark[0], "交通:1.2", *mark[1:]]
    outcome = run(*words, "-f", "全区", "--by", "张三")
    assert (outcome.code, outcome.err) == (0, "")
    (line,) = (district / "交通" / "progress.yaml").read_text("utf-8").splitlines()
    assert '"item": "1.2"' in line
    assert run("undo", "交通:1.2", "-f", "全区", "--by", "张三").code == 0


def test_an_office_that_the_list_calls_one_is_counted_as_one(district: Path, run: Run) -> None:
    (district / "ledger.yaml").write_text(LIST, "utf-8")
    counted = json.loads(run("units", "-f", "全区", "--format", "json").out)["units"]
    assert [(one["name"], one["items"], one["leads"]) for one in counted if "办公室" in one["name"]] == [
        ("办公室", 2, 0)
    ]


def test_a_mark_goes_into_the_plan_that_its_number_names(district: Path, run: Run) -> None:
    outcome = run("done", "民政:1.1", "-f", "全区", "--by", "张三")
    assert outcome.code == 0, outcome.err
    assert outcome.out.splitlines()[-1] == "台账：民政局2021年工作（全区/民政/tasks.yaml）"
    assert not (district / "交通" / "progress.yaml").exists()
    assert (
        json.loads(run("list", "民政:1.1", "-f", "全区", "--format", "json").out)["items"][0]["status"]
        == "done"
    )
    assert ids(run("show", "民政:1.1", "-f", "全区", "--format", "json").out) == ["民政:1.1"]
    assert "民政:1.1" in run("log", "民政:1.1", "-f", "全区").out
    assert run("undo", "民政:1.1", "-f", "全区", "--by", "张三").code == 0
    assert run("undo", "-f", "全区").code == 2


def test_a_brief_names_the_notice_of_its_own_plan(run: Run) -> None:
    told = run("report", "brief", "民政:1.1", "交通:1.2", "-f", "全区").out
    assert "| 来源 | 《交通局2021年工作》 |" in told
    assert "| 来源 | 《民政局2021年工作》 |" in told
    assert "（区民政局　截至2021年6月10日）" in told
    assert told.count("# 重点工作专报") == 2


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("done", "1.1"), 1, "1.1: 有几个计划，没有说是哪一个的；请写成 交通:9.2；计划有交通、民政"),
        (("done", "交通:1.1", "民政:1.1"), 1, "这些编号不在同一个计划里，一次只能登记一个计划的"),
        (
            ("remind", "--send"),
            2,
            "--file: 这条命令一次只能用一个计划，这里有2个；请写明一个，如 全区/交通/tasks.yaml",
        ),
        (("report", "chase", "--log"), 2, "--file: 这条命令一次只能用一个计划"),
        (("report", "chase"), 2, "--file: 这条命令一次只能用一个计划"),
        (("collect", "全区"), 2, "--file: 这条命令一次只能用一个计划"),
        (("report", "pack", "-o", "填报"), 2, "--file: 这条命令一次只能用一个计划"),
        (("check", "--digest", "4CD4C4AF"), 2, "--file: 这条命令一次只能用一个计划"),
        (("import", "x.csv", "-f", "另一个.yaml"), 2, "--file: 一次只能写进一个计划；请只留一个"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_needs_one_plan_says_so(
    args: tuple[str, ...], code: int, told: str, district: Path, run: Run
) -> None:
    outcome = run(*args, "-f", "全区")
    assert (outcome.code, outcome.out) == (code, "")
    assert told in outcome.err
    assert not list(district.rglob("progress.yaml"))


def test_a_folder_of_one_plan_is_not_called_several(district: Path, run: Run) -> None:
    assert (district / "民政" / "tasks.yaml").exists()
    outcome = run("collect", "x.xlsx", "-f", "全区/民政")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "--file: 这条命令只用于一个计划，这里写的是文件夹或名单；"
        f"请写明计划的文件，即 {Path('全区/民政/tasks.yaml')}\n"
    )


def test_a_faulty_plan_stops_only_itself_and_is_told(district: Path, run: Run) -> None:
    (district / "民政" / "tasks.yaml").write_text("x: [", "utf-8")
    outcome = run("list", "-f", "全区", "--format", "json")
    assert outcome.code == 1
    assert ids(outcome.out) == ["交通:1.1", "交通:1.2"]
    assert "全区/民政/tasks.yaml:1:1: 计划里没有“x”这个键" in outcome.err
    assert outcome.err.splitlines()[-1] == "1个计划读不了，下面没有算上；请先改好"
    assert run("check", "-f", "全区").code == 1
    (district / "交通" / "tasks.yaml").write_text("y: [", "utf-8")
    assert run("list", "-f", "全区").out == ""


def test_a_folder_without_a_plan_and_a_pattern_without_a_file_are_refused(ledger: Path, run: Run) -> None:
    (ledger / "空").mkdir()
    for way, told in (("空", "空: 这个文件夹里没有计划"), ("无*.yaml", "无*.yaml: 没有这个计划文件")):
        outcome = run("list", "-f", way)
        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err.startswith(told)


def test_a_pattern_passes_over_what_lies_beside_plans(district: Path, run: Run) -> None:
    run("done", "民政:1.1", "-f", "全区", "--by", "张三")
    (district / "ledger.yaml").write_text(LIST, "utf-8")
    outcome = run("list", "-f", "全区/*/*.yaml", "--format", "json")
    assert (outcome.code, outcome.err, len(ids(outcome.out))) == (0, "", 3)
    outcome = run("list", "-f", "全区/*/progress.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("全区/*/progress.yaml: 这里只有记录、名单一类的文件，没有计划")


def test_a_fault_of_the_list_stands_in_the_list_itself(district: Path, run: Run) -> None:
    (district / "ledger.yaml").write_text("plans: []\n", "utf-8")
    for way in ("全区", "全区/ledger.yaml"):
        assert run("due", "-f", way).err.startswith("全区/ledger.yaml:1:8: 没有列出一个计划")


def test_what_the_list_of_a_folder_lacks_is_a_doubt(district: Path, run: Run) -> None:
    text = LIST.replace("[办公室]", "[办公室, 办公司]")
    (district / "ledger.yaml").write_text(text, "utf-8")
    (district / "新局").mkdir()
    (district / "新局" / "tasks.yaml").write_text(AID, "utf-8")
    outcome = run("check", "-f", "全区", "--format", "csv")
    assert outcome.code == 0
    assert "全区/新局/tasks.yaml,计划名单里没有这个计划，没有算上它" in outcome.out
    assert "全区/ledger.yaml,shared_units 里的“办公司”不是哪个计划的单位" in outcome.out
    assert "“办公室”" not in outcome.out
    (district / "ledger.yaml").rename(district / "科教.ledger.yaml")  # names only those it is about
    outcome = run("check", "-f", "全区/科教.ledger.yaml")
    assert "新局" not in outcome.out
    assert "办公司" in outcome.out


def test_the_bulletin_of_all_counts_by_office_and_each_office_s_by_its_units(run: Run) -> None:
    whole, roads, aid = run("report", "bulletin", "-f", "全区").out.split("\n# ")
    assert "## 二、各单位进度" in whole
    assert "| 区交通局 | 2 | 0 |" in whole
    assert "| 区民政局 | 1 | 0 |" in whole
    assert "| 交通·办公室 |" not in whole.partition("## 三")[0]
    assert "| 办公室 | 1 |" in roads
    assert "## 二、各牵头单位进度" in aid


@pytest.mark.parametrize("kind", ["bulletin", "progress"])
def test_a_report_has_a_page_for_all_and_one_for_each_office(kind: str, run: Run) -> None:
    out = run("report", kind, "-f", "全区").out
    titles = [line for line in out.splitlines() if line.startswith("# ")]
    assert len(titles) == 3
    assert [name in title for name, title in zip(("2个计划", "交通局", "民政局"), titles, strict=True)] == [
        True
    ] * 3


def test_the_board_is_of_all(run: Run) -> None:
    assert run("report", "board", "-f", "全区", "-o", "b.html").code == 0
    page = Path("b.html").read_text("utf-8")
    assert "民政:1.1" in page
    assert "交通:1.2" in page


def test_the_same_plan_named_twice_is_one(run: Run) -> None:
    out = run("list", "-f", "全区", "-f", "全区/交通/tasks.yaml", "--format", "json").out
    assert ids(out) == ["交通:1.1", "交通:1.2", "民政:1.1"]


def test_a_list_named_twice_is_one(district: Path, run: Run) -> None:
    (district / "ledger.yaml").write_text(LIST, "utf-8")
    once = run("stats", "-f", "全区", "--by", "unit").out
    assert "办公室" in once
    assert run("stats", "-f", "全区", "-f", "全区/ledger.yaml", "--by", "unit").out == once


def offered(ledger: Path, args: str, word: str) -> list[str]:
    """What bash is offered after Tab, its words parted as bash parts them."""
    typed = ["qjtask", *args.split(), *(re.findall("[:=]+|[^:=]+", word) or [""])]
    env = {
        **os.environ,
        "_QJTASK_COMPLETE": "complete_bash",
        "COMP_WORDS": "\n".join(typed),
        "COMP_CWORD": str(len(typed) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-m", "qjtask"], cwd=ledger, env=env, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.split()


def test_the_shell_offers_names_first_and_then_the_numbers_of_that_plan(ledger: Path) -> None:
    assert offered(ledger, "done -f 全区", "") == ["交通:", "民政:"]
    assert offered(ledger, "done -f 全区", "民") == ["民政:1.1"]
    assert offered(ledger, "done -f 全区", "民政:") == ["1.1"]
    assert offered(ledger, "list -f 全区", "交通:1.") == ["1.1", "1.2"]
    assert offered(ledger, "list -f 全区", "水务") == []


def test_the_shell_offers_offices_as_they_are_told_apart(ledger: Path, district: Path) -> None:
    assert offered(ledger, "list -f 全区 --unit", "民政·") == ["民政·办公室"]
    assert offered(ledger, "list -f 全区 --unit", "审") == ["审批科"]
    (district / "民政" / "tasks.yaml").write_text("x: [", "utf-8")
    assert offered(ledger, "list -f 全区 --unit", "救") == []


def test_a_plan_whose_name_only_ends_like_a_list_s_is_one_plan(ledger: Path, run: Run) -> None:
    (ledger / "myledger.yaml").write_text(ROADS, "utf-8")
    assert ids(run("list", "-f", "myledger.yaml", "--format", "json").out) == ["1.1", "1.2"]


ACCEPTED = ROADS.replace("groups:", "rules: {accept: true}\ngroups:").replace(
    "units: [审批科]", "units: [审批科], targets: [{name: 办件, at_least: 300}]"
)


def test_what_is_claimed_is_accepted_and_returned_and_reopened_by_that_id(district: Path, run: Run) -> None:
    (district / "交通" / "tasks.yaml").write_text(ACCEPTED, "utf-8")
    claim = ("done", "交通:1.1", "-f", "全区", "--by", "张三")
    told = run(*claim).out.splitlines()
    assert told[0] == "已登记：交通:1.1 报完成（2021-06-10，逾期10天）——发布清单"
    accept, back = re.findall(r"qjtask ([a-z]+[^，]*)", told[1])
    assert (accept, back) == ("accept 交通:1.1 --file 全区", "return --file 全区")
    assert run("return", "交通:1.1", "-f", "全区", "--note", "缺佐证", "--by", "李四").out.startswith(
        "已登记：交通:1.1 退回"
    )
    run(*claim)
    assert run(*accept.split(), "--by", "李四").out.startswith("已登记：交通:1.1 销号")
    already = run("note", "交通:1.1", "又开了会", "-f", "全区", "--by", "李四")
    assert already.code == 0
    (again,) = re.findall(
        "请先 qjtask (.*)", run("hold", "交通:1.1", "--note", "等", "-f", "全区", "--by", "李四").err
    )
    assert again == "reopen 交通:1.1 --file 全区"
    assert run(*again.split(), "--by", "李四").out.startswith("已登记：交通:1.1 重开")
    items = [line.split('"item": "')[1][:3] for line in _log(district, "交通")]
    assert items == ["1.1"] * 6
    assert not (district / "民政" / "progress.yaml").exists()


def _log(district: Path, name: str) -> list[str]:
    return (district / name / "progress.yaml").read_text("utf-8").splitlines()


def test_a_hint_names_the_plan_and_the_ledger_as_it_was_given(
    district: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (district / "交通" / "tasks.yaml").write_text(ACCEPTED, "utf-8")
    outcome = run("done", "交通:1.2", "-f", "全区/*", "-f", "全区/民政", "--by", "张三")
    (hint,) = re.findall("可补记：(.*)", outcome.out)
    assert hint == "qjtask note 交通:1.2 实绩 --value 办件=数值 --file '全区/*' --file 全区/民政"
    (district / "交通" / "progress.yaml").unlink()
    monkeypatch.setenv("QJTASK_FILE", "全区")
    (hint,) = re.findall("可补记：(.*)", run("done", "交通:1.2", "--by", "张三").out)
    assert hint == "qjtask note 交通:1.2 实绩 --value 办件=数值", "that the environment tells every command"
    told = run("start", "1.2", "-f", "全区/交通/tasks.yaml", "--by", "张三").err
    assert told.rstrip().endswith("qjtask return 1.2 --note 原因 --file 全区/交通/tasks.yaml")


def test_what_another_wrote_is_undone_by_the_number_that_is_told(run: Run) -> None:
    run("note", "交通:1.2", "甲写的", "-f", "全区", "--by", "甲")
    run("note", "交通:1.2", "乙写的", "-f", "全区", "--by", "乙")
    told = run("undo", "交通:1.2", "-f", "全区", "--by", "甲").err
    assert "最近登记的不是自己的：交通:1.2 进展" in told
    other, own = re.findall(r"qjtask (undo 交通:\w{16} --file 全区)", told)
    outcome = run(*own.split(), "--by", "甲")
    assert (outcome.code, outcome.out.split("（")[0]) == (0, "已撤销：交通:1.2 进展")
    outcome = run(*own.split(), "--by", "甲")
    assert outcome.err.startswith(f"{own.split()[1]}: 这条记录已经撤销")
    assert run(*other.split(), "--by", "甲").code == 0
    gone = run("undo", "交通:1.2", "-f", "全区", "--by", "甲")
    assert gone.err == "交通:1.2: 没有可以撤销的记录；运行 qjtask log --file 全区 可看全部记录\n"


def test_the_record_numbers_that_a_log_shows_can_be_typed_back(run: Run) -> None:
    run("note", "民政:1.1", "走访", "-f", "全区", "--by", "甲")
    (record,) = json.loads(run("log", "-f", "全区", "--format", "json").out)["entries"]
    assert record["id"].startswith("民政:")
    assert run("undo", record["id"], "-f", "全区", "--by", "甲").code == 0
    entries = json.loads(run("log", "-f", "全区", "--format", "json").out)["entries"]
    assert [entry["undone"] for entry in entries] == [True, False]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("show", "交通:9.9"), "交通:9.9: 计划里没有这个编号；重点任务编号从 交通:1 到 交通:1"),
        (("list", "交通:1.9"), "交通:1.9: 计划里没有这个编号；重点任务 交通:1 下有 交通:1.1 到 交通:1.2"),
        (("list", "--group", "交通:9"), "交通:9: 计划里没有这个编号；重点任务编号从 交通:1 到 交通:1"),
        (("list", "--group", "交通:1.1"), "交通:1.1: 这不是重点任务的编号；请只写重点任务，如 交通:1"),
        (("done", "交通:9.9"), "交通:9.9: 计划里没有这个编号；重点任务编号从 交通:1 到 交通:1"),
        (("done", "交通:1"), "交通:1: 这是一项重点任务，不是一项具体工作；请写到具体工作，如 交通:1.1"),
        (("done", "交通:1.1-1.2"), "交通:1.1-1.2: 登记时不能写一段编号；请逐项写出，如 交通:9.2 交通:9.3"),
        (("undo", "交通:1.1"), "交通:1.1: 没有可以撤销的记录；运行 qjtask log --file 全区 可看全部记录"),
        (
            ("note", "交通:1.1", "进展", "--unit", "审批科"),
            "交通:1.1: “审批科”不是责任单位；责任单位是办公室",
        ),
        (("done", "交通:1.1", "--on", "1921-06-01"), "交通:1.1: "),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_refusal_tells_ids_as_they_are_typed(args: tuple[str, ...], told: str, run: Run) -> None:
    outcome = run(*args, "-f", "全区")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(told)


@pytest.fixture
def closed(district: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A third folder that cannot be looked into, as nobody can make one for root."""
    folder = district / "水务"
    folder.mkdir()
    close_folder(monkeypatch, folder)

    def access(path: Any, mode: int) -> bool:
        return str(path) != str(folder) and may(path, mode)

    may = os.access
    monkeypatch.setattr(os, "access", access)
    return folder


CLOSED = "全区/水务: 看不了这个文件夹（没有权限），不知道里面有没有计划；请检查读取权限"


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("way", ["全区", "全区/*", "全区/*/tasks.yaml"])
def test_a_closed_folder_stops_only_itself_and_is_told(way: str, run: Run) -> None:
    outcome = run("list", "-f", way, "--format", "json")
    assert (outcome.code, ids(outcome.out)) == (1, ["交通:1.1", "交通:1.2", "民政:1.1"])
    assert outcome.err.splitlines() == [CLOSED, "1个文件夹看不了，下面没有算上；请先改好"]
    assert "2个计划（未计入水务）" in run("remind", "-f", way).out.splitlines()[0]
    assert run("done", "交通:1.1", "-f", way, "--by", "张三").code == 0
    checked = run("check", "-f", way, "--format", "csv")
    assert checked.code == 1
    assert "全区/水务,看不了这个文件夹" in checked.out


def test_a_closed_folder_without_any_plan_beside_it_is_refused(closed: Path, run: Run) -> None:
    for name in ("交通", "民政"):
        shutil.rmtree(closed.parent / name)
    outcome = run("list", "-f", "全区")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", f"{CLOSED}\n")


def test_that_no_list_of_several_says_which_offices_are_one_is_told(district: Path, run: Run) -> None:
    (district / "甲.ledger.yaml").write_text(LIST, "utf-8")
    (district / "乙.ledger.yaml").write_text(LIST.partition("shared_units")[0], "utf-8")
    both = ("-f", "全区/甲.ledger.yaml", "-f", "全区/乙.ledger.yaml")
    told = (
        "全区/甲.ledger.yaml: 一次用了2个计划名单，其中的 shared_units 都没有采用，同名的单位分开算；"
        "要合起来算，请把这些计划写进一个名单"
    )
    outcome = run("units", *both, "--format", "csv")
    assert (outcome.code, outcome.err) == (0, f"{told}\n")
    assert "民政·办公室" in outcome.out
    assert "shared_units 都没有采用" in run("check", *both).out
    (district / "甲.ledger.yaml").write_text(LIST.partition("shared_units")[0], "utf-8")
    assert run("units", *both).err == ""


@pytest.mark.parametrize("large", [False, True])
def test_a_plan_that_cannot_be_read_stands_among_the_offices(
    large: bool, district: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers, "_LARGE", 0 if large else 1 << 60)
    (district / "民政" / "tasks.yaml").write_text("x: [", "utf-8")
    for more in ((), ("--unit", "审批科")):
        outcome = run("stats", "-f", "全区", "--by", "office", "--format", "csv", *more)
        assert (outcome.code, "\n民政,读不了,,," in outcome.out) == (1, True)
        by = json.loads(run("stats", "-f", "全区", "--by", "office", "--format", "json", *more).out)["by"]
        assert [line["name"] for line in by] == ["区交通局", "民政"]
        assert {value for key, value in by[1].items() if key != "name"} == {None}
    assert "民政" not in run("stats", "-f", "全区", "--by", "unit").out
    (district / "ledger.yaml").write_text(LIST.replace("office: 民政", "office: 区民政局"), "utf-8")
    assert "区民政局" in run("stats", "-f", "全区", "--by", "office").out


@pytest.mark.parametrize("large", [False, True])
def test_an_office_that_owns_a_plan_is_told_under_which_name(
    large: bool, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers, "_LARGE", 0 if large else 1 << 60)
    run("due", "-f", "全区")
    for typed in ("区交通局", "交通局"):
        for command in ("list", "due", "stats"):
            outcome = run(command, "-f", "全区", "--unit", typed)
            assert (outcome.code, outcome.out) == (1, "")
            assert outcome.err.startswith(f"--unit: 没有“{typed}”这个单位；")
            assert outcome.err.endswith(
                f"；“{typed}”的计划是 交通:，看它的工作请用 qjtask list 交通: --file 全区\n"
            )
    assert ids(run("list", "交通:", "--file", "全区", "--format", "json").out) == ["交通:1.1", "交通:1.2"]
    assert "的计划是" not in run("list", "-f", "全区", "--unit", "水务局").err


ASKED = ("--unit", "交通·办公室")


@pytest.mark.parametrize("kind", ["bulletin", "progress", "brief"])
@pytest.mark.parametrize("more", [(), ASKED])
def test_on_the_page_of_one_office_its_own_names_need_no_prefix(
    kind: str, more: tuple[str, ...], run: Run
) -> None:
    run("note", "交通:1.1", "开了会", "--unit", "办公室", "-f", "全区", "--by", "张三")
    run("done", "民政:1.1", "-f", "全区", "--by", "张三")
    words = ["交通:1.1", "民政:1.1"] if kind == "brief" else []
    out = run("report", kind, *words, "-f", "全区", *more).out
    pages = out.split("\n# ")
    own = pages if kind == "brief" else pages[1:]
    assert "办公室" in own[0]
    assert not re.search("(交通|民政)[·　]", own[0])
    if not more:
        assert len(own) == 2
        assert not re.search("(交通|民政)[·　]", own[1])
    if kind == "bulletin":
        assert "交通:1.1" in own[0], "the id is one that can be typed"
        assert "开了会" in own[0]
    if more and kind != "brief":
        assert "核查对象" not in out
        assert "审批科" not in own[0]
        assert "交通·办公室" in pages[0]
        assert "交通·办公室" not in own[0]

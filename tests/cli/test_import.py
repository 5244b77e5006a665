"""qjtask import: from the notice to the ledger, and a new print over an old plan."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
import yaml

from qjtask.core.plan.item_keys import ITEM
from qjtask.core.plan.plan import Item
from qjtask.core.plan.plan_keys import PLAN
from qjtask.storage.logs.log_file import load_log
from qjtask.storage.plans.plan_file import load_plan
from tests.cli.asking import answers, asked

if TYPE_CHECKING:
    from tests.conftest import Outcome, Run

NOTICE = Path(__file__).resolve().parents[1] / "data" / "notice.txt"
ROWS = [
    ("（一）建设", "1.推进农村公路建设，确保质量安全", "建管科", "2021年6月30日"),
    ("（一）建设", "2.全面承接落实取消和下放的行政许可事项", "审批科", "2021年9月30日"),
    ("（二）服务", "1.持续提升网上办理深度，压减跑动次数", "审批科", "持续推进"),
]
HEAD = ("重点任务", "具体工作", "责任单位", "完成时限")


@pytest.fixture
def folder(ledger: Path) -> Path:
    """The office's folder before there is a plan, with the notice."""
    shutil.rmtree(ledger / "data")
    shutil.copy(NOTICE, ledger / "notice.txt")
    return ledger


def table(path: Path, rows: Sequence[tuple[str, ...]], title: str = "2021年重点工作任务分解表") -> None:
    lines = [(title, "", "", ""), HEAD, *rows]
    path.write_text("".join(",".join(line) + "\n" for line in lines), "utf-8")


@pytest.fixture
def office(folder: Path, run: Run) -> Path:
    """The folder with a small plan imported, some marks of a hand in it, and a log."""
    table(folder / "表.csv", ROWS)
    assert run("import", "表.csv").code == 0
    plan = folder / "tasks.yaml"
    text = plan.read_text("utf-8").replace("  审批科: []", "  审批科: [行审批科]")
    text = text.replace("    deadline: 2021年9月30日\n", "    deadline: 2021年9月30日\n    note: 等批复\n")
    plan.write_text(text, "utf-8")
    assert run("note", "1.2", "已起草").code == 0
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


# A new plan ---------------------------------------------------------------------------------------


def test_from_the_notice_to_a_ledger_that_works(qjtask: Run, folder: Path) -> None:
    made = qjtask("import", "notice.txt")
    assert made.code == 0
    assert made.out == "已写入 tasks.yaml，请对照疑点核对，再运行\nqjtask check\n"
    told = made.err.splitlines()
    assert told[0].startswith("notice.txt：读到15组45项，其中25项有日期，2个时间节点，")
    assert all(line.startswith(f"疑点{at} ") for at, line in enumerate(told[1:], 1))
    for word in ("（三）", "（十三）", "（十五）", "“行审批科”", "“行政审批科”", "“法夫科”", "2021年4月底前"):
        assert word in made.err
    listed = qjtask("list")
    assert listed.code == 0
    assert listed.out.endswith("# 45项\n")
    assert qjtask("check").code == 0
    assert qjtask("done", "9.2").code == 0
    assert sorted(one.name for one in folder.iterdir() if one.suffix != ".lock") == [
        "notice.txt", "progress.yaml", "tasks.yaml",
    ]  # fmt: skip


def test_an_existing_plan_is_never_overwritten(run: Run, folder: Path) -> None:
    (folder / "tasks.yaml").write_text("我的", "utf-8")
    before = tree(folder)
    for args in ((), ("-o", "tasks.yaml"), ("--yes",), ("--file", "tasks.yaml")):
        outcome = run("import", "notice.txt", *args)
        assert outcome.code == 1
        (line,) = outcome.err.splitlines()
        assert "这里已经有文件了，没有改动" in line
        assert "--update" in line
    assert tree(folder) == before


def test_the_plan_goes_where_it_is_told(run: Run, folder: Path) -> None:
    assert run("import", "notice.txt", "-o", "计划.yaml").code == 0
    shown = run("import", "notice.txt", "-o", "-", "--report", "疑点.md")
    assert shown.code == 0
    assert shown.out == (folder / "计划.yaml").read_text("utf-8")
    assert shown.err.endswith("疑点已存到 疑点.md\n")
    assert "没有这个文件夹" in run("import", "notice.txt", "-o", "没有/计划.yaml").err


def test_a_dry_run_shows_the_items_and_writes_nothing(run: Run, folder: Path) -> None:
    before = tree(folder)
    shown = run("import", "notice.txt", "--dry-run", "--report", "疑点.md")
    assert shown.code == 0
    assert "45项，没有写入文件" in shown.out
    assert "疑点8 " in shown.err
    assert "疑点没有另存" in shown.err
    content = json.loads(run("import", "notice.txt", "-n", "--format", "json").out)
    assert len(content["items"]) == 45
    assert content["items"][0]["units"] == ["审批科"]
    assert content["doubts"]
    assert tree(folder) == before


def test_explain_shows_what_columns_and_rows_were_taken_for_and_writes_nothing(
    run: Run, folder: Path
) -> None:
    before = tree(folder)
    shown = run("import", "notice.txt", "--explain")
    assert (shown.code, shown.err) == (0, "")
    assert "任务分解表" in shown.out
    assert "没有写入文件" in shown.out
    content = json.loads(run("import", "notice.txt", "--explain", "--format", "json").out)
    assert [column["role"] for column in content["tables"][content["plan"] - 1]["columns"]][:2] == [
        "重点任务",
        "具体工作",
    ]
    assert sum(row["kind"] == "工作" for row in content["rows"]) == 45
    assert tree(folder) == before


def test_explain_shows_a_file_without_a_plan_too_and_says_why(run: Run, folder: Path) -> None:
    (folder / "名单.csv").write_text("姓名,职务,电话\n张三,局长,1\n李四,科长,2\n", "utf-8")
    shown = run("import", "名单.csv", "--explain")
    assert shown.code == 1
    assert "姓名" in shown.out
    assert shown.err.startswith("名单.csv: 没有找到任务分解表")
    assert run("import", "没有.csv", "--explain").err.startswith("没有.csv: 没有这个文件")


def test_a_doubt_names_all_its_items_in_json_and_marks_each_in_the_plan(run: Run, folder: Path) -> None:
    rows = [("（一）建设", f"{at}.推进第{at}条农村公路建设", "", "6月底前") for at in range(1, 6)]
    table(folder / "表.csv", [*rows, ("（一）建设", "6.推进养护", "建管科", "6月底前")])
    done = run("import", "表.csv")
    assert "第3行起（1.1、1.2、1.3等5项）" in done.err
    assert (folder / "tasks.yaml").read_text("utf-8").count("# 疑：没有写责任单位") == 5
    told = json.loads(run("import", "表.csv", "-n", "--format", "json").out)["doubts"]
    blank = [doubt for doubt in told if doubt["read"] == "没有写责任单位"]
    assert [doubt["items"] for doubt in blank] == [["1.1"], ["1.2"], ["1.3"], ["1.4"], ["1.5"]]
    assert [doubt["item"] for doubt in blank] == ["1.1", "1.2", "1.3", "1.4", "1.5"]


def test_the_report_is_kept_and_another_file_of_its_name_is_not_lost(run: Run, folder: Path) -> None:
    assert run("import", "notice.txt", "--report", "疑点.md").code == 0
    first = (folder / "疑点.md").read_text("utf-8")
    assert first.startswith("# 导入报告：notice.txt\n")
    assert "法夫科" in first
    assert run("import", "notice.txt", "-o", "b.yaml", "--report", "疑点.md").code == 0
    assert (folder / "疑点.md").read_text("utf-8") == first
    for taken in ("notice.txt", "tasks.yaml", "c.yaml"):
        outcome = run("import", "notice.txt", "-o", "c.yaml", "--report", taken)
        assert outcome.code == 1
        assert len(outcome.err.splitlines()) == 1
        assert not (folder / "c.yaml").exists()
    assert (folder / "notice.txt").read_bytes() == NOTICE.read_bytes()


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("没有.txt",), 1, "没有这个文件"),
        ((".",), 1, "没有这个文件"),
        (("notice.txt", "--map", "具体工作"), 2, "--map: “具体工作”读不懂；请写成 列名=第几列"),
        (("notice.txt", "--map", "具体工作=二"), 2, "“二”不是第几列"),
        (
            ("notice.txt", "--map", "具体工作=2", "--map", "具体工作=3"),
            2,
            "--map: “具体工作=3”和前面写的冲突；一种列写一次，一列只当一种",
        ),
        (
            ("notice.txt", "--map", "具体工作=2", "--map", "责任单位=2"),
            2,
            "--map: “责任单位=2”和前面写的冲突",
        ),
        (("notice.txt", "--moved", "9.2"), 2, "--moved: “9.2”读不懂；请写成 旧编号=新编号"),
        (("notice.txt", "--table", "0"), 2, "--table"),
        (("notice.txt", "--year", "99999"), 2, "--year"),
        (("notice.txt", "--update"), 1, "没有找到计划"),
        (("notice.txt", "--update", "-o", "没有.yaml"), 1, "没有这个计划，没法更新"),
        (("notice.txt", "--issuer", "某局"), 2, "没有“--issuer”这个选项"),
    ],
)
def test_faults_are_one_line_and_nothing_is_written(
    args: tuple[str, ...], code: int, words: str, run: Run, folder: Path
) -> None:
    before = tree(folder)
    outcome = run("import", *args)
    assert outcome.code == code
    assert outcome.out == ""
    (line,) = outcome.err.splitlines()
    assert words in line
    assert tree(folder) == before


def test_text_from_the_notice_reaches_screen_and_files_as_text(run: Run, folder: Path) -> None:
    name = "表\x1b[31m.csv"
    rows = [("（一）建设\x1b[2J", "1.修路\x1b[31m红\u202e，请看[red]此处[/red]", "建管科\x07", "待定\x9b1m")]
    table(folder / name, [*rows, *ROWS[1:]])
    for args in (("-n",), ("-o", "-"), ("-o", "a\x1b[1m.yaml", "--report", "疑\x1b[1m.md")):
        outcome = run("import", name, *args)
        assert outcome.code == 0
        for text in (outcome.out, outcome.err):
            assert all(char.isprintable() or char in "\n\t" for char in text)
    for path in (folder / "a\x1b[1m.yaml", folder / "疑\x1b[1m.md"):
        assert not set("\x1b\x07\x9b\u202e") & set(path.read_text("utf-8"))


def test_all_that_is_wrong_with_the_files_named_is_told_at_once(run: Run, folder: Path) -> None:
    (folder / "tasks.yaml").write_text("mine", "utf-8")
    (folder / "疑点.md").write_text("mine", "utf-8")
    outcome = run("import", "没有.docx", "--report", "疑点.md")
    assert (outcome.code, outcome.out) == (1, "")
    assert [line.partition(":")[0] for line in outcome.err.splitlines()] == [
        "没有.docx",
        "疑点.md",
        "tasks.yaml",
    ]
    empty = run("import", "没有.docx", "--report", "", "-o", "")
    assert empty.code == 2
    assert [line.partition(":")[0] for line in empty.err.splitlines()] == ["--output", "--report"]


def test_a_full_disk_is_one_clear_line(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = tree(folder)
    monkeypatch.setattr(os, "fsync", full)
    outcome = run("import", "notice.txt")
    assert outcome.code == 1
    assert "tasks.yaml: 没有写入：磁盘已满" in outcome.err.splitlines()[-1]
    assert tree(folder) == before


# An update ----------------------------------------------------------------------------------------


def changed(folder: Path, run: Run, rows: Sequence[tuple[str, ...]], *args: str) -> Outcome:
    table(folder / "新表.csv", rows)
    return run("import", "新表.csv", "--update", *args)


def test_an_update_tells_each_difference_and_keeps_what_a_hand_added(office: Path, run: Run) -> None:
    rows = [
        ("（一）建设", "1.组织窗口人员开展业务培训", "办公室", "2021年12月底"),
        ("（一）建设", "2." + ROWS[0][1][2:], "建管科、养护科", "2021年7月31日"),
        ("（一）建设", "3." + ROWS[1][1][2:] + "，并公开结果", "审批科", "2021年9月30日"),
    ]
    outcome = changed(office, run, rows, "--yes")
    assert outcome.code == 0
    for words in (
        "改编号\t1.1—1.2\t印作1.1—1.2\t印作1.2—1.3（2项，编号不变）",
        "改时限\t1.1\t2021年6月30日\t2021年7月31日",
        "改单位\t1.1\t建管科\t建管科、养护科",
        "改文字\t1.2\t",
        "新增\t1.3\t\t组织窗口人员开展业务培训",
        "取消\t2.1\t",
    ):
        assert words in outcome.out, words
    assert outcome.out.endswith("已更新 tasks.yaml\n")
    plan = load_plan(office / "tasks.yaml", "f")
    assert [item.id for item in plan.items()] == ["1.3", "1.1", "1.2", "2.1"]
    assert plan.units["审批科"] == ("行审批科",)
    assert next(item for item in plan.items() if item.id == "1.2").note == "等批复"
    assert "已起草" in run("show", "1.2").out
    assert run("check").code == 0


def test_an_update_keeps_every_key_that_the_tables_say_a_hand_writes(office: Path, run: Run) -> None:
    """A new key with an example in the tables is tried here without another word."""
    path = office / "tasks.yaml"
    by_hand = {key.name: key.examples[0] for key in ITEM.keys if key.kept in {"hand", "either"}}
    head = {key.name: key.examples[0] for key in PLAN.keys if key.kept in {"plan", "either"}}
    text = path.read_text("utf-8").replace("    note: 等批复\n", _block(by_hand, "    "))
    text = text.replace("year: 2021\n", f"year: 2021\n{_block(head, '')}")
    path.write_text(text, "utf-8")
    before = load_plan(path, "f")
    rows = [(*ROWS[0][:3], "2021年8月31日"), (ROWS[1][0], ROWS[1][1] + "，并公开结果", *ROWS[1][2:]), ROWS[2]]
    assert changed(office, run, rows, "--yes").code == 0
    after = load_plan(path, "f")
    (old, new) = (next(item for item in plan.items() if item.id == "1.2") for plan in (before, after))
    assert new.work == old.work + "，并公开结果"
    for key in by_hand:
        assert getattr(new, key) == getattr(old, key) != Item._field_defaults[key], key
    for key in head:
        assert getattr(after, key) == getattr(before, key), key
    written = path.read_text("utf-8")
    assert all(f"\n    {key}: " in written for key in by_hand)
    assert all(f"\n{key}:" in written for key in head)


def _block(values: dict[str, Any], indent: str) -> str:
    dumped = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10**6).replace("'no':", "no:")
    return "".join(f"{indent}{line}\n" for line in dumped.splitlines())


def test_an_update_keeps_the_comments_inside_of_an_item(office: Path, run: Run) -> None:
    path = office / "tasks.yaml"
    text = path.read_text("utf-8").replace(
        "    note: 等批复\n", "    # 局长过问\n    note: 等批复  # 3月5日\n    # due: 2021-08-31\n"
    )
    path.write_text(text + "# 完\n", "utf-8")
    assert changed(office, run, [(*ROWS[0][:3], "2021年8月31日"), *ROWS[1:]], "--yes").code == 0
    written = path.read_text("utf-8")
    assert '    # 局长过问\n    note: 等批复  # 3月5日\n    # due: 2021-08-31\n\n- id: "2"\n' in written
    assert written.endswith("# 完\n")
    assert "    deadline: 2021年8月31日\n" in written


def test_the_same_print_again_is_no_change_and_asks_nothing(office: Path, run: Run) -> None:
    before = tree(office)
    outcome = run("import", "表.csv", "--update")
    assert outcome.code == 0
    assert outcome.out == "# 没有变化\n"
    assert tree(office) == before


def test_where_nobody_can_answer_an_update_without_yes_is_refused(
    office: Path, qjtask: Run, run: Run
) -> None:
    table(office / "新表.csv", ROWS[:2])
    before = tree(office)
    outcome = qjtask("import", "新表.csv", "--update")
    assert outcome.code == 1
    assert "取消\t2.1" in outcome.out
    assert "没有人可以问，什么也没有写入；看过以后，加 --yes 表示同意" in outcome.err
    assert tree(office) == before
    assert run("import", "新表.csv", "--update", "-n").code == 0
    assert tree(office) == before


@answers
def test_on_a_terminal_it_asks(answer: str, is_written: bool, office: Path) -> None:
    table(office / "新表.csv", ROWS[:2])
    before = (office / "tasks.yaml").read_bytes()
    told = asked(answer, "import", "新表.csv", "--update", folder=office)
    assert "照此更新吗？[y/N]" in told
    assert ("没有同意，什么也没有写入" in told) is not is_written
    assert ((office / "tasks.yaml").read_bytes() != before) is is_written


def test_where_an_item_went_its_entries_go_with_it_and_no_line_is_changed(office: Path, run: Run) -> None:
    log = office / "progress.yaml"
    before = log.read_bytes()
    rows = [ROWS[0], ("（二）服务", "1.持续提升网上办理深度，压减跑动次数", "审批科", "持续推进")]
    rows.append(("（二）服务", "2." + ROWS[1][1][2:], "审批科", "2021年9月30日"))
    outcome = changed(office, run, rows, "--yes")
    assert outcome.code == 0
    assert "改编号\t2.2\t1.2\t2.2，记录随去\n" in outcome.out
    assert log.read_bytes().startswith(before)
    assert len(load_log(log, "f").entries) == 3
    assert "已起草" in run("show", "2.2").out
    assert run("show", "1.2").code == 1
    assert run("check").code == 0
    after = log.read_bytes()
    assert changed(office, run, rows, "--yes").out == "# 没有变化\n"
    assert log.read_bytes() == after


def test_a_failure_between_log_and_plan_is_mended_by_running_again(
    office: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [ROWS[0], ROWS[2], ("（二）服务", "2." + ROWS[1][1][2:], "审批科", "2021年9月30日")]
    old = (office / "tasks.yaml").read_bytes()

    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        outcome = changed(office, run, rows, "--yes", "--moved", "1.2=2.2")
    assert outcome.code == 1
    assert "没有写入：磁盘已满" in outcome.err
    assert (office / "tasks.yaml").read_bytes() == old
    assert changed(office, run, rows, "--yes", "--moved", "1.2=2.2").code == 0
    assert len(load_log(office / "progress.yaml", "f").entries) == 3
    assert "已起草" in run("show", "2.2").out


def test_a_print_without_year_or_title_does_not_take_the_plans(office: Path, run: Run) -> None:
    table(office / "新表.csv", [ROWS[0], ROWS[1], (*ROWS[2][:3], "9月30日")], title="")
    outcome = run("import", "新表.csv", "--update", "--yes", "--today", "2026-01-01")
    assert outcome.code == 0
    plan = load_plan(office / "tasks.yaml", "f")
    assert (plan.title, plan.year) == ("2021年重点工作任务分解表", 2021)
    assert str(plan.groups[1].items[0].deadline.date) == "2021-09-30"


def test_a_plan_changed_while_it_is_asked_is_not_written_over(
    office: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = office / "tasks.yaml"

    def meanwhile(*_: str) -> bool:
        plan.write_text(plan.read_text("utf-8").replace("等批复", "已批复"), "utf-8")
        return True

    monkeypatch.setattr("qjtask.cli.plan_update.agreed", meanwhile)
    outcome = changed(office, run, ROWS[:2])
    assert outcome.code == 1
    assert "刚才有人改了计划，什么也没有写入" in outcome.err
    assert "已批复" in plan.read_text("utf-8")


def test_many_doubts_are_cut_on_the_screen_and_all_in_the_report(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qjtask.cli import import_files as importing

    monkeypatch.setattr(importing, "_MOST_TOLD", 2)
    outcome = run("import", "notice.txt", "--report", "疑点.md")
    assert "还有6条，加 --report 疑点.md 可存下全部" in outcome.err
    assert "\n| 8 |" in (folder / "疑点.md").read_text("utf-8")

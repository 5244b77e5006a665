"""The program around the commands: where it finds its ledger, how it fails, what it costs."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from qjtask.cli.registry import COMMANDS, GROUPS, module_of

if TYPE_CHECKING:
    from tests.conftest import Run

BLOCKED = """
import sys
from importlib.abc import MetaPathFinder
class Block(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.split(".")[0] in {names!r}:
            raise AssertionError(f"{{name}} was imported")
sys.meta_path.insert(0, Block())
from qjtask.cli.main import main
sys.argv = ["qjtask", *{args!r}]
main()
"""


# Finding the ledger -----------------------------------------------------------------------------


def test_the_nearest_ledger_above_is_used(qjtask: Run, ledger: Path) -> None:
    deep = ledger / "a" / "b"
    deep.mkdir(parents=True)
    assert qjtask("list", cwd=deep).out.endswith("# 45项\n")


def test_tasks_yaml_in_the_folder_itself_is_found_too(qjtask: Run, ledger: Path) -> None:
    shutil.move(ledger / "data" / "tasks.yaml", ledger / "tasks.yaml")
    assert qjtask("list").out.endswith("# 45项\n")
    qjtask("done", "9.2")
    assert (ledger / "progress.yaml").exists()


def test_the_users_data_folder_comes_last(qjtask: Run, ledger: Path, tmp_path: Path) -> None:
    home = tmp_path / "share"
    (home / "qjtask").mkdir(parents=True)
    shutil.move(ledger / "data" / "tasks.yaml", home / "qjtask")
    assert qjtask("list", env={"XDG_DATA_HOME": str(home)}).out.endswith("# 45项\n")


def test_without_a_ledger_one_line_says_where_it_looked_and_how_to_make_one(
    qjtask: Run, tmp_path: Path
) -> None:
    outcome = qjtask("list", cwd=tmp_path)
    assert outcome.code == 1
    assert outcome.out == ""
    (line,) = outcome.err.splitlines()
    assert str(tmp_path) in line
    assert "qjtask init" in line


def test_another_plan_has_another_log(qjtask: Run, ledger: Path) -> None:
    shutil.copy(ledger / "data" / "tasks.yaml", ledger / "重点.yaml")
    assert qjtask("--file", "重点.yaml", "done", "9.2").code == 0
    assert (ledger / "重点.progress.yaml").exists()
    assert qjtask("list", "--status", "已完成", env={"QJTASK_FILE": "重点.yaml"}).out.endswith(
        "# 1项（共45项）\n"
    )
    assert "没有这个计划文件" in qjtask("list", "--file", "没有.yaml").err


def test_an_option_wins_over_the_environment(qjtask: Run, ledger: Path) -> None:
    shutil.copy(ledger / "data" / "tasks.yaml", ledger / "重点.yaml")
    outcome = qjtask("--file", "重点.yaml", "list", env={"QJTASK_FILE": "没有.yaml", "QJTASK_TODAY": "胡说"})
    assert outcome.code == 2
    assert "--today" in outcome.err
    assert qjtask("--file", "重点.yaml", "list", env={"QJTASK_FILE": "没有.yaml"}).code == 0


# Faults -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("lst",), "没有“lst”这个命令，是不是 list？用法见"),
        (("list", "--unti", "x"), "没有“--unti”这个选项，是不是 --unit？用法见"),
        (("due", "--hlep"), "没有“--hlep”这个选项，是不是 --help？用法见"),
        (("log", "--since", "x"), "没有“--since”这个选项；用法见 qjtask log --help"),
        (("list", "--unit"), "选项“--unit”后面要有内容；用法见 qjtask list --help"),
        (("report", "brief", "-o"), "选项“-o”后面要有内容；用法见 qjtask report brief --help"),
        (("list", "--sort", "x"), "“x”不对，只能是 id、due、light、status、unit；用法见"),
        (("done",), "缺少 ID..."),
        (("extend", "9.2"), "缺少 --to"),
        (("note", "9.2", "x", "--percent", "101"), "101 不在 0 到 100 之间；用法见"),
        (("import", "x.docx", "--table", "0"), "--table: 0 小于 1；用法见"),
        (("note", "9.2", "x", "--percent", "半"), "“半”不是整数"),
        (("note", "9.2", "x", "y"), "多出了“y”"),
        (("list", "--full=1"), "选项“--full”后面不带内容"),
        (("due", "--within", "三天", "--by", "x"), "日期“x”读不懂"),
        (("due", "--within", "三天"), "“三天”读不懂；请写成 30d"),
        (("due", "--today", "2021-02-30"), "--today: 日期“2021-02-30”读不懂"),
    ],
)
def test_faults_of_usage_are_one_chinese_line_and_exit_2(args: tuple[str, ...], words: str, run: Run) -> None:
    outcome = run(*args)
    assert outcome.code == 2
    assert outcome.out == ""
    (line,) = outcome.err.splitlines()
    assert words in line


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS is Linux's")
@pytest.mark.parametrize("command", ["list", "done 9.2"])
def test_memory_that_does_not_suffice_is_one_chinese_line(command: str, ledger: Path) -> None:
    title = "甲" * (20 << 20)
    (ledger / "data" / "tasks.yaml").write_text(f"title: {title}\nyear: 2021\ngroups: []\n", encoding="utf-8")
    script = f"""
import resource, sys
from qjtask.cli.main import main
resource.setrlimit(resource.RLIMIT_AS, (200 << 20, 200 << 20))
sys.argv = ["qjtask", *"{command}".split()]
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ledger, capture_output=True, encoding="utf-8", check=False
    )
    (line,) = done.stderr.splitlines()
    assert line.startswith("内存不够，没有做完；说过已登记")
    assert (done.returncode, done.stdout) == (1, "")


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    outcome = run()
    assert outcome.code == 2
    assert all(name in outcome.err for name in COMMANDS)


def test_no_english_word_is_left_in_a_help_page(run: Run) -> None:
    for name in ("", *COMMANDS):
        page = run(*filter(None, (name, "--help"))).out
        for english in ("Usage", "Options", "Arguments", "Commands", "default", "required", "Show this"):
            assert english not in page, (name, english)


def test_every_command_has_a_module_with_examples_that_name_it() -> None:
    for name in COMMANDS.keys() - GROUPS.keys():
        module = import_module(module_of(name))
        assert any(f"qjtask {name}" in example for example in module.EXAMPLES)
    for group, kinds in GROUPS.items():
        for kind in kinds:
            module = import_module(module_of(kind, group))
            assert any(f"qjtask {group} {kind}" in example for example in module.EXAMPLES)


def test_hostile_arguments_reach_the_screen_as_text(run: Run) -> None:
    outcome = run("list", "--unit", "\x1b[31m[red]x[/red]\x07")
    assert outcome.code == 1
    assert "\x1b" not in outcome.err
    assert "[red]x[/red]" in outcome.err


def test_hostile_reports_reach_the_screen_as_text(run: Run) -> None:
    words = "\x1b[31m红\x1b[0m\x07\n[bold]x[/bold] =cmd()"
    for outcome in (
        run("note", "9.2", words),
        run("undo"),
        run("log"),
        run("show", "9.2"),
        run("list", "9.2"),
    ):
        assert outcome.code == 0
        assert "\x1b" not in outcome.out
        assert "\x07" not in outcome.out
    assert "�[31m红�[0m� [bold]x[/bold] =cmd()" in run("log").out
    assert run("log", "--format", "csv").out.count("'") == 0  # 说明不在格首，不必加撇号


# The world outside ------------------------------------------------------------------------------


def test_a_reader_that_goes_away_is_no_fault(ledger: Path) -> None:
    script = f"'{sys.executable}' -m qjtask list | head -n 1"
    done = subprocess.run(["bash", "-c", script], cwd=ledger, capture_output=True, check=False)
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's")
def test_a_full_disk_under_stdout_is_told(ledger: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "qjtask", "list"],
            cwd=ledger,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert "写不出结果" in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's")
def test_what_was_written_did_not_fail_where_only_its_confirmation_cannot_be_shown(ledger: Path) -> None:
    """A second try would register it twice."""

    def run_into(stdout: Any, *args: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "qjtask", *args],
            cwd=ledger,
            stdout=stdout,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stderr

    log = ledger / "data" / "progress.yaml"
    with Path("/dev/full").open("w") as full:
        for at, args in enumerate((("note", "9.2", "进展"), ("undo", "9.2")), 1):
            code, told = run_into(full, *args, "--by", "张三")
            assert code == 0
            assert told.splitlines()[0].startswith(("已登记：9.2 ", "已撤销：9.2 "))
            assert told.splitlines()[1].startswith("台账：")
            (last,) = told.splitlines()[2:]
            assert last == "上面说的已经写好，只是结果显示不出来（磁盘已满）；不要再做一次"
            assert len(log.read_text("utf-8").splitlines()) == at
    reader, writer = os.pipe()
    os.close(reader)
    assert run_into(writer, "note", "9.2", "又有进展", "--by", "张三") == (0, "")
    os.close(writer)


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "ascii"},
        {"TERM": "dumb"},
        {"NO_COLOR": "1"},
        {"COLUMNS": "40"},
    ],
    ids=str,
)
@pytest.mark.parametrize("form", ["table", "plain", "csv", "json"])
def test_any_terminal_and_any_locale_work(env: dict[str, str], form: str, ledger: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qjtask", "list", "--format", form],
        cwd=ledger,
        env={**os.environ, **env},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"9.2" in done.stdout
    assert b"\x1b" not in done.stdout


def test_plain_is_the_same_at_any_width(qjtask: Run) -> None:
    assert qjtask("list", env={"COLUMNS": "20"}).out == qjtask("list", env={"COLUMNS": "300"}).out


def test_json_is_utf_8_with_chinese_unescaped(qjtask: Run) -> None:
    outcome = qjtask("list", "9.2", "--format", "json")
    assert "全程网办" in outcome.out
    content = json.loads(outcome.out)
    assert content["schema"] == 1
    assert content["today"] == "2021-06-10"
    assert set(content["items"][0]) == {
        "id", "no", "group", "heading", "work", "lead", "units", "support", "owners", "deadline",
        "next_due", "original_due", "days_left", "status", "light", "reasons", "why", "percent", "pace",
        "percent_is_mean", "shares", "milestones", "targets", "periods", "extended_from", "extensions",
        "claimed_on", "accepted", "returns", "done_on", "source", "last_entry",
    }  # fmt: skip


# What a command pays for ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "args"),
    [
        (("yaml", "rich", "dateutil", "json"), ("--help",)),
        (
            ("rich", "dateutil", "platformdirs", "chinese_calendar"),
            ("due", "--today", "2021-06-10"),
        ),
        (("rich", "dateutil"), ("list", "--unit", "审批科")),
        (("rich",), ("remind",)),
    ],
)
def test_a_command_imports_only_what_it_uses(
    names: tuple[str, ...], args: tuple[str, ...], ledger: Path
) -> None:
    code = BLOCKED.format(names=set(names), args=list(args))
    done = subprocess.run([sys.executable, "-c", code], cwd=ledger, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


# Completion -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("qjtask do", "done"),
        ("qjtask done 9.4", "9.4.1"),
        ("qjtask list --unit 道", "道路运输中心"),
        ("qjtask list --status ", "未启动"),
        ("qjtask list --lead 区司", "区司法局"),
        ("qjtask show 15", "15.2"),
        ("qjtask list --status 逾", "逾期"),
        ("qjtask list --status over", "overdue_as_printed"),
        ("qjtask report b", "brief"),
        ("qjtask report s", "score"),
        ("qjtask report brief 15", "15.2"),
    ],
)
def test_the_shell_is_offered_commands_ids_units_and_words(line: str, offered: str, ledger: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qjtask"],
        cwd=ledger,
        env={
            **os.environ,
            "_QJTASK_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(line.split(" ")) - 1),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert offered in done.stdout.split("\n"), done.stdout + done.stderr


def test_completion_shows_the_start_of_an_items_text(ledger: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qjtask"],
        cwd=ledger,
        env={
            **os.environ,
            "_QJTASK_COMPLETE": "complete_zsh",
            "_TYPER_COMPLETE_ARGS": "qjtask done 9.2",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "全区行政许可事项" in done.stdout


def test_completion_is_silent_without_a_ledger(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qjtask"],
        cwd=tmp_path,
        env={
            **os.environ,
            "_QJTASK_COMPLETE": "complete_bash",
            "COMP_WORDS": "qjtask done ",
            "COMP_CWORD": "2",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.strip() == ""
    assert done.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="a shell's >&-")
@pytest.mark.parametrize(
    ("closed", "code", "told"),
    [
        (">&-", 1, "标准输出是关着的，没有地方可写，什么也没有做；请去掉 >&-\n"),
        (">&- 2>&-", 1, ""),
        ("2>&-", 0, ""),
    ],
)
def test_a_closed_stdout_is_no_crash(closed: str, code: int, told: str, ledger: Path) -> None:
    command = f"{shlex.quote(sys.executable)} -m qjtask list --today 2021-06-10 {closed}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=ledger, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (code, told)


def test_ctrl_c_says_what_stands(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("qjtask.storage.files.file_ledger.FileLedger.read", interrupt)
    outcome = run("list")
    assert (outcome.code, outcome.out) == (130, "")
    told = "已中断；说过已登记、已写入、已送达的都在，没有说到的请运行 qjtask log 核对"
    assert outcome.err == f"{told}\n"

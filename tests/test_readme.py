"""Every command that the READMEs show is run, in their order, and shows what they say it shows."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qjtask.cli.registry import COMMANDS, GROUPS
from tests.filling import report

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
COLUMNS, LINES = 100, 60

_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
_SIGN = re.compile("台账校验码：[0-9A-F]{8}")
_NUMBER = re.compile(r"\b[0-9a-f]{16}\b")
_YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
_SIDE_FILES = {"mail: {": "secrets", "mail:": "contacts", "off:": "holidays", "points:": "rules"}
_CRON = re.compile(r"^(?:[\d*,/-]+ +){5}(.*)$|^ExecStart=(.*)$", re.MULTILINE)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the examples are shown as on a Unix terminal")


@pytest.mark.parametrize("name", READMES)
def test_examples_show_what_the_readme_says(name: str, ledger: Path, request: pytest.FixtureRequest) -> None:
    """`pytest --write-golden` writes what they show now into the README."""
    readme = ROOT / name
    text = readme.read_text("utf-8")
    env = {**os.environ, "TERM": "dumb", "TZ": "Asia/Shanghai"}
    shutil.copy(ROOT / "tests" / "data" / "notice.txt", ledger / "通知.txt")

    def run_block(found: re.Match[str]) -> str:
        shown = []
        for line in commands(found[1]):
            if line.startswith("export "):
                key, _, value = line.removeprefix("export ").partition("=")
                env[key] = value
                shown.append(f"$ {line}\n")
            else:
                if line.startswith("qjtask collect"):
                    fill_in(ledger / "填报" / "法规科.xlsx", "14.3", 进展="已培训窗口人员", 百分比=40)
                shown.append(f"$ {line}\n{on_a_terminal(line, ledger, env)}")
        return "```console\n" + "\n".join(shown) + "```"

    actual = without_signs(_CONSOLE.sub(run_block, text))
    if request.config.getoption("--write-golden"):
        readme.write_text(actual, "utf-8")
    assert actual == readme.read_text("utf-8"), f"{name} shows something else than the program"


@pytest.mark.parametrize("name", READMES)
def test_cron_and_systemd_lines_work_as_they_stand(name: str, ledger: Path) -> None:
    lines = [cron or exec_start for cron, exec_start in _CRON.findall((ROOT / name).read_text("utf-8"))]
    assert len(lines) == 2
    for line in lines:
        command = line.split("|")[0].replace(
            "/opt/qjtask/bin/qjtask", f"{shlex.quote(sys.executable)} -m qjtask"
        )
        done = subprocess.run(
            ["/bin/sh", "-c", command.replace("/srv/qjtask", str(ledger / "data"))],
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "合计：" in done.stdout


@pytest.mark.parametrize("name", READMES)
def test_the_files_beside_the_plan_work_as_they_stand(name: str, ledger: Path) -> None:
    """The contacts, their secrets, the holidays and the points, and the commands that go with them."""
    text = (ROOT / name).read_text("utf-8")
    write_side_files(text, ledger / "data")
    shown = [line.split("#")[0] for line in text.splitlines() if line.startswith("    qjtask remind ")]
    assert [shlex.split(line)[2:] for line in shown] == [
        ["--check-contacts"],
        ["--send", "--dry-run"],
        ["--send"],
    ]
    for words in (["remind", "--send", "--dry-run"], ["remind", "--workdays"], ["report", "score"]):
        done = in_a_pipe(words, ledger)
        assert done.returncode == 0, done.stderr
        assert "审批科" in done.stdout
    told = in_a_pipe(["remind", "--check-contacts"], ledger).stdout
    assert told.count("没有通讯录里这个名称的秘密") == 2  # the other robot's address and its key
    assert "审批科群" not in told


@pytest.mark.parametrize("name", READMES)
def test_the_list_of_plans_works_as_it_stands(name: str, tmp_path: Path) -> None:
    blocks = _YAML.findall((ROOT / name).read_text("utf-8"))
    (text,) = (block for block in blocks if block.startswith("title:"))
    for office in ("交通", "民政"):
        assert in_a_pipe(["init", office], tmp_path).returncode == 0
    (tmp_path / "ledger.yaml").write_text(text, "utf-8")
    told = in_a_pipe(["stats", "--by", "office", "--file", "."], tmp_path)
    assert told.returncode == 0, told.stderr
    assert "区交通局" in told.stdout
    assert "区民政局" in told.stdout


@pytest.mark.parametrize("name", READMES)
def test_pictures_are_there(name: str) -> None:
    pictures = re.findall(r"(?:\]\(|src=\")(docs/[^)\"]+\.png)", (ROOT / name).read_text("utf-8"))
    assert len(pictures) >= 5
    assert not [path for path in pictures if not (ROOT / path).is_file()]


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_named(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    kinds = [f"{group} {kind}" for group, members in GROUPS.items() for kind in members]
    assert not [command for command in [*COMMANDS, *kinds] if f"`{command}" not in text]


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = ([*all_commands(name)] for name in READMES)
    assert english == chinese


def test_the_readme_opens_with_the_two_commands() -> None:
    for name in READMES:
        shown = [line for line in (ROOT / name).read_text("utf-8").splitlines() if line.startswith("    pip")]
        assert shown == [
            "    pip install . && qjtask due --within 30d --today 2021-06-10",
            "    pip install '.[test]' && pytest",
        ]


def all_commands(name: str) -> Iterator[str]:
    for block in _CONSOLE.findall((ROOT / name).read_text("utf-8")):
        yield from commands(block)


def commands(block: str) -> list[str]:
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def write_side_files(text: str, folder: Path) -> None:
    """The files that stand beside the plan, as a text shows them, each known by its first line."""
    for block in _YAML.findall(text):
        kind = next((kind for start, kind in _SIDE_FILES.items() if block.startswith(start)), None)
        if kind is not None:
            path = folder / f"{kind}.yaml"
            path.touch(mode=0o600)
            path.write_text(block, "utf-8")
    assert {path.stem for path in folder.iterdir()} >= set(_SIDE_FILES.values())


def in_a_pipe(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "qjtask", *words, "--today", "2021-06-10"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def fill_in(workbook: Path, item: str, **fields: str | float) -> None:
    """What an office does between `report pack` and `collect`."""
    workbook.write_bytes(report(workbook.read_bytes(), item, **fields))


def without_signs(text: str) -> str:
    """A text with one and the same 记录号, which is random, and 台账校验码, which is made of them."""
    return _NUMBER.sub("4f1c6a0d9be27358", _SIGN.sub("台账校验码：4CD4C4AF", text))


def on_a_terminal(line: str, folder: Path, env: dict[str, str]) -> str:
    """What a command shows on a terminal of 100 columns: a real one, without colours."""
    import fcntl
    import pty
    import struct
    import termios

    words = shlex.split(line)
    assert words[0] == "qjtask"
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    with subprocess.Popen(
        [sys.executable, "-m", "qjtask", *words[1:]], cwd=folder, env=env, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        data = b"".join(_chunks(ours))
    os.close(ours)
    assert process.returncode == 0, data.decode()
    return "".join(f"{shown.rstrip()}\n" for shown in data.decode().splitlines())


def _chunks(fd: int) -> Iterator[bytes]:
    while True:
        try:
            data = os.read(fd, 65536)
        except OSError:  # Linux says EIO when the other side has closed
            return
        if not data:
            return
        yield data

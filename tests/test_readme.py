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

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
COLUMNS, LINES = 100, 60

_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
_SIGN = re.compile("台账校验码：[0-9A-F]{8}")
_NUMBER = re.compile(r"\b[0-9a-f]{16}\b")
_YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
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
    """contacts.yaml and holidays.yaml, and the commands that go with them."""
    text = (ROOT / name).read_text("utf-8")
    contacts, holidays = (block for block in _YAML.findall(text) if re.match("mail:|off:", block))
    (ledger / "data" / "contacts.yaml").write_text(contacts, "utf-8")
    (ledger / "data" / "holidays.yaml").write_text(holidays, "utf-8")
    shown = [line.split("#")[0] for line in text.splitlines() if line.startswith("    qjtask remind ")]
    assert [shlex.split(line)[2:] for line in shown] == [
        ["--check-contacts"],
        ["--send", "--dry-run"],
        ["--send"],
    ]
    for words in (["--send", "--dry-run"], ["--workdays"]):
        done = subprocess.run(
            [sys.executable, "-m", "qjtask", "remind", *words, "--today", "2021-06-10"],
            cwd=ledger,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "审批科" in done.stdout


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

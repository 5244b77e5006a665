"""Two clerks, one folder: both may write what both may write, and who may not is told which file it is."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qjtask.storage.files.file_rights import is_denied, may_not_write, share_like
from tests.conftest import SHIPPED_PLAN

if TYPE_CHECKING:
    from tests.conftest import Outcome, Run

GROUP, FIRST, SECOND = 5000, 5001, 5002
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="takes two users, and root to be both"
)

AsUser = Callable[..., "Outcome"]


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The office's shared folder, worked in from above: what is made in it belongs to the group.

    It does not lie in pytest's own folder, which every pytest that starts closes to other users again.
    """
    with tempfile.TemporaryDirectory() as name:
        office = Path(name)
        office.chmod(0o755)
        folder = office / "data"
        folder.mkdir()
        shutil.copy(SHIPPED_PLAN, folder)
        os.chown(folder, 0, GROUP)
        folder.chmod(0o2775)
        os.chown(folder / "tasks.yaml", 0, GROUP)
        monkeypatch.chdir(office)
        yield folder


@pytest.fixture
def as_user(run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsUser:
    """Run a command as another user of the group, with the usual umask of 022.

    Who is no longer root may be kept from the interpreter's own folder: all is imported before.
    """
    from tests.conftest import Outcome

    monkeypatch.chdir(folder.parent)  # `run` worked elsewhere
    folder.chmod(0o3775)
    for _ in range(2):  # a first report and one that finds it there do not import the same
        assert run("note", "1.1", "x", "--by", "张三").code == 0
    may_not_write(folder / "progress.yaml", "p")
    folder.chmod(0o2775)
    for name in ("progress.yaml", "progress.yaml.lock"):
        (folder / name).unlink()
    said = tmp_path / "said"

    def as_user(user: int, *args: str) -> Outcome:
        pid = os.fork()
        if pid == 0:
            code = 99
            with said.open("w", encoding="utf-8") as out:
                sys.stdout = sys.stderr = out
                try:
                    os.setgroups([])
                    os.setgid(GROUP)
                    os.setuid(user)
                    os.umask(0o022)
                    from qjtask.cli.main import run as run_program

                    code = run_program([*args, "--by", "张三"])
                except BaseException:  # noqa: BLE001 - shown by the parent
                    traceback.print_exc(file=out)
                out.flush()
            os._exit(code)
        _, status = os.waitpid(pid, 0)
        return Outcome(os.waitstatus_to_exitcode(status), said.read_text("utf-8"), "")

    return as_user


@needs_root
def test_who_may_write_the_plan_may_write_the_log(folder: Path, as_user: AsUser) -> None:
    (folder / "tasks.yaml").chmod(0o664)
    assert as_user(FIRST, "note", "1.1", "甲").code == 0
    assert as_user(SECOND, "note", "1.2", "乙").code == 0
    assert (folder / "progress.yaml").read_bytes().count(b"\n") == 2
    assert (folder / "progress.yaml").stat().st_uid == FIRST


@needs_root
def test_who_may_not_is_told_every_file_at_fault_and_what_to_do(folder: Path, as_user: AsUser) -> None:
    (folder / "tasks.yaml").chmod(0o644)
    assert as_user(FIRST, "note", "1.1", "甲").code == 0
    refused = as_user(SECOND, "note", "1.2", "乙")
    assert refused.code == 1
    lines = refused.out.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["data/progress.yaml.lock", "data/progress.yaml"]
    for line in lines:
        assert "没有权限；请文件的主人 5001号用户 运行" in line
        assert f"运行 chmod g+w {line.split(': ')[0]}；一起用的人都把 umask 设为 002" in line
    for name in ("progress.yaml.lock", "progress.yaml"):
        (folder / name).chmod(0o664)
    assert as_user(SECOND, "note", "1.2", "乙").code == 0


@needs_root
def test_the_sticky_bit_is_in_nobodys_way(folder: Path, as_user: AsUser) -> None:
    """The system refuses there to make a file that another has made: log and lock are opened."""
    (folder / "tasks.yaml").chmod(0o664)
    folder.chmod(0o3775)
    assert as_user(FIRST, "note", "1.1", "甲").code == 0
    assert as_user(SECOND, "note", "1.2", "乙").code == 0


@needs_root
def test_a_folder_that_takes_no_file_is_named(folder: Path, as_user: AsUser) -> None:
    folder.chmod(0o755)
    refused = as_user(FIRST, "note", "1.1", "甲")
    assert refused.code == 1
    assert "没有权限在文件夹" in refused.out
    assert refused.out.endswith(f"请文件夹的主人 root 运行 chmod g+w {folder}\n")


@needs_root
def test_a_folder_above_that_may_not_be_entered_is_named(folder: Path, as_user: AsUser) -> None:
    folder.parent.chmod(0o700)
    refused = as_user(FIRST, "note", "1.1", "甲")
    folder.parent.chmod(0o755)
    assert refused.code == 1
    told = f"{folder.parent / 'tasks.yaml'}: 看不到这里有没有计划（没有权限）；请核对路径和文件夹的权限"
    assert refused.out.startswith(told)


@posix_only
@pytest.mark.parametrize(
    ("umask", "mode", "expected"),
    [
        (0o022, 0o664, 0o664),
        (0o022, 0o644, 0o644),
        (0o022, 0o600, 0o600),
        (0o022, 0o444, 0o644),
        (0o022, 0o755, 0o644),
        (0o077, 0o644, 0o644),
        (0o002, 0o644, 0o664),
        (0o002, 0o640, 0o660),
        (0o002, 0o600, 0o600),
    ],
)
def test_a_new_file_shares_its_models_mode(tmp_path: Path, umask: int, mode: int, expected: int) -> None:
    """A group that the maker shares with may write, if it may read the model."""
    model, made = tmp_path / "plan", tmp_path / "log"
    model.touch()
    model.chmod(mode)
    before = os.umask(umask)
    try:
        made.touch()
    finally:
        os.umask(before)
    share_like(made, model)
    assert made.stat().st_mode & 0o777 == expected


def test_a_model_that_is_gone_changes_nothing(tmp_path: Path) -> None:
    made = tmp_path / "log"
    made.touch()
    before = made.stat().st_mode
    share_like(made, tmp_path / "gone")
    assert made.stat().st_mode == before


def test_a_file_open_in_excel_is_no_matter_of_rights() -> None:
    error = PermissionError(errno.EACCES, "Access is denied")
    assert is_denied(error)
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore] # Windows's own attribute
    assert not is_denied(error)


def test_windows_knows_no_chmod(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as there:
        there.setattr("os.name", "nt")
        told = may_not_write(tmp_path / "progress.yaml", "p")
    assert "chmod" not in str(told)
    assert "请先关闭它" in str(told)  # a rename over an open file is denied there like one without rights

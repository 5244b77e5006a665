"""The plan file written: whole or not at all, over nothing that nobody agreed to lose."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.files.file_writer import create, replace

KILLED = """
import os, sys
from pathlib import Path
from qjtask.storage.files import file_writer
Path.replace = os.link = lambda *_: os._exit(9)
getattr(file_writer, sys.argv[1])(Path(sys.argv[2]), "f", "新")
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "tasks.yaml"
    path.write_text("旧", "utf-8")
    return path


def fails(code: int) -> Any:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def test_a_new_file_is_utf_8_with_the_usual_mode(tmp_path: Path) -> None:
    path = tmp_path / "tasks.yaml"
    create(path, "f", "新\n")
    assert path.read_bytes() == "新\n".encode()
    (tmp_path / "other").touch()
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode
    assert names(path) == ["other", "tasks.yaml"]


def test_a_file_that_is_there_is_never_created_over(plan: Path) -> None:
    with pytest.raises(Refused, match="已经有文件了"):
        create(plan, "f", "新")
    assert plan.read_text("utf-8") == "旧"


def test_a_file_that_another_makes_meanwhile_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tasks.yaml"
    link = os.link

    def other_first(made: Path, target: Path) -> None:
        target.write_text("别人的", "utf-8")
        link(made, target)

    monkeypatch.setattr(os, "link", other_first)
    with pytest.raises(Refused, match="已经有文件了"):
        create(path, "f", "新")
    assert path.read_text("utf-8") == "别人的"
    assert names(path) == ["tasks.yaml"]


def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    path = tmp_path / "tasks.yaml"
    path.symlink_to("没有")
    with pytest.raises(Refused, match="已经有文件了"):
        create(path, "f", "新")
    assert path.is_symlink()
    assert names(path) == ["tasks.yaml"]


def test_a_disk_without_hard_links_takes_a_new_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", fails(errno.EPERM))
    create(tmp_path / "tasks.yaml", "f", "新")
    assert (tmp_path / "tasks.yaml").read_text("utf-8") == "新"
    assert names(tmp_path / "tasks.yaml") == ["tasks.yaml"]


def test_what_another_makes_meanwhile_is_not_lost_on_such_a_disk_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"

    def link(_: Path, target: Path) -> NoReturn:
        target.write_text("别人的", "utf-8")
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(Refused, match="已经有文件了"):
        create(path, "f", "新")
    assert path.read_text("utf-8") == "别人的"
    assert names(path) == ["a.md"]


@pytest.mark.parametrize("call", ["os.open", "pathlib.Path.replace"])
def test_a_full_disk_without_hard_links_leaves_no_file(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, made = tmp_path / "a.md", os.open

    def only_the_first(name: Path, flags: int, mode: int = 0o777) -> int:
        if name == path:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return made(name, flags, mode)

    monkeypatch.setattr(os, "link", fails(errno.EPERM))
    monkeypatch.setattr(call, only_the_first if call == "os.open" else fails(errno.ENOSPC))
    with pytest.raises(Refused, match="磁盘已满"):
        create(path, "f", "新")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="takes two groups, and root")
def test_replacing_keeps_the_group(plan: Path) -> None:
    os.chown(plan, -1, 5000)
    replace(plan, "f", "新")
    assert plan.stat().st_gid == 5000


def test_replacing_keeps_the_mode_and_the_link(plan: Path, tmp_path: Path) -> None:
    plan.chmod(0o640)
    (tmp_path / "link.yaml").symlink_to("tasks.yaml")
    replace(tmp_path / "link.yaml", "f", "新")
    assert (tmp_path / "link.yaml").is_symlink()
    assert plan.read_text("utf-8") == "新"
    assert plan.stat().st_mode & 0o777 == 0o640
    assert names(plan) == ["link.yaml", "tasks.yaml"]


@pytest.mark.parametrize("where", ["os.fsync", "os.open", "pathlib.Path.chmod", "pathlib.Path.replace"])
def test_a_full_disk_is_one_line_and_the_old_file_stays(
    where: str, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, fails(errno.ENOSPC))
    with pytest.raises(Refused, match=r"^f: 没有写入：磁盘已满；原来的文件没有改动，请处理后再试$"):
        replace(plan, "f", "新")
    assert plan.read_text("utf-8") == "旧"
    assert names(plan) == ["tasks.yaml"]


def test_an_interruption_leaves_no_other_file(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace(plan, "f", "新")
    assert names(plan) == ["tasks.yaml"]


def test_a_plan_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="文件或文件夹不存在"):
        replace(tmp_path / "tasks.yaml", "f", "新")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_one_line(plan: Path) -> None:
    plan.parent.chmod(0o500)
    try:
        for write, path in ((replace, plan), (create, plan.with_name("b.yaml"))):
            with pytest.raises(Refused, match="没有写入：没有权限"):
                write(path, "f", "新")
    finally:
        plan.parent.chmod(0o700)
    assert plan.read_text("utf-8") == "旧"


def test_killed_before_the_rename_the_old_file_is_whole(plan: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, "replace", str(plan)], check=False)
    assert done.returncode == 9
    assert plan.read_text("utf-8") == "旧"
    new = plan.with_name("new.yaml")
    done = subprocess.run([sys.executable, "-c", KILLED, "create", str(new)], check=False)
    assert done.returncode == 9
    assert not new.exists()

"""The lock: one holder at a time, freed by the system, and no promise where a disk gives none."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.files import lock as lock_module
from qjtask.storage.files.ledger_files import lock_of
from qjtask.storage.files.lock import locked, remember
from qjtask.storage.files.log_writer import append
from tests.storage.files.test_log_writer import SEEN, entry, posix_only, unchanged

Run = Callable[..., Any]


@pytest.fixture
def log(ledger: Path) -> Path:
    """The log's path beside the shipped plan; it is not there yet."""
    return ledger / "data" / "progress.yaml"


# The folder goes --------------------------------------------------------------------------------


def never() -> None:
    """Nobody is to wait."""
    pytest.fail("it waited")


def test_no_folder(tmp_path: Path) -> None:
    with (
        pytest.raises(Refused, match="文件夹不存在了"),
        locked(tmp_path / "gone" / "progress.yaml", "p", never),
    ):
        pytest.fail("it got the lock")
    assert not (tmp_path / "gone").exists()


@posix_only
def test_the_folder_goes_while_the_lock_is_held(log: Path) -> None:
    with locked(log, "p", never):
        shutil.rmtree(log.parent)
        with pytest.raises(Refused, match="没有写入：文件或文件夹不存在"):
            append(log, "p", [entry("a")])
    assert not log.parent.exists()


# The lock ---------------------------------------------------------------------------------------

HOLDER = """
import sys
from pathlib import Path
from qjtask.storage.files.lock import locked
with locked(Path(sys.argv[1]), "", sys.exit):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held(log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process holds the log's lock, until its stdin is closed."""
    command = [sys.executable, "-c", HOLDER, str(log)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline().startswith(b"held")
            yield holder
        finally:
            holder.kill()


def test_a_lock_held_too_long(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock_module, "PATIENCE", 0.01)
    waited: list[int] = []
    with (
        held(log),
        pytest.raises(Refused, match=r"占用记录超过 0\.01 秒，什么也没有写入"),
        locked(log, "p", lambda: waited.append(1)),
    ):
        pytest.fail("it got the lock")
    assert waited == [1]


@pytest.mark.parametrize("command", [("done", "1.1"), ("undo", "--yes"), ("report", "chase", "--log")])
def test_a_command_gives_up_in_words(
    log: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    log.write_bytes(SEEN)
    monkeypatch.setattr(lock_module, "PATIENCE", 0.01)
    with held(log), unchanged(log):
        told = run(*command)
    assert told.code == 1
    assert told.out == ""
    waiting, gave_up = told.err.splitlines()
    assert "另一个 qjtask 正在写记录" in waiting
    assert gave_up.startswith("data/progress.yaml: 另一个 qjtask 占用记录超过")


@contextmanager
def waiting(log: Path) -> Iterator[subprocess.Popen[str]]:
    """A command that has found the lock held, and said so."""
    command = [sys.executable, "-m", "qjtask", "done", "1.1"]
    with subprocess.Popen(
        command,
        cwd=log.parents[1],
        env={**os.environ, "QJTASK_TODAY": "2021-06-10", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        try:
            assert process.stderr is not None
            assert "另一个 qjtask 正在写记录，等它写完" in process.stderr.readline()
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("end", ["let go", "killed"])
def test_the_one_who_waits_comes_next(log: Path, end: str) -> None:
    with held(log) as holder, waiting(log) as process:
        if end == "killed":
            holder.kill()
        else:
            holder.communicate()
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert out.startswith("已登记：1.1 完成")
    assert err == ""
    assert log.read_bytes().count(b"\n") == 1


@posix_only
def test_the_folder_goes_while_one_waits(log: Path) -> None:
    with held(log) as holder, waiting(log) as process:
        shutil.rmtree(log.parent.rename(log.parents[1] / "gone"))
        holder.communicate()
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out == ""
    (told,) = err.splitlines()
    assert "文件夹不存在" in told
    assert not log.exists()


@posix_only
def test_another_folder_in_its_place_is_not_written_to(log: Path) -> None:
    """As when a network disk goes, and the empty folder under it shows; or another branch is checked out."""

    def swap() -> None:
        log.parent.rename(log.parents[1] / "old")
        log.parent.mkdir()
        log.write_bytes(SEEN)
        holder.communicate()

    with held(log) as holder, pytest.raises(Refused, match="或被换掉了"), locked(log, "p", swap):
        pytest.fail("it got the lock")
    assert log.read_bytes() == SEEN


@posix_only
def test_a_folder_made_anew_is_not_taken_for_the_old(log: Path) -> None:
    """A file system likes to give a new folder the number of the one that went."""
    number = log.parent.stat().st_ino

    def remake() -> None:
        holder.communicate()
        for _ in range(100):
            shutil.rmtree(log.parent)
            log.parent.mkdir()
            if log.parent.stat().st_ino == number:
                break

    with held(log) as holder, pytest.raises(Refused, match="或被换掉了"), locked(log, "p", remake):
        pytest.fail("it got the lock")


def test_the_lock_is_free_after_a_failure(log: Path) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), locked(log, "p", never):
            raise ZeroDivisionError


def removed(lock: Path) -> None:
    lock.unlink()


def set_aside(lock: Path) -> None:
    """As a sync program keeps the older one of two."""
    lock.rename(lock.with_name("older"))


@posix_only
@pytest.mark.parametrize("lose", [removed, set_aside])
def test_a_lock_file_that_goes_while_it_is_taken_locks_nobody_out(
    log: Path, monkeypatch: pytest.MonkeyPatch, lose: Callable[[Path], None]
) -> None:
    """Whoever comes later finds another one: two would write at once."""
    import fcntl

    flock = fcntl.flock
    taken: list[int] = []

    def lose_first(lock: int, how: int) -> None:
        if not taken:
            lose(lock_of(log))
        taken.append(lock)
        flock(lock, how)

    monkeypatch.setattr(fcntl, "flock", lose_first)
    with locked(log, "p", lambda: None):
        assert len(taken) == 2
        assert os.path.samestat(os.fstat(taken[-1]), lock_of(log).stat())


@posix_only
def test_a_lock_is_let_go_while_a_program_that_was_begun_under_it_still_runs(log: Path) -> None:
    with locked(log, "p", never):
        child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with child, locked(log, "p", never):
        child.communicate(b"\n")


@posix_only
def test_a_link_in_place_of_the_lock_is_not_followed(log: Path) -> None:
    other = log.with_name("other")
    lock_of(log).symlink_to(other)
    with pytest.raises(Refused, match="没有写入：链接绕成了圈"), locked(log, "p", never):
        pytest.fail("it got the lock")
    assert not other.exists()


@posix_only
def test_a_lock_that_the_system_forbids_is_not_waited_for(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def flock(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(fcntl, "flock", flock)
    with pytest.raises(Refused, match="没有权限"), locked(log, "p", never):
        pytest.fail("it got the lock")


# Windows ----------------------------------------------------------------------------------------


@posix_only
@pytest.mark.parametrize("is_held", [False, True])
def test_the_first_byte_is_locked_and_unlocked_on_windows(
    log: Path, monkeypatch: pytest.MonkeyPatch, *, is_held: bool
) -> None:
    """As Windows tells it: a byte that another has locked is one without rights."""
    asked: list[tuple[int, int]] = []

    def locking(lock: int, how: int, count: int) -> None:
        asked.append((how, count))
        assert os.lseek(lock, 0, os.SEEK_CUR) == 0
        if is_held:
            raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(lock_module, "PATIENCE", 0.01)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_NBLCK=2, LK_UNLCK=0, locking=locking))
    waited: list[int] = []
    refused = pytest.raises(Refused, match="占用记录超过") if is_held else nullcontext()
    with refused, locked(log, "p", lambda: waited.append(1)):
        pass
    assert [*dict.fromkeys(asked)] == ([(2, 1)] if is_held else [(2, 1), (0, 1)])
    assert len(waited) == is_held


# Disks without locks ----------------------------------------------------------------------------


@posix_only
@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOTSUP, errno.ENOLCK])
def test_a_disk_that_gives_no_lock_is_one_line_that_names_the_lock(
    log: Path, run: Run, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    import fcntl

    def flock(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    log.write_bytes(SEEN)
    monkeypatch.setattr(fcntl, "flock", flock)
    with unchanged(log), warnings.catch_warnings():
        warnings.simplefilter("default")  # as for a person
        told = run("note", "1.1", "已起草")
    assert (told.code, told.out) == (1, "")
    (line,) = told.err.splitlines()
    assert line.startswith("data/progress.yaml.lock: 锁文件加不上锁（")
    assert "什么也没有写入；请把台账放到" in line


def test_two_links_to_a_file_have_one_lock(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    real, link = tmp_path / "progress.yaml", tmp_path / "desk" / "progress.yaml"
    real.write_bytes(SEEN)
    link.symlink_to(real)
    assert lock_of(link) == lock_of(real) == tmp_path / "progress.yaml.lock"
    with locked(link, "p", never):
        assert [path.name for path in (tmp_path / "desk").iterdir()] == ["progress.yaml"]


@posix_only
def test_a_new_lock_gets_the_rights_of_the_plan(log: Path) -> None:
    plan = log.with_name("tasks.yaml")
    plan.chmod(0o664)
    with locked(log, "p", never, plan):
        assert lock_of(log).stat().st_mode & 0o777 == 0o664


def test_the_lock_remembers_that_something_was_written(log: Path) -> None:
    with locked(log, "p", never):
        assert lock_of(log).stat().st_size == 0
        remember(log)
    with locked(log, "p", never):  # and is a lock all the same, which is not emptied
        assert lock_of(log).stat().st_size > 0
